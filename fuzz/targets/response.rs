//! A whole response, written like one: status, the caller's time, and the request in the first line,
//! then headers, an empty line, and the body.
#![no_main]

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use libfuzzer_sys::fuzz_target;
use zoom_errors::payload::RestBody;
use zoom_errors::response::{Failure, RetryAt};
use zoom_errors::rest_api::RestApiError;
use zoom_errors::{Guided, Operation, Retry};
use zoom_errors_fuzz::{assert_line, assert_shown};

fuzz_target!(|data: &[u8]| {
    let Some(response) = Response::read(data) else {
        return;
    };
    for failure in [response.failure(false), response.failure(true)] {
        assert_shown(&failure);
        failure
            .notes()
            .for_each(|note| assert_line(&note.to_string()));
        keeps_what_came(&failure, &response);
        for now in [response.now, 0, u64::MAX] {
            for attempt in [0, 3, u32::MAX] {
                retry(&failure, Duration::from_secs(now), attempt);
            }
        }
    }
    headers_in_any_case(&response);
    types_of_http(&response);
});

struct Response<'a> {
    status: u16,
    now: u64,
    request: &'a str,
    headers: Vec<(&'a str, &'a [u8])>,
    body: &'a [u8],
}

impl<'a> Response<'a> {
    fn read(data: &'a [u8]) -> Option<Self> {
        let (first, mut rest) = line(data)?;
        let (status, first) = std::str::from_utf8(first).ok()?.split_once(' ')?;
        let (now, request) = first.split_once(' ').unwrap_or((first, ""));
        let mut headers = Vec::new();
        loop {
            let (header, behind) = line(rest)?;
            rest = behind;
            if header.is_empty() {
                break;
            }
            let colon = header.iter().position(|byte| *byte == b':')?;
            let name = std::str::from_utf8(&header[..colon]).ok()?;
            headers.push((name, &header[colon + 1..]));
        }
        Some(Self {
            status: status.parse().ok()?,
            now: now.parse().ok()?,
            request,
            headers,
            body: rest,
        })
    }

    fn failure(&self, with_request: bool) -> Failure {
        let response = Failure::builder(self.status).headers(self.headers.clone());
        match self.request.split_once(' ') {
            Some((method, address)) if with_request => response.request(method, address),
            _ => response,
        }
        .body(self.body)
    }
}

fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((&text[..end], &text[end + 1..]))
}

fn keeps_what_came(failure: &Failure, response: &Response<'_>) {
    assert_eq!(failure.status(), i32::from(response.status));
    assert_eq!(*failure.body(), RestBody::from_json(response.body));
    assert_eq!(failure.is_rate_limited(), response.status == 429);
    // A body code of 429 is a rate limit only under the status 429.
    if failure.known() == Some(RestApiError::RateLimited) {
        assert!(failure.is_rate_limited());
    }
    if let (Some(operation), Some(product)) = (failure.operation(), failure.product()) {
        assert_eq!(operation.product(), product);
        assert_eq!(
            Operation::find(operation.method(), operation.path()),
            Some(operation)
        );
    }
    assert!(!failure.needs_new_token() || failure.missing_scopes().is_empty());
}

fn retry(failure: &Failure, now: Duration, attempt: u32) {
    let at = failure.retry_at(now, attempt);
    match failure.retry() {
        Some(Retry::Never) => assert_eq!(at, RetryAt::Never),
        Some(Retry::AfterFix) | None => assert_eq!(at, RetryAt::AfterFix),
        Some(Retry::Backoff | Retry::AtReset) => {
            let pause = at.pause(now).expect("waiting helps");
            assert!(pause <= Duration::from_secs(86_400), "{at:?} from {now:?}");
        }
    }
}

fn headers_in_any_case(response: &Response<'_>) {
    let lower = response.headers.iter();
    let lower = lower.map(|(name, value)| (name.to_ascii_lowercase(), *value));
    let same = Failure::builder(response.status)
        .headers(lower)
        .body(response.body);
    assert_eq!(response.failure(false), same);
}

/// Both ways in say the same.
fn types_of_http(response: &Response<'_>) {
    let mut map = HeaderMap::new();
    for (name, value) in &response.headers {
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
            map.append(name, value);
        }
    }
    let Ok(status) = StatusCode::from_u16(response.status) else {
        return;
    };
    let pairs = map
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_bytes()));
    let parts = Failure::builder(response.status)
        .headers(pairs)
        .body(response.body);
    assert_eq!(Failure::from_response(status, &map, response.body), parts);
}
