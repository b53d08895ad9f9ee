//! A made-up SDK of lamps against made-up catalogs.

use proptest::prelude::*;
use xtask_pages::outline::Outline;
use xtask_sdk::{Comparison, Facts, File, Lock, Manifest, Package, compare};
use zoom_errors_codegen::{InputFile, Sources};

const CATALOG: &str = r#"
product: {id: video_sdk_web, title: Lamps, enum: LampError}
sources:
  - {id: page, title: Errors of lamps}
errors:
  - code: 7001
    name: LAMP_BROKEN
    reasons:
      - {message: no bulb, name: NO_BULB}
  - code: 7002
    name: LAMP_LOCKED
  - code: 7003
    name: LAMP_AWAY
    aliases: [LAMP_GONE]
    erratum: The package calls it LAMP_FAR.
  - code: 7004
    name: LAMP_OLD
    retired: 2026-01-01
  - code: 7005
    name: LAMP_DIM
strings:
  title: Types
  enum: LampErrorType
  entries:
    - {value: LAMP_OPERATION, name: LAMP_OPERATION, aliases: [LAMP_OPRATION]}
"#;

const DECLARED: &str = "
export enum ExceptionCode {
  /**
   * The lamp is broken.
   */
  LAMP_BROKEN = 7001,
  /** Somebody holds the key. */
  LAMP_LOCKED = 7002,
  LAMP_FAR = 7003,
  LAMP_DIM = 7005,
}
export type ErrorTypes = | 'LAMP_OPERATION';
";

const BUNDLE: &str = r#"const Q="LAMP_OPERATION",Be="LAMP_OPERATION";let L=function(e){return e[e.LAMP_BROKEN=7001]="LAMP_BROKEN",e[e.LAMP_LOCKED=7002]="LAMP_LOCKED",e[e.LAMP_FAR=7003]="LAMP_FAR",e[e.LAMP_DIM=7005]="LAMP_DIM",e}({});
function a(t){return Promise.reject({type:Be,reason:`lamp ${t.id} has no bulb`,errorCode:L.LAMP_BROKEN})}
function b(t){throw{errorCode:t?L.LAMP_LOCKED:L.LAMP_DIM,type:Be,reason:"the key is away"}}
const K={lamp:{errorCode:{far:L.LAMP_FAR}}};function c(k){throw{reason:"too far".concat(k,"!"),errorCode:K[k].errorCode.far}}
function d(e){return{type:Be,reason:e,errorCode:e.code}}"#;

