//! What is read out of running text.

use crate::docs::prose::{Constant, Methods};
use crate::folding::{fold, shorten};

#[test]
fn folding() {
    for (text, expected) in [
        ("", ""),
        ("  a \t b\r\n c ", "a b c"),
        ("a\u{a0}b", "a b"),
        ("a\u{200b}b\u{ad}c\u{feff}", "abc"),
        ("\u{202e}a", "a"),
        ("a\u{0}b", "a b"),
    ] {
        assert_eq!(fold(text), expected, "{text:?}");
    }
}

#[test]
fn shortening_keeps_characters_whole() {
    assert_eq!(shorten("äöü", 3), "äöü");
    assert_eq!(shorten("äöüß", 2), "äö…");
}

#[test]
fn constants() {
    let leading = |text| Constant::leading(text).map(|c| (c.name, c.rest, c.glued));
    for (text, expected) in [
        ("SOME_NAME", Some(("SOME_NAME", "", false))),
        ("SOME_NAME - text", Some(("SOME_NAME", " - text", false))),
        ("SOME_NAME- text", Some(("SOME_NAME", "- text", false))),
        ("SOME_NAMEOccurs", Some(("SOME_NAME", "Occurs", true))),
        ("FAIL", Some(("FAIL", "", false))),
        ("Fail", None),
        ("JWTs expire", None),
        ("A", None),
        ("3D_MODEL", None),
        ("_NAME", None),
        ("NAMEß", None),
        ("", None),
    ] {
        assert_eq!(leading(text), expected, "{text:?}");
    }
}

#[test]
fn methods() {
    for (text, expected) in [
        (
            "Comes from lamp.turnOn and from lamp.turnOff.",
            vec!["lamp.turnOn", "lamp.turnOff"],
        ),
        (
            "Call `client.join()` again, then client.join.",
            vec!["client.join"],
        ),
        (
            "In stream.getController.clear it fails",
            vec!["stream.getController.clear"],
        ),
        (
            "ZoomMtg.join, Client.init/client.leave",
            vec!["ZoomMtg.join", "Client.init", "client.leave"],
        ),
        (
            "See api.zoom.us, https://a.example.dev/x.y or me@mail.host",
            vec![],
        ),
        (
            "e.g. the session.The end, i.e. version 1.2.3 of Node.js",
            vec![],
        ),
        ("The field user_info.email and the file config.yaml", vec![]),
        ("a.b x..yy .foo foo.", vec![]),
    ] {
        let found = Methods::in_text(text);
        assert_eq!(
            (found.names, found.notes),
            (expected.iter().map(ToString::to_string).collect(), vec![]),
            "{text:?}"
        );
    }
}

#[test]
fn methods_that_are_not_certain() {
    let run_on = Methods::in_text("Occurs in chat.sendFilemethod because it is large.");
    assert_eq!(run_on.names, ["chat.sendFile"]);
    assert_eq!(
        run_on.notes,
        ["`chat.sendFilemethod` was read as `chat.sendFile`"]
    );
    let unnamed = Methods::in_text("Occurs in room.open or other methods");
    assert_eq!(unnamed.names, ["room.open"]);
    assert_eq!(
        unnamed.notes,
        ["the page speaks of other methods without naming them"]
    );
}
