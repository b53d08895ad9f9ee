//! Rate limits and `Retry-After`: when to send a call again.

use std::time::Duration;

use zoom_errors::payload::{Note, Problem};
use zoom_errors::response::{Failure, RateLimitCategory, RateLimitType, RetryAfter, RetryAt};
use zoom_errors::rest_api::RateLimitedReason;
use zoom_errors::{Guided, Kind, Limit, Operation, Retry};

/// 2025-08-22T10:53:20Z.
const NOW: Duration = Duration::from_secs(1_755_860_000);
const MIDNIGHT: Duration = Duration::from_secs(1_755_907_200);
const DAILY: (&str, &str) = ("X-RateLimit-Type", "Daily-limit");

fn limited(headers: &[(&str, &str)], body: &str) -> Failure {
    Failure::builder(429)
        .headers(headers.iter().copied())
        .body(body)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[test]
fn the_limits_are_told_apart_by_message_or_by_header() {
    for (headers, message, reason) in [
        (
            &[][..],
            "You have reached the maximum per-second rate limit for this API.",
            RateLimitedReason::PerSecondLimit,
        ),
        (
            &[("x-ratelimit-type", "qps")],
            "",
            RateLimitedReason::PerSecondLimit,
        ),
        (
            &[],
            "You have reached the maximum daily rate limit for this API.",
            RateLimitedReason::DailyLimit,
        ),
        (&[DAILY], "", RateLimitedReason::DailyLimit),
        (
            &[],
            "Too many concurrent requests. A request to disassociate this user has already been made.",
            RateLimitedReason::ConcurrentLimit,
        ),
        (
            &[],
            "You have exceeded the daily rate limit (3) of registration API requests permitted.",
            RateLimitedReason::UserDailyLimit,
        ),
    ] {
        let failure = limited(
            headers,
            &format!(r#"{{"code": 429, "message": "{message}"}}"#),
        );
        assert_eq!(failure.reason(), Some(reason), "{message}");
        assert_eq!(failure.kind(), Some(Kind::RateLimited));
    }
}

#[test]
fn a_daily_limit_ends_at_midnight_in_utc() {
    let daily = limited(&[DAILY], "<html>429</html>");
    assert_eq!(daily.retry(), Some(Retry::AtReset));
    for (now, end) in [
        (NOW, MIDNIGHT),
        (MIDNIGHT - seconds(1), MIDNIGHT),
        (MIDNIGHT, MIDNIGHT + seconds(86_400)),
        (Duration::ZERO, seconds(86_400)),
    ] {
        assert_eq!(daily.retry_at(now, 7), RetryAt::At(end));
    }
    let _ = daily.retry_at(Duration::MAX, u32::MAX).pause(Duration::MAX);
}

#[test]
fn pauses_grow_up_to_a_minute() {
    let busy = Failure::new(503, "");
    let pauses: Vec<u64> = (0..9)
        .map(|attempt| busy.retry_at(NOW, attempt).pause(NOW).unwrap().as_secs())
        .collect();
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    assert_eq!(busy.retry_at(NOW, u32::MAX), RetryAt::Backoff(seconds(60)));
}

#[test]
fn calls_that_are_counted_by_the_minute_wait_longer() {
    let heavy = Operation::all()
        .find(|one| one.limit() == Some(Limit::ResourceIntensive))
        .unwrap();
    let first = |failure: &Failure| failure.retry_at(NOW, 0).pause(NOW).unwrap();
    let one = Failure::builder(429).operation(heavy).body("");
    let other = limited(&[("X-RateLimit-Category", "Resource-intensive")], "");
    let light = limited(&[("X-RateLimit-Category", "Light")], "");
    assert!(first(&one) > first(&light) && first(&other) > first(&light));
    assert_eq!(
        other.rate_limit().category,
        Some(RateLimitCategory::ResourceIntensive)
    );
}

#[test]
fn retry_after_in_every_form() {
    for (value, instant) in [
        ("2025-08-23T00:00:00Z", MIDNIGHT),
        ("Sat, 23 Aug 2025 00:00:00 GMT", MIDNIGHT),
        ("1755907200", MIDNIGHT),
        ("120", NOW + seconds(120)),
        ("0", NOW),
        ("86400", NOW + seconds(86_400)),
        // What lies in the past means now: the clocks differ, or the answer took its time.
        ("2025-08-22T00:00:00Z", NOW),
    ] {
        for headers in [
            &[("Retry-After", value)][..],
            &[DAILY, ("retry-after", value)],
        ] {
            let failure = limited(headers, "");
            assert_eq!(failure.retry_at(NOW, 0), RetryAt::At(instant), "{value}");
            assert_eq!(
                failure.notes().filter(|note| *note != Note::Empty).count(),
                0
            );
        }
    }
}

#[test]
fn what_is_more_than_a_day_away_is_a_note() {
    let note = |problem| Note::Header {
        header: "Retry-After",
        problem,
    };
    for (value, problem) in [
        ("soon", Problem::Unreadable),
        ("-1", Problem::Unreadable),
        ("86401", Problem::OutOfRange),
        ("99999999999999999999", Problem::OutOfRange),
    ] {
        let failure = limited(&[("Retry-After", value), DAILY], "{}");
        assert_eq!(failure.rate_limit().retry_after, None, "{value}");
        assert_eq!(
            failure.notes().collect::<Vec<_>>(),
            [note(problem)],
            "{value}"
        );
        assert_eq!(failure.retry_at(NOW, 0), RetryAt::At(MIDNIGHT));
    }
    // An instant can be held against the time at which the answer was sent, or came.
    let far = [("Retry-After", "2025-09-23T00:00:00Z"), DAILY];
    assert_eq!(limited(&far, "{}").retry_at(NOW, 0), RetryAt::At(MIDNIGHT));
    let dated = [far[0], DAILY, ("Date", "Fri, 22 Aug 2025 10:53:20 GMT")];
    assert_eq!(
        limited(&dated, "{}").notes().collect::<Vec<_>>(),
        [note(Problem::OutOfRange)]
    );
    for now in [Duration::ZERO, NOW, Duration::MAX] {
        if let RetryAt::At(instant) = limited(&far, "{}").retry_at(now, 0) {
            assert!(instant.saturating_sub(now) <= seconds(86_400));
        }
    }
}

#[test]
fn retry_after_counts_where_waiting_helps() {
    let after = |status: u16| {
        Failure::builder(status)
            .headers([("Retry-After", "30")])
            .body("")
    };
    assert_eq!(after(503).retry_at(NOW, 5), RetryAt::At(NOW + seconds(30)));
    assert_eq!(after(403).retry_at(NOW, 0), RetryAt::AfterFix);
    assert_eq!(after(204).retry_at(NOW, 0), RetryAt::Never);
    assert_eq!(after(302).retry_at(NOW, 0), RetryAt::AfterFix);
}

#[test]
fn headers_that_are_doubled_or_malformed() {
    let headers: [(&str, &[u8]); 8] = [
        ("Retry-After", b"10"),
        ("retry-after", b"20"),
        ("X-RateLimit-Limit", b"30000"),
        ("X-RateLimit-Limit", b"30000"),
        ("X-RateLimit-Remaining", b"-1"),
        ("X-RateLimit-Reset", b"99999999999999999999"),
        ("X-RateLimit-Type", b"Weekly"),
        ("x-zm-trackingid", b"\xff"),
    ];
    let failure = Failure::builder(429).headers(headers).body("{}");
    let limit = failure.rate_limit();
    assert_eq!(limit.retry_after, Some(RetryAfter::In(seconds(10))));
    assert_eq!(
        (limit.limit, limit.remaining, limit.reset),
        (Some(30_000), None, None)
    );
    assert_eq!(
        limit.limit_type,
        Some(RateLimitType::Other("Weekly".to_owned()))
    );
    assert_eq!(failure.tracking_id(), None);
    let note = |header, problem| Note::Header { header, problem };
    let notes: Vec<Note> = failure.notes().collect();
    assert_eq!(notes.len(), 4, "{notes:?}");
    for expected in [
        note("Retry-After", Problem::Repeated),
        note("x-zm-trackingid", Problem::Unreadable),
        note("X-RateLimit-Remaining", Problem::Unreadable),
        note("X-RateLimit-Reset", Problem::OutOfRange),
    ] {
        assert!(notes.contains(&expected), "{expected}");
    }
}

#[test]
fn a_hit_limit_is_told_plan_by_plan() {
    let failure = Failure::builder(429)
        .request("POST", "/users/me/meetings")
        .body("");
    let shown = format!("{failure:#}");
    let call = failure.operation().unwrap();
    assert!(call.rates().count() > 1);
    for rate in call.rates() {
        let told = format!("{rate} on {}", rate.plan().id());
        assert!(shown.contains(&told), "{shown}");
    }
    assert!(shown.contains(call.daily_limit().unwrap()), "{shown}");
}
