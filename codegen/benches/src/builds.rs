//! What the crate costs those who depend on it, beside the same enums made with derives.

use std::fmt::Write as _;

use zoom_errors_codegen::load;
use zoom_errors_codegen::model::{Guidance, Model, Product};

use crate::scratch::Scratch;
use crate::{Outcome, curve, root};

/// Features of zoom-errors that people choose between.
const FEATURES: [&str; 3] = ["", "serde", "strum"];

/// Prints the table.
pub(crate) fn report() -> Outcome {
    let derives = derives()?.cold_build()?;
    println!("| cold `cargo build` of | time | derives take |");
    println!("| --- | ---: | ---: |");
    for features in FEATURES {
        let seconds = ours(features)?.cold_build()?;
        let with = match features {
            "" => "default features".to_owned(),
            features => format!("`{features}`"),
        };
        println!(
            "| zoom-errors, {with} | {seconds:.1} s | {:.1} times as long |",
            derives / seconds
        );
    }
    println!("| the same enums with thiserror and strum derives | {derives:.1} s | |");
    println!();
    Ok(())
}

fn ours(features: &str) -> Outcome<Scratch> {
    let path = root().join("zoom-errors").canonicalize()?;
    let manifest = format!(
        "[dependencies]\nzoom-errors = {{ path = {:?}, features = [{}] }}\n",
        path,
        if features.is_empty() {
            String::new()
        } else {
            format!("{features:?}")
        },
    );
    Scratch::new("ours", &manifest, "pub use zoom_errors::*;\n")
}

/// What somebody would write who has never heard of zoom-errors: the codes alone, without their
/// reasons and without the words of the token endpoint.
fn derives() -> Outcome<Scratch> {
    let model = load(curve::real()?)
        .outcome
        .map_err(|_| "the catalogs are refused")?;
    let manifest = "[dependencies]\nstrum = { version = \"0.28\", features = [\"derive\"] }\nthiserror = \"2\"\n";
    Scratch::new("derives", manifest, &source(&model)?)
}

fn source(model: &Model) -> Outcome<String> {
    let mut rust = String::new();
    let with_codes = |product: &&Product| !product.errors.is_empty();
    for product in model.products.iter().filter(with_codes) {
        let id = &product.id;
        writeln!(rust, "pub mod {id} {{")?;
        code_enum(&mut rust, product)?;
        writeln!(rust, "}}")?;
    }
    Ok(rust)
}

fn code_enum(rust: &mut String, product: &Product) -> Outcome {
    writeln!(
        rust,
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error, \
         strum::EnumIter, strum::EnumString, strum::EnumMessage, strum::EnumProperty, \
         strum::FromRepr, strum::IntoStaticStr)]\n#[repr(i32)]\npub enum {} {{",
        product.enum_name
    )?;
    let mut names = std::collections::HashSet::new();
    for error in &product.errors {
        let summary = &error.summary;
        let display =
            format!("{} ({}): {summary}", error.name, error.number()).replace(['{', '}'], "'");
        // Two codes of one name cannot both be parsed from it.
        let name = if names.insert(&error.name) {
            &error.name
        } else {
            &error.variant
        };
        let (steps, properties) = guidance(&error.guidance);
        writeln!(
            rust,
            "    /// {summary}\n    #[error({display:?})]\n    \
             #[strum(serialize = {name:?}, message = {summary:?}, detailed_message = {steps:?}, props({properties}))]\n    \
             {} = {},",
            error.variant,
            error.number()
        )?;
    }
    writeln!(rust, "}}")?;
    Ok(())
}

/// The steps as one text, and kind, actor and retry as properties.
fn guidance(guidance: &Guidance) -> (String, String) {
    let kind = guidance.kind;
    match &guidance.advice {
        Some(advice) => (
            advice.steps.join("\n"),
            format!(
                "kind = {kind:?}, actor = {:?}, retry = {:?}",
                advice.actor, advice.retry
            ),
        ),
        None => (String::new(), format!("kind = {kind:?}")),
    }
}
