//! `cargo xtask docs` as a maintainer runs it when a page has changed.

mod check;
#[path = "../repository/mod.rs"]
mod repository;
mod settle;
mod usage;

use repository::{CATALOG, Repository};

const PAGE: &str = "\
# Demo page

## Only section

| Code | Name | Description |
|------|------|-------------|
| 1 | FIRST | The first one broke |
| 2 | SECOND | The second one broke |
";

const CHECK: [&str; 5] = ["docs", "check", "--catalog", "demo", "page.md"];
const ACCEPT: [&str; 5] = ["docs", "accept", "--catalog", "demo", "page.md"];
const DRAFT: [&str; 5] = ["docs", "draft", "--catalog", "demo", "page.md"];

/// A repository whose page was reviewed.
fn reviewed() -> Repository {
    let repository = Repository::new(&[("demo.yaml", CATALOG)]);
    repository.write("page.md", PAGE);
    let run = repository.run(&ACCEPT);
    assert_eq!(run.status, 0, "{}", run.stderr);
    repository
}
