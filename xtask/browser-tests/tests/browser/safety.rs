//! Nothing in a catalog text is taken for markup, and nothing foreign runs.

use serde_json::json;

use crate::fixtures::{Fixtures, HOSTILE};
use crate::page::{Outcome, Page, ensure};

/// Unfolds all codes and gives those whose name, summary or steps do not show as the text is.
const READ_EACH: &str = "return ((codes) => {
    const more = document.getElementById('more');
    while (!more.hidden) more.click();
    return codes.filter(([address, text, name]) => {
        const code = document.getElementById(address);
        const is = (selector, expected) => {
            const found = code.querySelector(selector);
            return found && found.textContent === expected;
        };
        return !(is('summary > :nth-child(4)', `${text} and ${text}`)
            && is('summary > :nth-child(4) code', text)
            && is('h2', name)
            && is('.erratum span', text)
            && (is('ol > li', text) || is('small em', 'nothing failed')));
    }).slice(0, 3);
})(arguments[0]);";

pub(crate) async fn markup_shows_as_text(page: &Page, fixtures: &Fixtures) -> Outcome {
    let mut codes = Vec::new();
    for product in &fixtures.model.products {
        let errors = product
            .errors
            .iter()
            .map(|error| error.number().to_string());
        for (at, code) in errors.enumerate() {
            let text = HOSTILE[at % HOSTILE.len()];
            codes.push(json!([format!("{}/{code}", product.id), text, text]));
        }
        let words = product.strings.iter().flat_map(|strings| &strings.entries);
        for (at, _) in words.enumerate() {
            let text = HOSTILE[at % HOSTILE.len()];
            let word = format!("{at}{text}");
            codes.push(json!([format!("{}/{word}", product.id), text, word]));
        }
    }
    let wrong = page.client.execute(READ_EACH, vec![codes.into()]).await?;
    ensure!(wrong == json!([]), "these show something else: {wrong}");
    let foreign = "Array.from(document.querySelectorAll(
        'img, script + script, main style, b, i, [onclick], [onerror], a[href^=\"https://example.com\"]'
    ), (element) => element.outerHTML)";
    let foreign = page.value(foreign).await?;
    ensure!(foreign == json!([]), "these come from texts: {foreign}");
    Ok(())
}

pub(crate) async fn policy_stops_foreign_scripts(page: &Page, _: &Fixtures) -> Outcome {
    let attempt = "(() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.ran = true');
        document.body.append(button);
        button.click();
        const image = new Image();
        image.src = 'https://example.com/x.png';
        document.body.append(image);
        return window.ran === undefined;
    })()";
    ensure!(page.value(attempt).await? == true, "a foreign script ran");
    let refusals = page.log("browser").await?;
    let all = refusals
        .iter()
        .all(|entry| entry.to_string().contains("Content Security Policy"));
    ensure!(refusals.len() == 3 && all, "the console says {refusals:?}");
    Ok(())
}
