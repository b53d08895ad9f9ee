//! Searching finds a code by what people have of it.

use std::collections::BTreeMap;

use serde_json::json;

use crate::fixtures::Fixtures;
use crate::page::{Outcome, Page, ensure};

/// Types a text and gives, for that moment and for when the result is whole: the addresses of the
/// codes that show, whether they reach the end of the window, the sum of the counts of the products.
const TYPE: &str = "return (async (text) => {
    const list = document.getElementById('codes');
    const state = () => [
        Array.from(list.children, (code) => code.id),
        list.getBoundingClientRect().bottom >= innerHeight,
        Array.from(document.querySelectorAll('[data-facet=product] .count'))
            .reduce((sum, count) => sum + Number(count.textContent), 0),
    ];
    const box = document.getElementById('search');
    box.value = text;
    box.dispatchEvent(new Event('input'));
    const first = state();
    while (list.ariaBusy === 'true') await new Promise((done) => setTimeout(done));
    return [first, state()];
})(arguments[0]);";

/// Puts each text into the search box, and gives the addresses of the codes that show.
const SEARCH_EACH: &str = "return (async (texts) => {
    const list = document.getElementById('codes');
    const box = document.getElementById('search');
    const results = [];
    for (const text of texts) {
        box.value = text;
        box.dispatchEvent(new Event('input'));
        while (list.ariaBusy === 'true') await new Promise((done) => setTimeout(done));
        results.push(Array.from(list.children, (code) => code.id));
    }
    return results;
})(arguments[0]);";

/// A code that several tests look for.
const SIGNATURE: &str = "meeting_sdk_web/3712";

async fn first(page: &Page, query: &str) -> Outcome<String> {
    page.search(query).await?;
    let shown = page.shown().await?;
    Ok(shown.into_iter().next().unwrap_or_default())
}

pub(crate) async fn by_number(page: &Page, fixtures: &Fixtures) -> Outcome {
    ensure!(first(page, "3712").await? == SIGNATURE, "3712 is not first");
    // What has exactly the number is open, so that the answer stands there at once.
    let steps = page.text("[id='meeting_sdk_web/3712'] ol").await?;
    ensure!(steps.contains("HS256"), "no steps but `{steps}`");

    // The same number in several products: all of them come before all others.
    let entries = fixtures.entries();
    let mut same: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for entry in &entries {
        same.entry(&entry.mark).or_default().push(&entry.address);
    }
    same.retain(|_, addresses| addresses.len() > 2);
    let marks: Vec<&str> = same.keys().copied().collect();
    let results = page.client.execute(SEARCH_EACH, vec![json!(marks)]).await?;
    let results: Vec<Vec<String>> = serde_json::from_value(results)?;
    for ((mark, same), shown) in same.iter().zip(results) {
        let first = &shown[..same.len().min(shown.len())];
        ensure!(first == same, "{mark} shows {shown:?}");
    }
    Ok(())
}

pub(crate) async fn by_constant(page: &Page, _: &Fixtures) -> Outcome {
    for query in [
        "SIGNATURE_INVALID",
        "signature_invalid",
        "SignatureInvalid",
        "MeetingSdkWebError::SignatureInvalid",
        "signature invalid",
    ] {
        ensure!(
            first(page, query).await? == SIGNATURE,
            "{query} is not first"
        );
    }
    Ok(())
}

pub(crate) async fn by_word_on_the_wire(page: &Page, _: &Fixtures) -> Outcome {
    let line = r#"{"reason":"Invalid Token!","error":"invalid_grant"}"#;
    for query in ["invalid_grant", "INVALID_GRANT", line] {
        let first = first(page, query).await?;
        ensure!(first == "oauth/invalid_grant", "{query} shows {first}");
    }
    Ok(())
}

pub(crate) async fn by_method(page: &Page, fixtures: &Fixtures) -> Outcome {
    let method = "stream.startVideo";
    page.search(method).await?;
    let shown = page.results().await?;
    let entries = fixtures.entries();
    let raising = entries
        .iter()
        .filter(|entry| entry.raised_by.iter().any(|raised| raised == method));
    let raising: Vec<&String> = raising.map(|entry| &entry.address).collect();
    ensure!(
        raising.len() > 5,
        "the catalogs name {method} too rarely for this test"
    );
    for address in raising {
        ensure!(
            shown.contains(address),
            "{address} is missing from {shown:?}"
        );
    }
    Ok(())
}

