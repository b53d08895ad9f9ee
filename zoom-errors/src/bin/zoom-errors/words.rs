//! Phrases for the closed lists of words.

use zoom_errors::{Actor, Advice, Retry, SourceKind};

/// Who must act, as the subject of a sentence.
pub(crate) fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Nobody => "nobody",
        Actor::Developer => "the developer",
        Actor::EndUser => "the end user",
        Actor::Host => "the host",
        Actor::AccountAdmin => "an account administrator",
        Actor::Zoom => "Zoom",
    }
}

/// Whether repeating the call helps, as an answer to that question.
pub(crate) fn retry(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "no, repeating cannot succeed",
        Retry::AfterFix => "after the fix",
        Retry::Backoff => "yes, with growing pauses",
        Retry::AtReset => "not before the instant that the answer states",
    }
}

/// The same in a few words, for a line of a log.
pub(crate) fn retry_short(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "do not retry",
        Retry::AfterFix => "retry after the fix",
        Retry::Backoff => "retry with growing pauses",
        Retry::AtReset => "retry at the reset",
    }
}

/// Whose advice it is.
pub(crate) fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Documented => "from the source below",
        _ => "advice of this project; the source gives none",
    }
}

/// What to bear in mind about a source, where there is something.
pub(crate) fn source(kind: SourceKind) -> Option<&'static str> {
    match kind {
        SourceKind::Declarations => Some("type declarations"),
        SourceKind::Header => Some("native header"),
        SourceKind::Package => Some("shipped program code, no documentation"),
        SourceKind::Standard => Some("a public standard"),
        SourceKind::Relayed => Some("told by another public source"),
        _ => None,
    }
}
