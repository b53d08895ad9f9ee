//! Where differences stand in a package, as people and as tools are shown it.

use std::collections::HashMap;
use std::path::Path;

use xtask_sdk::{Difference, Package, Place};
use zoom_errors_codegen::{SourceFile, Sources, Span};

/// How long a line may be to be shown, in bytes: a bundle is a single one.
const LONGEST_LINE: usize = 400;

/// How much of a bundle is shown, in characters.
const EXCERPT: usize = 160;

/// The files of a package, each of which becomes a source when it is pointed at.
pub(super) struct Places<'a> {
    folder: &'a Path,
    package: &'a Package,
    sources: HashMap<usize, usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(folder: &'a Path, package: &'a Package) -> Self {
        Self {
            folder,
            package,
            sources: HashMap::new(),
        }
    }

    /// The place in its whole file.
    pub(super) fn whole(&mut self, difference: &Difference, sources: &mut Sources) -> Option<Span> {
        let Place { file, start, end } = difference.at?;
        let content = self.package.files.get(file)?;
        let shown = self.folder.join(&content.name).display().to_string();
        let source = self.sources.entry(file);
        let source =
            source.or_insert_with(|| sources.add(SourceFile::new(shown, content.text.as_str())));
        Some(Span {
            file: *source,
            start,
            end,
        })
    }

    /// The place in its file, or in a piece of it where the line is longer than people read.
    pub(super) fn shown(&mut self, difference: &Difference, sources: &mut Sources) -> Option<Span> {
        let whole = self.whole(difference, sources)?;
        let file = sources.file(whole.file);
        let position = file.position(whole.start);
        if file.lines(position.line, position.line).len() <= LONGEST_LINE {
            return Some(whole);
        }
        let text = file.text().get(whole.start..whole.end)?;
        let text: String = text.chars().take(EXCERPT).collect();
        let name = format!(
            "{}, line {}, column {}",
            file.name(),
            position.line,
            position.column
        );
        let end = text.len();
        let file = sources.add(SourceFile::new(name, text));
        Some(Span {
            file,
            start: 0,
            end,
        })
    }
}
