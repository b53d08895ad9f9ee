//! A whole response, written like one: status and the caller's time in the first line, then
//! headers, an empty line, and the body.
#![no_main]

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use libfuzzer_sys::fuzz_target;
use zoom_errors::payload::RestBody;
use zoom_errors::rest_api::{Failure, RestApiError, RetryAfter, RetryAt};
use zoom_errors::{Retry, ZoomError};
use zoom_errors_fuzz::{assert_line, assert_shown};

fuzz_target!(|data: &[u8]| {
    let Some(response) = Response::read(data) else {
        return;
    };
    let failure = Failure::from_parts(response.status, response.headers.clone(), response.body);
    assert_shown(&failure);
    failure
        .notes()
        .for_each(|note| assert_line(&note.to_string()));
    keeps_both_codes(&failure, &response);
    for now in [response.now, 0, i64::MIN, i64::MAX] {
        retry(&failure, now);
    }
    headers_in_any_case(&failure, &response);
    types_of_http(&response);
});

struct Response<'a> {
    status: u16,
    now: i64,
    headers: Vec<(&'a str, &'a [u8])>,
    body: &'a [u8],
}

impl<'a> Response<'a> {
    fn read(data: &'a [u8]) -> Option<Self> {
        let (first, mut rest) = line(data)?;
        let (status, now) = std::str::from_utf8(first).ok()?.split_once(' ')?;
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
            headers,
            body: rest,
        })
    }
}

fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((&text[..end], &text[end + 1..]))
}

fn keeps_both_codes(failure: &Failure, response: &Response<'_>) {
    assert_eq!(failure.status.code(), i32::from(response.status));
    assert_eq!(failure.body, RestBody::from_json(response.body));
    assert_eq!(failure.is_rate_limited(), response.status == 429);
    // A body code of 429 is a rate limit only under the status 429.
    let limit = Some(ZoomError::from(RestApiError::TooManyRequests));
    assert_eq!(failure.error() == limit, response.status == 429);
    if let Some(reason) = failure.reason_info() {
        let reasons = failure.error().map(ZoomError::reasons).unwrap_or_default();
        assert!(reasons.contains(reason), "{failure:?}");
    }
}

fn retry(failure: &Failure, now: i64) {
    let at = failure.retry_at(now);
    let after = failure.rate_limit.retry_after;
    match failure.retry() {
        Some(Retry::Never) => assert_eq!(at, RetryAt::Never),
        Some(Retry::AfterFix) | None => assert_eq!(at, RetryAt::AfterFix),
        Some(Retry::Backoff | Retry::AtReset) => match (at, after) {
            (RetryAt::At(instant), Some(after)) => {
                assert!(instant >= now, "back in time: {instant} < {now}");
                match after {
                    RetryAfter::At(stated) => assert!(instant == stated || instant == now),
                    RetryAfter::Seconds(seconds) => {
                        assert_eq!(instant, now.saturating_add_unsigned(seconds));
                    }
                }
            }
            (RetryAt::Backoff { seconds }, None) => assert!(seconds > 0),
            _ => panic!("{at:?} for {failure:?}"),
        },
    }
}

fn headers_in_any_case(failure: &Failure, response: &Response<'_>) {
    let lower = response.headers.iter();
    let lower = lower.map(|(name, value)| (name.to_ascii_lowercase(), *value));
    let same = Failure::from_parts(response.status, lower, response.body);
    assert_eq!(*failure, same);
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
    let parts = Failure::from_parts(response.status, pairs, response.body);
    assert_eq!(Failure::from_response(status, &map, response.body), parts);
}
