//! Every view has an address, and the history works.

use serde_json::{Value, json};

use crate::fixtures::Fixtures;
use crate::page::{Outcome, Page, ensure};

/// Follows each address and gives those that do not show one open code with the focus on it.
const VISIT_EACH: &str = "return (async (codes) => {
    const wrong = [];
    for (const [address, title] of codes) {
        const arrived = new Promise((done) => addEventListener('hashchange', done, { once: true }));
        location.hash = address;
        await arrived;
        const shown = document.querySelectorAll('#codes > article');
        const fine = shown.length === 1 && shown[0].id === address
            && shown[0].querySelector('details').open
            && document.activeElement.closest('article') === shown[0]
            && document.title === title;
        if (!fine) wrong.push(address);
    }
    return wrong.slice(0, 3);
})(arguments[0]);";

pub(crate) async fn open_codes(page: &Page, fixtures: &Fixtures) -> Outcome {
    page.visit("#meeting_sdk_web/3712").await?;
    ensure!(
        page.shown().await? == ["meeting_sdk_web/3712"],
        "not that code alone"
    );
    let title = page.client.title().await?;
    ensure!(
        title.starts_with("3712 SIGNATURE_INVALID"),
        "the title is `{title}`"
    );

    // Not all of them: the browser refuses more than 200 changes of the address in ten seconds.
    let entries = fixtures.entries();
    let step = entries.len().div_ceil(100);
    let codes = entries.iter().step_by(step).map(|entry| {
        let name = if entry.name.is_empty() {
            entry.mark.clone()
        } else {
            format!("{} {}", entry.mark, entry.name)
        };
        json!([entry.address, format!("{name} - Zoom error codes")])
    });
    let wrong = page
        .client
        .execute(VISIT_EACH, vec![codes.collect()])
        .await?;
    ensure!(wrong == json!([]), "these do not open: {wrong}");
    Ok(())
}

pub(crate) async fn of_unknown_codes_say_so(page: &Page, _: &Fixtures) -> Outcome {
    page.visit("#meeting_sdk_web/3998").await?;
    ensure!(page.shown().await?.is_empty(), "something shows");
    let ranges = page.text("#ranges").await?;
    ensure!(
        ranges.contains("Ranges of 3998"),
        "the ranges say `{ranges}`"
    );
    for odd in [
        "#%E0%A4%A",
        "#?kind=no_such_kind",
        "#no_such_place",
        "#a/b/c?x=%",
    ] {
        page.visit(odd).await?;
        let status = page.text("#status").await?;
        ensure!(status.contains("codes"), "{odd}: the status is `{status}`");
    }
    Ok(())
}

pub(crate) async fn go_back_and_forward(page: &Page, _: &Fixtures) -> Outcome {
    let status = |page: &Page| {
        let page = page.clone();
        async move { page.text("#status").await }
    };
    let all = status(page).await?;
    page.search("signature").await?;
    let found = status(page).await?;
    let results = page.shown().await?;
    page.click("input[name='product'][value='meeting_sdk_web']")
        .await?;
    let filtered = status(page).await?;
    ensure!(
        all != found && found != filtered,
        "{all}, {found}, {filtered}"
    );
    let link = "#codes details[open] a[href^='#meeting_sdk_web/']";
    page.search("3712").await?;
    page.click(link).await?;
    page.wait_for_place("meeting_sdk_web/3712").await?;
    ensure!(page.shown().await? == ["meeting_sdk_web/3712"], "the link");

    page.client.back().await?;
    page.wait_for_place("?q=3712&product=meeting_sdk_web")
        .await?;
    page.client.back().await?;
    page.wait_for_place("?q=signature&product=meeting_sdk_web")
        .await?;
    ensure!(status(page).await? == filtered, "back to the filter");
    page.client.back().await?;
    // All letters of a search are one step.
    page.wait_for_place("?q=signature").await?;
    ensure!(status(page).await? == found, "back to the search");
    ensure!(page.shown().await? == results, "back to the results");
    let text = page
        .value("document.getElementById('search').value")
        .await?;
    ensure!(text == "signature", "the box holds {text}");
    page.client.back().await?;
    page.wait_for_place("").await?;
    ensure!(status(page).await? == all, "back to the start");
    for _ in 0..4 {
        page.client.forward().await?;
    }
    page.wait_for_place("meeting_sdk_web/3712").await?;
    ensure!(page.shown().await? == ["meeting_sdk_web/3712"], "forward");

    // Going back finds the place that was left.
    page.visit("#?kind=permission").await?;
    page.value("scrollTo(0, 400)").await?;
    page.click("#codes article:nth-child(9) summary").await?;
    let left = page.value("scrollY").await?;
    page.click("#codes details[open] a[href^='#'][href*='/']")
        .await?;
    page.client.back().await?;
    page.wait_for_place("?kind=permission").await?;
    let back = page.value("scrollY").await?;
    let near = |a: &Value, b: &Value| {
        (a.as_f64().zip(b.as_f64())).is_some_and(|(a, b)| (a - b).abs() < 900.0 && b > 0.0)
    };
    ensure!(near(&left, &back), "left at {left}, back at {back}");
    Ok(())
}

pub(crate) async fn of_searches_can_be_reloaded(page: &Page, _: &Fixtures) -> Outcome {
    page.search("camera permission").await?;
    page.click("input[name='actor'][value='end_user']").await?;
    let shown = page.shown().await?;
    ensure!(!shown.is_empty(), "nothing shows");
    let place = page.place().await?;
    page.visit(&format!("#{place}")).await?;
    ensure!(page.shown().await? == shown, "{place} shows something else");
    Ok(())
}