fn package(declared: &str, bundle: &str) -> Package {
    let file = |name: &str, text: &str| File {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    Package {
        manifest: Manifest {
            name: "@zoom/videosdk".to_owned(),
            version: "9.1.0".to_owned(),
        },
        files: vec![
            file("dist/types/errors.d.ts", declared),
            file("dist/index.js", bundle),
        ],
    }
}

fn compared(package: &Package, catalog: &str, lock: &Lock) -> Comparison {
    let mut sources = Sources::default();
    let input = InputFile::new("catalogs/video_sdk_web.yaml", catalog.as_bytes().to_vec());
    let (_, outline) = Outline::load(input, &mut sources).unwrap();
    compare(package, &Facts::read(package), &[outline], lock)
}

fn found(comparison: &Comparison) -> Vec<(&str, &str)> {
    let differences = comparison.differences.iter();
    differences
        .map(|difference| (difference.id, difference.message.as_str()))
        .collect()
}

/// The lock after the made-up package was accepted.
fn accepted() -> Lock {
    let package = package(DECLARED, BUNDLE);
    let comparison = compared(&package, CATALOG, &Lock::default());
    comparison.accepted(&package, &Lock::default())
}

#[test]
fn a_package_that_agrees_gives_no_difference() {
    let comparison = compared(&package(DECLARED, BUNDLE), CATALOG, &Lock::default());
    assert_eq!(found(&comparison), []);
    assert_eq!(
        comparison.summaries,
        [
            "video_sdk_web: 4 codes, 4 raised texts, no difference",
            "video_sdk_web: 1 word for errors, no difference"
        ]
    );
    let notes = comparison.notes.join("\n");
    for said in [
        "dist/index.js: raise sites compared with nothing: 1 without a code",
        "7003 LAMP_FAR",
        "7003 LAMP_GONE",
        "no version of @zoom/videosdk was accepted yet",
        "there is no catalog `video_sdk_web_crc`",
    ] {
        assert!(notes.contains(said), "{said} in\n{notes}");
    }
}

#[test]
fn codes_and_names_are_told_in_both_directions() {
    let declared = DECLARED
        .replace("LAMP_LOCKED", "LAMP_KEYLESS")
        .replace("LAMP_DIM = 7005", "LAMP_HOT = 7006");
    let bundle = BUNDLE
        .replace("LAMP_LOCKED", "LAMP_KEYLESS")
        .replace("LAMP_DIM=7005", "LAMP_HOT=7006")
        .replace("LAMP_DIM", "LAMP_HOT");
    let comparison = compared(&package(&declared, &bundle), CATALOG, &Lock::default());
    assert_eq!(
        found(&comparison),
        [
            (
                "name-differs",
                "7002 is LAMP_KEYLESS in the package and LAMP_LOCKED in video_sdk_web"
            ),
            (
                "code-added",
                "7006 LAMP_HOT is in the package and not in video_sdk_web; it is raised"
            ),
            ("code-gone", "7005 LAMP_DIM is not in the package"),
        ]
    );
    assert!(comparison.differences[1].at.is_some());
}

#[test]
fn a_constant_under_another_number_points_to_the_entry_that_has_it() {
    let renumbered = |text: &str| text.replace("LAMP_LOCKED = 7002", "LAMP_LOCKED = 7012");
    let bundle = BUNDLE.replace("LAMP_LOCKED=7002", "LAMP_LOCKED=7012");
    let package = package(&renumbered(DECLARED), &bundle);
    let comparison = compared(&package, CATALOG, &Lock::default());
    let mut differences = comparison.differences.iter();
    let difference = differences
        .find(|difference| difference.id == "number-differs")
        .unwrap();
    assert_eq!(
        difference.message,
        "LAMP_LOCKED is 7012 in the package and 7002 in the catalog"
    );
    // Not the entry with the nearest number, which is 7005.
    let entry = difference.entry;
    assert_eq!(&CATALOG[entry.start..entry.end], "7002");
    assert!(difference.help.contains("correct `code:`"));
    assert!(!difference.help.contains("origin"), "{}", difference.help);
}

#[test]
fn what_the_declarations_hide_is_told_and_no_difference() {
    let declared = DECLARED.replace(
        "LAMP_DIM = 7005",
        "LAMP_DIM = 7005,\n/** @ignore */ LAMP_X = 7009",
    );
    let comparison = compared(&package(&declared, BUNDLE), CATALOG, &Lock::default());
    assert_eq!(found(&comparison), []);
    assert!(
        comparison
            .notes
            .iter()
            .any(|note| note.contains("7009 LAMP_X"))
    );
}

#[test]
fn new_texts_comments_and_words_are_told_once_a_version_was_accepted() {
    let lock = accepted();
    assert_eq!(
        found(&compared(&package(DECLARED, BUNDLE), CATALOG, &lock)),
        []
    );
    let declared = DECLARED.replace("Somebody holds", "Nobody holds");
    let bundle = BUNDLE
        .replace("the key is away", "the key is lost")
        .replace("Be=\"LAMP_OPERATION\"", "Be=\"LAMP_TROUBLE\"");
    let comparison = compared(&package(&declared, &bundle), CATALOG, &lock);
    let ids: Vec<&str> = found(&comparison).into_iter().map(|(id, _)| id).collect();
    assert_eq!(
        ids,
        [
            "text-added",
            "text-gone",
            "comment-changed",
            "text-added",
            "text-gone",
            "word-added"
        ]
    );
    assert_eq!(
        comparison.differences[0].message,
        "7002 is raised with `the key is lost`, which was not reviewed"
    );
}

#[test]
fn a_reason_that_nothing_raises_is_told() {
    let bundle = BUNDLE.replace("no bulb", "a dark bulb");
    let comparison = compared(&package(DECLARED, &bundle), CATALOG, &Lock::default());
    assert_eq!(
        found(&comparison),
        [(
            "reason-gone",
            "no text of the package has `no bulb`, which tells a reason of 7001"
        )]
    );
}

#[test]
fn a_package_without_the_enum_says_so_once() {
    let comparison = compared(
        &package(
            "export enum LampFailedReason { NoBulb = 1, NoKey }",
            "throw{type:A,reason:\"x\"}",
        ),
        CATALOG,
        &Lock::default(),
    );
    let ids: Vec<&str> = found(&comparison).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["enum-gone", "enum-added", "word-gone"]);
}

