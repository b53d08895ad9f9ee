//! Handles three failures of the REST API: a spent daily limit, invalid fields, an expired token.
//!
//! Run it with `cargo run --example rest_client --features http`. It talks to a small server of
//! its own, so that it needs neither an account nor the network.

use std::error::Error;
use std::fmt::Write;

use zoom_errors::Retry;
use zoom_errors::payload::TokenError;
use zoom_errors::rest_api::{Failure, RestApiError, RetryAt, ValidationFailedReason};

pub(crate) mod loopback;

/// The clock of this example stands: 2025-08-22T10:53:20Z. A program asks `SystemTime::now`.
const NOW: i64 = 1_755_860_000;

/// A call that did not succeed. A failure is large, so that it is boxed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CallError {
    #[error("Zoom refused the call")]
    Zoom(#[from] Box<Failure>),
    #[error("no access token")]
    Token(#[from] TokenError),
    #[error("the call did not get through")]
    Transport(#[from] ureq::Error),
}

struct Client {
    agent: ureq::Agent,
    base: String,
    token: &'static str,
}

impl Client {
    fn new(base: String) -> Client {
        // Otherwise `ureq` turns a status into an error and drops the body.
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        Client {
            agent: config.build().into(),
            base,
            token: "expired",
        }
    }

    fn post(&self, path: &str, body: &str) -> Result<String, CallError> {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request.header("Authorization", format!("Bearer {}", self.token));
        let (parts, mut answer) = request.send(body)?.into_parts();
        let answer = answer.read_to_vec()?;
        if parts.status.is_success() {
            return Ok(String::from_utf8_lossy(&answer).into_owned());
        }
        let failure = Failure::from_response(parts.status, &parts.headers, answer);
        Err(Box::new(failure).into())
    }

    /// Sends a call again after renewing the token, once.
    fn post_renewing(&mut self, path: &str, body: &str) -> Result<String, CallError> {
        match self.post(path, body) {
            Err(CallError::Zoom(failure))
                if failure.error() == Some(RestApiError::Unauthorized.into()) =>
            {
                self.renew()?;
                self.post(path, body)
            }
            other => other,
        }
    }

    fn renew(&mut self) -> Result<(), CallError> {
        let mut answer = self
            .agent
            .post(format!("{}/oauth/token", self.base))
            .send_empty()?;
        if !answer.status().is_success() {
            return Err(TokenError::from_json(answer.body_mut().read_to_vec()?).into());
        }
        self.token = "fresh";
        Ok(())
    }
}

/// What a program would do about a failure.
fn advise(failure: &Failure) -> String {
    let mut advice = match failure.retry_at(NOW) {
        RetryAt::At(instant) => format!("wait {} seconds", instant - NOW),
        RetryAt::Backoff { seconds } => format!("wait {seconds} seconds, then longer"),
        RetryAt::AfterFix => "mend the request".to_owned(),
        RetryAt::Never => "give up".to_owned(),
    };
    if failure.reason() == Some(ValidationFailedReason::InvalidFields) {
        for error in failure.errors() {
            let field = error.field.as_deref().unwrap_or("?");
            let message = error.message.as_deref().unwrap_or("?");
            let _ = write!(advice, "; {field}: {message}");
        }
    }
    advice
}

/// Makes the calls, and says what came of them.
pub(crate) fn run(base: String) -> Result<Vec<String>, Box<dyn Error>> {
    let mut client = Client::new(base);
    let mut lines = Vec::new();
    for path in ["/v2/users", "/v2/meetings", "/v2/webinars"] {
        match client.post_renewing(path, "{}") {
            Ok(body) => lines.push(format!("{path}: {body}")),
            Err(CallError::Zoom(failure)) => {
                lines.push(format!("{path}: {failure}"));
                lines.push(format!("{path}: {}", advise(&failure)));
                if failure.retry() == Some(Retry::AtReset) {
                    lines.push(format!("{path}: {:?}", failure.rate_limit));
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(lines)
}

/// The answers of the server: the users' daily limit is spent, and a meeting has bad fields.
pub(crate) fn answer(request: &str, headers: &str) -> loopback::Answer {
    let path = request.split(' ').nth(1).unwrap_or_default();
    let expired = headers.contains("authorization: bearer expired");
    let (status, headers, body): (u16, &[_], _) = match path {
        "/oauth/token" => (200, &[], r#"{"access_token": "fresh", "expires_in": 3599}"#),
        _ if expired => (
            401,
            &[],
            r#"{"code": 124, "message": "Access token is expired."}"#,
        ),
        "/v2/users" => (
            429,
            &[
                ("X-RateLimit-Category", "Heavy"),
                ("X-RateLimit-Type", "Daily-limit"),
                ("X-RateLimit-Limit", "30000"),
                ("X-RateLimit-Remaining", "0"),
                ("Retry-After", "2025-08-23T00:00:00Z"),
                ("x-zm-trackingid", "v=2.0;clid=us02;rid=WEB_1"),
            ],
            r#"{"code": 429, "message": "You have reached the maximum daily rate limit for this API."}"#,
        ),
        "/v2/meetings" => (
            400,
            &[("Content-Type", "application/json")],
            r#"{"code": 300, "message": "Validation Failed.", "errors": [
                {"field": "start_time", "message": "Invalid field."},
                {"field": "type", "message": "Invalid field."}]}"#,
        ),
        _ => (201, &[], r#"{"id": 95204914252}"#),
    };
    loopback::Answer {
        status,
        headers,
        body,
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in run(loopback::start(answer)?)? {
        println!("{line}");
    }
    Ok(())
}
