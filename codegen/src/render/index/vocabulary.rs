//! The closed lists of words that describe every failure, as enums.

use proc_macro2::TokenStream;
use quote::quote;

use crate::render::docs::attributes;
use crate::render::tokens::{ident, word};
use crate::vocabulary::{
    ADVICE, Choice, KINDS, LIMITS, ORIGINS, PERIODS, PLANS, RETRIES, SOURCE_KINDS, all_actors,
};

/// All enums; only those over whose words programs decide exhaustively are closed.
pub(super) fn enums() -> TokenStream {
    let actors: Vec<&Choice> = all_actors().collect();
    let all = |choices: &'static [Choice]| choices.iter().collect::<Vec<_>>();
    let enums = [
        (
            "Kind",
            "What class of failure it is, across all products, in the spirit of `std::io::ErrorKind`.",
            all(KINDS),
            false,
        ),
        ("Actor", "Who must act first.", actors, true),
        (
            "Retry",
            "Whether and when repeating the call helps.",
            all(RETRIES),
            true,
        ),
        (
            "Advice",
            "Where the remediation comes from.",
            all(ADVICE),
            false,
        ),
        ("Origin", "Where the code comes from.", all(ORIGINS), false),
        (
            "SourceKind",
            "How authoritative a source is.",
            all(SOURCE_KINDS),
            false,
        ),
        (
            "Limit",
            "The label of an operation's rate limit.",
            all(LIMITS),
            false,
        ),
        (
            "Plan",
            "What an account pays for, which its rate limits go by.",
            all(PLANS),
            false,
        ),
        (
            "Period",
            "The period in which a rate limit counts calls.",
            all(PERIODS),
            false,
        ),
    ];
    let enums = enums.into_iter().map(|(name, doc, choices, closed)| {
        let example = [
            doc.to_owned(),
            String::new(),
            "```".to_owned(),
            format!("use zoom_errors::{name};"),
            String::new(),
            format!(
                "assert_eq!({name}::from_id({:?}), Some({name}::{}));",
                choices[0].id,
                word(choices[0].id)
            ),
            format!(
                "assert_eq!({:?}.parse(), Ok({name}::{}));",
                choices[0].id,
                word(choices[0].id)
            ),
            "```".to_owned(),
        ];
        let docs = attributes(&example);
        let open = (!closed).then(|| quote!(#[non_exhaustive]));
        let name = ident(name);
        let variants = choices.iter().map(|choice| {
            let docs = attributes(&[choice.doc]);
            let (variant, id) = (word(choice.id), choice.id);
            quote!(#docs #variant = #id,)
        });
        quote! {
            crate::vocabulary::words! {
                #docs
                #open
                pub enum #name { #(#variants)* }
            }
        }
    });
    quote!(#(#enums)*)
}
