//! A `match` over a code enum is complete without a wildcard, and only then.

use std::fmt::Write;
use std::path::Path;

use zoom_errors::ErrorCode;

/// A module that matches every variant of an enum by name.
fn module<E: ErrorCode>(path: &str) -> String {
    let arms = E::ALL.iter().fold(String::new(), |mut arms, error| {
        let _ = writeln!(arms, "            E::{error:?} => {},", error.code());
        arms
    });
    format!(
        "mod {} {{\n    use {path} as E;\n\n    pub fn code(error: E) -> i32 {{\n        match error {{\n{arms}        }}\n    }}\n}}\n\n",
        E::PRODUCT.id()
    )
}

#[test]
fn a_full_match_needs_no_wildcard_and_a_forgotten_variant_is_named() {
    let mut program = String::new();
    let mut calls = String::new();
    macro_rules! check {
        ($E:path) => {{
            let path = stringify!($E)
                .replace("$crate", "zoom_errors")
                .replace(' ', "");
            program += &module::<$E>(&path);
            let _ = writeln!(
                calls,
                "    for &error in {path}::ALL {{ assert_eq!({}::code(error), error.code()); }}",
                <$E as ErrorCode>::PRODUCT.id()
            );
        }};
    }
    zoom_errors::__each_code_enum!(check);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exhaustive.rs");
    std::fs::write(&file, format!("{program}fn main() {{\n{calls}}}\n")).unwrap();
    let cases = trybuild::TestCases::new();
    cases.pass(file);
    cases.compile_fail("tests/compile_fail/*.rs");
}
