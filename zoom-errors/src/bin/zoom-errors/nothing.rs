//! What to do about a list that is empty.

use zoom_errors::ZoomError;

use crate::args::List;
use crate::filter::{found, holds};
use crate::label::names;

/// Says that nothing is listed, which filter keeps all out, and how a word may be meant.
pub(crate) fn note(args: &List) -> String {
    let mut text = "nothing is listed with all of this\n".to_owned();
    let wider: Vec<(&str, List)> = without(args).collect();
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
fn without(args: &List) -> impl Iterator<Item = (&'static str, List)> {
    let one: [(&str, bool, fn(&mut List)); 6] = [
        ("--product", args.product.is_some(), |list| {
            list.product = None
        }),
        ("--category", args.category.is_some(), |list| {
            list.category = None
        }),
        ("--kind", args.kind.is_some(), |list| list.kind = None),
        ("--actor", args.actor.is_some(), |list| list.actor = None),
        ("--retry", args.retry.is_some(), |list| list.retry = None),
        ("--search", args.search.is_some(), |list| list.search = None),
    ];
    let given = one.into_iter().filter(|(_, given, _)| *given);
    given.map(|(option, _, drop)| {
        let mut wider = args.clone();
        drop(&mut wider);
        (option, wider)
    })
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
