//! The search box reads a text as the crate does. Both have their rules from one source, and each its
//! own program; here the same texts are put to both.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use zoom_errors::ZoomError;
use zoom_errors::recognise::recognise_zooms;

use crate::fixtures::{Fixtures, root};
use crate::page::{Outcome, Page, ensure};

/// Puts each text into the search box, and gives the codes that show and what the status says.
const PASTE_EACH: &str = "return ((texts) => {
    const box = document.getElementById('search');
    const status = document.getElementById('status');
    return texts.map((text) => {
        box.value = text;
        box.dispatchEvent(new Event('input'));
        const shown = Array.from(document.querySelectorAll('#codes > article'), (code) => code.id);
        return [status.textContent.includes('read from the text'), shown];
    });
})(arguments[0]);";

/// What a text is, by the page and by the crate: the errors in order, the failures first.
struct Read {
    page: Vec<String>,
    ours: Vec<String>,
}

impl Read {
    /// Whether both say the same of the text, as far as people see it.
    fn agrees(&self) -> bool {
        self.page.first() == self.ours.first()
    }
}

async fn read(page: &Page, texts: &[String]) -> Outcome<Vec<Read>> {
    let mut all = Vec::new();
    for texts in texts.chunks(200) {
        let found = page.client.execute(PASTE_EACH, vec![json!(texts)]).await?;
        let found: Vec<(bool, Vec<String>)> = serde_json::from_value(found)?;
        for ((told, shown), text) in found.into_iter().zip(texts) {
            all.push(Read {
                page: if told { shown } else { Vec::new() },
                ours: ours(text),
            });
        }
    }
    Ok(all)
}

/// The address of an error in the page.
fn address(error: ZoomError) -> String {
    let product = error.product().id();
    match error.code() {
        Some(code) => format!("{product}/{code}"),
        None => format!("{product}/{}", error.word().unwrap_or_default()),
    }
}

/// The error at an address, or the one that it means the same as.
fn means(place: &str) -> Option<ZoomError> {
    let error = ZoomError::all().find(|error| address(*error) == place);
    error.map(ZoomError::canonical)
}

fn ours(text: &str) -> Vec<String> {
    let findings = recognise_zooms(text);
    let best = findings.iter().filter_map(|finding| finding.best());
    let all = findings.iter().flat_map(|finding| &finding.candidates);
    let mut errors = Vec::new();
    for candidate in best.chain(all) {
        errors.extend(candidate.error.map(address));
    }
    let mut seen = BTreeSet::new();
    errors.retain(|error| seen.insert(error.clone()));
    errors
}

/// The texts that differ, to be read by people.
fn differing(texts: &[String], read: &[Read]) -> Vec<String> {
    let pairs = texts.iter().zip(read).filter(|(_, read)| !read.agrees());
    let lines = pairs.map(|(text, read)| {
        let first = |list: &[String]| list.first().cloned().unwrap_or("nothing".to_owned());
        format!(
            "{} by the page, {} by the crate: {text}",
            first(&read.page),
            first(&read.ours)
        )
    });
    lines.collect()
}

pub(crate) async fn cases_are_read_alike(page: &Page, _: &Fixtures) -> Outcome {
    let file = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("cases.txt"))?;
    let cases = file.split("\n=== ").skip(1);
    let cases: Vec<(&str, String)> = cases
        .filter_map(|case| case.split_once('\n'))
        .map(|(expected, text)| (expected, text.to_owned()))
        .collect();
    let texts: Vec<String> = cases.iter().map(|(_, text)| text.clone()).collect();
    let read = read(page, &texts).await?;
    let differing = differing(&texts, &read);
    ensure!(differing.is_empty(), "{differing:#?}");
    for ((expected, text), read) in cases.iter().zip(&read) {
        let first = read.page.first().map_or("nothing", String::as_str);
        ensure!(
            means(first) == means(expected),
            "{first}, not {expected}: {text}"
        );
    }
    Ok(())
}

