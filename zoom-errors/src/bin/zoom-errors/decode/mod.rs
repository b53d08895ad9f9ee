//! `zoom-errors decode`
//!
//! A log is cut into chunks where no record goes on, and each is explained by itself: what comes
//! through a pipe at once, a file by several threads.

mod cut;
mod input;
mod report;
mod tell;
#[cfg(test)]
mod tests;
mod workers;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use self::cut::{Chunks, Count};
use self::input::Input;
use self::report::Style;
use self::tell::{Told, tell};
use crate::args::Decode;
use crate::terminal::Output;
use crate::{Failure, Outcome};

/// How much is read at once.
const BLOCK: usize = 256 << 10;

pub(crate) fn run(args: &Decode, out: &mut Output) -> Result<Outcome, Failure> {
    let source = Source::open(args.file.as_deref())?;
    let style = Style {
        format: args.format,
        annotate: args.annotate,
        call: args.call.as_ref(),
        paint: out.paint(),
    };
    let chunks = Chunks::new(Input::new(source.bytes, BLOCK), source.threads.is_none());
    let (told, read) = match source.threads {
        Some(threads) if threads > 1 => workers::run(chunks, threads, style, out)?,
        _ => one_by_one(chunks, style, out)?,
    };
    let count = read.map_err(|error| broken(&source.name, &error))?;
    notes(told, count);
    Ok(Outcome::found(told.listed))
}

struct Source {
    bytes: Box<dyn Read + Send>,
    name: String,
    /// How many threads are worth it; none for what may still be growing.
    threads: Option<usize>,
}

impl Source {
    fn open(file: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = file.filter(|path| *path != Path::new("-")) else {
            return Ok(Self {
                bytes: Box::new(io::stdin()),
                name: "standard input".to_owned(),
                threads: None,
            });
        };
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| broken(&name, &error))?;
        let whole = file.metadata().ok().filter(|file| file.is_file());
        Ok(Self {
            bytes: Box::new(file),
            name,
            threads: whole.map(|file| threads(file.len())),
        })
    }
}

/// As many as there are processors, and blocks for them.
fn threads(length: u64) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, |number| number.get());
    let blocks = usize::try_from(length / BLOCK as u64).unwrap_or(usize::MAX);
    processors.min(blocks)
}

fn broken(name: &str, error: &io::Error) -> Failure {
    Failure::Broken(format!("{name}: {error}"))
}

/// Explains chunk by chunk, and shows what is known before waiting for more.
fn one_by_one(
    mut chunks: Chunks,
    style: Style<'_>,
    out: &mut impl Write,
) -> Result<(Told, io::Result<Count>), Failure> {
    let mut all = Told::default();
    let read = loop {
        match chunks.next() {
            Ok(Some(chunk)) => all.add(tell(&chunk, style, out)?),
            Ok(None) => break Ok(chunks.count()),
            Err(error) => break Err(error),
        }
        out.flush()?;
    };
    Ok((all, read))
}

/// What somebody has to know who sees nothing, or not all. Only notes: standard error may be closed.
fn notes(told: Told, count: Count) {
    let too_long = told.too_long + count.too_long;
    if too_long > 0 {
        let _ = writeln!(
            io::stderr(),
            "note: lines longer than 1 MiB, not decoded: {too_long}"
        );
    }
    if !told.any {
        let lines = count.lines();
        let _ = writeln!(
            io::stderr(),
            "note: no failure of Zoom in {lines} line{}. Looked for codes beside names such as \
             `errorCode` and `code`, for constants of the SDKs and for documented messages; a number \
             counts only with something of Zoom's beside it. `zoom-errors explain` takes any number.",
            if lines == 1 { "" } else { "s" },
        );
    }
}
