//! Two states of a small catalog: what the comparison finds, and what it asks of the version.

use zoom_errors_codegen::release::{Level, changelog, compare, phrase};
use zoom_errors_codegen::{InputFile, Model, load, load_released};

const CATALOG: &str = "\
product:
  id: lamp
  title: Lamp
  enum: LampError

sources:
  - id: page
    title: Lamp page

categories:
  - id: bulb
    title: Bulb
  - id: cable
    title: Cable

errors:
  - code: 1
    name: BULB_DARK
    category: bulb
    kind: device
    summary: The bulb gives no light.
    reasons:
      - code: 1
        name: LOOSE
        summary: The bulb sits loose in its socket.
      - code: 2
        name: BROKEN
        summary: The wire in the bulb is broken.
    actor: end_user
    retry: after_fix
    advice: editorial
    remediation:
      - Turn the bulb clockwise until it sits firmly.

  - code: 2
    name: CABLE_CUT
    category: cable
    kind: device
    summary: No current arrives through the cable.
    actor: end_user
    retry: after_fix
    advice: editorial
    remediation:
      - Replace the cable by one of the same length.
";

fn model(catalogs: &[&str]) -> Model {
    let file = |(at, text): (usize, &&str)| {
        let id = text
            .split("id: ")
            .nth(1)
            .and_then(|rest| rest.lines().next());
        let id = id.map_or_else(|| at.to_string(), str::to_owned);
        InputFile::new(format!("{id}.yaml"), text.as_bytes())
    };
    let loaded = load(catalogs.iter().enumerate().map(file).collect());
    loaded.outcome.unwrap_or_else(|problems| {
        let messages: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
        panic!("{messages:#?}")
    })
}

/// The differences of two states of the catalog, each in one line.
fn lines(old: &str, new: &str) -> Vec<String> {
    let changes = compare(&model(&[old]), &model(&[new]));
    let line = |change: &zoom_errors_codegen::release::Change| {
        let kind = format!("{:?}", change.kind);
        let kind = kind.split([' ', '(']).next().unwrap_or_default().to_owned();
        format!("{} {kind}: {}", change.level.title(), phrase(change))
    };
    changes.iter().map(line).collect()
}

#[track_caller]
fn finds(replace: &str, with: &str, expected: &[&str]) {
    assert!(CATALOG.contains(replace), "{replace}");
    assert_eq!(lines(CATALOG, &CATALOG.replace(replace, with)), expected);
}

const THIRD: &str = "
  - code: 3
    name: FUSE_BLOWN
    category: cable
    kind: device
    summary: The fuse has blown.
    actor: end_user
    retry: after_fix
    advice: editorial
    remediation:
      - Put in a new fuse of the same rating.
";

#[test]
fn the_same_state_has_no_difference() {
    assert_eq!(lines(CATALOG, CATALOG), [""; 0]);
    let more_comments = CATALOG.replace("errors:", "# all of them\nerrors:");
    assert_eq!(lines(CATALOG, &more_comments), [""; 0]);
}

#[test]
fn a_code_comes_or_goes() {
    let more = format!("{CATALOG}{THIRD}");
    assert_eq!(lines(CATALOG, &more), ["breaking Added: 3 `FuseBlown`"]);
    assert_eq!(lines(&more, CATALOG), ["breaking Removed: 3 `FuseBlown`"]);
}

#[test]
fn a_renamed_variant_is_no_removal() {
    finds(
        "name: CABLE_CUT",
        "name: CABLE_TORN",
        &[
            "breaking Renamed: 2 `CableCut` is now `CableTorn`",
            "breaking Metadata: 2 `CableTorn`: name",
        ],
    );
    finds(
        "name: CABLE_CUT",
        "name: CABLE_TORN\n    aliases: [CABLE_CUT]\n    renamed_from: [CableCut]",
        &[
            "breaking Renamed: 2 `CableCut` is now `CableTorn` (the old name is deprecated)",
            "patch Metadata: 2 `CableTorn`: name, aliases",
        ],
    );
}

#[test]
fn a_constant_may_change_without_its_variant() {
    finds(
        "name: CABLE_CUT",
        "name: CABLE_TORN\n    variant: CableCut",
        &["breaking Metadata: 2 `CableCut`: name"],
    );
    finds(
        "name: CABLE_CUT",
        "name: CABLE_CUT\n    aliases: [CABLE_TORN]",
        &["patch Metadata: 2 `CableCut`: aliases"],
    );
}

#[test]
fn a_deprecated_name_that_goes_is_missed() {
    let old = CATALOG.replace(
        "name: CABLE_CUT",
        "name: CABLE_CUT\n    renamed_from: [CableTorn]",
    );
    assert_eq!(
        lines(&old, CATALOG),
        ["breaking Removed: `LampError::CableTorn`"]
    );
}

#[test]
fn a_discriminant_changes() {
    finds(
        "code: 2\n    name: CABLE_CUT",
        "code: 20\n    name: CABLE_CUT",
        &["breaking Renumbered: 2 `CableCut` is now 20"],
    );
    finds(
        "code: 2\n        name: BROKEN",
        "code: 3\n        name: BROKEN",
        &[
            "breaking Renumbered: `BulbDarkReason::Broken` is now 3",
            "patch Metadata: 1 `BulbDark`: reasons",
        ],
    );
}

