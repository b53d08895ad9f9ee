//! The words of a package, `type: "INVALID_OPERATION"`, against those of its main catalog.

use std::collections::BTreeMap;

use xtask_pages::outline::WordOutline;

use crate::compare::{Comparison, Context, Difference, plural};

pub(crate) fn compare(context: &Context<'_>, comparison: &mut Comparison) {
    let Some(space) = context.spaces.first() else {
        return;
    };
    let mut shipped = BTreeMap::new();
    for word in &context.facts.words {
        shipped.entry(word.word.as_str()).or_insert(word.place);
    }
    let listed = &space.outline.words;
    let Some(nearest) = listed.first() else {
        return;
    };
    let before = comparison.differences.len();
    for (word, place) in &shipped {
        let is_of = |entry: &WordOutline| {
            entry.value.value == *word || entry.aliases.iter().any(|alias| alias == word)
        };
        if !listed.iter().any(is_of) {
            comparison.differences.push(Difference {
                id: "word-added",
                message: format!(
                    "the type `{word}` is in the package and not in {}",
                    space.outline.id
                ),
                at: Some(*place),
                entry: nearest.span,
                label: "its entry belongs to these",
                help: "write an entry under `strings:` with `origin: observed`".to_owned(),
            });
        }
    }
    for entry in listed.iter().filter(|entry| !entry.retired) {
        let word = entry.value.value.as_str();
        let known = shipped.contains_key(word)
            || context.facts.strings.contains(&word.to_lowercase())
            || context.facts.symbols.contains(word);
        if !known {
            comparison.differences.push(Difference {
                id: "word-gone",
                message: format!("the type `{word}` is not in the package"),
                at: None,
                entry: entry.value.span,
                label: "not in the package",
                help: "if Zoom withdrew it, add `retired:` with the day and keep the entry"
                    .to_owned(),
            });
        }
    }
    comparison.summaries.push(format!(
        "{}: {} for errors, {}",
        space.outline.id,
        plural(shipped.len(), "word"),
        match comparison.differences.len() - before {
            0 => "no difference".to_owned(),
            count => plural(count, "difference"),
        }
    ));
}
