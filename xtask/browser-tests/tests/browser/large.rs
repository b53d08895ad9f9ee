//! Searching stays instant among 10,000 codes.

use serde_json::json;

use crate::fixtures::Fixtures;
use crate::page::{Outcome, Page, ensure};

/// Types words letter by letter and gives how long each letter took, results laid out, sorted.
const TYPE: &str = "return (() => {
    const box = document.getElementById('search');
    const words = ['107712', 'camera', 'permission denied', 'startVideo', 'zzz'];
    const times = [];
    for (const word of words) {
        for (let length = 0; length <= word.length; length++) {
            const start = performance.now();
            box.value = word.slice(0, length);
            box.dispatchEvent(new Event('input'));
            document.body.offsetHeight;
            times.push(performance.now() - start);
        }
    }
    return times.sort((a, b) => a - b);
})();";

/// A page of all codes stays one file that can be sent around.
pub(crate) async fn the_page_has_at_most_four_megabytes(_: &Page, fixtures: &Fixtures) -> Outcome {
    let bytes = std::fs::metadata(fixtures.real()?.file)?.len();
    ensure!(bytes <= 4 << 20, "the page has {bytes} bytes");
    Ok(())
}

/// The figures are printed, not judged: they depend on the machine and on what else it does.
pub(crate) async fn search_in_ten_thousand_codes(page: &Page, _: &Fixtures) -> Outcome {
    page.search("107712").await?;
    let shown = page.shown().await?;
    ensure!(shown == ["product_15/107712"], "107712 shows {shown:?}");
    let status = page.text("#status").await?;
    ensure!(status == "1 of 10000 codes", "the status is `{status}`");

    page.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }))
        .await?;
    let before = busy(page).await?;
    let times = page.client.execute(TYPE, Vec::new()).await?;
    let after = busy(page).await?;
    let times: Vec<f64> = serde_json::from_value(times)?;
    let letters = times.len();
    let median = times[letters / 2];
    let slowest = times[letters - 1];
    #[expect(clippy::cast_precision_loss)]
    let each = (after - before) * 1000.0 / letters as f64;
    println!(
        "10000 codes: a letter takes {each:.1} ms of processor time on average, \
         {median:.1} ms by the clock in the median, {slowest:.1} ms at most"
    );
    Ok(())
}

/// The seconds of processor time that the page has spent on scripts, styles and layout.
async fn busy(page: &Page) -> Outcome<f64> {
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let parts = ["ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let seconds = metrics.iter().filter(|metric| {
        let name = metric["name"].as_str().unwrap_or_default();
        parts.contains(&name)
    });
    Ok(seconds.filter_map(|metric| metric["value"].as_f64()).sum())
}
