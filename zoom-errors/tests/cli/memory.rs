//! What a log costs does not depend on its length.

use std::io::Write;
use std::process::Stdio;

use super::process;

/// Peak memory of a process so far, in KiB, without the pages of the program's own file, of which a
/// debug build has more or less at a time.
fn peak(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let field = |name: &str| -> u64 {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    field("VmHWM:") - field("RssFile:")
}

/// Feeds 16 MiB of the same bytes and gives the peak before the input ends, in KiB.
fn peak_after(piece: &str) -> u64 {
    let mut child = process(&["decode"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let block = piece.repeat((1 << 20) / piece.len());
    // Only the pieces that begin with a blank go on from this line.
    stdin.write_all(b"[\n").unwrap();
    for _ in 0..10 {
        // All but what the pipe holds has been read when this returns.
        stdin.write_all(block.as_bytes()).unwrap();
    }
    let peak = peak(child.id());
    drop(stdin);
    child.wait().unwrap();
    peak
}

/// Whoever kept the input would need 10 and more.
#[test]
fn memory_stays_below_7_mib_whatever_comes() {
    let padding = "x".repeat(2000);
    let pieces = [
        (
            "lines",
            format!("{{\"errorCode\":3712,\"method\":\"join\",\"a\":\"{padding}\"}}\n"),
        ),
        ("one line", padding.clone()),
        ("one line of brackets", "{\"a\":[".to_owned()),
        (
            "payloads without an end",
            format!("{{\n  \"a\": \"{padding}\",\n"),
        ),
        ("one payload without an end", format!("  \"{padding}\",\n")),
    ];
    std::thread::scope(|scope| {
        for (what, piece) in &pieces {
            scope.spawn(move || {
                let peak = peak_after(piece);
                assert!(peak < 7 << 10, "{what}: {peak} KiB");
            });
        }
    });
}
