//! The built docs find a code by its number, by Zoom's constant and by the words of a message.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::fixtures::{Fixtures, root};
use crate::page::{Outcome, Page, Place, ensure};

/// Builds the docs with all features, as docs.rs does, in the target folder of the repository; those
/// of the whole workspace, as `.ci/run` has just built them.
pub(crate) fn build() -> Outcome<Place> {
    let args = [
        "doc",
        "--quiet",
        "--no-deps",
        "--all-features",
        "--workspace",
    ];
    let status = cargo().args(args).status()?;
    ensure!(status.success(), "cargo doc: {status}");
    let metadata = cargo()
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()?;
    let metadata: Value = serde_json::from_slice(&metadata.stdout)?;
    let target = metadata["target_directory"]
        .as_str()
        .ok_or("cargo metadata names no target folder")?;
    let home = PathBuf::from(target).join("doc");
    Ok(Place {
        file: home.join("zoom_errors/index.html"),
        home,
    })
}

fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// The address of the first result, once there is one.
async fn first(page: &Page, query: &str) -> Outcome<String> {
    let query = query.replace(' ', "%20");
    page.visit(&format!("?search={query}")).await?;
    for _ in 0..200 {
        let link = page
            .value("document.querySelector('.search-results a')?.href ?? ''")
            .await?;
        if let Some(link) = link.as_str().filter(|link| !link.is_empty()) {
            return Ok(link.to_owned());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("the docs find nothing for {query}").into())
}

pub(crate) async fn search_finds_codes_constants_and_messages(
    page: &Page,
    _: &Fixtures,
) -> Outcome {
    let variant = "enum.MeetingSdkWebError.html#variant.SignatureInvalid";
    for query in ["3712", "SIGNATURE_INVALID"] {
        let link = first(page, query).await?;
        ensure!(link.ends_with(variant), "{query} leads to {link}");
    }
    let link = first(page, "Token has expired").await?;
    ensure!(
        link.ends_with("enum.SessionFetchInfoErrorReason.html#variant.TokenExpired"),
        "the words of a message lead to {link}"
    );
    let link = first(page, "3712").await?;
    page.client.goto(&link).await?;
    // The docs of a variant end in what to do.
    let last = "(() => {
        const variant = document.getElementById('variant.SignatureInvalid');
        const steps = variant.nextElementSibling.lastElementChild;
        return [steps.tagName, steps.previousElementSibling.textContent];
    })()";
    let last: [String; 2] = serde_json::from_value(page.value(last).await?)?;
    ensure!(
        last[0] == "OL" && last[1].starts_with("What to do"),
        "the docs end in {last:?}"
    );
    Ok(())
}
