//! A `match` over a code enum is complete without a wildcard, and only then.

use std::fmt::Write;
use std::path::Path;

use zoom_errors::ErrorCode;

/// A program that matches every variant of an enum by name.
fn program<E: ErrorCode>(path: &str) -> String {
    let arms = E::ALL.iter().fold(String::new(), |mut arms, error| {
        let _ = writeln!(arms, "        E::{error:?} => {},", error.code());
        arms
    });
    format!(
        "use {path} as E;\n\nfn code(error: E) -> i32 {{\n    match error {{\n{arms}    }}\n}}\n\n\
         fn main() {{\n    for &error in E::ALL {{\n        assert_eq!(code(error), error.code());\n    }}\n}}\n"
    )
}

#[test]
fn a_full_match_needs_no_wildcard_and_a_forgotten_variant_is_named() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exhaustive");
    std::fs::create_dir_all(&folder).unwrap();
    let cases = trybuild::TestCases::new();
    macro_rules! check {
        ($E:path) => {{
            let path = stringify!($E)
                .replace("$crate", "zoom_errors")
                .replace(' ', "");
            let file = folder.join(format!("{}.rs", <$E as ErrorCode>::PRODUCT.id()));
            std::fs::write(&file, program::<$E>(&path)).unwrap();
            cases.pass(file);
        }};
    }
    zoom_errors::__each_code_enum!(check);
    cases.compile_fail("tests/compile_fail/*.rs");
}
