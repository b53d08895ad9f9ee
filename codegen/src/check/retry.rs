//! Steps that contradict `retry`.

use super::advised::Advised;
use super::words::{prose, words};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Spanned;

pub(super) fn check(advised: &Advised<'_>, report: &mut impl FnMut(Problem)) {
    let Some(retry) = advised.retry.filter(|_| !advised.steps.is_empty()) else {
        return;
    };
    let silent = |message: &str, help: &str| {
        let problem = Problem::new(Rule::RetryMismatch, retry.span, message).help(help);
        match advised.steps.first().filter(|_| advised.inherited) {
            Some(first) => problem.related(first.span, "the steps of the code hold here too"),
            None => problem,
        }
    };
    let mut steps = advised.steps.iter();
    match retry.value {
        "backoff" if !steps.any(|step| waits(&step.value)) => report(silent(
            "no step says to wait or to repeat",
            "say after how long to do what again, or choose another `retry`",
        )),
        "at_reset" if !steps.any(|step| names_instant(&step.value)) => report(silent(
            "no step says until when to wait",
            "say where the instant is found, such as the header `Retry-After`",
        )),
        "never" => steps.for_each(|step| never(retry, step, advised.inherited, report)),
        _ => {}
    }
}

fn never(
    retry: &Spanned<&'static str>,
    step: &Spanned<String>,
    inherited: bool,
    report: &mut impl FnMut(Problem),
) {
    let Some(word) = advises_retry(&step.value) else {
        return;
    };
    let (at, other, whose, label) = match inherited {
        false => (step.span, retry.span, "this", "retrying is ruled out here"),
        true => (
            retry.span,
            step.span,
            "an inherited",
            "it stands under the code",
        ),
    };
    report(
        Problem::new(
            Rule::RetryMismatch,
            at,
            format!("{whose} step advises to {word}, yet `retry` is `never`"),
        )
        .related(other, label)
        .help("say what to do instead, or choose another `retry`"),
    );
}

/// Beginnings of words that speak of waiting or repeating.
#[rustfmt::skip]
const WAITING: &[&str] = &[
    "wait", "retry", "retri", "repeat", "pause", "delay", "backoff", "redeliver", "resend",
    "reconnect", "rejoin", "until",
];

/// Words with such a beginning that tell of the failure: "if it happens repeatedly".
const OF_THE_FAILURE: &[&str] = &["repeated", "repeatedly"];

/// The same, unless they only say that the failure came back: "report it if it fails again".
const MAYBE_WAITING: &[&str] = &["again", "later", "more"];

/// Words that turn what follows in the same clause.
const NOT: &[&str] = &[
    "not", "never", "no", "without", "cannot", "don't", "nor", "neither",
];

/// Words that advise against what follows in the same clause.
const AGAINST: &[&str] = &[
    "nobody", "nothing", "than", "instead", "stop", "avoid", "refuse", "disable", "hide", "off",
    "prevent", "remove", "drop",
];

/// Words after which "again" tells of the failure, not of the call.
const CONDITION: &[&str] = &["if", "when", "whenever", "should", "unless"];

/// Parts of a step in which one word can turn another.
fn clauses(step: &str) -> impl Iterator<Item = Vec<String>> {
    let step = prose(step).replace(" then ", ", ").replace(" but ", ", ");
    let clauses: Vec<_> = step
        .split(['.', ';', ':', ',', '(', ')'])
        .map(words)
        .collect();
    clauses.into_iter()
}

fn before(clause: &[String], at: usize, words: &[&str]) -> bool {
    clause[..at]
        .iter()
        .any(|word| words.contains(&word.as_str()))
}

/// Whether the "more" at this place is that of "once more".
fn ends_once_more(clause: &[String], at: usize) -> bool {
    clause[..at].last().is_some_and(|word| word == "once")
}