#[test]
fn a_reason_comes_and_the_first_brings_a_type() {
    let reason =
        "      - code: 2\n        name: BROKEN\n        summary: The wire in the bulb is broken.\n";
    finds(reason, "", &["breaking Removed: `BulbDarkReason::Broken`"]);
    let without = CATALOG.replace(reason, "").replace(
        "    reasons:\n      - code: 1\n        name: LOOSE\n        summary: The bulb sits loose in its socket.\n",
        "",
    );
    assert_eq!(
        lines(&without, CATALOG),
        ["addition Added: `BulbDarkReason`"]
    );
    assert_eq!(
        lines(CATALOG, &without),
        ["breaking Removed: `BulbDarkReason`"]
    );
}

#[test]
fn texts_are_patches_and_what_programs_decide_by_is_not() {
    finds(
        "No current arrives",
        "Nothing arrives",
        &["patch Metadata: 2 `CableCut`: summary"],
    );
    finds(
        "category: cable\n    kind: device",
        "category: cable\n    kind: network",
        &["addition Metadata: 2 `CableCut`: kind"],
    );
    finds(
        "name: CABLE_CUT",
        "name: CABLE_CUT\n    retired: 2026-02-07",
        &["patch Retired: 2 `CableCut`, withdrawn by Zoom"],
    );
    finds(
        "title: Lamp\n",
        "title: Floor lamp\n",
        &["patch Metadata: `LampError`: title"],
    );
}

/// Words beside the codes.
const WORDS: &str = "\
strings:
  title: Lamp types
  enum: LampType
  entries:
    - value: DARK
      name: DARK
      aliases: [BLACK]
      raised_by: [lamp.on]
      kind: device
      summary: Nothing is lit any longer.
      source: page
      actor: end_user
      retry: after_fix
      advice: editorial
      remediation:
        - Press the switch on the wall twice.
";

#[test]
fn every_fact_of_a_word_counts_as_that_of_a_code_does() {
    let old = CATALOG.replace(
        "title: Lamp page\n",
        "title: Lamp page\n  - id: notes\n    title: Lamp notes\n",
    );
    let old = format!("{old}{WORDS}");
    for (replace, with, says) in [
        ("[lamp.on]", "[lamp.off]", "`LampType::Dark`: raised_by"),
        ("[BLACK]", "[GREY]", "`LampType::Dark`: aliases"),
        ("source: page", "source: notes", "`LampType::Dark`: source"),
        (
            "kind: device\n      summary: Nothing",
            "kind: device\n      origin: observed\n      summary: Nothing",
            "`LampType::Dark`: origin",
        ),
        (
            "Nothing is lit",
            "Nothing at all is lit",
            "`LampType::Dark`: summary",
        ),
    ] {
        assert!(old.contains(replace), "{replace}");
        let new = old.replace(replace, with);
        assert_eq!(lines(&old, &new), [format!("patch Metadata: {says}")]);
    }
}

#[test]
fn a_withdrawal_that_is_taken_back_is_a_change() {
    let retired = CATALOG.replace(
        "name: CABLE_CUT",
        "name: CABLE_CUT\n    retired: 2026-02-07",
    );
    assert_eq!(
        lines(&retired, CATALOG),
        ["patch Metadata: 2 `CableCut`: retired"]
    );
}

