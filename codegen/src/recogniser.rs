//! What the recogniser knows beside the catalogs. The crate and the reference page have it from here,
//! so that both judge a text alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Model;

/// How products use the name of a field; products by their place.
#[derive(Default)]
pub(crate) struct Field<'a> {
    pub(crate) spelled: BTreeSet<&'a str>,
    pub(crate) codes: BTreeSet<usize>,
    pub(crate) beside: BTreeSet<usize>,
}

/// Names of fields, in lower case without `_` and `-`.
pub(crate) fn fields(model: &Model) -> BTreeMap<String, Field<'_>> {
    let mut fields: BTreeMap<String, Field<'_>> = BTreeMap::new();
    for (at, product) in model.products.iter().enumerate() {
        for key in &product.payload.codes {
            let field = fields.entry(fold(key)).or_default();
            field.spelled.insert(key);
            field.codes.insert(at);
        }
        for key in &product.payload.beside {
            fields.entry(fold(key)).or_default().beside.insert(at);
        }
    }
    fields
}

/// Words in lower case that speak for products.
pub(crate) fn words(model: &Model) -> BTreeMap<String, BTreeSet<usize>> {
    let mut words: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, product) in model.products.iter().enumerate() {
        for word in &product.payload.words {
            words
                .entry(word.to_ascii_lowercase())
                .or_default()
                .insert(at);
        }
    }
    words
}

/// How constants begin that are nobody else's.
pub(crate) fn prefixes(model: &Model) -> BTreeSet<&str> {
    let products = model.products.iter();
    let prefixes = products.flat_map(|product| &product.payload.prefixes);
    prefixes.map(String::as_str).collect()
}

/// `errorCode`, `error_code` and `ErrorCode` are one name.
fn fold(key: &str) -> String {
    let letters = key.chars().filter(|c| !matches!(c, '_' | '-'));
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

/// A list of words, under the name of its constant.
pub(crate) struct List {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) words: &'static [&'static str],
}

/// How much a sort of evidence weighs, under the name of its constant.
pub(crate) struct Weight {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) weight: i32,
}

const fn list(name: &'static str, doc: &'static str, words: &'static [&'static str]) -> List {
    List { name, doc, words }
}

const fn weight(name: &'static str, doc: &'static str, weight: i32) -> Weight {
    Weight { name, doc, weight }
}

pub(crate) const LISTS: &[List] = &[
    list(
        "ANYBODYS",
        "Names under which anybody's programs have numbers, so that they prove nothing.",
        &["code", "status", "statuscode", "errorcode", "reason"],
    ),
    list(
        "IN_PROSE",
        "The same in prose: `error 5003`, `code: 1`.",
        &[
            "error",
            "err",
            "code",
            "errorcode",
            "errcode",
            "exitcode",
            "failed",
            "reason",
        ],
    ),
    list(
        "STATUS_NAMES",
        "Names under which a status of HTTP stands.",
        &[
            "status",
            "statuscode",
            "httpstatus",
            "httpcode",
            "httpstatuscode",
        ],
    ),
    list(
        "SAID",
        "Fields that hold what is said about a failure, the most telling first.",
        &[
            "errorMessage",
            "error_message",
            "message",
            "reason",
            "msg",
            "detail",
            "error_description",
            "description",
            "result",
            "details",
        ],
    ),
    list(
        "VOCABULARY",
        "Words by which Zoom's business is told, though others use them too.",
        &[
            "meeting",
            "meetings",
            "webinar",
            "webinars",
            "registrant",
            "registrants",
            "panelist",
            "passcode",
            "zoom",
            "attendee",
            "attendees",
            "zoomapp",
        ],
    ),
    list(
        "AFTER_ZOOM",
        "What follows a `zoom` that is Zoom's; a map that zooms has nothing of it.",
        &[
            "us", "com", "api", "sdk", "error", "meeting", "webhook", "oauth",
        ],
    ),
];

/// A message or a constant of the very code outweighs all that only speaks for the product.
pub(crate) const WEIGHTS: &[Weight] = &[
    weight("MESSAGE", "A documented message of the code.", 60),
    weight("FRAGMENT", "A part of one.", 45),
    weight("CONSTANT", "A constant of the code.", 80),
    weight(
        "FIELD",
        "The product puts its codes into a field of this name.",
        40,
    ),
    weight("FOREIGN_FIELD", "Only other products do.", -15),
    weight(
        "BESIDE",
        "A field beside it is one of the product's payloads.",
        6,
    ),
    weight("WORD", "A word that speaks for the product.", 30),
    weight(
        "OPERATION",
        "The address of an operation of the product.",
        70,
    ),
    weight("STATUS", "A status that is documented with the code.", 15),
    weight("OTHER_STATUS", "A status that is not.", -10),
    weight("OF_PRODUCT", "Something else of the product.", 12),
    weight("REASON", "A finer cause of the code.", 15),
];
