//! Reads example response bodies: `{"code": 300, "message": "…"}`, and the headers shown with them.

use serde::Deserialize;
use serde_json::Value;

use crate::folding::{fold, split_while};

/// What a block of example text shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Example {
    /// Response headers, each as `Name: value`.
    pub(super) headers: Vec<String>,
    pub(super) bodies: Vec<Body>,
}

/// A response body that tells an error.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) code: i32,
    pub(super) message: String,
    /// What could not be read with certainty.
    pub(super) note: Option<&'static str>,
}

impl Example {
    /// Reads a block; empty if it shows neither headers nor an error's body.
    pub(super) fn read(text: &str) -> Self {
        // Pages indent with no-break spaces, which JSON does not allow.
        let text = &text.replace('\u{a0}', " ");
        let json_at = text.find('{').unwrap_or(text.len());
        let (head, json) = text.split_at_checked(json_at).unwrap_or((text, ""));
        let headers = headers(head);
        // Behind anything but headers stands an object of a program, not a response.
        let is_response =
            head.trim().is_empty() || !headers.is_empty() || head.starts_with("HTTP/");
        Self {
            headers,
            bodies: if is_response {
                bodies(json)
            } else {
                Vec::new()
            },
        }
    }
}

/// Only the fields that make an object an error's body; of any type, so that others pass.
#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    code: Value,
    #[serde(default)]
    message: Value,
}

/// The bodies in a text of one or more JSON objects.
fn bodies(json: &str) -> Vec<Body> {
    let mut bodies = Vec::new();
    let mut documents = serde_json::Deserializer::from_str(json).into_iter::<Fields>();
    while let Some(document) = documents.next() {
        match document {
            Ok(fields) => bodies.extend(fields.body()),
            Err(_) => {
                let rest = json.get(documents.byte_offset()..).unwrap_or_default();
                bodies.extend(broken_body(rest));
                break;
            }
        }
    }
    bodies
}

impl Fields {
    fn body(self) -> Option<Body> {
        let (Value::String(message), Some((code, note))) = (self.message, code(&self.code)) else {
            return None;
        };
        Some(Body {
            code,
            message: fold(&message),
            note,
        })
    }
}

/// A code as a number, or as a string of digits.
fn code(value: &Value) -> Option<(i32, Option<&'static str>)> {
    match value {
        Value::Number(number) => Some((number.as_i64()?.try_into().ok()?, None)),
        Value::String(text) => Some((
            text.trim().parse().ok()?,
            Some("the body has the code as a string"),
        )),
        _ => None,
    }
}

/// Reads an object that is no valid JSON: cut off, or with comments or an ellipsis in it.
fn broken_body(json: &str) -> Option<Body> {
    if !json.trim_start().starts_with('{') {
        return None;
    }
    let code = field(json, "\"code\"")?;
    let (digits, _) = split_while(code.trim_start_matches('"'), |c| {
        c.is_ascii_digit() || c == '-'
    });
    let message = field(json, "\"message\"")?.strip_prefix('"')?;
    let end = message.find(['"', '\n']).unwrap_or(message.len());
    let message = fold(message.get(..end)?);
    let body = || {
        Some(Body {
            code: digits.parse().ok()?,
            message,
            note: Some("the body is no valid JSON"),
        })
    };
    body().filter(|body| !body.message.is_empty())
}

/// What follows a key.
fn field<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let (_, behind) = json.split_once(key)?;
    Some(behind.trim_start().strip_prefix(':')?.trim_start())
}

/// The lines of a text that is nothing but HTTP response headers.
fn headers(text: &str) -> Vec<String> {
    let lines: Vec<_> = text
        .lines()
        .map(fold)
        .filter(|line| !line.is_empty())
        .collect();
    let headers: Vec<_> = lines
        .into_iter()
        .filter(|line| !line.starts_with("HTTP/"))
        .collect();
    let all = headers.iter().all(|line| is_header(line));
    let any_hyphen = headers.iter().any(|line| {
        line.split(':')
            .next()
            .is_some_and(|name| name.contains('-'))
    });
    if all && any_hyphen {
        headers
    } else {
        Vec::new()
    }
}

/// `X-RateLimit-Type: QPS`.
fn is_header(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, value)| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !value.is_empty()
    })
}
