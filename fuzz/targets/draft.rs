//! A page and a catalog: what is drafted into the catalog leaves everything else in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xtask_pages::docs::{RowCode, read};
use xtask_pages::drift::draft::{Draft, draft};
use xtask_pages::drift::{Against, Lock};
use xtask_pages::edit::line_end;
use xtask_pages::outline::{EntryOutline, Outline};
use zoom_errors_codegen::{InputFile, SourceFile, Sources};
use zoom_errors_fuzz::parts;

fuzz_target!(|data: &[u8]| {
    let [catalog, page] = parts(data)[..] else {
        return;
    };
    let (Ok(catalog), Ok(page)) = (std::str::from_utf8(catalog), std::str::from_utf8(page)) else {
        return;
    };
    let Ok(page) = read(page, None) else {
        return;
    };
    // The way in that the command takes.
    let mut sources = Sources::default();
    let input = InputFile::new("catalogs/lamp.yaml", catalog);
    let Ok((file, old)) = Outline::load(input, &mut sources) else {
        return;
    };
    let catalog = sources.file(file);
    let lock = Lock::default();
    let source = old
        .sources
        .last()
        .expect("a catalog has sources")
        .id
        .clone();
    let against = Against::new(&old, &source, &lock);
    let Ok(drafted) = draft(&page, catalog, &against, true) else {
        return;
    };
    let written = SourceFile::new("catalogs/lamp.yaml", drafted.text.as_str());
    let new = Outline::read(&written, 0).expect("a draft is a catalog");
    entries_stay(&old, &new);
    for row in &page.rows {
        if let RowCode::Code(code) = row.code {
            assert!(new.entry(code).is_some(), "{code} was not drafted");
        }
    }
    if only_adds(catalog.text(), &drafted) {
        lines_stay(catalog.text(), &drafted.text);
    }
    // There is nothing more to add.
    let against = Against::new(&new, &source, &lock);
    let again = draft(&page, &written, &against, true).expect("a draft can be drafted into");
    let again = Outline::read(&SourceFile::new("again", again.text), 0).expect("it is a catalog");
    assert_eq!(again.entries.len(), new.entries.len());
});

/// Whether no line of the catalog was to change.
fn only_adds(catalog: &str, drafted: &Draft) -> bool {
    let changes = ["the name,", "the number,"];
    let changed = |written: &String| changes.iter().any(|change| written.contains(change));
    // An empty list loses its brackets when it is filled.
    !drafted.written.iter().any(changed) && !catalog.contains("[]")
}

/// The old entries are there, in their order, with what they had.
fn entries_stay(old: &Outline, new: &Outline) {
    let mut rest = new.entries.iter();
    for entry in &old.entries {
        let same = |other: &&EntryOutline| {
            other.category.as_ref().map(|id| &id.value)
                == entry.category.as_ref().map(|id| &id.value)
                && other.aliases == entry.aliases
                && other.source == entry.source
                && other.reasons.len() >= entry.reasons.len()
                && (other.code.value == entry.code.value
                    || other.name.as_ref().map(|name| &name.value)
                        == entry.name.as_ref().map(|name| &name.value))
        };
        assert!(rest.any(|other| same(&other)), "{entry:?} is lost");
    }
}

/// What is left without the drafted lines is the catalog.
fn lines_stay(catalog: &str, drafted: &str) {
    let end = line_end(catalog);
    let whole = match catalog.ends_with('\n') {
        true => catalog.to_owned(),
        false => format!("{catalog}{end}"),
    };
    let mut new = drafted.split_inclusive('\n').peekable();
    // The draft ends as the catalog does where nothing stands behind the last line.
    let same = |new: &str, old: &str| new == old || new == old.trim_end_matches(['\r', '\n']);
    for old in whole.split_inclusive('\n') {
        assert!(
            new.any(|new| same(new, old)),
            "{old:?} is lost in\n{drafted}"
        );
    }
}