/// The model of the catalog with operations and what their labels allow.
fn with_calls(catalog: &str, operations: &str, rates: &str) -> Model {
    let file = |name: &str, text: String| InputFile::new(format!("catalogs/{name}"), text);
    let loaded = load(vec![
        file("lamp.yaml", catalog.to_owned()),
        file(
            "operations/lamp.yaml",
            format!("product: lamp\noperations:\n{operations}"),
        ),
        file("operations/rate_limits.yaml", format!("rates:\n{rates}")),
    ]);
    loaded
        .outcome
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

#[test]
fn operations_limits_and_forms_on_the_wire_count() {
    let (call, rate) = (
        "  - call: GET /lamps\n    limit: light\n",
        "  - {label: light, plan: pro, calls: 30, per: second}\n  - {label: light, plan: free, calls: 3, per: second}\n",
    );
    let old = with_calls(CATALOG, call, rate);
    assert_eq!(found(&old, &old), [""; 0]);
    let heavy = with_calls(CATALOG, &call.replace("light", "heavy"), rate);
    assert_eq!(found(&old, &heavy), ["lamp `LampError`: operations"]);
    let more = with_calls(CATALOG, call, &rate.replace("30", "40"));
    assert_eq!(
        found(&old, &more),
        ["rate_limits `Rate`: what labels allow"]
    );
    let lines: Vec<&str> = rate.lines().rev().collect();
    let turned = with_calls(CATALOG, call, &format!("{}\n", lines.join("\n")));
    assert_eq!(found(&old, &turned), [""; 0]);
    let payload = |text: &str| {
        CATALOG.replace(
            "errors:",
            &format!("payload:\n  texts:\n    - {{code: 2, text: {text}}}\n\nerrors:"),
        )
    };
    let (before, after) = (payload("the cable is cut"), payload("the cord is cut"));
    assert_eq!(
        found(&model(&[&before]), &model(&[&after])),
        ["lamp `LampError`: payload"]
    );
    // A code in front moves the others, and says nothing of them.
    let front = THIRD.replace("code: 3", "code: 0");
    let more = format!("{before}{front}");
    assert_eq!(
        found(&model(&[&before]), &model(&[&more])),
        ["lamp 0 `FuseBlown`"]
    );
}

/// The differences of two states, each with its product.
fn found(old: &Model, new: &Model) -> Vec<String> {
    let changes = compare(old, new);
    let line = |change: &zoom_errors_codegen::release::Change| {
        format!("{} {}", change.product, phrase(change))
    };
    changes.iter().map(line).collect()
}

#[test]
fn categories_are_closed_too() {
    finds(
        "  - id: cable\n",
        "  - id: cable\n    codes: 2..=9\n",
        &["patch Metadata: `LampCategory::Cable`: codes"],
    );
    let turned = CATALOG.replace(
        "  - id: bulb\n    title: Bulb\n  - id: cable\n    title: Cable\n",
        "  - id: cable\n    title: Cable\n  - id: bulb\n    title: Bulb\n",
    );
    assert_eq!(
        lines(CATALOG, &turned),
        ["breaking Reordered: the order of `LampCategory`"]
    );
    let renamed = CATALOG
        .replace("id: cable", "id: cord")
        .replace("category: cable", "category: cord");
    assert_eq!(
        lines(CATALOG, &renamed),
        [
            "breaking Renamed: `LampCategory::Cable` is now `Cord`",
            "patch Metadata: 2 `CableCut`: category",
        ]
    );
}

#[test]
fn ranges_bring_a_type_and_an_enum_can_be_renamed() {
    let ranges = "ranges:\n  - id: low\n    title: Low\n    codes: 0..=9\n\ncategories:";
    finds("categories:", ranges, &["addition Added: `LampRange`"]);
    finds(
        "enum: LampError",
        "enum: LightError",
        &[
            "breaking Renamed: `LampError` is now `LightError`",
            "breaking Renamed: `LampCategory` is now `LightCategory`",
        ],
    );
}

#[test]
fn a_product_comes_or_goes() {
    let desk = "product:\n  id: desk\n  title: Desk\n  enum: DeskError\n\nsources:\n  - id: page\n    title: Desk page\n\n\
                categories:\n  - id: top\n    title: Top\n\nerrors:\n  - code: 7\n    name: TOP_BENT\n    category: top\n    \
                kind: device\n    summary: The top of the desk is bent.\n    actor: host\n    retry: after_fix\n    \
                advice: editorial\n    remediation:\n      - Plane the wood until a ruler lies flat on it.\n";
    let (one, two) = (model(&[CATALOG]), model(&[CATALOG, desk]));
    let change = |old, new| {
        compare(old, new)
            .into_iter()
            .map(|c| (c.product, c.level))
            .collect::<Vec<_>>()
    };
    assert_eq!(change(&two, &one), [("desk".to_owned(), Level::Breaking)]);
    // Wherever it is listed: the numbers behind `Product` are no part of the interface.
    assert_eq!(change(&one, &two), [("desk".to_owned(), Level::Addition)]);
    assert_eq!(
        changelog(&compare(&one, &two)),
        "### Added\n\n- Desk: its one code.\n"
    );
}

#[test]
fn the_changelog_has_the_headings_of_the_house() {
    let new = CATALOG
        .replace(
            "name: CABLE_CUT",
            "name: CABLE_TORN\n    aliases: [CABLE_CUT]\n    renamed_from: [CableCut]",
        )
        .replace("No current arrives", "Nothing arrives")
        .replace("gives no light", "stays dark");
    let new = format!("{new}{THIRD}");
    assert_eq!(
        changelog(&compare(&model(&[CATALOG]), &model(&[&new]))),
        "### Added\n\n- Lamp: 3 `FuseBlown`.\n\n\
         ### Changed\n\n- Lamp: 2 `CableCut` is now `CableTorn` (the old name is deprecated).\n\
         - Lamp: summary of 1 `BulbDark`.\n- Lamp: constant, aliases, summary of 2 `CableTorn`.\n"
    );
    assert_eq!(changelog(&[]), "");
}

#[test]
fn a_released_state_is_not_held_to_the_style_of_today() {
    // A step of two words is refused now, but it may have been released.
    let thin = CATALOG.replace(
        "Replace the cable by one of the same length.",
        "Replace it.",
    );
    let file = || vec![InputFile::new("lamp.yaml", thin.as_bytes())];
    assert!(load(file()).outcome.is_err());
    assert!(load_released(file()).outcome.is_ok());
    let broken = CATALOG.replace(
        "code: 2\n    name: CABLE_CUT",
        "code: 1\n    name: CABLE_CUT",
    );
    let twice = vec![InputFile::new("lamp.yaml", broken.as_bytes())];
    assert!(load_released(twice).outcome.is_err());
}