/// Every code beside a message that the server sends with it, or beside its name.
pub(crate) async fn documented_answers_are_read_alike(page: &Page, _: &Fixtures) -> Outcome {
    let mut texts = Vec::new();
    for error in ZoomError::all() {
        let Some(code) = error.code() else { continue };
        let answers = error.responses().iter().step_by(3);
        texts.extend(
            answers.map(|answer| json!({ "code": code, "message": answer.message() }).to_string()),
        );
        if error.responses().is_empty() {
            texts.push(format!(
                "{{ errorCode: {code}, reason: '{}' }}",
                error.name()
            ));
        }
    }
    let read = read(page, &texts).await?;
    let differing = differing(&texts, &read);
    ensure!(
        differing.len() * 200 <= texts.len(),
        "{} of {}: {:#?}",
        differing.len(),
        texts.len(),
        &differing[..differing.len().min(20)]
    );
    let whole = read.iter().filter(|read| read.page == read.ours).count();
    println!(
        "{} of {} texts are read otherwise; all candidates of {whole} are the same",
        differing.len(),
        texts.len()
    );
    Ok(())
}

/// The fields of a failure beside words of other codes: the code is first.
pub(crate) async fn a_code_wins_against_words(page: &Page, fixtures: &Fixtures) -> Outcome {
    let entries = fixtures.entries();
    let codes: Vec<_> = entries
        .iter()
        .filter(|entry| entry.product == "meeting_sdk_web" && !entry.name.is_empty())
        .filter(|entry| entry.guidance.advice.is_some())
        .collect();
    let text = |mark: &str| {
        format!(
            "join failed {{ method: 'join', status: false, errorCode: {mark}, errorMessage: 'the meeting of the user was not found, check the password and the signature' }}"
        )
    };
    let texts: Vec<String> = codes.iter().map(|entry| text(&entry.mark)).collect();
    let found = page.client.execute(PASTE_EACH, vec![json!(texts)]).await?;
    for (entry, found) in codes.iter().zip(found.as_array().unwrap_or(&Vec::new())) {
        ensure!(found[1][0] == entry.address, "{}: {found}", entry.address);
    }
    Ok(())
}

/// The cases beside the repository, where they are.
pub(crate) async fn cases_from_outside_are_read_alike(page: &Page, _: &Fixtures) -> Outcome {
    let folder = root().join("../shared/cases");
    let Ok(files) = fs::read_dir(folder) else {
        return Ok(());
    };
    let mut texts = Vec::new();
    for file in files {
        let path = file?.path();
        if path.extension().is_some_and(|kind| kind == "txt") {
            texts.push(fs::read_to_string(path)?);
        }
    }
    let read = read(page, &texts).await?;
    let differing = differing(&texts, &read);
    ensure!(differing.len() * 20 <= texts.len(), "{differing:#?}");
    Ok(())
}

/// A call shows what it can answer, what it needs and how often it may be made.
pub(crate) async fn a_call_shows_its_answers(page: &Page, _: &Fixtures) -> Outcome {
    for query in [
        "POST /users/{userId}/meetings",
        "post https://api.zoom.us/v2/users/someone%40example.com/meetings?x=1",
        "https://api.zoom.us/v2/meetings/857/polls",
        "/phone/numbers/abc",
        "GET /accounts/abc/users/me/meetings",
    ] {
        let (method, address) = match query.split_once(' ') {
            Some((method, address)) => (Some(method), address),
            None => (None, query),
        };
        let operations: Vec<_> = zoom_errors::Operation::at(address)
            .filter(|one| method.is_none_or(|method| one.method().eq_ignore_ascii_case(method)))
            .collect();
        ensure!(!operations.is_empty(), "{query} is none");
        let expected: BTreeSet<String> = operations
            .iter()
            .flat_map(|operation| operation.failures())
            .filter_map(|failure| failure.error().map(self::address))
            .collect();
        page.search(query).await?;
        let shown: BTreeSet<String> = page.results().await?.into_iter().collect();
        ensure!(
            shown == expected,
            "{query} shows {shown:?}, not {expected:?}"
        );
        let panel = page.text("#call").await?;
        for operation in operations {
            let scopes = operation.scopes().chain(operation.granular_scopes());
            for text in scopes
                .chain([operation.call()])
                .chain(operation.daily_limit())
            {
                ensure!(panel.contains(text), "{query} lacks {text}: {panel}");
            }
            for rate in operation.rates() {
                let text = format!("{} a {}", rate.calls(), rate.period().id());
                ensure!(panel.contains(&text), "{query} lacks {text}: {panel}");
            }
        }
    }
    // Without an operation, the codes of the product; without a product, words.
    page.search("GET /phone/something_new").await?;
    let shown = page.shown().await?;
    ensure!(
        !shown.is_empty() && shown.iter().all(|one| one.starts_with("phone/")),
        "{shown:?}"
    );
    page.search("3712").await?;
    let hidden: Value = page.value("document.getElementById('call').hidden").await?;
    ensure!(hidden == true, "the call stays");
    Ok(())
}
