//! What to do about a list that is empty.

use zoom_errors::ZoomError;

use crate::args::List;
use crate::filter::{found, holds};
use crate::label::names;

/// Says that nothing is listed, which filter keeps all out, and how a word may be meant.
pub(crate) fn note(args: &List) -> String {
    let mut text = "nothing is listed with all of this\n".to_owned();
    let wider = without(args);
    // Without its only filter a list has everything.
    for (option, wider) in wider.iter().filter(|_| wider.len() > 1) {
        match found(wider).len() {
            0 => {}
            1 => text.push_str(&format!("  1 is without {option}\n")),
            more => text.push_str(&format!("  {more} are without {option}\n")),
        }
    }
    for word in args.words() {
        if !ZoomError::all().any(|error| holds(error, &[&word])) {
            let like = spelled(&word).map(|like| format!("; did you mean `{like}`?"));
            let like = like.unwrap_or_default();
            text.push_str(&format!("  no text holds `{word}`{like}\n"));
        }
    }
    text
}

/// The question with one filter less, each with the name of that filter.
#[rustfmt::skip]
fn without(args: &List) -> Vec<(&'static str, List)> {
    let less = [
        ("--product", args.product.is_some(), List { product: None, ..args.clone() }),
        ("--category", args.category.is_some(), List { category: None, ..args.clone() }),
        ("--kind", args.kind.is_some(), List { kind: None, ..args.clone() }),
        ("--actor", args.actor.is_some(), List { actor: None, ..args.clone() }),
        ("--retry", args.retry.is_some(), List { retry: None, ..args.clone() }),
        ("--search", args.search.is_some(), List { search: None, ..args.clone() }),
    ];
    let given = less.into_iter().filter(|(_, given, _)| *given);
    given.map(|(option, _, wider)| (option, wider)).collect()
}

/// The word of a name or a summary that is most like one that stands nowhere.
fn spelled(word: &str) -> Option<String> {
    let texts = ZoomError::all().flat_map(|error| names(error).chain([error.summary()]));
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let like = words.map(str::to_lowercase).filter_map(|other| {
        let likeness = strsim::normalized_damerau_levenshtein(word, &other);
        (likeness >= 0.7).then_some((likeness, other))
    });
    let nearest = like.max_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest.map(|(_, other)| other)
}
