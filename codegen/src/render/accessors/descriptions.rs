//! What there is to say about a code.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Method, sample};
use crate::model::{ErrorCode, Model, Product};
use crate::names;
use crate::render::tokens::ident;

pub(super) fn methods(model: &Model, product: &Product) -> Vec<Method> {
    let name = ident(&product.enum_name);
    let category = ident(&product.category_enum);
    let e = &product.enum_name;
    let sample = sample(product);
    let v = &sample.variant;
    let equals = |method: &str, value: String| {
        vec![
            String::new(),
            format!("assert_eq!({e}::{v}.{method}(), {value});"),
        ]
    };
    let word = |method: &str, list: &str, id: &str| {
        vec![
            format!("use zoom_errors::{list};"),
            String::new(),
            format!(
                "assert_eq!({e}::{v}.{method}(), {list}::{});",
                names::from_id(id)
            ),
        ]
    };
    // A value of the sample, or of the first code that has one: an example should show something.
    let first_with = |has: &dyn Fn(&ErrorCode) -> bool| {
        product
            .errors
            .iter()
            .find(|error| has(error))
            .unwrap_or(sample)
    };
    let counted = |method: &str, error: &ErrorCode, count: usize| {
        vec![
            String::new(),
            format!(
                "assert_eq!({e}::{}.{method}().len(), {count});",
                error.variant
            ),
        ]
    };
    let advice = sample.guidance.advice.as_ref();
    let caused = first_with(&|error| !error.causes.is_empty());
    let raised = first_with(&|error| !error.raised_by.is_empty());
    let reasoned = first_with(&|error| !error.reasons.is_empty());
    let same = first_with(&|error| error.same_as.is_some());
    let dated = first_with(&|error| error.effective.is_some());
    let wrong = first_with(&|error| error.erratum.is_some());
    let linked = first_with(&|error| !error.related.is_empty());
    let aliased = first_with(&|error| !error.aliases.is_empty());
    let range = product
        .ranges
        .iter()
        .find(|range| range.codes.is_some_and(|codes| codes.contains(sample.code)));

    let mut methods = Vec::new();
    let mut add = |docs: &'static [&'static str], example: Vec<String>, code: TokenStream| {
        methods.push(Method {
            docs,
            example,
            code,
        });
    };
    add(
        &["The constant as its source writes it."],
        equals("name", format!("{:?}", sample.name)),
        quote! { pub const fn name(self) -> &'static str { self.row().name } },
    );
    add(
        &["Further constants that SDKs report for the same code."],
        counted("aliases", aliased, aliased.aliases.len()),
        quote! { pub const fn aliases(self) -> &'static [&'static str] { self.row().more.aliases } },
    );
    add(
        &["One sentence: what happened."],
        vec![
            String::new(),
            format!("assert!(!{e}::{v}.summary().is_empty());"),
        ],
        quote! { pub const fn summary(self) -> &'static str { self.row().summary } },
    );
    add(
        &["The section of the page that lists the code."],
        equals(
            "category",
            format!(
                "{}::{}",
                product.category_enum,
                product.category_of(sample).variant
            ),
        ),
        quote! { pub const fn category(self) -> #category { self.row().category } },
    );
    if !product.ranges.is_empty() {
        let range_enum = ident(&product.range_enum);
        let value = match range {
            Some(range) => format!("Some({}::{})", product.range_enum, range.variant),
            None => "None".to_owned(),
        };
        add(
            &["The documented number range around the code."],
            equals("range", value),
            quote! {
                pub const fn range(self) -> Option<#range_enum> { #range_enum::of_code(self as i32) }
            },
        );
    }
    add(
        &["What class of failure it is, across all products."],
        word("kind", "Kind", sample.guidance.kind),
        quote! { pub const fn kind(self) -> crate::Kind { self.row().kind } },
    );
    add(
        &["Who must act first."],
        word(
            "actor",
            "Actor",
            sample.guidance.actor().unwrap_or("nobody"),
        ),
        quote! { pub const fn actor(self) -> crate::Actor { self.row().actor } },
    );
    add(
        &["Whether repeating the call helps."],
        word("retry", "Retry", sample.guidance.retry().unwrap_or("never")),
        quote! { pub const fn retry(self) -> crate::Retry { self.row().retry } },
    );
    add(
        &["What to do, in order; empty only where nothing failed."],
        vec![
            String::new(),
            format!(
                "assert_eq!({e}::{v}.remediation().steps().len(), {});",
                sample.guidance.steps().len()
            ),
        ],
        quote! { pub const fn remediation(self) -> crate::Remediation { self.row().remediation(&TEXTS) } },
    );
    add(
        &["Where the remediation comes from; nothing where nothing failed."],
        match advice {
            Some(advice) => vec![
                "use zoom_errors::Advice;".to_owned(),
                String::new(),
                format!(
                    "assert_eq!({e}::{v}.advice(), Some(Advice::{}));",
                    names::from_id(advice.given_by)
                ),
            ],
            None => equals("advice", "None".to_owned()),
        },
        quote! { pub const fn advice(self) -> Option<crate::Advice> { self.row().advice } },
    );
    add(
        &["Why it happens, most likely first; empty where the sources do not say."],
        counted("causes", caused, caused.causes.len()),
        quote! { pub const fn causes(self) -> &'static [&'static str] { self.row().causes(&TEXTS) } },
    );
    add(
        &["API methods that report it."],
        counted("raised_by", raised, raised.raised_by.len()),
        quote! { pub const fn raised_by(self) -> &'static [&'static str] { self.row().raised_by(&TEXTS) } },
    );
    add(
        &["The finer causes that the documentation lists under the code."],
        counted("reasons", reasoned, reasoned.reasons.len()),
        quote! { pub const fn reasons(self) -> &'static [crate::ReasonInfo] { self.row().more.reasons } },
    );
    add(
        &["The code under which the same failure is described; mostly itself."],
        vec![
            String::new(),
            format!(
                "assert_eq!({e}::{}.canonical(), {e}::{});",
                same.variant,
                same.same_as
                    .map_or(&same.variant, |at| &product.errors[at].variant)
            ),
        ],
        quote! {
            pub const fn canonical(self) -> #name {
                match self.row().more.same_as {
                    Some(place) => CODES[place as usize],
                    None => self,
                }
            }
        },
    );
    add(
        &["The same failure in other code spaces."],
        match linked.related.first() {
            Some(&(other, at)) => {
                let other = &model.products[other];
                vec![
                    format!("use zoom_errors::{}::{};", other.id, other.enum_name),
                    String::new(),
                    format!(
                        "assert_eq!({e}::{}.related()[0], {}::{}.into());",
                        linked.variant, other.enum_name, other.errors[at].variant
                    ),
                ]
            }
            None => vec![
                String::new(),
                format!("assert!({e}::{v}.related().is_empty());"),
            ],
        },
        quote! { pub const fn related(self) -> &'static [crate::ZoomError] { self.row().more.related } },
    );
    add(
        &["Where the number travels in an HTTP answer; empty outside HTTP."],
        counted("carrier", sample, sample.carrier.len()),
        quote! { pub const fn carrier(self) -> &'static [crate::Carrier] { self.row().more.carrier } },
    );
    add(
        &["Whether documentation states the code, or a shipped SDK alone."],
        word("origin", "Origin", sample.origin),
        quote! { pub const fn origin(self) -> crate::Origin { self.row().more.origin } },
    );
    add(
        &["What is wrong or contested in the source, with the evidence."],
        vec![
            String::new(),
            format!(
                "assert_eq!({e}::{}.erratum().is_some(), {});",
                wrong.variant,
                wrong.erratum.is_some()
            ),
        ],
        quote! { pub const fn erratum(self) -> Option<&'static str> { self.row().more.erratum } },
    );
    add(
        &["The day from which Zoom enforces it, where one is stated."],
        match dated.effective {
            Some(date) => vec![
                String::new(),
                format!(
                    "assert_eq!({e}::{}.effective().unwrap().to_string(), \"{date}\");",
                    dated.variant
                ),
            ],
            None => equals("effective", "None".to_owned()),
        },
        quote! { pub const fn effective(self) -> Option<crate::Date> { self.row().more.effective } },
    );
    add(
        &["The day on which Zoom withdrew it, if it did."],
        vec![
            String::new(),
            format!(
                "assert_eq!({e}::{v}.retired().is_some(), {});",
                sample.retired.is_some()
            ),
        ],
        quote! { pub const fn retired(self) -> Option<crate::Date> { self.row().more.retired } },
    );
    add(
        &["Where the code was read."],
        vec![
            String::new(),
            format!(
                "assert_eq!({e}::{v}.source_page().title(), {:?});",
                product.source_of(sample).title
            ),
        ],
        quote! { pub const fn source_page(self) -> &'static crate::Source { &SOURCES[self.row().source as usize] } },
    );
    add(
        &["The address of the page that states it, where that is known for certain."],
        vec![
            String::new(),
            match &product.source_of(sample).url {
                Some(url) => format!("assert_eq!({e}::{v}.docs_url(), Some({url:?}));"),
                None => format!("assert_eq!({e}::{v}.docs_url(), None);"),
            },
        ],
        quote! { pub const fn docs_url(self) -> Option<&'static str> { self.source_page().url } },
    );
    methods
}
