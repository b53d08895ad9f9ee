//! Hostile and broken files through the program: exit status 1, a message that names each of them,
//! and nothing written.
//!
//! `codegen/tests/hostile` has the many kinds of hostile text.

mod repository;

use std::fs;

use repository::{CATALOG, Repository, Run};

/// Runs `generate`, which must refuse, write nothing, and not panic.
#[track_caller]
fn refuses(repository: &Repository) -> Run {
    let readme = repository.read("docs/products.md");
    let run = repository.run(&["generate"]);
    assert_eq!(run.status, 1, "{}{}", run.stdout, run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    assert!(!repository.path("zoom-errors/src/generated").exists());
    assert!(!repository.path("catalogs/schema.json").exists());
    assert_eq!(repository.read("docs/products.md"), readme);
    run
}

#[test]
fn each_hostile_catalog_is_named_with_its_place() {
    let title = |bytes: &[u8]| {
        let (before, after) = CATALOG.split_once("Demo product").unwrap();
        [before.as_bytes(), bytes, after.as_bytes()].concat()
    };
    let text = |text: &str| text.as_bytes().to_vec();
    let hostile: [(&str, Vec<u8>, &str); 16] = [
        ("deep_flow", "[\n".repeat(100_000).into(), "25:1"),
        ("deep_block", text(&"- ".repeat(30_000)), "1:49"),
        ("bomb", text("a: &a [x]\nb: [*a, *a]\n"), "1:7"),
        ("merge", text("<<: {a: b}\n"), "1:1"),
        (
            "scalar",
            format!("a: {}", "x".repeat(50 << 20)).into(),
            "1:1",
        ),
        ("large", vec![b'\n'; 100_000_000], ""),
        ("latin_1", title(b"caf\xe9"), "3:13"),
        ("nul", title(b"De\0mo"), "3:12"),
        ("escape", title(b"De\x1b[2Jmo"), "3:12"),
        ("bidi", title("De\u{202e}mo".as_bytes()), "3:12"),
        ("duplicate", text("a: b\na: c\n"), "2:1"),
        (
            "hex",
            text(&CATALOG.replace("code: 1\n", "code: 0x1\n")),
            "15:11",
        ),
        ("tag", text("a: !!str b\n"), "1:4"),
        ("two", text("a: b\n---\na: b\n"), "2:1"),
        ("empty", Vec::new(), ""),
        (
            "outside",
            text(&CATALOG.replace("id: demo", "id: ../../x")),
            "2:7",
        ),
    ];
    let repository = Repository::new(&[]);
    for (name, bytes, _) in &hostile {
        fs::write(repository.path(&format!("catalogs/{name}.yaml")), bytes).unwrap();
    }
    let run = refuses(&repository);
    for (name, _, place) in &hostile {
        // Where there is no text there is no place in it.
        let colon = if place.is_empty() { "" } else { ":" };
        let shown = format!("--> catalogs/{name}.yaml{colon}{place}\n");
        assert!(run.stderr.contains(&shown), "{name}: {}", run.stderr);
    }
    let summary = run.stderr.lines().last().unwrap();
    assert!(summary.ends_with("in 16 of 16 files"), "{summary}");
    assert!(!run.stderr.contains('\u{1b}') && !run.stderr.contains('\u{202e}'));
}

#[test]
fn control_characters_that_a_file_stands_for_do_not_reach_the_terminal() {
    let key = CATALOG.replace("  title: Demo product", "  \"\\e[2J\\u202e\": x");
    let repository = Repository::new(&[("demo.yaml", &key)]);
    let run = refuses(&repository);
    assert!(!run.stderr.contains('\u{1b}') && !run.stderr.contains('\u{202e}'));
}

#[test]
fn a_folder_named_like_a_catalog_is_named() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    fs::create_dir(repository.path("catalogs/x.yaml")).unwrap();
    let run = refuses(&repository);
    assert!(
        run.stderr.contains("cannot be read: it is a folder"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("--> catalogs/x.yaml\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_catalog_is_not_passed_over_because_of_its_ending() {
    for name in ["x.yml", "x.YAML", "x.Yml"] {
        let repository = Repository::new(&[("demo.yaml", CATALOG), (name, CATALOG)]);
        let run = refuses(&repository);
        let shown = format!("--> catalogs/{name}\n");
        assert!(run.stderr.contains(&shown), "{}", run.stderr);
        assert!(run.stderr.contains("end in `.yaml`"), "{}", run.stderr);
    }
}

#[test]
fn without_catalogs_there_is_a_message() {
    let repository = Repository::new(&[]);
    let run = refuses(&repository);
    assert!(
        run.stderr.contains("holds no `.yaml` file"),
        "{}",
        run.stderr
    );

    fs::remove_dir(repository.path("catalogs")).unwrap();
    let run = refuses(&repository);
    assert!(run.stderr.contains("no repository here"), "{}", run.stderr);
    let root = repository.path("").display().to_string();
    let run = repository.run(&["--root", &root, "generate"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("the folder cannot be read"),
        "{}",
        run.stderr
    );
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_that_lead_nowhere_and_pipes_are_named() {
        let repository = Repository::new(&[("demo.yaml", CATALOG)]);
        let at = |name: &str| repository.path(&format!("catalogs/{name}.yaml"));
        symlink(at("loop"), at("loop")).unwrap();
        symlink(at("there"), at("here")).unwrap();
        symlink(at("here"), at("there")).unwrap();
        symlink("nowhere", at("dangling")).unwrap();
        assert!(
            Command::new("mkfifo")
                .arg(at("pipe"))
                .status()
                .unwrap()
                .success()
        );
        let run = refuses(&repository);
        for name in ["loop", "here", "there", "dangling", "pipe"] {
            let shown = format!("--> catalogs/{name}.yaml\n");
            assert!(run.stderr.contains(&shown), "{name}: {}", run.stderr);
        }
        assert!(
            run.stderr.contains("5 problems in 5 of 6 files"),
            "{}",
            run.stderr
        );
    }

    #[test]
    fn a_link_to_a_catalog_is_a_catalog() {
        let repository = Repository::new(&[]);
        repository.write("elsewhere/catalog", CATALOG);
        symlink(
            "../elsewhere/catalog",
            repository.path("catalogs/demo.yaml"),
        )
        .unwrap();
        let run = repository.run(&["generate"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }

    /// Its reading fails whoever runs the test; permissions do not stop root.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let repository = Repository::new(&[("demo.yaml", CATALOG)]);
        symlink("/proc/self/mem", repository.path("catalogs/x.yaml")).unwrap();
        let run = refuses(&repository);
        assert!(run.stderr.contains("cannot be read: "), "{}", run.stderr);
        assert!(
            run.stderr.contains("--> catalogs/x.yaml\n"),
            "{}",
            run.stderr
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_name_that_is_not_utf_8_is_shown_as_far_as_it_can_be() {
        let repository = Repository::new(&[("demo.yaml", CATALOG)]);
        let name = OsStr::from_bytes(b"catalogs/caf\xe9.yaml");
        fs::write(repository.path("").join(name), CATALOG).unwrap();
        let run = refuses(&repository);
        assert!(
            run.stderr.contains("--> catalogs/caf\u{fffd}.yaml\n"),
            "{}",
            run.stderr
        );
    }
}
