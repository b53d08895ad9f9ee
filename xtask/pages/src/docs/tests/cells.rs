//! The spellings of codes.

use crate::docs::code_cell::{self, Codes};
use crate::docs::page::RowCode;

fn shown(codes: Option<Codes<'_>>) -> String {
    let Some(codes) = codes else {
        return "none".to_owned();
    };
    let listed: Vec<_> = codes.codes.iter().map(RowCode::to_string).collect();
    let name = codes
        .name
        .map(|name| format!(" ={name}"))
        .unwrap_or_default();
    let rest = if codes.rest.is_empty() {
        String::new()
    } else {
        format!(" >{}", codes.rest)
    };
    format!("{}{name}{rest}", listed.join(" "))
}

#[track_caller]
fn assert_cells(cases: &[(&str, &str)]) {
    for (cell, expected) in cases {
        assert_eq!(shown(code_cell::cell(cell)), *expected, "{cell:?}");
    }
}

#[test]
fn single_codes() {
    assert_cells(&[
        ("3712", "3712"),
        (" 0 ", "0"),
        ("-1", "-1"),
        ("−1", "-1"),
        ("`3712`", "3712"),
        ("**`3712`**", "3712"),
        ("\"3712\"", "3712"),
        ("3712.", "3712"),
        ("429*", "429"),
        ("Error code: 3712", "3712"),
        ("HTTP 404", "404"),
        ("2147483647", "2147483647"),
        ("3,161", "3161"),
    ]);
}

#[test]
fn several_codes() {
    assert_cells(&[
        ("4702, 4704", "4702 4704"),
        ("4702,4704", "4702 4704"),
        ("300,429", "300 429"),
        ("`4702`, `4704`", "4702 4704"),
        ("4702 4704", "4702 4704"),
        ("4702\n4704", "4702 4704"),
        ("4702/4704", "4702 4704"),
        ("4702; 4704", "4702 4704"),
        ("4702 and 4704", "4702 4704"),
        ("4702, 4704 or 4710", "4702 4704 4710"),
        ("4XX/5XX", "4XX 5XX"),
        ("-1, -2", "-1 -2"),
    ]);
}

#[test]
fn classes_and_ranges() {
    assert_cells(&[
        ("2XX", "2XX"),
        ("4xx", "4XX"),
        ("4xx range", "4XX"),
        ("5XX errors", "5XX"),
        ("400-499", "4XX"),
        ("40x", "400-409"),
        ("3000-3999", "3000-3999"),
        ("3000 – 3999", "3000-3999"),
        ("3000 to 3999", "3000-3999"),
        ("3000..=3999", "3000-3999"),
        ("0-2", "0-2"),
        ("6000+", "6000+"),
        ("6000 and above", "6000+"),
        (">= 6000", "6000+"),
        ("≥6000", "6000+"),
    ]);
}

#[test]
fn codes_with_words() {
    assert_cells(&[
        ("429 Too Many Requests", "429 >Too Many Requests"),
        ("429 (Too Many Requests)", "429 >(Too Many Requests)"),
        ("300: Validation failed", "300 >Validation failed"),
        ("3712 SIGNATURE_INVALID", "3712 >SIGNATURE_INVALID"),
        ("3712SIGNATURE_INVALID", "3712 >SIGNATURE_INVALID"),
        ("SIGNATURE_INVALID (3712)", "3712 =SIGNATURE_INVALID"),
        ("SIGNATURE_INVALID = 3712", "3712 =SIGNATURE_INVALID"),
        ("FAIL - 1", "1 =FAIL"),
    ]);
}

#[test]
fn no_codes() {
    assert_cells(&[
        ("", "none"),
        ("N/A", "none"),
        ("SUCCESS", "none"),
        ("0x12C", "none"),
        ("0300", "none"),
        ("1.5", "none"),
        ("50%", "none"),
        ("2026-02-07", "none"),
        ("February 7, 2026", "none"),
        ("4704-4702", "none"),
        ("3D", "none"),
        ("1st", "none"),
        ("2xxl", "none"),
        ("99999999999xx", "none"),
    ]);
}

#[test]
fn too_large_a_number_is_noted() {
    let codes = code_cell::cell("99999999999").unwrap_or_default();
    assert!(codes.codes.is_empty());
    assert_eq!(
        codes.notes,
        ["`99999999999` is larger than any code can be"]
    );
}

#[test]
fn a_list_has_an_end() {
    let many = "1,".repeat(1000);
    let codes = code_cell::cell(&many).unwrap_or_default();
    assert_eq!(codes.codes.len(), 64);
    assert!(
        codes.too_many && codes.notes.is_empty(),
        "{:?}",
        codes.notes
    );
}

#[test]
fn sentences_are_trusted_less() {
    for (text, expected) in [
        ("5012 - NAME", "5012 > - NAME"),
        ("4702, 4704 - text", "4702 4704 > - text"),
        ("5 - 10 users", "5 > - 10 users"),
        ("3000-3999: text", "3000-3999 >: text"),
        ("2026-02-07: text", "none"),
        ("-1 - text", "none"),
        ("4702 4704", "4702 > 4704"),
    ] {
        assert_eq!(shown(code_cell::leading(text)), expected, "{text:?}");
    }
}

#[test]
fn a_class_that_a_sentence_speaks_of() {
    let class = |text| code_cell::class_spoken_of(text).map(|code| code.to_string());
    assert_eq!(
        class("Errors in the 4xx range mean a bad call"),
        Some("4XX".to_owned())
    );
    assert_eq!(
        class("The 4xx Range, the 4xx range"),
        Some("4XX".to_owned())
    );
    assert_eq!(class("The 4xx range and the 5xx range"), None);
    assert_eq!(class("A 4xx answer"), None);
}

#[test]
fn what_a_class_contains() {
    let class = RowCode::Class {
        first: 400,
        last: Some(499),
    };
    assert!(class.contains(404) && !class.contains(500) && !class.contains(399));
    assert!(
        RowCode::Class {
            first: 6000,
            last: None
        }
        .contains(i32::MAX)
    );
    assert!(RowCode::Code(3).contains(3) && !RowCode::Code(3).contains(4));
    assert_eq!(
        RowCode::Class {
            first: 100,
            last: Some(299)
        }
        .to_string(),
        "100-299"
    );
}
