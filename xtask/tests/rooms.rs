//! No circle of modules: what a file uses never uses the file, by whatever way round.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The packages that are held to it.
const PACKAGES: [&str; 4] = ["codegen", "xtask", "xtask/pages", "zoom-errors"];

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for package in PACKAGES {
        let mut uses = uses(&root.join(package).join("src"));
        // A library's root shows what its modules have, and they may call it by that name.
        if root.join(package).join("src/lib.rs").exists() {
            uses.remove("");
            uses.values_mut().for_each(|used| {
                used.remove("");
            });
        }
        let circles = circles(&uses);
        assert!(circles.is_empty(), "{package}: {circles:#?}");
    }
}

#[test]
fn a_circle_is_found() {
    let text = |uses: &[&str]| uses.iter().map(|path| path.to_string()).collect();
    let uses = BTreeMap::from([
        ("a".to_owned(), text(&["b"])),
        ("b".to_owned(), text(&["c", "d"])),
        ("c".to_owned(), text(&["a"])),
        ("d".to_owned(), text(&[])),
    ]);
    assert_eq!(circles(&uses), [text(&["a", "b", "c"])]);
}

#[test]
fn paths_are_told_from_uses() {
    let text = "pub use m::{n, O};\nuse super::a::{b, c::{self, D}};\nuse crate::x;\nfn f() { super::y::z() }\n";
    assert_eq!(
        paths(text),
        [
            "self::m::n",
            "self::m::O",
            "super::a::b",
            "super::a::c::self",
            "super::a::c::D",
            "crate::x",
            "super::y::z"
        ]
    );
}

/// For each module of a folder the modules that it uses.
fn uses(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    let module = |path: &PathBuf| {
        let inner = path.strip_prefix(folder).unwrap().with_extension("");
        let mut parts: Vec<String> = inner
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        if ["mod", "lib", "main"].contains(&parts.last().unwrap().as_str()) {
            parts.pop();
        }
        parts.join("::")
    };
    let modules: BTreeMap<String, PathBuf> = files
        .iter()
        .map(|path| (module(path), path.clone()))
        .collect();
    let mut uses = BTreeMap::new();
    for (name, path) in &modules {
        let text = fs::read_to_string(path).unwrap();
        // A test may look at all that is around it.
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let used = paths(text)
            .into_iter()
            .filter_map(|path| used(name, &path, &modules));
        uses.insert(name.clone(), used.filter(|used| used != name).collect());
    }
    uses
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["tests", "bin", "generated"].contains(&name.as_str()) {
            collect(&path, files);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            files.push(path);
        }
    }
}

/// The module that a path leads to: the longest beginning of it that is one.
fn used(from: &str, path: &str, modules: &BTreeMap<String, PathBuf>) -> Option<String> {
    let mut at: Vec<&str> = from.split("::").filter(|part| !part.is_empty()).collect();
    let mut parts = path.split("::").peekable();
    if parts.next_if(|part| *part == "crate").is_some() {
        at.clear();
    }
    parts.next_if(|part| *part == "self");
    while parts.next_if(|part| *part == "super").is_some() {
        at.pop()?;
    }
    let mut found = at.join("::");
    for part in parts {
        at.push(part);
        if !modules.contains_key(&at.join("::")) {
            break;
        }
        found = at.join("::");
    }
    modules.contains_key(&found).then_some(found)
}

/// All paths of a text that begin with `crate` or `super`, or that a `use` at the beginning of a
/// line names; those in braces one by one.
fn paths(text: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for statement in text
        .split('\n')
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("use "))
    {
        let mut whole = Vec::new();
        let at = text.find(statement).unwrap_or(0);
        tree(&text[at..], "", &mut whole);
        let relative = whole
            .into_iter()
            .filter(|path| !path.starts_with("crate::") && !path.starts_with("super::"));
        paths.extend(relative.map(|path| format!("self::{path}")));
    }
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let mut rest = text.as_str();
    while let Some(at) = ["crate::", "super::"]
        .iter()
        .filter_map(|word| rest.find(word))
        .min()
    {
        let is_word = rest[..at].ends_with(|c: char| c.is_alphanumeric() || "_$:".contains(c));
        let path = &rest[at..];
        rest = if is_word {
            &path[7..]
        } else {
            &path[tree(path, "", &mut paths)..]
        };
    }
    paths
}

/// Takes a path, or a tree of paths in braces, off a text; gives its length.
fn tree(text: &str, before: &str, paths: &mut Vec<String>) -> usize {
    let length = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let length = length.unwrap_or(text.len());
    let path = format!("{before}{}", &text[..length]);
    if !text[length..].starts_with('{') || !path.ends_with("::") {
        paths.push(path.trim_end_matches(':').to_owned());
        return length.max(1);
    }
    let mut at = length + 1;
    loop {
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\n', ',']).len();
        if at >= text.len() || text[at..].starts_with('}') {
            return (at + 1).min(text.len());
        }
        at += tree(&text[at..], &path, paths);
    }
}

/// The sets of modules that use each other, directly or not.
fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    let reach = |from: &String| {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(next) = open.pop() {
            for used in uses.get(next).into_iter().flatten() {
                if reached.insert(used.clone()) {
                    open.push(used);
                }
            }
        }
        reached
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        uses.keys().map(|name| (name, reach(name))).collect();
    let mut circles: Vec<BTreeSet<String>> = Vec::new();
    for (name, own) in &reached {
        if own.contains(*name) && !circles.iter().any(|circle| circle.contains(*name)) {
            let back = |other: &&String| reached[*other].contains(*name);
            circles.push(own.iter().filter(back).cloned().collect());
        }
    }
    circles
}
