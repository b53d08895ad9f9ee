//! What to do about a failure.

use core::fmt;

use crate::text;

/// Ordered steps that mend a failure, the most useful first.
///
/// `Display` prints them numbered, one a line; [`steps`](Remediation::steps) gives them as they are.
/// Calls, fields and constants stand between backticks.
///
/// ```
/// use zoom_errors::video_sdk_web::VideoSdkWebError as E;
///
/// let remediation = E::ClientDuplicatedJoin.remediation();
/// assert!(remediation.steps().len() >= 2);
/// assert!(remediation.to_string().starts_with("1. "));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Remediation {
    pub(crate) steps: &'static [&'static str],
}

impl Remediation {
    /// The steps in order; none where nothing failed.
    #[must_use]
    pub const fn steps(self) -> &'static [&'static str] {
        self.steps
    }

    /// Whether there is nothing to do, because nothing failed.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.steps.is_empty()
    }
}

impl fmt::Display for Remediation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            text::write_number(f, index as i64 + 1)?;
            f.write_str(". ")?;
            f.write_str(step)?;
        }
        Ok(())
    }
}

impl IntoIterator for Remediation {
    type Item = &'static str;
    type IntoIter = core::iter::Copied<core::slice::Iter<'static, &'static str>>;

    fn into_iter(self) -> Self::IntoIter {
        self.steps.iter().copied()
    }
}
