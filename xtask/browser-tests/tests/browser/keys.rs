//! Everything can be done without a mouse.

use fantoccini::key::Key;

use crate::fixtures::Fixtures;
use crate::page::{Outcome, Page, ensure};

async fn press(page: &Page, key: Key) -> Outcome {
    page.keys(&char::from(key).to_string()).await
}

/// What has the focus: the id of the element, or of the code that it belongs to.
async fn focus(page: &Page) -> Outcome<String> {
    let at = "document.activeElement.id || document.activeElement.closest('article')?.id || ''";
    Ok(page
        .value(at)
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

async fn is_open(page: &Page, at: usize) -> Outcome<bool> {
    let open = format!("document.querySelectorAll('#codes details')[{at}].open");
    Ok(page.value(&open).await? == true)
}

pub(crate) async fn search_and_read_without_a_mouse(page: &Page, _: &Fixtures) -> Outcome {
    page.value("document.activeElement.blur()").await?;
    page.keys("/").await?;
    ensure!(
        focus(page).await? == "search",
        "/ leads to {}",
        focus(page).await?
    );
    page.keys("microphone").await?;
    let shown = page.shown().await?;
    ensure!(shown.len() > 2, "too few results");
    press(page, Key::Down).await?;
    press(page, Key::Down).await?;
    ensure!(
        focus(page).await? == shown[1],
        "down leads to {}",
        focus(page).await?
    );
    ensure!(!is_open(page, 1).await?, "open before Enter");
    press(page, Key::Enter).await?;
    ensure!(is_open(page, 1).await?, "Enter does not open");
    press(page, Key::Up).await?;
    press(page, Key::Up).await?;
    ensure!(
        focus(page).await? == "search",
        "up leads to {}",
        focus(page).await?
    );
    press(page, Key::Enter).await?;
    ensure!(
        focus(page).await? == shown[0],
        "Enter leads to {}",
        focus(page).await?
    );
    ensure!(
        is_open(page, 0).await?,
        "Enter does not open the first result"
    );
    press(page, Key::Escape).await?;
    ensure!(
        focus(page).await? == "search",
        "Esc leads to {}",
        focus(page).await?
    );
    press(page, Key::Escape).await?;
    let text = page
        .value("document.getElementById('search').value")
        .await?;
    ensure!(text == "", "Esc leaves {text}");
    Ok(())
}

pub(crate) async fn reach_the_filters(page: &Page, fixtures: &Fixtures) -> Outcome {
    page.value("document.activeElement.blur()").await?;
    press(page, Key::Tab).await?;
    let skip = page.value("document.activeElement.className").await?;
    ensure!(skip == "skip", "the first stop is {skip}");
    press(page, Key::Enter).await?;
    ensure!(
        focus(page).await? == "results",
        "the link skips to {}",
        focus(page).await?
    );

    page.value("document.getElementById('search').focus()")
        .await?;
    // The summary of the filters, then their first choice.
    press(page, Key::Tab).await?;
    press(page, Key::Tab).await?;
    page.keys(" ").await?;
    let product = &fixtures.model.products[0];
    page.wait_for_place(&format!("?product={}", product.id))
        .await?;
    let status = page.text("#status").await?;
    let entries = fixtures.entries();
    let count = entries
        .iter()
        .filter(|entry| entry.product == product.id)
        .count();
    let count = count.to_string();
    ensure!(status.starts_with(&count), "the status is `{status}`");
    Ok(())
}