#[test]
fn lists_are_known_in_all_forms() {
    let forms = [
        "var L;!function(e){e[e.LAMP_BROKEN=7001]=\"LAMP_BROKEN\",e[e.LAMP_LOCKED=7002]=\"LAMP_LOCKED\",\
         e[e.LAMP_FAR=7003]=\"LAMP_FAR\",e[e.LAMP_DIM=7005]=\"LAMP_DIM\"}(L||(L={}));",
        "L={LAMP_BROKEN:7001,LAMP_LOCKED:7002,LAMP_FAR:7003,\"LAMP_DIM\":7005};",
        "e={},L=(e[e.LAMP_BROKEN=7001]=\"LAMP_BROKEN\",e[e.LAMP_LOCKED=7002]=\"LAMP_LOCKED\",\
         e[e.LAMP_FAR=7003]=\"LAMP_FAR\",e[e.LAMP_DIM=7005]=\"LAMP_DIM\",e);",
    ];
    for form in forms {
        let bundle = format!(
            "{form}throw{{reason:\"has no bulb\",errorCode:L.LAMP_BROKEN,type:\"LAMP_OPERATION\"}}"
        );
        let comparison = compared(&package(DECLARED, &bundle), CATALOG, &Lock::default());
        assert_eq!(found(&comparison), [], "{form}");
        assert!(comparison.summaries[0].contains("1 raised text"), "{form}");
    }
}

#[test]
fn an_example_in_a_comment_may_hold_the_list() {
    let leave = "product: {id: meeting_sdk_web_leave, title: Leave, enum: Leave}\nsources:\n  - {id: d, title: D}\n\
                 errors:\n  - {code: 0, name: BY_HOST}\n  - {code: 1, name: BY_USER}\n  - {code: 2, name: BY_CAT}\n";
    let declared = "/**\n * ```js\n * const reasonCode = {\n *   BY_HOST: 0, // The host, or\n *     co-host.\n\
                    *   BY_USER: 1, // The user.\n * };\n * ```\n */";
    let mut sources = Sources::default();
    let input = InputFile::new(
        "catalogs/meeting_sdk_web_leave.yaml",
        leave.as_bytes().to_vec(),
    );
    let (_, outline) = Outline::load(input, &mut sources).unwrap();
    let mut package = package(declared, "");
    package.manifest.name = "@zoom/meetingsdk".to_owned();
    let comparison = compare(
        &package,
        &Facts::read(&package),
        &[outline],
        &Lock::default(),
    );
    assert_eq!(
        found(&comparison),
        [("code-gone", "2 BY_CAT is not in the package")]
    );
}

proptest! {
    #[test]
    fn no_text_panics(
        declared in "(enum|type|ErrorTypes|A|=|[{}/*'\"`,;|0-9-]|const|: |\\PC){0,60}",
        bundle in "(e\\[e\\.|LAMP_X|=|\\]|errorCode:|reason:|\\$\\{|[(){}\\[\\]`\"'/\\\\,;?:.+|-]|concat|function|9e9|\\PC){0,90}",
    ) {
        let comparison = compared(&package(&declared, &bundle), CATALOG, &accepted());
        prop_assert!(!comparison.summaries.is_empty());
    }

    #[test]
    fn a_package_cut_off_anywhere_is_compared(at in 0..BUNDLE.len()) {
        let (declared, bundle) = (DECLARED.get(..at), BUNDLE.get(..at));
        let package = package(declared.unwrap_or(DECLARED), bundle.unwrap_or(BUNDLE));
        prop_assert!(!compared(&package, CATALOG, &accepted()).notes.is_empty());
    }
}
