//! What differs beside the names: facts and texts of products, classes, codes and words.

use std::collections::HashMap;

use super::change::{Kind, Level, List, Subject};
use crate::model::{Class, Entry, Guidance, Key, Model, Payload, Place, Product, Reason};

/// Compares everything that both states have.
pub(super) fn compare(list: &mut List<'_>, base: (&Model, &Product), now: (&Model, &Product)) {
    let (old, new) = (base.1, now.1);
    let mut fields = Fields::default();
    fields.differ("title", &old.title, &new.title);
    fields.differ("group", &old.group, &new.group);
    fields.differ("sources", &sources(old), &sources(new));
    fields.differ("operations", &operations(old), &operations(new));
    fields.differ("payload", &payload(old), &payload(new));
    fields.add_to(list, whole_type(new));
    classes(list, &old.category_enum, &old.categories, &new.categories);
    classes(list, &old.range_enum, &old.ranges, &new.ranges);
    words(list, base, now);
    let by_variant: HashMap<&str, &Entry> = new
        .errors
        .iter()
        .map(|error| (error.variant.as_str(), error))
        .collect();
    let by_code: HashMap<i32, &Entry> = new
        .errors
        .iter()
        .map(|error| (error.number(), error))
        .collect();
    for before in &old.errors {
        // The variant is what users name; the number tells a renamed one.
        let after = by_variant
            .get(before.variant.as_str())
            .or_else(|| by_code.get(&before.number()));
        if let Some(after) = after {
            let subject = Subject::Code {
                variant: after.variant.clone(),
                code: after.number(),
            };
            entry(list, &subject, (base, before), (now, after));
        }
    }
}

fn whole_type(product: &Product) -> Subject {
    Subject::Type(product.enum_name.clone())
}

fn sources(product: &Product) -> Vec<String> {
    let source = |source: &crate::model::Source| format!("{source:?}");
    product.sources.iter().map(source).collect()
}

fn operations(product: &Product) -> Vec<String> {
    let operation = |operation: &crate::model::Operation| format!("{operation:?}");
    product.operations.iter().map(operation).collect()
}

/// How errors look on the wire, with codes in place of their indices.
fn payload(product: &Product) -> (Vec<&[String]>, Vec<(i32, &str)>) {
    let Payload {
        codes,
        beside,
        words,
        prefixes,
        texts,
    } = &product.payload;
    let texts = texts
        .iter()
        .map(|(at, text)| (product.errors[*at].number(), text.text.as_str()));
    (vec![codes, beside, words, prefixes], texts.collect())
}

