//! Sends calls again as long as that helps, and when Zoom says so, with the crate `backon`.
//!
//! Run it with `cargo run --example retry --features json`. It talks to a small server of its own,
//! and only notes the pauses that a program would sleep.

use std::error::Error;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use zoom_errors::response::Failure;

pub(crate) mod loopback;

/// The clock of this example stands: 2025-08-22T10:53:20Z. A program asks `SystemTime::now`.
const NOW: Duration = Duration::from_secs(1_755_860_000);

/// A call that did not succeed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CallError {
    #[error("Zoom refused the call: {0}")]
    Zoom(#[source] Failure),
    #[error("the call did not get through")]
    Transport(#[from] reqwest::Error),
}

impl CallError {
    /// How long to wait before the call is sent again; nothing if that does not help.
    fn pause(&self, attempt: u32) -> Option<Duration> {
        match self {
            CallError::Zoom(failure) => failure.retry_at(NOW, attempt).pause(NOW),
            CallError::Transport(_) => Some(Duration::from_secs(1)),
        }
    }
}

async fn get(client: &reqwest::Client, base: &str, path: &str) -> Result<String, CallError> {
    let answer = client.get(format!("{base}{path}")).send().await?;
    let response = Failure::builder(answer.status().as_u16())
        .headers(answer.headers())
        .request("GET", path);
    let body = answer.text().await?;
    response.check(&body).map_err(CallError::Zoom)?;
    Ok(body)
}

/// Gets a resource, up to four times; notes the pauses between.
async fn get_patiently(
    base: &str,
    path: &str,
    pauses: &mut Vec<Duration>,
) -> Result<String, CallError> {
    let client = reqwest::Client::new();
    let attempt = AtomicU32::new(0);
    (|| get(&client, base, path))
        .retry(ExponentialBuilder::default().with_max_times(3))
        // A program that sleeps gives `tokio::time::sleep` here.
        .sleep(|_| std::future::ready(()))
        .notify(|_, pause| pauses.push(pause))
        .when(|error: &CallError| error.pause(0).is_some())
        // The pause of `backon` gives way to the one that the answer asks for.
        .adjust(|error, suggested| {
            suggested?;
            error.pause(attempt.fetch_add(1, Ordering::Relaxed))
        })
        .await
}

/// Gets each path, and says what came of it.
pub(crate) fn run(base: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut lines = Vec::new();
    for path in ["/v2/users/me", "/v2/users", "/v2/meetings/85746065432"] {
        let mut pauses = Vec::new();
        let outcome = match runtime.block_on(get_patiently(base, path, &mut pauses)) {
            Ok(body) => body,
            Err(error) => error.to_string(),
        };
        lines.push(format!("{path}: pauses {pauses:?}: {outcome}"));
    }
    Ok(lines)
}

/// The first path is busy twice, the second has a spent daily limit, and the third is gone.
pub(crate) fn answer(request: &str, _: &str) -> loopback::Answer {
    static BUSY: AtomicU32 = AtomicU32::new(0);
    let path = request.split(' ').nth(1).unwrap_or_default();
    let (status, headers, body): (u16, &[_], _) = match path {
        "/v2/users/me" if BUSY.fetch_add(1, Ordering::Relaxed) < 2 => (503, &[], ""),
        "/v2/users/me" => (200, &[], r#"{"id": "KDcuGIm1QgePTO8WbOqwIQ"}"#),
        "/v2/users" => (
            429,
            &[
                ("X-RateLimit-Type", "Daily-limit"),
                ("Retry-After", "2025-08-23T00:00:00Z"),
            ],
            r#"{"code": 429, "message": "You have reached the maximum daily rate limit for this API."}"#,
        ),
        _ => (
            404,
            &[],
            r#"{"code": 3001, "message": "Meeting does not exist: 85746065432."}"#,
        ),
    };
    loopback::Answer {
        status,
        headers,
        body,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in run(&loopback::start(answer)?)? {
        println!("{line}");
    }
    Ok(())
}
