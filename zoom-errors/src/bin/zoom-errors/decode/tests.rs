//! However a log of whole records is cut, and by however many threads any log is explained, the same
//! is told.

use std::io::{self, Write};

use proptest::prelude::*;

use super::cut::Chunks;
use super::input::Input;
use super::report::Style;
use super::{one_by_one, workers};
use crate::Failure;
use crate::args::Format;
use crate::terminal::Paint;

const FAILURE: &str = "{\"errorCode\":3712,\"method\":\"join\"}\n";

/// Whole records.
const RECORDS: &[&str] = &[
    "GET /index.html 200\n",
    FAILURE,
    "{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"}\r\n",
    "{\n  \"errorCode\": 3004,\n  \"method\": \"join\"\n}\n",
    "join failed {\n  errorCode: 3705,\n\n  reason: {\n    type: 'x'\n  }\n}\n",
    "HTTP/1.1 404 Not Found\nServer: zoom\n\n{\"code\":3001,\"message\":\"x\"}\nlistening\n",
    "errorCode: 5012\ntype: INVALID_OPERATION\n",
    "Error: zoom\n    at Object.run (/srv/zoom.js:1:2)\n    at main\n",
    "AUTHRET_JWTTOKENWRONG\n",
    "é “code”: 124, Invalid access token \u{1b}[0m\n",
];

/// Parts of records, in whatever order.
const PARTS: &[&str] = &[
    "{\n",
    "}\n",
    "[\n",
    "\n",
    "no end",
    " ",
    "HTTP/1.1 400 Bad Request\n",
    "  \"errorCode\": 3004,\n",
    "zoom\n",
];

fn style(annotate: bool) -> Style<'static> {
    Style {
        format: Format::Json,
        annotate,
        call: None,
        paint: Paint::NONE,
    }
}

fn chunks(log: &str, block: usize) -> Chunks {
    let source = io::Cursor::new(log.to_owned());
    Chunks::new(Input::new(Box::new(source), block), false)
}

/// What is printed, and what is counted.
fn told(log: &str, block: usize, threads: Option<usize>, annotate: bool) -> (String, [u64; 4]) {
    let (chunks, style, mut out) = (chunks(log, block), style(annotate), Vec::new());
    let (told, count) = match threads {
        Some(threads) => workers::run(chunks, threads, style, &mut out),
        None => one_by_one(chunks, style, &mut out),
    }
    .unwrap_or_else(|_| panic!("nothing fails"));
    let count = count.unwrap();
    let counts = [
        told.any.into(),
        told.listed.into(),
        told.too_long,
        count.lines(),
    ];
    (String::from_utf8(out).unwrap(), counts)
}

fn log(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    let records = prop::sample::select(of);
    prop::collection::vec(records, 0..60).prop_map(|records| records.concat())
}

proptest! {
    #[test]
    fn cuts_change_nothing(log in log(RECORDS), block in 1..300_usize, annotate in any::<bool>()) {
        let whole = told(&log, log.len().max(1), None, annotate);
        prop_assert_eq!(&told(&log, block, None, annotate), &whole);
        prop_assert_eq!(whole.1[3], log.lines().count() as u64);
    }

    #[test]
    fn threads_change_nothing(
        log in prop_oneof![log(RECORDS), log(PARTS)],
        block in 1..300_usize,
        threads in 1..5_usize,
        annotate in any::<bool>(),
    ) {
        let one = told(&log, block, None, annotate);
        prop_assert_eq!(&told(&log, block, Some(threads), annotate), &one);
        prop_assert_eq!(one.1[3], log.lines().count() as u64);
    }
}

/// More than all channels hold, so that everybody waits for somebody.
#[test]
fn a_long_log_comes_out_in_order() {
    let log: String = (0..20_000)
        .map(|number| format!("{number}\n{}", FAILURE))
        .collect();
    assert_eq!(
        told(&log, 500, Some(3), true),
        told(&log, 1 << 20, None, true)
    );
}

/// Takes a little, then is closed.
struct Closed(usize);

impl Write for Closed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(1).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_output_stops_all_threads() {
    let log = FAILURE.repeat(50_000);
    let result = workers::run(chunks(&log, 500), 3, style(false), &mut Closed(2));
    assert!(matches!(result, Err(Failure::Closed)));
}
