//! `cargo xtask export` as people run it.

mod repository;

use repository::{CATALOG, Repository};

#[test]
fn a_file_holds_what_standard_output_gets() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    for (format, start) in [
        ("json", "[\n  {"),
        ("csv", "product,enum,code,"),
        ("spreadsheet", "\u{feff}product,enum,code,"),
        ("markdown", "# Zoom error codes\n"),
        ("html", "<!DOCTYPE html>\n"),
    ] {
        let printed = repository.run(&["export", "--format", format]);
        assert_eq!(printed.status, 0, "{}", printed.stderr);
        assert!(printed.stdout.starts_with(start), "{}", printed.stdout);
        assert!(printed.stdout.contains(env!("CARGO_PKG_VERSION")));

        let written = repository.run(&["export", "--format", format, "--out", "codes"]);
        assert_eq!((written.status, written.stdout.as_str()), (0, ""));
        assert_eq!(repository.read("codes"), printed.stdout, "{format}");
    }
}

#[test]
fn parquet_is_for_files() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    let run = repository.run(&["export", "--format", "parquet"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("--out <FILE>"), "{}", run.stderr);
}

#[test]
fn an_unknown_format_is_bad_usage() {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    let run = repository.run(&["export", "--format", "pdf"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("html"), "{}", run.stderr);
}
