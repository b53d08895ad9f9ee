//! The command at a real terminal.

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::process;
use snapbox::str;

/// What the command prints at a terminal that is so many columns wide.
fn at_terminal(columns: u16, args: &[&str], variables: &[(&str, &str)]) -> String {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let size = Winsize {
        ws_row: 24,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&terminal, size).unwrap();
    let name = ptsname(&terminal, Vec::new())
        .unwrap()
        .into_string()
        .unwrap();
    let screen = File::options().read(true).write(true).open(name).unwrap();
    let mut command = process(args);
    command
        .env("TERM", "xterm")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stdout(screen);
    let mut child = command.spawn().unwrap();
    // Else the terminal would stay open here.
    drop(command);
    let mut text = Vec::new();
    // Linux reports the end of a terminal as an error.
    let _ = File::from(terminal).read_to_end(&mut text);
    assert!(child.wait().unwrap().success());
    String::from_utf8(text).unwrap().replace("\r\n", "\n")
}

/// The text without its colours.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn a_terminal_gets_colours_and_its_own_width() {
    let text = at_terminal(60, &["explain", "AUTHRET_JWTTOKENWRONG"], &[]);
    assert!(text.contains("\u{1b}["), "{text}");
    let widths = |text: &str| plain(text).lines().map(str::len).max();
    assert!(widths(&text) <= Some(60), "{text}");
    assert!(widths(&at_terminal(90, &["explain", "AUTHRET_JWTTOKENWRONG"], &[])) > Some(80));
}

#[test]
fn a_terminal_wraps_the_list() {
    for columns in [60, 120] {
        let text = at_terminal(columns, &["list", "--kind", "timeout"], &[]);
        let widest = plain(&text).lines().map(str::len).max();
        assert!(widest <= Some(columns.into()), "{text}");
    }
}

/// Beside narrow columns the summary wraps; where there is no room for columns, lines are stacked.
#[test]
fn a_list_wraps_in_its_column_or_is_stacked() {
    let list = ["list", "--kind", "timeout", "--product", "video_sdk_web"];
    let of = |columns| plain(&at_terminal(columns, &list, &[]));
    snapbox::assert_data_eq!(
        of(60),
        str![[r#"
1 OPERATION_TIMEOUT
    video_sdk_web: The Zoom service did not answer an SDK
    operation in time.
- OPERATION_TIMEOUT
    video_sdk_web: A method's answer did not come within its
    time; for `startAudio` in 2.5.0 that is about 45
    seconds.

"#]]
    );
    snapbox::assert_data_eq!(
        of(80),
        str![[r#"
video_sdk_web  1  OPERATION_TIMEOUT  The Zoom service did not answer an SDK
                                     operation in time.
video_sdk_web  -  OPERATION_TIMEOUT  A method's answer did not come within its
                                     time; for `startAudio` in 2.5.0 that is
                                     about 45 seconds.

"#]]
    );
}

#[test]
fn no_color_takes_the_colours_and_nothing_else() {
    let coloured = at_terminal(60, &["explain", "AUTHRET_JWTTOKENWRONG"], &[]);
    let without = at_terminal(
        60,
        &["explain", "AUTHRET_JWTTOKENWRONG"],
        &[("NO_COLOR", "1")],
    );
    assert!(!without.contains('\u{1b}'), "{without}");
    assert_eq!(plain(&coloured), without);
}

#[test]
fn columns_outranks_the_terminal() {
    let asked = at_terminal(
        60,
        &["explain", "AUTHRET_JWTTOKENWRONG"],
        &[("COLUMNS", "40"), ("NO_COLOR", "1")],
    );
    let widest = asked.lines().map(str::len).max().unwrap();
    assert!((30..=40).contains(&widest), "{asked}");
}
