//! `cargo xtask validate` as people and editors run it, on repositories in temporary folders.

mod repository;

use repository::{CATALOG, Repository, root};
use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

/// A repository with problems in two files; `b.yaml` is looked at after `a.yaml`.
fn broken() -> Repository {
    let catalog = |id: &str, name: &str| {
        let own = CATALOG.replace("id: demo", &format!("id: {id}"));
        own.replace("DemoError", name)
    };
    let a = catalog("a", "AError")
        .replace("category: only", "category: onyl")
        .replace("code: 2", "code: 1");
    let b = catalog("b", "BError")
        .replace("Mend", "Repair")
        .replace("retry: after_fix", "retry: soon");
    Repository::new(&[("b.yaml", &b), ("a.yaml", &a)])
}

#[test]
fn all_problems_of_all_files_are_shown_in_the_order_of_files_and_lines_with_a_count() {
    let run = broken().run(&["validate"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.stdout, "");
    let places: Vec<&str> = run
        .stderr
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "))
        .collect();
    assert_eq!(
        places,
        [
            "catalogs/a.yaml:17:15",
            "catalogs/a.yaml:26:11",
            "catalogs/a.yaml:28:15",
            "catalogs/b.yaml:21:12",
            "catalogs/b.yaml:32:12",
        ]
    );
    assert!(run.stderr.ends_with("\n\n5 problems in 2 of 2 files\n"));
}

#[test]
fn without_a_problem_the_files_are_counted() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    let run = repository.run(&["validate"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "1 file, no problem\n");
    // In any folder of the repository.
    let run = repository.run_in("zoom-errors/src", &["validate"]);
    assert_eq!(run.stdout, "1 file, no problem\n");
}

/// What is renamed in a catalog may be named in Rust that nobody generates.
#[test]
fn hand_written_code_is_held_against_the_catalogs() {
    let catalog = CATALOG.replace(
        "    name: SECOND\n",
        "    name: SECOND\n    renamed_from: [Former]\n    reasons:\n      - {code: 7, name: WORN_OUT, \
         summary: The second spring is worn out.}\n",
    );
    let repository = Repository::new(&[("demo.yaml", &catalog)]);
    let code = "use x::DemoError as E; const A: [E; 2] = [DemoError::First, DemoError::Former];\n\
                const N: usize = DemoError::ALL.len() + Other::Third;\n\
                fn f() { DemoError::from_code(1); SecondReason::WornOut; SecondReason::Worn; }\n";
    repository.write("zoom-errors/src/by/hand.rs", code);
    repository.write("zoom-errors/src/generated/demo.rs", "DemoError::Third");
    let run = repository.run(&["validate"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{}", run.stderr);
    assert!(
        run.stderr.contains("no catalog gives `SecondReason::Worn`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("--> zoom-errors/src/by/hand.rs:3:58"),
        "{}",
        run.stderr
    );
    assert_eq!(run.stderr.matches("-->").count(), 1, "{}", run.stderr);
    let run = repository.run(&["validate", "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(found[0]["id"], "unknown-variant");
    assert!(found[0]["help"].as_str().unwrap().contains("new name"));
    repository.write(
        "zoom-errors/src/by/hand.rs",
        &code.replace("::Worn;", "::WornOut;"),
    );
    assert_eq!(repository.run(&["validate"]).stdout, "1 file, no problem\n");
}

#[test]
fn problems_as_data_have_every_field_and_come_in_the_same_order() {
    let run = broken().run(&["validate", "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let problems: Value = serde_json::from_str(&run.stdout).unwrap();
    let problems = problems.as_array().unwrap();
    let ids: Vec<&str> = problems.iter().map(|p| p["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "unknown-category",
            "duplicate-code",
            "unknown-category",
            "unknown-word",
            "unknown-word"
        ]
    );
    assert_eq!(
        problems[1],
        json!({
            "id": "duplicate-code",
            "message": "the code `1` stands twice",
            "file": "catalogs/a.yaml",
            "start": { "line": 26, "column": 11 },
            "end": { "line": 26, "column": 12 },
            "related": [{
                "message": "first defined here",
                "file": "catalogs/a.yaml",
                "start": { "line": 15, "column": 11 },
                "end": { "line": 15, "column": 12 },
            }],
            "help": "merge the entries, or tell the cases apart under `reasons:`",
        })
    );
}

/// The example in the README is what comes out, but for its white space.
#[test]
fn the_documented_example_of_data_is_true() {
    let catalog = CATALOG
        .replace("id: only", "id: client")
        .replace("category: only", "category: client")
        .replacen("\ncategories", "    kind: page\n\ncategories", 1)
        .replacen("category: client", "category: clent", 1);
    let run = Repository::new(&[("demo.yaml", &catalog)]).run(&["validate", "--format", "json"]);
    let readme = std::fs::read_to_string(root().join("catalogs/README.md")).unwrap();
    let example = readme.split("```json\n").nth(1).unwrap();
    let example: Value = serde_json::from_str(example.split("```").next().unwrap()).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&run.stdout).unwrap(), example);
}

#[test]
fn columns_count_characters() {
    let catalog = CATALOG.replace("title: Demo page", "title: Demo page é <b>");
    let repository = Repository::new(&[("demo.yaml", &catalog)]);
    let run = repository.run(&["validate", "--format", "json"]);
    let problems: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(problems[0]["start"], json!({ "line": 8, "column": 24 }));
    assert_eq!(problems[0]["end"], json!({ "line": 8, "column": 27 }));
}

#[test]
fn data_without_a_problem_is_an_empty_array() {
    let run = Repository::new(&[("demo.yaml", CATALOG)]).run(&["validate", "--format", "json"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, "[]\n");
}

#[test]
fn files_that_are_named_show_their_problems_alone_and_know_their_neighbours() {
    let repository = broken();
    let run = repository.run_in("catalogs", &["validate", "b.yaml"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("--> b.yaml:21:12"), "{}", run.stderr);
    assert!(!run.stderr.contains("a.yaml"), "{}", run.stderr);

    // A link to a neighbour holds, and so does a conflict with it.
    let linked = CATALOG.replace("code: 1\n", "code: 1\n    related: [other/1]\n");
    let other = CATALOG
        .replace("id: demo", "id: other")
        .replace("DemoError", "OtherError")
        .replace("tool that fits", "tool that suits");
    let repository = Repository::new(&[("demo.yaml", &linked), ("other.yaml", &other)]);
    let run = repository.run(&["validate", "catalogs/demo.yaml", "./catalogs/demo.yaml"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert_data_eq!(
        run.stderr,
        str![[r#"
error[shared-step]: this step stands under another code too
  --> catalogs/other.yaml:35:9
   |
35 |       - Mend the second part with another tool.
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
  ::: catalogs/demo.yaml:36:9
   |
36 |       - Mend the second part with another tool.
   |         --------------------------------------- first written here
   |
   = help: say what is particular here, or link the two with `same_as` or `related`
   = note: the rule is explained in catalogs/README.md under `shared-step`

1 problem in 1 of 2 files

"#]]
    );
    let fixed = other.replace("another tool", "some other tool");
    repository.write("catalogs/other.yaml", &fixed);
    let run = repository.run(&["validate", "catalogs/demo.yaml"]);
    assert_eq!(run.stdout, "1 file, no problem\n", "{}", run.stderr);

    // A file from elsewhere is held against nothing but those named with it.
    repository.write("draft/demo.yaml", CATALOG);
    let run = repository.run(&["validate", "draft/demo.yaml"]);
    assert_eq!(run.stdout, "1 file, no problem\n", "{}", run.stderr);
}

#[test]
fn a_file_that_is_not_there_is_a_problem_and_bad_usage_is_not() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    let run = repository.run(&["validate", "catalogs/dmeo.yaml"]);
    assert_eq!(run.status, 1);
    let shown = "error[unreadable]: cannot be read: ";
    assert!(run.stderr.starts_with(shown), "{}", run.stderr);
    assert!(
        run.stderr.contains("--> catalogs/dmeo.yaml\n"),
        "{}",
        run.stderr
    );
    assert_eq!(repository.run(&["validate", "--format", "xml"]).status, 2);
}

#[test]
fn colours_stay_away_from_files_and_pipes() {
    let run = broken().run(&["validate"]);
    assert!(!run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

#[cfg(unix)]
mod on_a_terminal {
    use super::broken;

    #[test]
    fn problems_are_coloured() {
        let shown = broken().run_on_a_terminal(&["validate"], &[]);
        assert!(shown.contains("\u{1b}["), "{shown}");
        assert!(shown.contains("5 problems in 2 of 2 files"), "{shown}");
        // An empty value means nothing.
        let shown = broken().run_on_a_terminal(&["validate"], &[("NO_COLOR", "")]);
        assert!(shown.contains("\u{1b}["), "{shown}");
    }

    #[test]
    fn no_color_is_obeyed() {
        for command in [["validate"], ["generate"]] {
            let shown = broken().run_on_a_terminal(&command, &[("NO_COLOR", "1")]);
            assert!(!shown.contains('\u{1b}'), "{shown}");
            assert!(shown.contains("5 problems in 2 of 2 files"), "{shown}");
        }
    }
}