/// The names of the fields that differ.
#[derive(Default)]
struct Fields(Vec<&'static str>);

impl Fields {
    fn differ<T: PartialEq>(&mut self, name: &'static str, old: &T, new: &T) {
        if old != new && !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    /// Whether any of the fields is one by which programs decide.
    fn decide(&self) -> bool {
        self.0
            .iter()
            .any(|field| ["kind", "actor", "retry"].contains(field))
    }

    fn guidance(&mut self, old: &Guidance, new: &Guidance) {
        self.differ("kind", &old.kind, &new.kind);
        self.differ("actor", &old.actor(), &new.actor());
        self.differ("retry", &old.retry(), &new.retry());
        let given_by = |guidance: &Guidance| guidance.advice.as_ref().map(|a| a.given_by);
        self.differ("advice", &given_by(old), &given_by(new));
        self.differ("remediation", &old.steps(), &new.steps());
    }

    fn add_to(self, list: &mut List<'_>, subject: Subject) {
        if !self.0.is_empty() {
            // Programs decide by kind, actor and retry.
            let level = if self.decide() {
                Level::Addition
            } else {
                Level::Patch
            };
            list.add(level, subject, Kind::Metadata(self.0));
        }
    }
}

type Of<'a> = ((&'a Model, &'a Product), &'a Entry);

/// An error that both states have, told by a number or by a word.
fn entry(list: &mut List<'_>, subject: &Subject, (base, old): Of<'_>, (now, new): Of<'_>) {
    let mut fields = Fields::default();
    match (&old.retired, &new.retired) {
        (None, Some(_)) => list.add(Level::Patch, subject.clone(), Kind::Retired),
        (before, after) => fields.differ("retired", before, after),
    }
    // Words are looked up by their value.
    let is_word = matches!(new.key, Key::Word(_));
    if is_word || names(old).iter().all(|name| names(new).contains(name)) {
        fields.differ("name", &old.name, &new.name);
        fields.differ("aliases", &old.aliases, &new.aliases);
    } else {
        // `from_name` and deserialization took it.
        list.add(
            Level::Breaking,
            subject.clone(),
            Kind::Metadata(vec!["name"]),
        );
    }
    let category = |product: &Product, error| product.category_of(error).map(|c| c.variant.clone());
    fields.differ("category", &category(base.1, old), &category(now.1, new));
    fields.differ("summary", &old.summary, &new.summary);
    fields.differ("causes", &old.causes, &new.causes);
    fields.differ("raised_by", &old.raised_by, &new.raised_by);
    let kept = |reason: &Reason| {
        let has = |error: &Entry| error.reasons.iter().any(|r| r.variant == reason.variant);
        has(old) && has(new)
    };
    fields.differ("reasons", &reasons(old, kept), &reasons(new, kept));
    let same_as = |model: &Model, error: &Entry| error.same_as.map(|place| address(model, place));
    fields.differ("same_as", &same_as(base.0, old), &same_as(now.0, new));
    fields.differ("responses", &responses(base.1, old), &responses(now.1, new));
    fields.differ("effective", &old.effective, &new.effective);
    fields.differ("erratum", &old.erratum, &new.erratum);
    fields.differ("origin", &old.origin, &new.origin);
    fields.differ("related", &related(base.0, old), &related(now.0, new));
    let source = |product: &Product, error| product.source_of(error).id.clone();
    fields.differ("source", &source(base.1, old), &source(now.1, new));
    fields.guidance(&old.guidance, &new.guidance);
    fields.add_to(list, subject.clone());
}

/// What `from_name` takes.
fn names(error: &Entry) -> Vec<&str> {
    let aliases = error.aliases.iter().map(String::as_str);
    std::iter::once(error.name.as_str())
        .chain(aliases)
        .collect()
}

/// The reasons that both states have, in no particular order.
fn reasons(error: &Entry, kept: impl Fn(&Reason) -> bool) -> Vec<String> {
    let kept = error.reasons.iter().filter(|reason| kept(reason));
    let mut reasons: Vec<String> = kept.map(|reason| format!("{reason:?}")).collect();
    reasons.sort_unstable();
    reasons
}

fn address(model: &Model, place: Place) -> String {
    let (product, error) = model.at(place);
    format!("{}/{}", product.id, error.key)
}

fn related(model: &Model, error: &Entry) -> Vec<String> {
    error
        .related
        .iter()
        .map(|place| address(model, *place))
        .collect()
}

/// What the server answers, with calls in place of their indices.
fn responses(product: &Product, error: &Entry) -> Vec<(u16, String, Option<String>, Vec<String>)> {
    let responses = error.responses.iter().map(|response| {
        let calls = response
            .on
            .iter()
            .map(|at| product.operations[*at].call.clone());
        let reason = response.reason.map(|at| error.reasons[at].name.clone());
        (
            response.status,
            response.message.text.clone(),
            reason,
            calls.collect(),
        )
    });
    responses.collect()
}

fn classes(list: &mut List<'_>, of: &str, old: &[Class], new: &[Class]) {
    for before in old {
        let Some(after) = new.iter().find(|after| after.variant == before.variant) else {
            continue;
        };
        let mut fields = Fields::default();
        fields.differ("title", &before.title, &after.title);
        fields.differ("codes", &before.codes, &after.codes);
        fields.differ("summary", &before.summary, &after.summary);
        match (&before.guidance, &after.guidance) {
            (Some(old), Some(new)) => fields.guidance(old, new),
            (old, new) => fields.differ("advice", &old.is_some(), &new.is_some()),
        }
        let subject = Subject::Variant {
            of: of.to_owned(),
            variant: after.variant.clone(),
        };
        fields.add_to(list, subject);
    }
}

fn words(list: &mut List<'_>, base: (&Model, &Product), now: (&Model, &Product)) {
    let (Some(old), Some(new)) = (&base.1.strings, &now.1.strings) else {
        return;
    };
    for before in &old.entries {
        let Some(after) = new
            .entries
            .iter()
            .find(|after| after.variant == before.variant)
        else {
            continue;
        };
        let subject = Subject::Variant {
            of: new.enum_name.clone(),
            variant: after.variant.clone(),
        };
        if before.key != after.key {
            // `from_value` and deserialization took it.
            list.add(
                Level::Breaking,
                subject.clone(),
                Kind::Metadata(vec!["value"]),
            );
        }
        entry(list, &subject, (base, before), (now, after));
    }
}
