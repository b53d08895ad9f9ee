use serde_json::Value;
use snapbox::{file, str};

use super::zoom_errors;

/// What lies in a log: good lines, broken lines, other lines.
const LOG: &str = r#"{"level":"info","message":"listening","port":8080}
{"method":"join","status":false,"result":null,"errorCode":3712,"errorMessage":"Signature is invalid."}
[12:00:01] a line that is no JSON
{"level":"error","err":{"type":"INVALID_OPERATION","reason":"duplicated","errorCode":5012}}
{"code":429,"message":"You have reached the maximum daily
{"code":1001,"message":"User does not exist: 7."}
{"method":"join","status":true,"result":null,"errorCode":0}
"#;

pub(crate) fn decode(args: &[&str], input: impl AsRef<[u8]>) -> snapbox::cmd::OutputAssert {
    zoom_errors()
        .arg("decode")
        .args(args)
        .stdin(input.as_ref())
        .assert()
}

pub(crate) fn text(args: &[&str], input: impl AsRef<[u8]>) -> String {
    let output = decode(args, input).get_output().stdout.clone();
    String::from_utf8(output).unwrap()
}

/// One JSON object for each line that has a failure.
pub(crate) fn failures(input: impl AsRef<[u8]>) -> Vec<Value> {
    let output = text(&["--format", "json"], input);
    let lines = output.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Line number, code and the names of all its meanings.
fn found(input: impl AsRef<[u8]>) -> Vec<(u64, i64, Vec<String>)> {
    let brief = |failure: Value| {
        let line = failure["line"].as_u64().unwrap();
        let code = failure["code"].as_i64().unwrap();
        (line, code, meanings(&failure))
    };
    failures(input).into_iter().map(brief).collect()
}

pub(crate) fn names(input: impl AsRef<[u8]>) -> Vec<String> {
    failures(input).iter().flat_map(meanings).collect()
}

fn meanings(failure: &Value) -> Vec<String> {
    let meanings = failure["meanings"].as_array().unwrap().iter();
    let name = |meaning: &Value| {
        let name = meaning["name"].as_str().unwrap_or("unlisted");
        format!("{}/{name}", meaning["product"].as_str().unwrap())
    };
    meanings.map(name).collect()
}

#[test]
fn each_failure_is_explained_in_a_line() {
    decode(&[], LOG)
        .success()
        .stderr_eq(str![])
        .stdout_eq(file!["snapshots/decode.txt"]);
}

#[test]
fn annotate_keeps_every_line_and_explains_below() {
    decode(&["--annotate"], LOG)
        .success()
        .stdout_eq(file!["snapshots/decode_annotate.txt"]);
}

#[test]
fn the_json_form_is_stable() {
    decode(&["--format", "json"], LOG)
        .success()
        .stdout_eq(file!["snapshots/decode.jsonl"]);
}

/// Loggers wrap the failure, put text before it or escape it into a string.
#[test]
fn a_failure_is_found_where_loggers_put_it() {
    for line in [
        r#"{"a":[{"b":{"errorCode":3712,"method":"join"}}]}"#,
        r#"12:00 ERROR [id={1}] {join} {"errorCode":3712,"method":"join"} trailing"#,
        r#"{"log":"{\"errorCode\":3712,\"method\":\"join\"}\n","stream":"stdout"}"#,
        r#"{"code":4711000,"message":"outer","inner":{"errorCode":3712,"method":"join"}}"#,
        r#"{"errorCode":3712,"method":"join","inner":{"errorCode":3004,"method":"join"}}"#,
        r#"{"done":{"errorCode":3712,"method":"join"},"cut off":"#,
        r#"{"log":"12:00 ERROR {\"errorCode\":3712,\"method\":\"join\"} x\n","stream":"stdout"}"#,
        r#"{"a":{"b":{"c":{"d":{"e":1}}}}} {"a":{"f":{}}} {"errorCode":3712,"method":"join"}"#,
        r#"{"errorCode":4711000,"method":"a","b":[{"errorCode":3712,"method":"join"},{"errorCode":3004,"method":"join"}]}"#,
        "\u{feff}{\"errorCode\":3712,\"method\":\"join\"}\r\n",
    ] {
        let found = names(line);
        assert!(
            found.contains(&"meeting_sdk_web/SIGNATURE_INVALID".to_owned()),
            "{line}: {found:?}"
        );
    }
    let latin = b"{\"user\":\"Andr\xe9\",\"errorCode\":3712,\"method\":\"join\"}";
    assert_eq!(names(latin), ["meeting_sdk_web/SIGNATURE_INVALID"]);
}

#[test]
fn a_payload_over_several_lines_is_one_payload() {
    let object = "{\n  \"errorCode\": 3712,\n\n  \"errorMessage\": \"Signature is invalid. {\"\n}";
    let array = "[\n{\n\"errorCode\":3712,\n\"method\":\"join\"\n}\n]\n";
    let signature = vec!["meeting_sdk_web/SIGNATURE_INVALID".to_owned()];
    assert_eq!(found(object), [(2, 3712, signature.clone())]);
    assert_eq!(found(array), [(3, 3712, signature)]);
    let annotated = text(&["--annotate"], object);
    assert!(annotated.starts_with(&format!("{object}\n  ^ line 2: SIGNATURE_INVALID (3712)")));
}

/// An opened bracket that is never closed costs nothing but itself.
#[test]
fn a_broken_payload_over_several_lines_takes_no_others_with_it() {
    let failure = r#"{"errorCode":3712,"method":"join"}"#;
    for broken in [
        "{",
        "[",
        "{\"a\":",
        "{\n  \"a\": \"no end\n",
        "{\n  \"a\": 1,\n",
    ] {
        let log = format!("{failure}\n{broken}\n{failure}\n  {failure}\n{failure}\n");
        let before = 1 + broken.split('\n').count() as u64;
        let lines: Vec<u64> = found(&log).into_iter().map(|(line, ..)| line).collect();
        assert_eq!(lines, [1, before + 1, before + 2, before + 3], "{log}");
    }
}

/// 1 MiB is decoded, a byte more is not; either way the next line is.
#[test]
fn a_line_of_more_than_a_mebibyte_is_passed_over_with_a_note() {
    let failure = r#"{"errorCode":3712,"method":"join"}"#;
    let line = |length: usize| format!("{failure}{}\n", " ".repeat(length - failure.len() - 1));
    let fits = format!("{}{failure}\n", line(1 << 20));
    decode(&[], &fits).success().stderr_eq(str![]);
    assert_eq!(found(&fits).len(), 2);
    let long = format!("{}{failure}\n", line((1 << 20) + 1));
    decode(&[], &long).success().stderr_eq(str![[r#"
note: lines longer than 1 MiB, not decoded: 1

"#]]);
    assert_eq!(
        found(&long),
        [(
            2,
            3712,
            vec!["meeting_sdk_web/SIGNATURE_INVALID".to_owned()]
        )]
    );
    assert!(text(&["--annotate"], &long).starts_with(&long));
    // What is open before it is no long line, and is read.
    let open = format!("{{\n \"errorCode\": 3712,\n{}\n", "x".repeat(2 << 20));
    decode(&[], &open).success().stderr_eq(str![[r#"
note: lines longer than 1 MiB, not decoded: 1

"#]]);
    assert_eq!(found(&open).len(), 1);
}

/// Whatever bytes go in come out again, in their order.
#[test]
fn annotate_changes_no_byte_of_the_input() {
    let failure = r#"{"errorCode":3712,"method":"join"}"#.as_bytes();
    let long = vec![b'x'; (3 << 20) + 5];
    let parts: [&[u8]; 12] = [
        b"\xff\xfe\x00 no text at all\n",
        failure,
        b"\r\n\n\n",
        b"{\n  \"a\": [\n  ",
        failure,
        b"\nno more\n",
        b"{\n  \"a\": [\n",
        &long,
        b"\n\"}\n",
        failure,
        b"\n  }}}]\x1b[31m\n{{{{",
        b"[[[\n",
    ];
    let input = parts.concat();
    let output = decode(&["--annotate"], &input).get_output().stdout.clone();
    let kept: Vec<&[u8]> = output
        .split_inclusive(|byte| *byte == b'\n')
        .filter(|line| !line.starts_with(b"  ^ "))
        .collect();
    assert!(kept.concat() == input);
    assert_eq!(
        output
            .windows(9)
            .filter(|part| part == b"SIGNATURE")
            .count(),
        3
    );
}

/// Deeper than any parser's stack, and JSON in strings in strings.
#[test]
fn nesting_without_end_stops_nothing() {
    let deep = "[".repeat(1 << 20);
    let mut string = r#"{"errorCode":1}"#.to_owned();
    for _ in 0..10 {
        string = format!("{{\"a\":{}}}", Value::String(string));
    }
    let log = format!("{deep}\n{string}\n{{\"errorCode\":3712,\"method\":\"join\"}}\n");
    let found = found(&log);
    assert_eq!(
        found.last().map(|(_, code, _)| *code),
        Some(3712),
        "{found:?}"
    );
}

#[test]
fn a_file_is_read_by_name_and_a_missing_one_named() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_decode.log");
    std::fs::write(&path, LOG).unwrap();
    let path = path.to_str().unwrap();
    decode(&[path], "")
        .success()
        .stdout_eq(file!["snapshots/decode.txt"]);
    decode(&["-"], LOG)
        .success()
        .stdout_eq(file!["snapshots/decode.txt"]);
    decode(&["no/such/file"], "")
        .code(2)
        .stdout_eq(str![])
        .stderr_eq(str![[r#"
error: no/such/file: [..]

"#]]);
    decode(&["."], "").code(2).stdout_eq(str![]);
}

/// PowerShell redirects output so.
#[test]
fn utf_16_is_read() {
    let failure = r#"{"method":"join","errorCode":3712}"#;
    let log = format!("\u{feff}listening\r\n{failure}\r\n");
    let little: Vec<u8> = log.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = log.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for input in [little, big] {
        let signature = vec!["meeting_sdk_web/SIGNATURE_INVALID".to_owned()];
        assert_eq!(found(input), [(2, 3712, signature)]);
    }
}

/// Whoever sees nothing learns that the input was read, and what was looked for.
#[test]
fn nothing_is_never_silent() {
    let output = decode(&[], "listening\nready\n").code(1).stdout_eq(str![]);
    let said = String::from_utf8(output.get_output().stderr.clone()).unwrap();
    assert!(
        said.starts_with("note: no failure of Zoom in 2 lines."),
        "{said}"
    );
    assert!(said.contains("errorCode"), "{said}");
}

/// A blank line inside of an object or above the body of an answer parts nothing; what changes colours
/// joins nothing.
#[test]
fn records_end_where_they_end() {
    let object = "join failed {\n  method: 'join',\n\n  errorCode: 3712\n}\n";
    assert!(text(&["--annotate"], object).starts_with(&format!("{object}  ^ line 4")));
    let answer = "HTTP/1.1 404 Not Found\nServer: x\n\n{\"code\":3001,\"message\":\"Meeting does not exist: 1.\"}\n";
    assert!(text(&["--annotate"], answer).starts_with(answer));
    let coloured = "\u{1b}[31merrorCode: 3712\u{1b}[0m method: join\n".repeat(2);
    let lines: Vec<u64> = found(coloured).into_iter().map(|(line, ..)| line).collect();
    assert_eq!(lines, [1, 2]);
}

/// All that a line tells, and what a dump prints twice once.
#[test]
fn several_failures_are_all_told_each_once() {
    let two = r#"{"code":124,"message":"Invalid access token."} {"code":3001,"message":"Meeting does not exist: 1."}"#;
    let codes: Vec<i64> = found(two).into_iter().map(|(_, code, _)| code).collect();
    assert_eq!(codes, [124, 3001]);
    let dump = "{method: \"join\", errorCode: 3712}\nerrorCode: 3712\nmethod: \"join\"\n";
    assert_eq!(found(dump).len(), 1);
}
