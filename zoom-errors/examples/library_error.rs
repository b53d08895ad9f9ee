//! A client library wraps [`Failure`] in its own error.
//!
//! Run it with `cargo run --example library_error --features json`.

use std::error::Error;
use std::fmt;

use zoom_errors::response::Failure;
use zoom_errors::{Guided, Retry};

/// The error of an imaginary client library. A failure is one pointer, so that it needs no box.
#[derive(Debug)]
enum ClientError {
    /// Zoom refused the call.
    Zoom(Failure),
    /// The request did not get through.
    Transport(std::io::Error),
}

impl ClientError {
    /// Whether the library itself may send the request once more.
    fn is_retryable(&self) -> bool {
        match self {
            ClientError::Zoom(failure) => failure.retry().is_some_and(Retry::helps_unchanged),
            ClientError::Transport(_) => true,
        }
    }
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClientError::Zoom(failure) => {
                let id = failure.tracking_id().unwrap_or("none");
                write!(f, "Zoom refused the request (tracking id {id})")
            }
            ClientError::Transport(_) => f.write_str("Zoom could not be reached"),
        }
    }
}

impl Error for ClientError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ClientError::Zoom(failure) => Some(failure),
            ClientError::Transport(error) => Some(error),
        }
    }
}

/// A call of the library, here with what Zoom answered.
fn call(request: &str, status: u16, body: &str) -> Result<(), ClientError> {
    let (method, path) = request.split_once(' ').unwrap_or_default();
    Failure::builder(status)
        .headers([("x-zm-trackingid", "v=2.0;clid=us04")])
        .request(method, path)
        .check(body)
        .map_err(ClientError::Zoom)
}

fn main() {
    let timeout = std::io::Error::from(std::io::ErrorKind::TimedOut);
    let outcomes = [
        call("GET /users/me", 200, r#"{"id": "z8yCxTTTTSiw02QgCAp8uQ"}"#),
        call(
            "GET /meetings/1",
            404,
            r#"{"code": 3001, "message": "Meeting does not exist: 1."}"#,
        ),
        call("GET /users", 503, ""),
        Err(ClientError::Transport(timeout)),
    ];
    for failure in outcomes.into_iter().filter_map(Result::err) {
        println!("{failure} (retry: {})", failure.is_retryable());
        if let Some(source) = failure.source() {
            println!("  because: {source}");
        }
    }
}