pub(crate) async fn by_words(page: &Page, _: &Fixtures) -> Outcome {
    // From two steps of one code, in another order and another case.
    ensure!(first(page, "ntp HS256 decode").await? == SIGNATURE, "words");
    // A number in a text is found whole only: 512 bytes, but not 5012.
    page.search("512 bytes").await?;
    let shown = page.shown().await?;
    ensure!(shown == ["video_sdk_web/7103"], "512 bytes shows {shown:?}");
    Ok(())
}

pub(crate) async fn of_a_pasted_log_line(page: &Page, _: &Fixtures) -> Outcome {
    let line = r#"join failed: {"errorCode":3712,"errorMessage":"Signature is invalid."}"#;
    ensure!(first(page, line).await? == SIGNATURE, "log line");
    let status = page.text("#status").await?;
    ensure!(
        status.contains("read from the text"),
        "the status is `{status}`"
    );
    // Words that tell no failure are looked up one by one.
    page.search("camera signature webinar zoomobject").await?;
    let status = page.text("#status").await?;
    ensure!(status.contains("none has all"), "the status is `{status}`");
    Ok(())
}

pub(crate) async fn of_an_unlisted_number(page: &Page, _: &Fixtures) -> Outcome {
    page.search("3998").await?;
    ensure!(page.shown().await?.is_empty(), "3998 is listed");
    let ranges = page.text("#ranges").await?;
    ensure!(
        ranges.contains("Ranges of 3998") && ranges.contains("Meeting Validation"),
        "the ranges say `{ranges}`"
    );
    page.search("503").await?;
    let ranges = page.text("#ranges").await?;
    ensure!(
        ranges.contains("5XX Server Error"),
        "the ranges say `{ranges}`"
    );
    Ok(())
}

pub(crate) async fn without_result(page: &Page, fixtures: &Fixtures) -> Outcome {
    page.search("no-such-thing-anywhere").await?;
    ensure!(page.shown().await?.is_empty(), "something shows");
    let status = page.text("#status").await?;
    let expected = format!("0 of {} codes", fixtures.entries().len());
    ensure!(status == expected, "the status is `{status}`");
    Ok(())
}

/// What is below the window follows the answer, at any place of the page.
pub(crate) async fn fills_the_window_first(page: &Page, _: &Fixtures) -> Outcome {
    type State = (Vec<String>, bool, usize);
    for (scrolled, text) in [(0, "meeting"), (1500, "user")] {
        page.value(&format!("scrollTo(0, {scrolled})")).await?;
        let states = page.client.execute(TYPE, vec![text.into()]).await?;
        let [first, whole]: [State; 2] = serde_json::from_value(states)?;
        ensure!(
            first.1 && first.0.len() < 50,
            "{text}: {} at first, window full: {}",
            first.0.len(),
            first.1
        );
        ensure!(
            whole.0.len() == 50 && whole.0.starts_with(&first.0),
            "{text} shows first {first:?}, then {whole:?}"
        );
        let status = page.text("#status").await?;
        ensure!(
            status.starts_with(&format!("{} of", whole.2)),
            "{text}: the counts sum up to {}, the status is `{status}`",
            whole.2
        );
    }
    Ok(())
}

pub(crate) async fn unfolds_long_results(page: &Page, fixtures: &Fixtures) -> Outcome {
    let all = fixtures.entries().into_iter();
    let all: Vec<String> = all.map(|entry| entry.address).collect();
    ensure!(page.shown().await? == all[..50], "not the first 50");
    page.click("#more").await?;
    ensure!(page.shown().await? == all[..100], "not the first 100");
    let focused = page
        .value("document.activeElement.closest('article').id")
        .await?;
    ensure!(focused == all[50], "the focus is on {focused}");
    Ok(())
}
