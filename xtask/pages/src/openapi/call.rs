//! An operation as a document describes it: what one needs to call it.

use std::ops::Range;

/// An operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// `GET /meetings/{meetingId}`.
    pub name: String,
    /// Its `operationId`.
    pub id: Option<String>,
    /// Its rate limit label, in lower case: `light`, `resource_intensive`.
    pub limit: Option<String>,
    /// The scopes of classic apps.
    pub scopes: Vec<String>,
    /// The granular scopes.
    pub granular: Vec<String>,
    /// Where it is described, in bytes of the input.
    pub span: Range<usize>,
}

impl Call {
    /// Reads what a description says of scopes and limits.
    pub(super) fn describe(&mut self, description: &str) {
        for line in description.lines() {
            let line = line.trim_start_matches(['*', '[', ' ']);
            let Some((label, behind)) = line.split_once(':') else {
                continue;
            };
            let label = label.split([']', '*']).next().unwrap_or_default().trim();
            let label = label.to_ascii_lowercase();
            let behind = match line.split_once("):") {
                // The label is a link, whose address has a colon too.
                Some((_, behind)) if line.contains("](") => behind,
                _ => behind,
            };
            let spans = || behind.split('`').skip(1).step_by(2);
            // Some spans hold two scopes.
            let scopes = || {
                spans()
                    .flat_map(str::split_whitespace)
                    .map(str::to_owned)
                    .collect()
            };
            match label.as_str() {
                "scopes" => self.scopes = scopes(),
                "granular scopes" => self.granular = scopes(),
                "rate limit label" => {
                    let label = spans().next();
                    self.limit =
                        label.map(|label| label.trim().to_lowercase().replace([' ', '-'], "_"));
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Call;

    #[test]
    fn scopes_and_limits_stand_in_the_description() {
        let mut call = Call {
            name: "GET /lamps".to_owned(),
            id: None,
            limit: None,
            scopes: Vec::new(),
            granular: Vec::new(),
            span: 0..0,
        };
        call.describe(
            "Lamps. Note: `x`\n\n**[Scopes](https://example.com/scopes):** `lamp:read`,`lamp:read:admin`\n\n\
             **[Granular Scopes](https://example.com/scopes/):** `lamp:read:one`\n\n\
             **[Rate Limit Label](https://example.com/limits#limits):** `Resource-intensive`",
        );
        assert_eq!(call.scopes, ["lamp:read", "lamp:read:admin"]);
        assert_eq!(call.granular, ["lamp:read:one"]);
        assert_eq!(call.limit.as_deref(), Some("resource_intensive"));
    }
}
