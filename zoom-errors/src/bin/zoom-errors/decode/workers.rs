//! Several threads that explain chunks; what they say comes out in the order of the log.
//!
//! Chunks are dealt in turn, so the next one's words always come from the next thread. All channels
//! are short, so whoever is ahead waits and memory stays the same.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::cut::{Chunk, Chunks, Count};
use super::report::Style;
use super::tell::{Told, tell};
use crate::Failure;

/// How much a thread says at once.
const PIECE: usize = 64 << 10;
/// How many chunks or pieces wait for each thread or from it.
const WAITING: usize = 2;

enum Said {
    Piece(Vec<u8>),
    End(Told),
}

/// Explains all chunks with so many threads; gives what was told, and what was read if that worked.
pub(super) fn run(
    chunks: Chunks,
    threads: usize,
    style: Style<'_>,
    out: &mut impl Write,
) -> Result<(Told, io::Result<Count>), Failure> {
    thread::scope(|scope| {
        let (mut hands, mut mouths) = (Vec::new(), Vec::new());
        for _ in 0..threads.max(1) {
            let (hand, dealt) = sync_channel(WAITING);
            let (said, mouth) = sync_channel(WAITING);
            hands.push(hand);
            mouths.push(mouth);
            scope.spawn(move || work(&dealt, said, style));
        }
        let reader = scope.spawn(move || deal(chunks, &hands));
        // When this fails, the ends of the channels tell everybody to stop.
        let told = print(&mouths, out)?;
        let read = reader
            .join()
            .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()));
        Ok((told, read))
    })
}

/// Deals chunks in turn, until there are none or nobody takes them.
fn deal(mut chunks: Chunks, hands: &[SyncSender<Chunk>]) -> io::Result<Count> {
    for hand in hands.iter().cycle() {
        let Some(chunk) = chunks.next()? else { break };
        if hand.send(chunk).is_err() {
            break;
        }
    }
    Ok(chunks.count())
}

/// Explains chunks, until there are none or nobody listens.
fn work(dealt: &Receiver<Chunk>, said: SyncSender<Said>, style: Style<'_>) {
    let mut pieces = Pieces {
        piece: Vec::new(),
        said,
    };
    for chunk in dealt {
        let Ok(told) = tell(&chunk, style, &mut pieces) else {
            return;
        };
        if pieces.flush().is_err() || pieces.said.send(Said::End(told)).is_err() {
            return;
        }
    }
}

/// Prints what is said about one chunk after the other.
fn print(mouths: &[Receiver<Said>], out: &mut impl Write) -> Result<Told, Failure> {
    let mut all = Told::default();
    for mouth in mouths.iter().cycle() {
        loop {
            match mouth.recv() {
                Ok(Said::Piece(piece)) => out.write_all(&piece)?,
                Ok(Said::End(told)) => {
                    all.add(told);
                    break;
                }
                // No chunk came, so none comes after it.
                Err(_) => return Ok(all),
            }
        }
    }
    Ok(all)
}

/// Sends what is written in pieces.
struct Pieces {
    piece: Vec<u8>,
    said: SyncSender<Said>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::take(&mut self.piece);
        let closed = |_| io::ErrorKind::BrokenPipe.into();
        self.said.send(Said::Piece(piece)).map_err(closed)
    }
}
