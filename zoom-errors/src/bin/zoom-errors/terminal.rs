//! Where output goes: how wide it is and whether it takes colours.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter};

/// Prose is wrapped here where nobody says how wide the paper is.
const DEFAULT_WIDTH: usize = 80;
/// Prose wider than this is hard to read, however wide the terminal is.
const WIDEST: usize = 100;
/// Narrower than this, indents leave no room for words.
const NARROWEST: usize = 16;

/// Standard output, buffered.
pub(crate) struct Output {
    writer: BufWriter<StdoutLock<'static>>,
    terminal: bool,
    /// What `COLUMNS` says, or else the terminal.
    columns: Option<usize>,
    paint: Paint,
}

impl Output {
    pub(crate) fn standard() -> Self {
        let stdout = io::stdout();
        let asked = std::env::var("COLUMNS")
            .ok()
            .and_then(|text| text.trim().parse().ok())
            .filter(|columns| *columns > 0);
        let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let paint = match anstream::AutoStream::choice(&stdout) {
            anstream::ColorChoice::Never => Paint::NONE,
            _ => Paint::COLOURS,
        };
        Self {
            terminal: stdout.is_terminal(),
            columns: asked.or_else(seen),
            paint,
            writer: BufWriter::new(stdout.lock()),
        }
    }

    /// The width for prose.
    pub(crate) fn prose(&self) -> usize {
        let columns = self.columns.unwrap_or(DEFAULT_WIDTH);
        columns.clamp(NARROWEST, WIDEST)
    }

    /// The width for a table; none if each row has to stay on its line for `grep` and `awk`.
    pub(crate) fn table(&self) -> Option<usize> {
        self.terminal
            .then_some(self.columns)
            .flatten()
            .map(|columns| columns.max(NARROWEST))
    }

    pub(crate) fn paint(&self) -> Paint {
        self.paint
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes)
    }

    // The default would call `write` in a loop; a log has millions of short pieces.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.writer.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// How text is wrapped: at spaces only, so that addresses, names and calls stay whole, whatever
/// features of textwrap other packages of the build switch on.
pub(crate) fn wrapping<'a>(width: usize) -> Options<'a> {
    Options::new(width)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

/// The styles of the parts of an answer.
#[derive(Clone, Copy)]
pub(crate) struct Paint {
    /// The name of a failure.
    pub(crate) failure: Style,
    /// The name of a success.
    pub(crate) success: Style,
    /// A heading or a label.
    pub(crate) label: Style,
    /// What can be skipped.
    pub(crate) aside: Style,
}

impl Paint {
    pub(crate) const NONE: Paint = Paint {
        failure: Style::new(),
        success: Style::new(),
        label: Style::new(),
        aside: Style::new(),
    };
    const COLOURS: Paint = Paint {
        failure: AnsiColor::Red.on_default().bold(),
        success: AnsiColor::Green.on_default().bold(),
        label: AnsiColor::Cyan.on_default(),
        aside: Style::new().dimmed(),
    };

    /// The style of the name of a code.
    pub(crate) fn name(self, kind: zoom_errors::Kind) -> Style {
        if kind.is_failure() {
            self.failure
        } else {
            self.success
        }
    }
}
