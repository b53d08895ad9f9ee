//! Rust names derived from what catalogs state.

use heck::ToUpperCamelCase;

/// Names that a product enum may not have: the generated modules use them.
const TAKEN_TYPES: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Err",
    "Error",
    "From",
    "Hash",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Some",
    "TryFrom",
];

/// Variant names that cannot be: keywords, and associated constants that every enum has.
const TAKEN_VARIANTS: &[&str] = &["Self", "ALL", "COUNT", "PRODUCT", "PARENT"];

/// Module names that `zoom-errors` uses itself, now or for features that are planned.
const TAKEN_MODULES: &[&str] = &[
    "accessors",
    "alloc",
    "calls",
    "class",
    "cli",
    "core",
    "date",
    "documented",
    "entry",
    "enums",
    "explain",
    "find",
    // A keyword since edition 2024, which `syn` does not know.
    "gen",
    "generated",
    "hash",
    "http",
    "json",
    "miette",
    "names",
    "numbers",
    "observed",
    "operation",
    "operations",
    "parse",
    "payload",
    "places",
    "reason",
    "recognise",
    "remediation",
    "report",
    "response",
    "rest",
    "row",
    "slots",
    "source",
    "std",
    "strum",
    "test",
    "text",
    "told",
    "vocabulary",
    "wire",
    "zoom_errors",
];

/// The variant for a constant: `HOST_NOT_FOUND` becomes `HostNotFound`. May be reserved.
pub(crate) fn derive(name: &str, strip_prefix: Option<&str>) -> String {
    let bare = strip_prefix
        .and_then(|prefix| name.strip_prefix(prefix))
        .filter(|bare| bare.starts_with(|c: char| c.is_ascii_alphabetic()))
        .unwrap_or(name);
    bare.to_upper_camel_case()
}

/// The variant for a constant, unless it is reserved.
pub fn variant(name: &str, strip_prefix: Option<&str>) -> Option<String> {
    Some(derive(name, strip_prefix)).filter(|variant| is_variant(variant))
}

/// Whether a word can be the name of a variant.
pub(crate) fn is_variant(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && !TAKEN_VARIANTS.contains(&word)
}

/// Whether a word can be the name of a product enum.
pub(crate) fn is_enum(word: &str) -> bool {
    !TAKEN_TYPES.contains(&word)
}

/// Whether an id can be the name of a product module.
pub(crate) fn is_module(id: &str) -> bool {
    !TAKEN_MODULES.contains(&id) && syn::parse_str::<syn::Ident>(id).is_ok()
}

/// The variant for an id of ours: `video_sdk_web` becomes `VideoSdkWeb`.
pub(crate) fn from_id(id: &str) -> String {
    id.to_upper_camel_case()
}

/// The names of all types of one product module.
#[derive(Clone, Debug)]
pub(crate) struct TypeNames {
    pub(crate) category: String,
    pub(crate) range: String,
}

impl TypeNames {
    /// `MeetingSdkWebError` has `MeetingSdkWebCategory` and `MeetingSdkWebRange`.
    pub(crate) fn of(enum_name: &str) -> Self {
        let stem = enum_name.strip_suffix("Error").unwrap_or(enum_name);
        Self {
            category: format!("{stem}Category"),
            range: format!("{stem}Range"),
        }
    }
}

/// The reason enum of a variant: `AudioCaptureFailed` has `AudioCaptureFailedReason`.
pub(crate) fn reason_enum(variant: &str) -> String {
    format!("{variant}Reason")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proc_macro2::{TokenStream, TokenTree};

    use super::*;

    const CRATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../zoom-errors/src");

    /// Names in camel case that code uses without a path, attributes left out.
    fn bare(tokens: TokenStream, names: &mut BTreeSet<String>) {
        let mut before = String::new();
        for token in tokens {
            match &token {
                TokenTree::Group(group) if before != "#" => bare(group.stream(), names),
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    let camel = name.starts_with(|c: char| c.is_ascii_uppercase())
                        && name.contains(|c: char| c.is_ascii_lowercase());
                    // After `type` stands the name of an associated type.
                    if camel && !["::", "$", "type"].contains(&before.as_str()) {
                        names.insert(name);
                    }
                }
                _ => {}
            }
            before = match token.to_string().as_str() {
                ":" if before == ":" => "::".to_owned(),
                other => other.to_owned(),
            };
        }
    }

    /// An enum called `From` would make `impl From<…>` mean another thing.
    #[test]
    fn no_enum_takes_a_name_that_its_module_uses() {
        let mut used = BTreeSet::new();
        for file in [
            "accessors.rs",
            "enums.rs",
            "wire/code.rs",
            "wire/reason.rs",
            "wire/word.rs",
            "generated/video_sdk_web.rs",
        ] {
            let text = std::fs::read_to_string(format!("{CRATE}/{file}")).unwrap();
            // Of hand-written files only the macros are expanded in a product's module.
            for item in syn::parse_file(&text).unwrap().items {
                match item {
                    syn::Item::Macro(item) if item.ident.is_some() => {
                        bare(item.mac.tokens, &mut used);
                    }
                    item if file.starts_with("generated") => {
                        bare(quote::ToTokens::to_token_stream(&item), &mut used);
                    }
                    _ => {}
                }
            }
        }
        let generated = format!("{CRATE}/generated/video_sdk_web.rs");
        let generated = std::fs::read_to_string(generated).unwrap();
        for item in syn::parse_file(&generated).unwrap().items {
            if let syn::Item::Enum(own) = item {
                used.remove(&own.ident.to_string());
                for variant in own.variants {
                    used.remove(&variant.ident.to_string());
                }
            }
        }
        assert!(used.contains("Option"), "nothing was found: {used:?}");
        // Only in `Iterator<Item = …>`, and as variants of `Product` and `ZoomError`.
        for elsewhere in ["Item", "VideoSdkWeb", "VideoSdkWebWord"] {
            used.remove(elsewhere);
        }
        used.retain(|name| is_enum(name));
        assert!(used.is_empty(), "missing from the list: {used:?}");
    }

    /// A product module of the same name would be hidden by the hand-written one.
    #[test]
    fn no_product_takes_the_name_of_a_module_of_the_crate() {
        let read = |name: &str| std::fs::read_to_string(format!("{CRATE}/{name}.rs"));
        let lib = syn::parse_file(&read("lib").unwrap()).unwrap();
        // Hand-written parts of a product show the generated one with them.
        let shows_generated = |module: &str| {
            let shown = format!("pub use crate::generated::{module}::*");
            read(module).is_ok_and(|text| text.contains(&shown))
        };
        let modules = lib.items.iter().filter_map(|item| match item {
            syn::Item::Mod(module) => Some(module.ident.to_string()),
            _ => None,
        });
        let mut count = 0;
        for module in modules {
            let free = is_module(&module);
            assert!(
                !free || shows_generated(&module),
                "`{module}` is missing from the list"
            );
            count += 1;
        }
        assert!(count > 5, "only {count} modules were found");
    }
}
