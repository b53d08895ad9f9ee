//! Which codes and words somebody asks for.

use zoom_errors::{Actor, Class, Kind, Retry, ZoomError};

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
fn listed(args: &List, entry: ZoomError) -> bool {
    let finer = entry.reasons().iter();
    let finer = finer.map(|reason| (reason.kind(), reason.actor(), reason.retry()));
    let mut verdicts = std::iter::once((entry.kind(), entry.actor(), entry.retry())).chain(finer);
    let section = entry.class().map(Class::id);
    args.product
        .as_ref()
        .is_none_or(|scope| scope.holds(entry.product()))
        && (args.category.is_none() || args.category.as_deref() == section)
        && verdicts.any(|(kind, actor, retry)| fits(args, kind, actor, retry))
}

fn fits(args: &List, kind: Kind, actor: Actor, retry: Retry) -> bool {
    args.kind.is_none_or(|wanted| wanted == kind)
        && args.actor.is_none_or(|wanted| wanted == actor)
        // A success is neither worth repeating nor not.
        && args
            .retry
            .is_none_or(|wanted| kind.is_failure() && wanted == retry)
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
