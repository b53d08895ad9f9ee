//! Which codes and words somebody asks for.

use zoom_errors::{Class, Entry, ZoomError};

use crate::args::List;
use crate::label;

/// What all filters keep.
pub(crate) fn found(args: &List) -> Vec<ZoomError> {
    let words = args.words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    ZoomError::all()
        .filter(|entry| listed(args, *entry) && holds(*entry, &words))
        .collect()
}

/// The finer causes under a code may differ from it: the daily limit is spent until its reset,
/// though 429 in general is worth repeating. Either is what somebody may look for.
pub(crate) fn listed(args: &List, entry: ZoomError) -> bool {
    let mut told = std::iter::once(entry.entry()).chain(entry.reasons());
    within(args, entry) && told.any(|told| fits(args, told))
}

/// Whether a code is of the product and section that are asked for.
pub(crate) fn within(args: &List, entry: ZoomError) -> bool {
    let section = entry.class().map(Class::id);
    args.product
        .as_ref()
        .is_none_or(|scope| scope.holds(entry.product()))
        && (args.category.is_none() || args.category.as_deref() == section)
}

/// Whether a code or a finer cause is of the class that is asked for.
pub(crate) fn fits(args: &List, told: &Entry) -> bool {
    args.kind.is_none_or(|wanted| wanted == told.kind())
        && args.actor.is_none_or(|wanted| wanted == told.actor())
        // A success is neither worth repeating nor not.
        && args
            .retry
            .is_none_or(|wanted| told.kind().is_failure() && wanted == told.retry())
}

/// Whether the texts of a code or word hold every one of some words.
pub(crate) fn holds(entry: ZoomError, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut texts = vec![entry.summary()];
    texts.extend(label::names(entry));
    texts.extend(entry.causes());
    texts.extend(entry.raised_by());
    texts.extend(entry.remediation().steps());
    for reason in entry.reasons() {
        texts.extend([reason.name(), reason.summary()]);
        texts.extend(reason.message());
        texts.extend(reason.remediation().steps());
    }
    texts.extend(entry.responses().iter().map(|response| response.message()));
    // Words do not reach from one text into the next.
    let text = format!("{}\n{}", number(entry), texts.join("\n")).to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// The column of the code, which is never empty, so that columns can be counted.
pub(crate) fn number(entry: ZoomError) -> String {
    entry.code().map_or("-".to_owned(), |code| code.to_string())
}
