//! Writes the peers: the codes of the Video SDK as derives, `match` and phf would have them.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use zoom_errors::ErrorCode;
use zoom_errors::rest::contact_center::ContactCenterError;
use zoom_errors::rest::rooms::RoomsError;
use zoom_errors::video_sdk_web::VideoSdkWebError;

fn main() -> io::Result<()> {
    let mut rust = String::new();
    code_enum(&mut rust);
    by_match(&mut rust);
    metadata(&mut rust);
    maps(&mut rust);
    other::<ContactCenterError>(&mut rust, "contact_center");
    other::<RoomsError>(&mut rust, "rooms");
    let folder = env::var_os("OUT_DIR").ok_or(io::Error::other("cargo sets no OUT_DIR"))?;
    fs::write(Path::new(&folder).join("peers.rs"), rust)
}

fn variant(error: VideoSdkWebError) -> String {
    format!("{error:?}")
}

/// The constants, each with the first code of that name, as parsing gives it.
fn names() -> impl Iterator<Item = (&'static str, VideoSdkWebError)> {
    VideoSdkWebError::ALL.iter().filter_map(|error| {
        let first = VideoSdkWebError::from_name(error.name())?;
        (first == *error).then_some((error.name(), first))
    })
}

fn code_enum(rust: &mut String) {
    rust.push_str(
        "/// The codes with derives in place of generated tables.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, num_enum::TryFromPrimitive, \
         strum::EnumMessage, strum::EnumProperty, strum::EnumString, strum::FromRepr)]\n\
         #[repr(i32)]\n#[allow(missing_docs)]\npub enum Derived {\n",
    );
    for error in VideoSdkWebError::ALL.iter().copied() {
        let (name, code, summary) = (error.name(), error.code(), error.summary());
        // Two codes of one name cannot both be parsed from it.
        let own = VideoSdkWebError::from_name(name) == Some(error);
        let parsed = if own { name.to_owned() } else { variant(error) };
        let display = format!("{name} ({code}): {summary}")
            .replace('{', "{{")
            .replace('}', "}}");
        let steps = error.remediation().steps().join("\n");
        _ = writeln!(
            rust,
            "#[error({display:?})]\n\
             #[strum(serialize = {parsed:?}, message = {summary:?}, detailed_message = {steps:?}, \
             props(kind = {:?}, retry = {:?}))]\n{} = {code},",
            error.kind().id(),
            error.retry().id(),
            variant(error),
        );
    }
    rust.push_str("}\n");
}

fn by_match(rust: &mut String) {
    rust.push_str("pub fn code_by_match(code: i32) -> Option<Derived> {\nSome(match code {\n");
    for error in VideoSdkWebError::ALL.iter().copied() {
        _ = writeln!(rust, "{} => Derived::{},", error.code(), variant(error));
    }
    rust.push_str("_ => return None,\n})\n}\n");
    rust.push_str("pub fn name_by_match(name: &str) -> Option<Derived> {\nSome(match name {\n");
    for (name, error) in names() {
        _ = writeln!(rust, "{name:?} => Derived::{},", variant(error));
    }
    rust.push_str("_ => return None,\n})\n}\n");
}

/// What a hand-written `match self` gives.
fn metadata(rust: &mut String) {
    rust.push_str("impl Derived {\n");
    method(rust, "kind", "zoom_errors::Kind", |error| {
        format!("zoom_errors::Kind::{:?}", error.kind())
    });
    method(rust, "retry", "zoom_errors::Retry", |error| {
        format!("zoom_errors::Retry::{:?}", error.retry())
    });
    method(rust, "summary", "&'static str", |error| {
        format!("{:?}", error.summary())
    });
    method(rust, "remediation", "&'static [&'static str]", |error| {
        format!("&{:?}", error.remediation().steps())
    });
    rust.push_str("}\n");
}

fn method(rust: &mut String, name: &str, result: &str, value: fn(VideoSdkWebError) -> String) {
    _ = writeln!(rust, "pub fn {name}(self) -> {result} {{\nmatch self {{");
    for error in VideoSdkWebError::ALL.iter().copied() {
        _ = writeln!(rust, "Derived::{} => {},", variant(error), value(error));
    }
    rust.push_str("}\n}\n");
}

fn maps(rust: &mut String) {
    let mut codes = phf_codegen::Map::new();
    for error in VideoSdkWebError::ALL.iter().copied() {
        codes.entry(error.code(), format!("Derived::{}", variant(error)));
    }
    _ = writeln!(
        rust,
        "pub static CODES: phf::Map<i32, Derived> = {};",
        codes.build()
    );
    let mut by_name = phf_codegen::Map::new();
    for (name, error) in names() {
        by_name.entry(name, format!("Derived::{}", variant(error)));
    }
    _ = writeln!(
        rust,
        "pub static NAMES: phf::Map<&'static str, Derived> = {};",
        by_name.build()
    );
}

/// A `match` and a map from a code to an enum of zoom-errors itself, whose texts they leave alone.
fn other<E: ErrorCode>(rust: &mut String, module: &str) {
    let path = std::any::type_name::<E>()
        .rsplit("::")
        .next()
        .unwrap_or_default();
    let path = format!("zoom_errors::rest::{module}::{path}");
    let (name, mut map) = (module.to_uppercase(), phf_codegen::Map::new());
    _ = writeln!(
        rust,
        "pub fn {module}_by_match(code: i32) -> Option<{path}> {{\nSome(match code {{"
    );
    for error in E::ALL.iter().copied() {
        _ = writeln!(rust, "{} => {path}::{error:?},", error.code());
        map.entry(error.code(), format!("{path}::{error:?}"));
    }
    rust.push_str("_ => return None,\n})\n}\n");
    _ = writeln!(
        rust,
        "pub static {name}: phf::Map<i32, {path}> = {};",
        map.build()
    );
}
