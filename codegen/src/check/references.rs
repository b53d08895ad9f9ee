//! Whatever an entry points to must be there.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{FirstSeen, Input};
use crate::catalog::{Catalog, Entry};
use crate::load::MAX_PROBLEMS;
use crate::lookalike;
use crate::problem::{Problem, closest, list, shorten};
use crate::rule::Rule;
use crate::source::{Sources, Span, Spanned};

pub(super) fn check(input: &Input<'_>, problems: &mut Vec<Problem>) {
    for (_, catalog) in input.catalogs {
        categories(catalog, problems);
        sources(catalog, problems);
        payload_texts(catalog, problems);
    }
    same_as(input, problems);
    related(input, problems);
}

/// A message in `payload:` belongs to a code of the catalog.
fn payload_texts(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let texts = catalog.payload.iter().flat_map(|payload| &payload.texts);
    for code in texts.filter_map(|text| text.code.as_ref()) {
        let mut listed = catalog
            .errors
            .iter()
            .filter_map(|entry| entry.code.as_ref());
        if !listed.any(|listed| listed.value == code.value) {
            let message = format!("this catalog has no code {}", code.value);
            problems.push(
                Problem::new(Rule::Related, code.span, message)
                    .help("name the code of this catalog that the message comes with"),
            );
        }
    }
}

/// How many declared words a mistyped one is compared with.
const COMPARED: usize = 256;

/// How many declared words are listed in a message.
const LISTED: usize = 12;

/// Reports a word that is not among the declared ones; gives the one that is probably meant.
pub(super) fn undeclared<'a>(
    rule: Rule,
    what: &str,
    word: &Spanned<String>,
    declared: impl Iterator<Item = &'a str> + Clone,
    problems: &mut Vec<Problem>,
) -> Option<&'a str> {
    // Nobody reads so many, and looking for the right word takes its time.
    let few = problems.len() <= MAX_PROBLEMS;
    let compared = declared.clone().take(if few { COMPARED } else { 0 });
    let near = closest(&word.value, compared);
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None if !few => format!("name a declared {what}"),
        None => match declared.clone().skip(LISTED).count() {
            0 => format!("declared so far: {}", list(declared)),
            more => {
                let first: Vec<&str> = declared.take(LISTED).collect();
                format!("declared so far: `{}` and {more} more", first.join("`, `"))
            }
        },
    };
    let message = format!("the {what} `{}` is not declared", shorten(&word.value));
    problems.push(Problem::new(rule, word.span, message).help(help));
    near
}

fn categories(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let declared = catalog
        .categories
        .iter()
        .filter_map(|c| Some(c.id.as_ref()?.value.as_str()));
    let known: HashSet<&str> = declared.clone().collect();
    // That there is none at all is reported once, not for each entry or category.
    if known.is_empty() || catalog.errors.is_empty() {
        return;
    }
    let mut used = HashSet::new();
    let mut unread = false;
    for entry in &catalog.errors {
        let Some(category) = &entry.category else {
            unread |= entry.advice.states("category");
            continue;
        };
        used.insert(category.value.as_str());
        if !known.contains(category.value.as_str()) {
            // Behind so many problems nobody looks for the category that is meant.
            unread |= problems.len() > MAX_PROBLEMS;
            // What is probably meant is not unused as well.
            used.extend(undeclared(
                Rule::UnknownCategory,
                "category",
                category,
                declared.clone(),
                problems,
            ));
        }
    }
    for class in &catalog.categories {
        let Some(id) = &class.id else { continue };
        if !unread && !used.contains(id.value.as_str()) && !class.advice.states("codes") {
            problems.push(
                Problem::new(
                    Rule::UnusedCategory,
                    id.span,
                    format!("no entry uses the category `{}`", id.value),
                )
                .help(
                    "remove it, or give it `codes:` if the page claims a range of numbers for it",
                ),
            );
        }
    }
}

fn sources(catalog: &Catalog, problems: &mut Vec<Problem>) {
    let declared = catalog
        .sources
        .iter()
        .filter_map(|s| Some(s.id.as_ref()?.value.as_str()));
    let known: HashSet<&str> = declared.clone().collect();
    for source in catalog.entries().filter_map(|entry| entry.source.as_ref()) {
        // The check of texts reports letters that only look right; that no source is declared at
        // all is reported once.
        let odd = lookalike::word(&source.value).is_some() || catalog.sources.is_empty();
        if !odd && !known.contains(source.value.as_str()) {
            let declared = declared.clone();
            undeclared(Rule::UnknownSource, "source", source, declared, problems);
        }
    }
}

