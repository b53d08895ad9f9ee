//! What to write instead of a value that has the wrong form.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use super::form::{code_link, codes, date, integer, is_constant, is_id, is_type_name};
use super::shape::{Key, Shape};
use super::yaml::Value;
use crate::problem::list;
use crate::vocabulary::ids;

/// The way out for a scalar that does not fit its shape.
pub(super) fn scalar(text: &str, shape: &Shape) -> String {
    let text = text.trim();
    let write = |fixed: String| format!("write `{fixed}`");
    let told = match shape {
        Shape::Number => number(text),
        Shape::Codes => range(text).map(write),
        Shape::Date => day(text),
        Shape::Id => Some(text.to_snake_case()).filter(|id| is_id(id)).map(write),
        Shape::Constant => Some(text.to_shouty_snake_case())
            .filter(|name| is_constant(name))
            .map(write),
        Shape::TypeName => Some(text.to_upper_camel_case())
            .filter(|name| is_type_name(name))
            .map(write),
        Shape::CodeLink => Some(text.replacen([':', '#', '.', ' '], "/", 1))
            .filter(|link| code_link(link).is_some())
            .map(write),
        _ => None,
    };
    let general = match shape {
        Shape::Number => "write the number as it travels, such as `3004`",
        Shape::Codes => "give both ends, the last one included",
        Shape::Date => "give year, month and day; without a day leave the key out",
        Shape::Url => {
            "write the address as the page gives it, or leave the key out if none is known"
        }
        Shape::CodeLink => "write the product id, a slash and the code",
        _ => "choose a name of this form",
    };
    told.unwrap_or_else(|| general.to_owned())
}

/// The way out for a key without a value, as a draft leaves it for its author.
pub(super) fn empty(key: &Key) -> String {
    let write = match &key.shape {
        Shape::OneOf(choices) => return format!("write one of {}", list(ids(choices))),
        Shape::List(_) | Shape::ListOrEmpty(_) => {
            "write its items below, each on a line of its own that begins with `- `"
        }
        Shape::Object(_) => "write its keys below, each on a line of its own",
        _ => "write it after the colon",
    };
    let leave = if key.required {
        ""
    } else {
        ", or remove the key"
    };
    format!("{write}{leave}. {}", key.doc)
}

/// The way out where a scalar, a list or a mapping stands in place of another.
pub(super) fn kind(found: &Value, expected: &Shape) -> &'static str {
    match (found, expected) {
        (Value::Empty, _) => "write the item after the dash, or remove the dash",
        (_, Shape::List(_) | Shape::ListOrEmpty(_)) => {
            "put each item on a line of its own that begins with `- `"
        }
        (_, Shape::Object(_)) => "write its keys below, each on a line of its own",
        (Value::Map(_), Shape::Text) => {
            "put quotes around the text: a colon and a space inside make it a mapping"
        }
        _ => "write one value, without brackets and dashes",
    }
}

fn number(text: &str) -> Option<String> {
    let plain = text.replace('_', "");
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    let hex = plain.strip_prefix("0x").or(plain.strip_prefix("0X"));
    let value = match hex {
        Some(hex) => i64::from_str_radix(hex, 16).ok()? as f64,
        None => plain
            .parse::<f64>()
            .ok()
            .filter(|value| value.fract() == 0.0)?,
    };
    let (low, high) = (i32::MIN, i32::MAX);
    Some(if (f64::from(low)..=f64::from(high)).contains(&value) {
        format!("write `{value}`")
    } else {
        format!("a code lies between {low} and {high}")
    })
}

/// `400-499`, `400..499` and `4xx` are meant as ranges.
fn range(text: &str) -> Option<String> {
    let folded = text.to_ascii_lowercase();
    let fixed = if let Some(digit) = folded.strip_suffix("xx") {
        format!("{digit}00..={digit}99")
    } else if let Some(first) = folded.strip_suffix('+') {
        format!("{}..", first.trim_end())
    } else {
        ["..", "-", "\u{2013}", " to "].iter().find_map(|between| {
            let (first, last) = folded.split_once(between)?;
            let last = last.trim_start_matches(['.', '=']).trim();
            let (first, last) = (integer(first.trim())?, integer(last)?);
            Some(format!("{first}..={last}"))
        })?
    };
    codes(&fixed).map(|_| fixed)
}

fn day(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let fixed = format!("{year}-{month:0>2}-{day:0>2}");
    if date(&fixed).is_some() {
        Some(format!("write `{fixed}`"))
    } else if fixed == text {
        Some("the calendar has no such day".to_owned())
    } else {
        None
    }
}
