//! Source files and places in them.

/// One input file: its name as shown to people, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    name: String,
    text: String,
    /// Byte offset at which each line starts.
    lines: Vec<usize>,
}

impl SourceFile {
    /// A file with the given display name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self {
            name: name.into(),
            text,
            lines,
        }
    }

    /// The name under which problems mention this file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file's name without folder and extension: `video_sdk_web` for `catalogs/video_sdk_web.yaml`.
    pub fn stem(&self) -> &str {
        let base = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        base.rsplit_once('.').map_or(base, |(stem, _)| stem)
    }

    /// The folder under `catalogs/` that the file stands in: `rest` for `catalogs/rest/users.yaml`.
    pub fn folder(&self) -> Option<&str> {
        // A file of a revision is named `v0.1.0:catalogs/rest/users.yaml`.
        let mut parts = self.name.rsplit(['/', '\\', ':']).skip(1);
        let folder = parts.next().filter(|folder| *folder != "catalogs")?;
        (parts.next() == Some("catalogs")).then_some(folder)
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the lines from `first` to `last`, counted from 1, as far as they exist.
    pub fn lines(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let start_of = |line: usize| match self.lines.get(line.saturating_sub(1)) {
            Some(start) => *start,
            None => self.text.len(),
        };
        let start = start_of(first.min(self.lines.len()));
        start..start_of(last + 1).max(start)
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char(&self.text, offset);
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = self.lines[line.saturating_sub(1)];
        Position {
            line,
            column: self.text[start..offset].chars().count() + 1,
        }
    }
}

/// The last offset not beyond `offset` at which a character begins.
pub fn floor_char(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A place in one of the files of a [`Sources`]: a half-open byte range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Index of the file.
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// A value together with the place it was read from.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// All files of one run, addressed by [`Span::file`].
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and returns its index.
    pub fn add(&mut self, file: SourceFile) -> usize {
        self.files.push(file);
        self.files.len() - 1
    }

    /// The file with this index.
    ///
    /// # Panics
    /// If the index did not come from [`Sources::add`] of the same value.
    pub fn file(&self, index: usize) -> &SourceFile {
        &self.files[index]
    }

    /// The files in the order they were added.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &SourceFile> {
        self.files.iter()
    }
}
