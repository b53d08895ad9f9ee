//! Generic code over [`ErrorCode`]: a retry loop that knows no product.

use std::time::Duration;

use zoom_errors::video_sdk_web::VideoSdkWebError;
use zoom_errors::{ErrorCode, Guided, Observed, Retry};

/// Repeats a call as long as waiting alone can help, at most `attempts` times.
fn with_retries<T, E: ErrorCode>(
    attempts: u32,
    mut pause: impl FnMut(Duration),
    mut call: impl FnMut() -> Result<T, Observed<E>>,
) -> Result<T, Observed<E>> {
    let mut attempt = 0;
    loop {
        let failure = match call() {
            Ok(value) => return Ok(value),
            Err(failure) => failure,
        };
        attempt += 1;
        if attempt >= attempts || failure.retry() != Some(Retry::Backoff) {
            return Err(failure);
        }
        pause(Duration::from_secs(1 << attempt.min(5)));
    }
}

fn main() {
    // Fails twice with a time-out, then succeeds.
    let mut codes = [1, 1].into_iter();
    let joined = with_retries(
        5,
        |pause| println!("waiting {pause:?}"),
        || match codes.next() {
            Some(code) => Err(VideoSdkWebError::observe(code)),
            None => Ok("joined"),
        },
    );
    println!("{joined:?}");

    // A wrong passcode is not repeated.
    let refused: Result<(), _> = with_retries(5, |_| (), || Err(VideoSdkWebError::observe(3004)));
    println!("{}", refused.unwrap_err());
}
