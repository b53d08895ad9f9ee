//! Every rule on small catalogs: each wrong one breaks that rule alone and is shown as the text
//! beside it, each right one passes.
//!
//! `problems/<rule>/wrong*` and `right*` are cases. A file stands for `catalogs/demo.yaml`; a folder
//! holds the files of `catalogs` and of its folders, and a folder called as a file is no file. After a
//! change of the texts, run with `SNAPSHOTS=overwrite` and read what has changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use snapbox::{Data, assert_data_eq};
use zoom_errors_codegen::{InputFile, Loaded, Problem, Rule, Sources, load, report};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/problems")
}

/// Names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The cases of a rule whose names begin so, without the texts.
fn cases(rule: Rule, prefix: &str) -> Vec<PathBuf> {
    let folder = folder().join(rule.id());
    names(&folder)
        .into_iter()
        .filter(|name| name.starts_with(prefix) && !name.ends_with(".txt"))
        .map(|name| folder.join(name))
        .collect()
}

fn input(path: &Path, name: &str) -> InputFile {
    let name = format!("catalogs/{name}");
    if path.is_dir() {
        InputFile::unreadable(name, "it is not a file")
    } else {
        InputFile::new(name, fs::read(path).unwrap())
    }
}

fn problems(case: &Path) -> (Sources, Vec<Problem>) {
    let mut files = Vec::new();
    if case.is_dir() {
        for name in names(case) {
            let path = case.join(&name);
            if path.is_dir() && !name.ends_with(".yaml") {
                let inside = names(&path).into_iter();
                files
                    .extend(inside.map(|file| input(&path.join(&file), &format!("{name}/{file}"))));
            } else {
                files.push(input(&path, &name));
            }
        }
    } else {
        files.push(input(case, "demo.yaml"));
    }
    let Loaded { sources, outcome } = load(files);
    (sources, outcome.err().unwrap_or_default())
}

#[test]
fn every_rule_fires_alone_in_its_wrong_cases_and_is_silent_in_the_right_ones() {
    let mut wrongs = Vec::new();
    for rule in Rule::ALL {
        let (wrong, right) = (cases(*rule, "wrong"), cases(*rule, "right"));
        if wrong.is_empty() || right.is_empty() {
            wrongs.push(format!("{} lacks a wrong or a right case", rule.id()));
        }
        for (case, expected) in wrong
            .iter()
            .map(|case| (case, BTreeSet::from([rule.id()])))
            .chain(right.iter().map(|case| (case, BTreeSet::new())))
        {
            let (sources, problems) = problems(case);
            let fired: BTreeSet<&str> = problems.iter().map(|p| p.rule.id()).collect();
            if fired != expected {
                let shown = report::human(&problems, &sources, false);
                wrongs.push(format!("{} gives {fired:?}\n{shown}", case.display()));
            }
        }
    }
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}

#[test]
fn every_folder_belongs_to_a_rule_and_every_text_to_a_case() {
    for id in names(&folder()) {
        let known = Rule::ALL.iter().any(|rule| rule.id() == id);
        assert!(known, "{id} is no rule");
        let names = names(&folder().join(&id));
        for name in &names {
            if let Some(stem) = name.strip_suffix(".txt") {
                let case = names
                    .iter()
                    .any(|other| other == stem || *other == format!("{stem}.yaml"));
                assert!(case, "{id}/{name} is the text of nothing");
            } else {
                assert!(
                    name.starts_with("wrong") || name.starts_with("right"),
                    "{id}/{name} is no case"
                );
            }
        }
    }
}

#[test]
fn every_wrong_case_is_shown_as_the_text_beside_it() {
    for rule in Rule::ALL {
        for case in cases(*rule, "wrong") {
            let (sources, problems) = problems(&case);
            let shown = report::human(&problems, &sources, false);
            assert_data_eq!(
                shown,
                Data::read_from(&case.with_extension("txt"), None).raw()
            );
        }
    }
}

#[test]
fn every_problem_is_a_clause_with_a_way_out() {
    for rule in Rule::ALL {
        for case in cases(*rule, "wrong") {
            for problem in problems(&case).1 {
                let shown = format!("{}: {}", case.display(), problem.message);
                assert!(problem.help.is_some(), "{shown} has no help");
                assert!(!problem.message.ends_with('.'), "{shown}");
                let mute = problem.related.iter().any(|(_, label)| label.is_empty());
                assert!(!mute, "{shown}: a related place without a word");
            }
        }
    }
}
