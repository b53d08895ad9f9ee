//! A line for whoever waits at a terminal.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Does the work, which must print nothing; where it takes longer than a second, a line on a
/// terminal says so until it is done.
pub(crate) fn shown<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let terminal = std::io::stderr();
    match terminal.is_terminal() {
        true => told(what, Duration::from_secs(1), terminal, work),
        false => work(),
    }
}

fn told<T>(
    what: &str,
    every: Duration,
    mut terminal: impl Write + Send,
    work: impl FnOnce() -> T,
) -> T {
    let (working, done) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let begun = Instant::now();
            let mut width = 0;
            while done.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                let line = format!("{what}, {} s", begun.elapsed().as_secs());
                width = line.len();
                // It is only a courtesy.
                let _ = write!(terminal, "\r{line}").and_then(|()| terminal.flush());
            }
            if width > 0 {
                let _ = write!(terminal, "\r{:width$}\r", "");
            }
        });
        let outcome = work();
        drop(working);
        outcome
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::Sender;

    /// Hands on what is written.
    struct Terminal(Sender<Vec<u8>>);

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let _ = self.0.send(bytes.to_vec());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_line_stands_while_the_work_goes_on_and_is_gone_after_it() {
        let (written, shown) = channel();
        let mut screen = Vec::new();
        let outcome = told("rendering", Duration::ZERO, Terminal(written), || {
            while !screen.ends_with(b"rendering, 0 s") {
                screen.extend(shown.recv().unwrap());
            }
            7
        });
        screen.extend(shown.iter().flatten());
        assert_eq!(outcome, 7);
        let wiped = format!("\r{}\r", " ".repeat("rendering, 0 s".len()));
        assert!(screen.ends_with(wiped.as_bytes()), "{screen:?}");
    }
}
