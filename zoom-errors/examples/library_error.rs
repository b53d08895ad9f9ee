//! A client library wraps [`ZoomError`] in its own error.

use std::error::Error;
use std::fmt;

use zoom_errors::rest_api::RestApiError;
use zoom_errors::{Product, Retry, UnknownCode, ZoomError};

/// The error of an imaginary client library.
#[derive(Debug)]
enum ClientError {
    /// Zoom answered with a listed code.
    Zoom {
        error: ZoomError,
        tracking_id: String,
    },
    /// Zoom answered with a code that is not listed.
    Unlisted(UnknownCode),
    /// The request did not get through.
    Transport(std::io::Error),
}

impl ClientError {
    fn from_answer(code: i64, tracking_id: &str) -> Self {
        match RestApiError::try_from(code) {
            Ok(error) => ClientError::Zoom {
                error: error.into(),
                tracking_id: tracking_id.to_owned(),
            },
            Err(unlisted) => ClientError::Unlisted(unlisted),
        }
    }

    /// Whether the library itself may send the request once more.
    fn is_retryable(&self) -> bool {
        match self {
            ClientError::Zoom { error, .. } => error.retry() == Retry::Backoff,
            ClientError::Unlisted(unlisted) => {
                let class = i32::try_from(unlisted.code())
                    .ok()
                    .and_then(|code| ZoomError::class_of(Product::ApiResponse, code));
                class
                    .and_then(|class| class.guidance())
                    .is_some_and(|guidance| guidance.retry().helps_unchanged())
            }
            ClientError::Transport(_) => true,
        }
    }
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClientError::Zoom { tracking_id, .. } => {
                write!(f, "Zoom refused the request (tracking id {tracking_id})")
            }
            ClientError::Unlisted(_) => f.write_str("Zoom refused the request"),
            ClientError::Transport(_) => f.write_str("Zoom could not be reached"),
        }
    }
}

impl Error for ClientError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ClientError::Zoom { error, .. } => Some(error),
            ClientError::Unlisted(unlisted) => Some(unlisted),
            ClientError::Transport(error) => Some(error),
        }
    }
}

fn main() {
    let timeout = std::io::Error::from(std::io::ErrorKind::TimedOut);
    let failures = [
        ClientError::from_answer(429, "v=2.0;clid=us04"),
        ClientError::from_answer(503, ""),
        ClientError::Transport(timeout),
    ];
    for failure in failures {
        println!("{failure} (retry: {})", failure.is_retryable());
        if let Some(source) = failure.source() {
            println!("  because: {source}");
        }
    }
}
