//! Any text as what somebody pastes: what is recognised stands in it, and nothing is found where the
//! quick look sees nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zoom_errors::recognise::{hint, recognise, recognise_zooms, record_around, records};
use zoom_errors_fuzz::assert_findings;

fuzz_target!(|text: &str| {
    let found = recognise(text);
    assert_findings(text, &found);
    assert!(found.is_empty() || hint(text.as_bytes(), 0).is_some());
    assert_findings(text, &recognise_zooms(text));
    parted(text);
});

/// The records are the text, and one is around each place.
fn parted(text: &str) {
    let mut end = 0;
    for span in records(text) {
        assert_eq!(span.start, end);
        assert!(!span.is_empty() && text.get(span.clone()).is_some());
        end = span.end;
        let around = record_around(text.as_bytes(), 0, span.start);
        assert!(around.contains(&span.start), "{around:?} around {span:?}");
    }
    assert_eq!(end, text.len());
}
