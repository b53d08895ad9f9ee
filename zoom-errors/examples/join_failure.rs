//! An application handles a failed join: the compiler checks that no code is forgotten.
//!
//! `cargo run --example join_failure 3004`

use zoom_errors::meeting_sdk_web::{MeetingSdkWebCategory as Category, MeetingSdkWebError as E};
use zoom_errors::{Actor, Retry};

/// What the application does next.
#[derive(Debug, PartialEq)]
enum Next {
    AskForPasscode,
    SignAgain,
    JoinLater { seconds: u32 },
    Tell(&'static str),
    Page(&'static str),
}

fn next(error: E) -> Next {
    match error {
        E::WrongMeetingPassword => Next::AskForPasscode,
        E::SignatureExpired => Next::SignAgain,
        E::MeetingNotStart => Next::JoinLater { seconds: 30 },
        // For all others the class of the failure is enough to decide.
        other => match (other.retry(), other.actor()) {
            (Retry::Backoff | Retry::AtReset, _) => Next::JoinLater { seconds: 5 },
            (_, Actor::Developer | Actor::Zoom) => Next::Page(other.summary()),
            (_, Actor::EndUser | Actor::Host | Actor::AccountAdmin | Actor::Nobody) => {
                Next::Tell(other.summary())
            }
        },
    }
}

fn main() {
    let code = std::env::args()
        .nth(1)
        .and_then(|code| code.parse().ok())
        .unwrap_or(3712);
    let observed = E::observe(code);
    match observed.known() {
        Some(error) => {
            println!("{error:#}\n");
            println!("next: {:?}", next(error));
        }
        // Zoom may be ahead of this crate; the number is kept for the log.
        None => println!("{observed}"),
    }
    println!(
        "{} codes concern sign-in",
        Category::Authentication.errors().count()
    );
}
