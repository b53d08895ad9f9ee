//! Decides what to do about fifteen kinds of answers of the REST API, with `reqwest`.
//!
//! Run it with `cargo run --example rest_client --features json`. It talks to a small server of its
//! own, so that it needs neither an account nor the network.

use std::error::Error;
use std::time::Duration;

use zoom_errors::oauth::OauthTokenError;
use zoom_errors::response::Failure;
use zoom_errors::rest::meetings::MeetingsError;
use zoom_errors::{Guided, Kind, ZoomError};

pub(crate) mod answers;
pub(crate) mod loopback;

/// The clock of this example stands: 2025-08-22T10:53:20Z. A program asks `SystemTime::now`.
pub(crate) const NOW: Duration = Duration::from_secs(1_755_860_000);

/// What the program does after a call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// It succeeded.
    Go,
    /// Ask for a new access token, and send the call again.
    RenewToken,
    /// Send the user to the authorization link: the refresh token is of no use any more.
    Authorize,
    /// Add one of these scopes to the app.
    AddScope(Vec<String>),
    /// Send the call again after a pause.
    Wait(Duration),
    /// The thing is gone: forget its id.
    Forget,
    /// Tell the developer which fields are wrong.
    MendFields(Vec<String>),
    /// Tell whoever can change it what to do.
    Tell(Kind),
}

/// Decides by what the failure is, whatever product it is of.
pub(crate) fn next(failure: &Failure) -> Next {
    if failure.needs_new_token() {
        return Next::RenewToken;
    }
    if !failure.missing_scopes().is_empty() {
        return Next::AddScope(failure.missing_scopes().to_vec());
    }
    if let Some(pause) = failure.retry_at(NOW, 0).pause(NOW) {
        return Next::Wait(pause);
    }
    if failure.cause() == Some(OauthTokenError::InvalidGrant.into()) {
        return Next::Authorize;
    }
    if let Some(MeetingsError::MeetingNotFound) = failure.known() {
        return Next::Forget;
    }
    let fields = failure
        .errors()
        .iter()
        .filter_map(|error| error.field.clone());
    let fields: Vec<String> = fields.collect();
    if !fields.is_empty() {
        return Next::MendFields(fields);
    }
    Next::Tell(failure.kind().unwrap_or(Kind::Unspecified))
}

/// Makes a call.
fn call(
    client: &reqwest::blocking::Client,
    base: &str,
    call: &str,
) -> Result<Option<Failure>, Box<dyn Error>> {
    let (method, path) = call.split_once(' ').ok_or("no method")?;
    let method = reqwest::Method::from_bytes(method.as_bytes())?;
    let answer = client
        .request(method.clone(), format!("{base}{path}"))
        .send()?;
    // With feature `http` there is also `Failure::of_exchange`.
    let response = Failure::builder(answer.status().as_u16())
        .headers(answer.headers())
        .request(&method, answer.url());
    Ok(response.check(answer.bytes()?).err())
}

/// What came of a call.
pub(crate) struct Outcome {
    pub(crate) call: &'static str,
    pub(crate) next: Next,
    pub(crate) failure: Option<Failure>,
}

/// Makes every call, and says what comes next.
pub(crate) fn run(base: &str) -> Result<Vec<Outcome>, Box<dyn Error>> {
    let client = reqwest::blocking::Client::new();
    let mut outcomes = Vec::new();
    for known in answers::ANSWERS {
        let failure = call(&client, base, known.call)?;
        outcomes.push(Outcome {
            call: known.call,
            next: failure.as_ref().map_or(Next::Go, next),
            failure,
        });
    }
    Ok(outcomes)
}

fn main() -> Result<(), Box<dyn Error>> {
    for Outcome {
        call,
        next,
        failure,
    } in run(&loopback::start(answers::answer)?)?
    {
        println!("{call}: {next:?}");
        if let Some(failure) = failure {
            println!("  {failure}");
            let products = failure
                .candidates()
                .iter()
                .map(|one| one.error().product().id());
            if failure.cause().map(ZoomError::product).is_none() {
                println!("  may be of {:?}", products.collect::<Vec<_>>());
            }
        }
    }
    Ok(())
}