/// Whether a step speaks of waiting or repeating.
fn waits(step: &str) -> bool {
    let header = step.to_ascii_lowercase().contains("retry-after");
    header
        || clauses(step).any(|clause| {
            clause.iter().enumerate().any(|(at, word)| {
                let surely = WAITING.iter().any(|start| word.starts_with(start))
                    && !OF_THE_FAILURE.contains(&word.as_str())
                    || (word == "back" && clause.get(at + 1).is_some_and(|next| next == "off"));
                let perhaps = MAYBE_WAITING.contains(&word.as_str())
                    && !before(&clause, at, CONDITION)
                    && (word != "more" || ends_once_more(&clause, at));
                (surely || perhaps) && !before(&clause, at, NOT)
            })
        })
}

/// Words of which an `at_reset` code's steps hold at least one.
const INSTANT: &[&str] = &[
    "until", "reset", "resets", "instant", "midnight", "tomorrow",
];

fn names_instant(step: &str) -> bool {
    let words = words(step);
    words.iter().any(|word| INSTANT.contains(&word.as_str()))
        || words
            .windows(2)
            .any(|pair| pair[0] == "retry" && pair[1] == "after")
        || words.windows(2).any(|pair| {
            pair[0] == "next" && ["day", "hour", "month", "week"].contains(&pair[1].as_str())
        })
}

/// Verbs that make "again" mean the call.
const CALLING: &[&str] = &[
    "try", "call", "send", "join", "start", "connect", "request", "submit", "run", "open", "log",
    "sign", "upload",
];

/// Words that make it another call, or the same on another occasion.
const OTHER: &[&str] = &["only", "next", "another", "other", "different"];

/// How a step tells the reader to repeat the call, unless the clause turns it.
fn advises_retry(step: &str) -> Option<&'static str> {
    clauses(step).find_map(|clause| {
        let at = clause.iter().enumerate().position(|(at, word)| {
            let other = || clause.iter().any(|word| OTHER.contains(&word.as_str()));
            match word.as_str() {
                "retry" | "retrying" => true,
                "repeat" | "repeating" => !other(),
                "again" | "more" => {
                    let whole = word == "again" || ends_once_more(&clause, at);
                    let of_call = before(&clause, at, CALLING) && !before(&clause, at, CONDITION);
                    whole && of_call && !other()
                }
                _ => false,
            }
        })?;
        let turned = before(&clause, at, NOT) || before(&clause, at, AGAINST);
        (!turned).then_some(match clause[at].as_str() {
            "retry" | "retrying" => "retry",
            "repeat" | "repeating" => "repeat the call",
            _ => "try again",
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_is_found_unless_it_is_denied_or_only_the_failure_repeats() {
        for step in [
            "Wait a few seconds and call `join` anew.",
            "Back off from one second upwards.",
            "Queue commands until the channel is connected.",
            "Call `SDKAuth` again after 10 seconds.",
            "Start audio once more after a few seconds.",
            "Honour the header `Retry-After` of the answer.",
            "Leave the event to the redeliveries of the next hour.",
            "Stop automatic rejoins and pause for some minutes.",
        ] {
            assert!(waits(step), "{step}");
        }
        for step in [
            "Do not wait for the event.",
            "Report the session name if it fails again.",
            "Report the session name if it fails repeatedly.",
            "Send more details to Zoom.",
            "Compare the constant `WAIT_TIMEOUT` with yours.",
            "Check the signature on the server.",
        ] {
            assert!(!waits(step), "{step}");
        }
    }

    #[test]
    fn advice_to_repeat_is_found_unless_it_is_denied_or_another_call_is_meant() {
        for step in [
            "Retry the request.",
            "Check the number, then retry.",
            "Fetch a token and try the join again later.",
            "Unsubscribe, wait and subscribe to it; call once more.",
            "Stop the share, then retry it.",
            "Repeat the call after a minute.",
        ] {
            assert!(advises_retry(step).is_some(), "{step}");
        }
        for step in [
            "Do not retry the request.",
            "Take the user out instead of retrying.",
            "Join again only for a new occurrence.",
            "Switch off automatic rejoining and the retry button.",
            "Start a session if the user is to take part again.",
            "Read the header `Retry-After`.",
            "Repeat the lesson in another meeting.",
        ] {
            assert_eq!(advises_retry(step), None, "{step}");
        }
    }
}
