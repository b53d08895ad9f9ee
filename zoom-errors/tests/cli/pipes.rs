//! Pipes that close, that wait and that are no terminals.

use std::io::{BufRead, BufReader, Read, Write};
use std::sync::mpsc;
use std::time::Duration;

use super::{process, zoom_errors};

const FAILURE: &str = "{\"errorCode\":3712,\"method\":\"join\"}\n";

/// `zoom-errors … | head -c 10`, with more output than a pipe holds.
#[test]
fn a_closed_pipe_ends_every_command_quietly() {
    for args in [
        ["list", "--format", "json"].as_slice(),
        &["completions", "zsh"],
        &["explain", "3004"],
        &["list", "--help"],
    ] {
        let mut child = process(args).spawn().unwrap();
        // Closed before a byte is read.
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
}

/// `endless-log | zoom-errors decode | head -n 1`
#[test]
fn a_closed_pipe_ends_an_endless_log_quietly() {
    for args in [
        ["decode", "--format", "text"],
        ["decode", "--annotate", "-"],
    ] {
        let mut child = process(&args).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdin.write_all(FAILURE.as_bytes()).unwrap();
        stdout.read_line(&mut line).unwrap();
        drop(stdout);
        // Only the command's own end can end this.
        while stdin.write_all(FAILURE.as_bytes()).is_ok() {}
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
}

/// `tail -f log | zoom-errors decode`: a failure is shown when it comes, not when the log ends.
#[test]
fn a_growing_log_is_explained_as_it_grows() {
    let mut child = process(&["decode"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let (send, receive) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut line = String::new();
        while stdout.read_line(&mut line).unwrap() > 0 {
            send.send(std::mem::take(&mut line)).unwrap();
        }
    });
    for number in [1, 3, 5] {
        // The beginning of the next line must not hold back what is known.
        stdin.write_all(FAILURE.as_bytes()).unwrap();
        stdin.write_all(b"{\"half\":").unwrap();
        // The limit only keeps a failing test from hanging.
        let line = receive.recv_timeout(Duration::from_secs(60)).unwrap();
        let expected = format!("line {number}: SIGNATURE_INVALID");
        assert!(line.starts_with(&expected), "{line}");
        stdin.write_all(b"0}\n").unwrap();
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
    reader.join().unwrap();
}

/// Neither a pipe nor a file gets colours, unless they are asked for.
#[test]
fn colours_need_a_terminal_or_a_request() {
    let coloured = |variable: Option<(&str, &str)>| {
        let mut command = zoom_errors().args(["explain", "3712"]).env("TERM", "xterm");
        if let Some((name, value)) = variable {
            command = command.env(name, value);
        }
        let output = command.assert().success().get_output().stdout.clone();
        output.contains(&0x1b)
    };
    assert!(!coloured(None));
    assert!(coloured(Some(("CLICOLOR_FORCE", "1"))));
    assert!(!coloured(Some(("NO_COLOR", "1"))));
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let assert = zoom_errors()
            .args(["completions", shell])
            .assert()
            .success();
        let script = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
        for word in ["zoom-errors", "decode", "annotate"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        // The others complete no values.
        let values = ["bash", "fish", "zsh"].contains(&shell);
        for value in ["meeting_sdk_web", "SIGNATURE_INVALID", "3712", "-32001"] {
            assert_eq!(script.contains(value), values, "{shell}: {value}");
        }
    }
}

/// The script as bash runs it: commands, their options, and the values of these.
#[cfg(target_os = "linux")]
#[test]
fn bash_completes_behind_a_subcommand() {
    const PRESS_TAB: &str = r#"
        source /dev/stdin
        complete -p zoom-errors | grep -q -- '-F _zoom__errors ' || exit 3
        COMP_WORDS=(zoom-errors "$@")
        COMP_CWORD=$#
        _zoom__errors zoom-errors "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s ' "${COMPREPLY[@]}"
    "#;
    let script = zoom_errors()
        .args(["completions", "bash"])
        .output()
        .unwrap();
    let completed = |words: &[&str]| {
        let output = snapbox::cmd::Command::new("bash")
            .args(["-c", PRESS_TAB, "bash"])
            .args(words)
            .stdin(script.stdout.clone())
            .output()
            .unwrap();
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    assert_eq!(completed(&["dec"]), "decode");
    assert_eq!(completed(&["decode", "--an"]), "--annotate");
    assert_eq!(completed(&["list", "--kind", "d"]), "device disabled");
    assert_eq!(
        completed(&["explain", "SIGNATURE_INV"]),
        "SIGNATURE_INVALID"
    );
    assert_eq!(completed(&["SIGNATURE_INV"]), "SIGNATURE_INVALID");
    assert!(
        completed(&["explain", "371"])
            .split(' ')
            .any(|code| code == "3712")
    );
    assert_eq!(
        completed(&["explain", "3712", "--product", "rtms"]),
        "rtms_status rtms_stop_reason rtms_sdk rtms"
    );
}

/// A full disk is told, with the status of a command that could not do its work.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::File::create("/dev/full").unwrap();
    let mut child = process(&["list"]).stdout(full).spawn().unwrap();
    let mut message = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut message)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert!(message.starts_with("error: standard output: "), "{message}");
}
