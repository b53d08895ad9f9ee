//! A library's own error type around the typed codes, and a program that only reports them.
//!
//! Run it with `cargo run --example wrapping`.

use anyhow::Context;
use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{Observed, Retry};

/// What a library of your own returns: `#[source]` keeps the typed code.
#[derive(Debug, thiserror::Error)]
enum JoinError {
    #[error("could not join session `{topic}`")]
    Refused {
        topic: String,
        #[source]
        code: Observed<VideoSdkWebError>,
    },
}

fn join(topic: &str, code: i32) -> Result<(), JoinError> {
    Err(JoinError::Refused {
        topic: topic.to_owned(),
        code: VideoSdkWebError::observe(code),
    })
}

fn start_lesson(code: i32) -> anyhow::Result<()> {
    join("lesson 7", code).context("the lesson did not start")
}

/// Finds the code again, however many wrappers lie around it.
fn code_in(error: &anyhow::Error) -> Option<Observed<VideoSdkWebError>> {
    error
        .chain()
        .find_map(|cause| cause.downcast_ref().copied())
}

fn main() {
    for code in [5012, 2, 5999] {
        let Err(error) = start_lesson(code) else {
            continue;
        };
        // `{:#}` writes the whole chain in one line.
        println!("{error:#}");
        let observed = code_in(&error);
        match (observed.and_then(Observed::known), observed) {
            (Some(known), _) if known.retry() == Retry::AfterFix => {
                println!("{}", known.remediation());
            }
            (Some(known), _) => println!("-> {}", known.retry()),
            (None, Some(code)) => println!("-> look {} up: it is new", code.code()),
            (None, None) => println!("-> not an error of Zoom"),
        }
    }
}
