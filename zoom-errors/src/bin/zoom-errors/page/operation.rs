//! What a call needs and how often it may be made.

use std::io;

use zoom_errors::{Kind, Operation, Rate, ZoomError};

use super::Page;
use crate::call::Call;

const CLASSIC: &str = "Classic scopes";
const GRANULAR: &str = "Granular scopes";
const LIMIT: &str = "Rate limit";
const DAILY: &str = "By the day";

/// What a call needs and how often it may be made, as labels and texts.
pub(crate) fn facts(operation: &Operation) -> Vec<(&'static str, String)> {
    let join =
        |scopes: &mut dyn Iterator<Item = &'static str>| scopes.collect::<Vec<_>>().join(", ");
    let facts = [
        (CLASSIC, join(&mut operation.scopes())),
        (GRANULAR, join(&mut operation.granular_scopes())),
        (LIMIT, limit(operation)),
        (
            DAILY,
            operation.daily_limit().unwrap_or_default().to_owned(),
        ),
    ];
    let facts = facts.into_iter();
    facts.filter(|(_, text)| !text.is_empty()).collect()
}

/// The label, and what it allows on each plan.
fn limit(operation: &Operation) -> String {
    let Some(label) = operation.limit() else {
        return String::new();
    };
    let on = |rate: &Rate| format!("{rate} on {}", rate.plan().id());
    let rates: Vec<String> = operation.rates().map(on).collect();
    let label = label.id().replace('_', " ");
    match rates.is_empty() {
        true => label,
        false => format!("{label}: {}", rates.join("; ")),
    }
}

impl Page<'_> {
    /// The call, its product, and what it needs.
    pub(crate) fn operation(&mut self, operation: &Operation) -> io::Result<()> {
        self.painted(operation.call(), "", self.paint.label)?;
        let id = operation.id().map_or(String::new(), |id| format!(", {id}"));
        self.prose(&format!("{}{id}", operation.product().title()), "")?;
        self.blank()?;
        facts(operation)
            .iter()
            .try_for_each(|(label, text)| self.fact(label, text))
    }

    /// What a call has to do with an error: whether it documents it, and the scopes or the limits
    /// where the error is about them.
    pub(crate) fn call(&mut self, error: ZoomError, call: &Call) -> io::Result<()> {
        for operation in &call.operations {
            let documented = operation
                .failures()
                .any(|response| response.error() == Some(error));
            self.blank()?;
            self.fact("Called", operation.call())?;
            if !documented && error.product() == call.product {
                self.fact("", "its reference does not list this error")?;
            }
            let about: &[&str] = match error.kind() {
                Kind::Permission => &[CLASSIC, GRANULAR],
                Kind::RateLimited => &[LIMIT, DAILY],
                _ => &[],
            };
            for (label, text) in facts(operation) {
                if about.contains(&label) {
                    self.fact(label, &text)?;
                }
            }
        }
        Ok(())
    }
}