type Code<'a> = (&'a str, i32);

fn same_as(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut by_code: HashMap<Code<'_>, &Entry> = HashMap::new();
    // A code that could not be read may be the one that is pointed to.
    let mut unread = HashSet::new();
    let id_of = |catalog: &'_ Catalog| catalog.id.as_ref().map_or("", |id| &id.value).to_owned();
    let ids: Vec<String> = input.catalogs.iter().map(|(_, c)| id_of(c)).collect();
    for ((_, catalog), id) in input.catalogs.iter().zip(&ids) {
        for entry in &catalog.errors {
            match &entry.code {
                Some(code) => drop(by_code.insert((id, code.value), entry)),
                None if entry.advice.states("code") => drop(unread.insert(id.as_str())),
                None => {}
            }
        }
    }
    let mut ends = HashMap::new();
    for ((_, catalog), id) in input.catalogs.iter().zip(&ids) {
        for entry in catalog.entries() {
            let Some(target) = &entry.same_as else {
                continue;
            };
            let problem = |message: String| Problem::new(Rule::SameAs, target.span, message);
            let place = target.value.place(id);
            let itself = entry.code.as_ref().map(|code| (id.as_str(), code.value)) == Some(place);
            match by_code.get(&place) {
                _ if itself => problems.push(
                    problem("the entry points to itself".to_owned())
                        .help("name the code under which the failure is described"),
                ),
                None if unread.contains(place.0) => {}
                None => problems.extend(no_code(input, id, place, &by_code, problem)),
                Some(found) => {
                    if let Some(next) = &found.same_as {
                        let (message, help) = chain(id, place, &by_code, &mut ends);
                        problems.push(
                            problem(message)
                                .related(next.span, "it points on from here")
                                .help(help),
                        );
                    }
                }
            }
        }
    }
}

/// A link to a code that is not there; none if its catalog could not be read.
fn no_code(
    input: &Input<'_>,
    here: &str,
    (product, code): Code<'_>,
    by_code: &HashMap<Code<'_>, &Entry>,
    problem: impl Fn(String) -> Problem,
) -> Option<Problem> {
    let has = |catalog: &Catalog| catalog.id.as_ref().is_some_and(|id| id.value == product);
    if product != here && !input.catalogs.iter().any(|(_, catalog)| has(catalog)) {
        let unreadable = input.sources.iter().any(|file| file.stem() == product);
        let message = format!("there is no catalog `{product}`");
        return (!unreadable).then(|| problem(message).help("name the product id of a catalog"));
    }
    let message = match product == here {
        true => format!("the catalog has no code {code}"),
        false => format!("`{product}` has no code {code}"),
    };
    let near = near_code(code, |code| by_code.contains_key(&(product, code)));
    Some(problem(message).help(match near {
        Some(near) => format!("did you mean `{}`?", shown(here, (product, near))),
        None => NO_SUCH_CODE.to_owned(),
    }))
}

/// A code as a catalog points to it.
fn shown(here: &str, (product, code): Code<'_>) -> String {
    match product == here {
        true => code.to_string(),
        false => format!("{product}/{code}"),
    }
}

/// What is wrong with a `same_as` that leads to another one, and the way out.
fn chain<'a>(
    here: &str,
    from: Code<'a>,
    by_code: &HashMap<Code<'a>, &'a Entry>,
    ends: &mut HashMap<Code<'a>, Option<Code<'a>>>,
) -> (String, String) {
    let Some(end) = end_of(from, by_code, ends) else {
        return (
            "this `same_as` leads round in a circle".to_owned(),
            "describe the failure in one of the entries, without `same_as`".to_owned(),
        );
    };
    let help = match by_code.get(&end) {
        Some(_) => format!("write `same_as: {}`", shown(here, end)),
        None => "name the code under which the failure is described".to_owned(),
    };
    (
        format!("{} is itself the same as another code", shown(here, from)),
        help,
    )
}

