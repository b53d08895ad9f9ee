//! The page fits its window and can be read aloud.

use serde_json::json;

use crate::fixtures::Fixtures;
use crate::page::{Outcome, Page, ensure};

pub(crate) async fn fits_every_width_and_scheme(page: &Page, fixtures: &Fixtures) -> Outcome {
    let entries = fixtures.entries();
    let longest = entries.iter().max_by_key(|entry| entry.name.len());
    let longest = longest
        .map(|entry| entry.address.as_str())
        .unwrap_or_default();
    for place in [
        "",
        "#?q=microphone",
        &format!("#{longest}"),
        "#rest_api/429",
        "#oauth/invalid_grant",
        "#x/503",
    ] {
        page.visit(place).await?;
        for width in [320, 390, 800, 1280] {
            let size =
                json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
            page.devtools("Emulation.setDeviceMetricsOverride", size)
                .await?;
            page.shown().await?;
            let wide = page.value("document.documentElement.scrollWidth").await?;
            ensure!(
                wide.as_i64() <= Some(width),
                "{place} is {wide} wide in {width}"
            );
        }
    }
    let mut grounds = Vec::new();
    for scheme in ["light", "dark"] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.devtools("Emulation.setEmulatedMedia", media).await?;
        let colors =
            "['backgroundColor', 'color'].map((of) => getComputedStyle(document.body)[of])";
        grounds.push(page.value(colors).await?);
    }
    ensure!(grounds[0] != grounds[1], "both schemes have {}", grounds[0]);
    Ok(())
}

pub(crate) async fn names_every_control(page: &Page, _: &Fixtures) -> Outcome {
    page.visit("#?q=microphone").await?;
    let tree = page
        .devtools("Accessibility.getFullAXTree", json!({}))
        .await?;
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let mut seen = Vec::new();
    for node in nodes.iter().filter(|node| node["ignored"] == false) {
        let role = node["role"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let control = [
            "searchbox",
            "checkbox",
            "button",
            "link",
            "DisclosureTriangle",
            "group",
        ];
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let fieldset = role != "group" || node["properties"].to_string().contains("fieldset");
        ensure!(
            !control.contains(&role.as_str()) || !fieldset || !name.is_empty(),
            "a {role} has no name: {node}"
        );
        seen.push(role);
    }
    for role in [
        "main",
        "search",
        "searchbox",
        "status",
        "checkbox",
        "heading",
        "article",
    ] {
        ensure!(
            seen.iter().any(|other| other == role),
            "nothing has the role {role}: {seen:?}"
        );
    }
    Ok(())
}

pub(crate) async fn reads_without_scripts(page: &Page, fixtures: &Fixtures) -> Outcome {
    let off = json!({ "value": true });
    page.devtools("Emulation.setScriptExecutionDisabled", off)
        .await?;
    page.visit("#meeting_sdk_web/3712").await?;
    let shown = page.shown().await?.len();
    ensure!(shown == fixtures.entries().len(), "{shown} codes show");
    let [main, form]: [f64; 2] = serde_json::from_value(
        page.value("['main', 'form'].map((of) => document.querySelector(of).offsetWidth)")
            .await?,
    )?;
    ensure!(main > 900.0 && form == 0.0, "main {main}, form {form}");
    let top =
        page.value("document.getElementById('meeting_sdk_web/3712').getBoundingClientRect().top");
    let top = top.await?;
    ensure!(
        top.as_f64().is_some_and(|top| (0.0..100.0).contains(&top)),
        "the code is at {top}"
    );
    Ok(())
}
