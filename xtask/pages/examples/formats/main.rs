//! How pages are judged that differ in form, in content, or in both: each form of a made-up page
//! with each change, against what was reviewed in another form.
//!
//! ```sh
//! cargo run -p xtask-pages --example formats            # the table
//! cargo run -p xtask-pages --example formats -- --all   # and each judgement that is wrong
//! ```
//! It ends with 1 if anything is missed or told falsely.

mod changes;
mod forms;
mod lamp;

use std::collections::BTreeMap;
use std::process::ExitCode;

use changes::CHANGES;
use forms::FORMS;
use lamp::{CATALOG, Lamp};
use xtask_pages::docs::{Page, read};
use xtask_pages::drift::acceptance::accept;
use xtask_pages::drift::finding::{Place, finding};
use xtask_pages::drift::{Against, Lock, compare};
use xtask_pages::intake;
use xtask_pages::outline::Outline;
use zoom_errors_codegen::SourceFile;

/// How a page was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Exactly what changed was told.
    Right,
    /// The page was refused, with advice.
    Refused,
    /// More was told than changed.
    False,
    /// Something that changed was not told.
    Silent,
}

fn main() -> ExitCode {
    let all = std::env::args().any(|argument| argument == "--all");
    let catalog = SourceFile::new("lamp.yaml", CATALOG);
    let Ok(outline) = Outline::read(&catalog, 0) else {
        eprintln!("the catalog is broken");
        return ExitCode::FAILURE;
    };
    let lock = reviewed(&outline);
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    println!("| form | right | refused | false | silent |\n| --- | ---: | ---: | ---: | ---: |");
    for form in FORMS {
        let mut own: BTreeMap<Verdict, usize> = BTreeMap::new();
        for change in CHANGES {
            let mut lamp = Lamp::default();
            (change.make)(&mut lamp);
            let file = (form.write)(&lamp);
            let (verdict, told) = judge(file, change.tells, &outline, &lock);
            *own.entry(verdict).or_default() += 1;
            *counts.entry(verdict).or_default() += 1;
            if all && verdict != Verdict::Right {
                eprintln!(
                    "{verdict:?}: {}, {}: told {told:?}, not {:?}",
                    form.name, change.name, change.tells
                );
            }
        }
        println!("{}", row(form.name, &own));
    }
    println!(
        "{}",
        row(
            &format!("all {} forms × {} changes", FORMS.len(), CHANGES.len()),
            &counts
        )
    );
    let wrong = [Verdict::False, Verdict::Silent];
    match wrong.iter().any(|verdict| counts.contains_key(verdict)) {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

fn row(name: &str, counts: &BTreeMap<Verdict, usize>) -> String {
    let count = |verdict| counts.get(&verdict).copied().unwrap_or_default();
    let numbers = [
        Verdict::Right,
        Verdict::Refused,
        Verdict::False,
        Verdict::Silent,
    ]
    .map(count);
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    format!("| {name} | {} |", numbers.join(" | "))
}

/// What a person notes who has reviewed the page as the first form shows it.
fn reviewed(outline: &Outline) -> Lock {
    let empty = Lock::default();
    let against = Against::new(outline, "page", &empty);
    let first = FORMS.first().map(|form| (form.write)(&Lamp::default()));
    let page = page(first.unwrap_or_default()).unwrap_or_else(|why| panic!("{why}"));
    let accepted = accept(&page, &against, &[], true);
    accepted.unwrap_or_else(|refusal| panic!("{refusal}")).lock
}

fn page(file: Vec<u8>) -> Result<Page, String> {
    let text = intake::text(file)?.text;
    read(&text, None).map_err(|error| error.to_string())
}

fn judge(
    file: Vec<u8>,
    expected: &[&str],
    outline: &Outline,
    lock: &Lock,
) -> (Verdict, Vec<String>) {
    let page = match page(file) {
        Ok(page) => page,
        Err(why) => return (Verdict::Refused, vec![why]),
    };
    let against = Against::new(outline, "page", lock);
    let place = Place {
        file: 1,
        text: "",
        arguments: "",
    };
    let comparison = compare(&page, &against);
    let mut told: Vec<String> = comparison
        .drifts
        .iter()
        .map(|drift| {
            let code = drift.code.map(|code| format!(" {code}"));
            format!("{}{}", finding(drift, &place).id, code.unwrap_or_default())
        })
        .collect();
    told.sort_unstable();
    let mut wanted: Vec<&str> = expected.to_vec();
    wanted.sort_unstable();
    let missed = wanted
        .iter()
        .any(|one| !told.iter().any(|told| told == one));
    let verdict = match (missed, told == wanted) {
        (_, true) => Verdict::Right,
        (true, _) if told.is_empty() => Verdict::Silent,
        _ => Verdict::False,
    };
    (verdict, told)
}