/// The code where the links from one code end; none if they lead into a circle.
///
/// `ends` keeps what is known, so that a long chain is walked once and not from each of its links.
fn end_of<'a>(
    from: Code<'a>,
    by_code: &HashMap<Code<'a>, &'a Entry>,
    ends: &mut HashMap<Code<'a>, Option<Code<'a>>>,
) -> Option<Code<'a>> {
    let mut passed = HashSet::new();
    let mut code = from;
    let end = loop {
        if let Some(known) = ends.get(&code) {
            break *known;
        }
        let next = by_code.get(&code).and_then(|entry| entry.same_as.as_ref());
        let Some(next) = next else { break Some(code) };
        if !passed.insert(code) {
            break None;
        }
        code = next.value.place(code.0);
    };
    ends.extend(passed.into_iter().map(|code| (code, end)));
    end
}

const NO_SUCH_CODE: &str = "name a code that the catalog has";

/// The one code that differs by a single slip of the finger, if there is just one.
fn near_code(code: i32, exists: impl Fn(i32) -> bool) -> Option<i32> {
    let digits = code.to_string();
    // Short numbers are all close to each other.
    if digits.len() < 3 {
        return None;
    }
    let mut slips: Vec<String> = Vec::new();
    for (before, after) in (0..=digits.len()).map(|at| digits.split_at(at)) {
        let rest = after.get(1..);
        slips.extend(rest.map(|rest| format!("{before}{rest}")));
        for digit in 0..=9 {
            slips.push(format!("{before}{digit}{after}"));
            slips.extend(rest.map(|rest| format!("{before}{digit}{rest}")));
        }
        if let (Some(first), Some(second), Some(rest)) =
            (after.get(..1), after.get(1..2), after.get(2..))
        {
            slips.push(format!("{before}{second}{first}{rest}"));
        }
    }
    let numbers = slips.iter().filter_map(|slip| slip.parse().ok());
    let near: BTreeSet<i32> = numbers
        .filter(|near| *near != code && exists(*near))
        .collect();
    near.first().copied().filter(|_| near.len() == 1)
}

fn related(input: &Input<'_>, problems: &mut Vec<Problem>) {
    let mut known: HashMap<&str, HashSet<i32>> = HashMap::new();
    for (_, catalog) in input.catalogs {
        if let Some(id) = &catalog.id {
            let codes = catalog
                .errors
                .iter()
                .filter_map(|e| Some(e.code.as_ref()?.value));
            known.entry(&id.value).or_default().extend(codes);
        }
    }
    let mut links: FirstSeen<[(&str, i32); 2]> = FirstSeen::new();
    for (_, catalog) in input.catalogs {
        let Some(id) = &catalog.id else { continue };
        for entry in &catalog.errors {
            let Some(code) = &entry.code else { continue };
            for link in &entry.related {
                let here = (id.value.as_str(), code.value);
                let there = (link.value.0.as_str(), link.value.1);
                let mut pair = [here, there];
                pair.sort_unstable();
                if let Some(problem) = dangling(link, here.0, &known, input.sources) {
                    problems.push(problem);
                } else if let Some(first) = links.note(pair, link.span) {
                    problems.push(stated_twice(link.span, first));
                }
            }
        }
    }
}

fn dangling(
    link: &Spanned<(String, i32)>,
    here: &str,
    known: &HashMap<&str, HashSet<i32>>,
    sources: &Sources,
) -> Option<Problem> {
    let (product, code) = &link.value;
    let problem = |message: String, help: String| {
        Some(Problem::new(Rule::Related, link.span, message).help(help))
    };
    if product == here {
        return problem(
            "a related code lies in another code space".to_owned(),
            "inside one catalog, say `same_as:` instead".to_owned(),
        );
    }
    match known.get(product.as_str()) {
        Some(codes) if codes.contains(code) => None,
        Some(codes) => problem(
            format!("`{product}` has no code {code}"),
            match near_code(*code, |code| codes.contains(&code)) {
                Some(near) => format!("did you mean `{product}/{near}`?"),
                None => NO_SUCH_CODE.to_owned(),
            },
        ),
        // A catalog that could not be read may well have the code.
        None if sources.iter().any(|file| file.stem() == product) => None,
        None => {
            let near = closest(product, known.keys().copied());
            let help = near.map_or_else(
                || "name the product id of a catalog".to_owned(),
                |near| format!("did you mean `{near}/{code}`?"),
            );
            problem(format!("there is no catalog `{product}`"), help)
        }
    }
}

fn stated_twice(span: Span, first: Span) -> Problem {
    Problem::new(Rule::Related, span, "this link is stated twice")
        .related(first, "first stated here")
        .help("links hold in both directions: state each on one side only")
}
