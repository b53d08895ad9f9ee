//! Filters show what their counts promise.

use crate::fixtures::{Entry, Fixtures};
use crate::page::{Outcome, Page, ensure};

/// Chooses each choice alone and gives what it is, its count before, the codes that show and what the
/// status says. A list that does not show is not laid out at each step; there is one step for each
/// choice since the browser refuses more than 200 changes of the address in ten seconds.
const CHOOSE_EACH: &str = "return (async () => {
    const [list, more, status] =
        ['codes', 'more', 'status'].map((id) => document.getElementById(id));
    const choices = Array.from(document.querySelectorAll('fieldset label'), (label) => ({
        input: label.querySelector('input'),
        promised: label.querySelector('.count').textContent,
    }));
    list.hidden = true;
    const results = [];
    for (const { input, promised } of choices) {
        choices.forEach((other) => (other.input.checked = false));
        input.click();
        while (!more.hidden) more.click();
        while (list.ariaBusy === 'true') await new Promise((done) => setTimeout(done));
        const shown = Array.from(list.children, (code) => code.id);
        results.push([[input.name, input.value], promised, shown, status.textContent]);
    }
    return results;
})();";

/// What [`CHOOSE_EACH`] gives for each choice.
type Choice = ((String, String), String, Vec<String>, String);

/// The value of an entry under a filter, as the catalog has it.
fn value<'a>(facet: &str, entry: &Entry<'a>) -> &'a str {
    let advice = entry.guidance.advice.as_ref();
    match facet {
        "product" => entry.product,
        "kind" => entry.guidance.kind,
        "actor" => advice.map_or("nobody", |advice| advice.actor),
        "retry" => advice.map_or("", |advice| advice.retry),
        _ => advice.map_or("", |advice| advice.given_by),
    }
}

/// The addresses of the entries with these values.
fn expected(fixtures: &Fixtures, values: &[(&str, &str)]) -> Vec<String> {
    let entries = fixtures.entries().into_iter();
    let found = entries.filter(|entry| {
        let mut values = values.iter();
        values.all(|(facet, wanted)| value(facet, entry) == *wanted)
    });
    found.map(|entry| entry.address).collect()
}

fn choice(facet: &str, value: &str) -> String {
    format!("input[name='{facet}'][value='{value}']")
}

async fn count(page: &Page, facet: &str, value: &str) -> Outcome<String> {
    page.text(&format!("label:has({}) .count", choice(facet, value)))
        .await
}

pub(crate) async fn each_choice_shows_its_codes(page: &Page, fixtures: &Fixtures) -> Outcome {
    let choices = page.client.execute(CHOOSE_EACH, Vec::new()).await?;
    let choices: Vec<Choice> = serde_json::from_value(choices)?;
    for facet in ["product", "kind", "actor", "retry", "advice"] {
        ensure!(
            choices.iter().any(|((name, _), ..)| name == facet),
            "no filter by {facet}"
        );
    }
    for ((facet, value), promised, shown, status) in &choices {
        let wanted = expected(fixtures, &[(facet, value)]);
        ensure!(
            *promised == wanted.len().to_string(),
            "{facet}={value} promises {promised}"
        );
        ensure!(*shown == wanted, "{facet}={value} shows {shown:?}");
        ensure!(status.starts_with(promised), "{facet}={value}: {status}");
    }
    page.click("#clear").await?;
    let status = page.text("#status").await?;
    let all = format!("{} codes", fixtures.entries().len());
    ensure!(status == all, "without filters: {status}");
    Ok(())
}

pub(crate) async fn combine_with_each_other_and_with_search(
    page: &Page,
    fixtures: &Fixtures,
) -> Outcome {
    page.click(&choice("kind", "device")).await?;
    // A choice adds to others of its filter, so its count stays.
    let disabled = expected(fixtures, &[("kind", "disabled")]).len();
    let promised = count(page, "kind", "disabled").await?;
    ensure!(
        promised == disabled.to_string(),
        "beside devices, disabled: {promised}"
    );
    page.click(&choice("kind", "disabled")).await?;
    let mut either = expected(fixtures, &[("kind", "device")]);
    either.extend(expected(fixtures, &[("kind", "disabled")]));
    let mut shown = page.results().await?;
    shown.sort();
    either.sort();
    ensure!(shown == either, "two kinds show {shown:?}");

    // A count tells what a choice would show beside the choices of other filters.
    let mut both = expected(fixtures, &[("kind", "device"), ("actor", "end_user")]);
    both.extend(expected(
        fixtures,
        &[("kind", "disabled"), ("actor", "end_user")],
    ));
    let promised = count(page, "actor", "end_user").await?;
    ensure!(promised == both.len().to_string(), "end users: {promised}");
    page.click(&choice("actor", "end_user")).await?;
    let mut shown = page.results().await?;
    shown.sort();
    both.sort();
    ensure!(shown == both, "kinds and actor show {shown:?}");

    page.search("camera").await?;
    for address in page.results().await? {
        ensure!(
            both.contains(&address),
            "{address} does not pass the filters"
        );
    }
    // What the filters hide is told.
    page.search("3712").await?;
    let status = page.text("#status").await?;
    let entries = fixtures.entries();
    let hidden = entries.iter().filter(|entry| entry.mark == "3712").count();
    ensure!(
        status.ends_with(&format!("without the filters {hidden}")),
        "the status is `{status}`"
    );
    Ok(())
}

pub(crate) async fn follow_from_the_chart(page: &Page, fixtures: &Fixtures) -> Outcome {
    for (facet, value) in [("actor", "host"), ("kind", "timeout")] {
        page.visit("").await?;
        let link = format!("a[href='#?{facet}={value}']");
        let row = page.text(&format!(".chart tr:has({link}) .count")).await?;
        let wanted = expected(fixtures, &[(facet, value)]);
        ensure!(row == wanted.len().to_string(), "the chart counts {row}");
        page.click(&format!(".chart {link}")).await?;
        page.wait_for_place(&format!("?{facet}={value}")).await?;
        ensure!(page.results().await? == wanted, "the chart leads elsewhere");
    }
    Ok(())
}
