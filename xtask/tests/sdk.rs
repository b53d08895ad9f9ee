//! `cargo xtask sdk` on made-up packages.

mod repository;

use repository::{Repository, Run};

const CATALOG: &str = "\
product: {id: video_sdk_web, title: Lamps, enum: LampError}
sources:
  - {id: page, title: Errors of lamps}
errors:
  - code: 7001
    name: LAMP_BROKEN
  - code: 7002
    name: LAMP_LOCKED
";

const BUNDLE: &str = "\
let L=function(e){return e[e.LAMP_BROKEN=7001]=\"LAMP_BROKEN\",e[e.LAMP_LOCKED=7002]=\"LAMP_LOCKED\",e}({});\
throw{type:x,reason:\"the key is away\",errorCode:L.LAMP_LOCKED};
";

const DECLARED: &str =
    "export enum ExceptionCode {\n  LAMP_BROKEN = 7001,\n  LAMP_LOCKED = 7002,\n}\n";

/// A repository with a catalog, and beside it a package.
fn repository(package: &str) -> Repository {
    let repository = Repository::new(&[("video_sdk_web.yaml", CATALOG)]);
    repository.write("lamps/package/package.json", package);
    repository.write("lamps/package/dist/index.js", BUNDLE);
    repository.write("lamps/package/dist/lib/worker.js", "({[");
    repository.write("lamps/package/dist/types/errors.d.ts", DECLARED);
    repository
}

const PACKAGE: &str = r#"{"name": "@zoom/videosdk", "version": "9.1.0"}"#;

fn check(repository: &Repository, more: &[&str]) -> Run {
    repository.run(&[&["sdk", "check", "--package", "lamps"], more].concat())
}

#[test]
fn a_package_that_agrees_ends_with_0() {
    let run = check(&repository(PACKAGE), &[]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with(
        "@zoom/videosdk 9.1.0\nvideo_sdk_web: 2 codes, 1 raised text, no difference\n"
    ));
    assert!(
        run.stderr.contains("dist/lib is not read"),
        "{}",
        run.stderr
    );
}

#[test]
fn differences_are_shown_with_their_places() {
    let repository = repository(PACKAGE);
    let declared = DECLARED.replace(
        "LAMP_LOCKED = 7002",
        "LAMP_KEYLESS = 7002,\n  LAMP_HOT = 7003",
    );
    repository.write("lamps/package/dist/types/errors.d.ts", &declared);
    let run = check(&repository, &[]);
    assert_eq!(run.status, 1);
    for shown in [
        "error[name-differs]: 7002 is LAMP_KEYLESS in the package and LAMP_LOCKED in video_sdk_web",
        "lamps/package/dist/types/errors.d.ts:3:3",
        "catalogs/video_sdk_web.yaml:8:11",
        "error[code-added]: 7003 LAMP_HOT is in the package and not in video_sdk_web",
        "help: if both are used",
    ] {
        assert!(run.stderr.contains(shown), "{shown} in\n{}", run.stderr);
    }
    let run = check(&repository, &["--format", "json"]);
    assert_eq!(run.status, 1);
    let rows: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(rows[0]["id"], "name-differs");
    assert_eq!(rows[0]["file"], "lamps/package/dist/types/errors.d.ts");
    assert_eq!(rows[0]["start"]["line"], 3);
    assert_eq!(rows[0]["related"][0]["file"], "catalogs/video_sdk_web.yaml");
}

#[test]
fn what_was_accepted_is_no_difference_until_it_changes() {
    let repository = repository(PACKAGE);
    let run = repository.run(&["sdk", "accept", "--package", "lamps"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lock = repository.read("catalogs/sdk.lock");
    assert!(
        lock.contains("@zoom/videosdk 9.1.0 video_sdk_web 7002 "),
        "{lock}"
    );
    assert!(!lock.contains("key"), "{lock}");
    assert_eq!(check(&repository, &[]).status, 0);
    let bundle = BUNDLE.replace("the key is away", "the key is lost");
    repository.write("lamps/package/dist/index.js", &bundle);
    let run = check(&repository, &[]);
    assert!(
        run.stderr.contains("7002 is raised with `the key is lost`"),
        "{}",
        run.stderr
    );
    repository.write("catalogs/sdk.lock", "<<<<<<< ours\n");
    let run = check(&repository, &[]);
    assert!(
        run.status == 1 && run.stderr.contains("catalogs/sdk.lock:1"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_folder_that_cannot_be_read_is_told() {
    let repository = Repository::new(&[("video_sdk_web.yaml", CATALOG)]);
    repository.write("lamps/package.json", PACKAGE);
    repository.write("lamps/errors.d.ts", DECLARED);
    // One that is not there is no loss.
    let run = check(&repository, &[]);
    assert!(!run.stderr.contains("left out"), "{}", run.stderr);
    repository.write("lamps/dist", "no folder");
    let run = check(&repository, &[]);
    assert!(
        run.stderr.contains("note: dist is left out: "),
        "{}",
        run.stderr
    );
}

#[test]
fn what_is_no_package_says_what_to_do() {
    let other = repository(r#"{"name": "lamps", "version": "1.0.0"}"#);
    let run = check(&other, &[]);
    assert!(
        run.status == 1 && run.stderr.contains("@zoom/meetingsdk"),
        "{}",
        run.stderr
    );
    let run = other.run(&["sdk", "check", "--package", "catalogs"]);
    assert!(
        run.status == 1 && run.stderr.contains("npm pack"),
        "{}",
        run.stderr
    );
    let broken = repository("{");
    let run = check(&broken, &[]);
    assert!(
        run.status == 1 && run.stderr.contains("no JSON"),
        "{}",
        run.stderr
    );
}
