//! Logs of other programs give no explanation.

use zoom_errors::recognise::recognise;

use super::others::log;

/// With `NOISE_LINES=100000` and `NOISE_FILE` in the environment, the figure of the changelog and a
/// file for measuring.
#[test]
fn logs_of_other_programs_give_no_explanation() {
    let lines = std::env::var("NOISE_LINES")
        .ok()
        .and_then(|lines| lines.parse().ok())
        .unwrap_or(5000);
    let log = log(lines);
    if let Ok(file) = std::env::var("NOISE_FILE") {
        std::fs::write(file, &log).unwrap();
    }
    let found = recognise(&log);
    let shown: Vec<String> = found
        .iter()
        .take(20)
        .map(|finding| {
            let start = log[..finding.span.start]
                .rfind('\n')
                .map_or(0, |end| end + 1);
            format!(
                "{:?}\n  {}",
                finding.best().map(|best| (best.error, &best.why)),
                log[start..].lines().next().unwrap()
            )
        })
        .collect();
    assert!(
        found.is_empty(),
        "{} of {lines} lines explained, such as\n{}",
        found.len(),
        shown.join("\n")
    );
}
