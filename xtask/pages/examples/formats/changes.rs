//! What Zoom may change on a page, and what has to be told of it.

use crate::lamp::{Column, Headings, Lamp, row};

pub(crate) struct Change {
    pub(crate) name: &'static str,
    pub(crate) make: fn(&mut Lamp),
    /// The findings, with the code concerned.
    pub(crate) tells: &'static [&'static str],
}

const fn change(name: &'static str, make: fn(&mut Lamp), tells: &'static [&'static str]) -> Change {
    Change { name, make, tells }
}

pub(crate) const CHANGES: [Change; 27] = [
    change("nothing", |_| {}, &[]),
    change(
        "a row added",
        |lamp| {
            lamp.sections[0]
                .rows
                .push(row("3005", "BULB_NEW", "It is new"));
        },
        &["code-added 3005"],
    ),
    change(
        "an item added",
        |lamp| {
            lamp.sections[1]
                .rows
                .push(row("5005", "CABLE_NEW", "It is new."));
        },
        &["code-added 5005"],
    ),
    change(
        "a row removed",
        |lamp| drop(lamp.sections[0].rows.remove(1)),
        &["code-gone 3002"],
    ),
    change(
        "an item removed",
        |lamp| drop(lamp.sections[1].rows.remove(2)),
        &["code-gone 5003"],
    ),
    change(
        "a constant renamed",
        |lamp| lamp.sections[0].rows[1].name = "BULB_WARM",
        &["code-renamed 3002"],
    ),
    change(
        "an item's constant renamed",
        |lamp| lamp.sections[1].rows[2].name = "CABLE_SOAKED",
        &["code-renamed 5003"],
    ),
    change(
        "a text reworded",
        |lamp| lamp.sections[0].rows[1].text = "The bulb glows",
        &["row-reworded 3002"],
    ),
    change(
        "an item reworded",
        |lamp| lamp.sections[1].rows[2].text = "Occurs when it snows.",
        &["row-reworded 5003"],
    ),
    change(
        "another solution",
        |lamp| lamp.sections[0].rows[1].solution = "Wait a while",
        &["row-reworded 3002"],
    ),
    change(
        "a number changed",
        |lamp| lamp.sections[0].rows[1].code = "3012",
        &["code-renumbered 3012"],
    ),
    change(
        "a code moved to another section",
        |lamp| {
            let moved = lamp.sections[1].rows.remove(3);
            lamp.sections[0].rows.push(crate::lamp::Row {
                solution: "",
                ..moved
            });
        },
        &["code-moved 5004"],
    ),
    change(
        "a code listed twice",
        |lamp| {
            let mut twice = lamp.sections[0].rows[1].clone();
            twice.name = "BULB_WARM";
            lamp.sections[0].rows.push(twice);
        },
        &["listed-twice 3002"],
    ),
    change(
        "a cause added",
        |lamp| {
            lamp.sections[1].rows[1]
                .reasons
                .push("3 - Mouse in the wall");
        },
        &["reason-added 5002"],
    ),
    change(
        "a cause removed",
        |lamp| lamp.sections[1].rows[1].reasons.truncate(1),
        &["reason-gone 5002"],
    ),
    change(
        "the body's message changed",
        |lamp| {
            lamp.example = "{\n  \"code\": 300,\n  \"message\": \"The lamp failed for good.\"\n}";
        },
        &["reason-reworded 300"],
    ),
    change(
        "a range changed",
        |lamp| lamp.ranges[0] = ("3000-4999", "Bulbs"),
        &["code-added 3000-4999", "code-gone 3000-3999"],
    ),
    change(
        "a code that is no number",
        |lamp| {
            lamp.sections[0]
                .rows
                .push(row("TBD", "BULB_LATER", "Later"));
        },
        &["unread"],
    ),
    change(
        "a code struck out",
        |lamp| lamp.sections[0].rows[1].struck = true,
        &["code-gone 3002"],
    ),
    change(
        "a section retitled",
        |lamp| lamp.sections[1].title = "Wire errors",
        &["section-retitled 5001"],
    ),
    change(
        "columns in another order",
        |lamp| {
            lamp.columns = vec![Column::Name, Column::Code, Column::Solution, Column::Text];
        },
        &[],
    ),
    change(
        "headings with a colon",
        |lamp| lamp.headings = Headings::Colon,
        &[],
    ),
    change(
        "headings in lower case",
        |lamp| lamp.headings = Headings::LowerCase,
        &[],
    ),
    change(
        "the column of constants gone",
        |lamp| lamp.columns.retain(|column| *column != Column::Name),
        &["names-gone"],
    ),
    change(
        "a constant blank",
        |lamp| lamp.sections[0].rows[1].name = "",
        &["names-gone"],
    ),
    change(
        "a number too large",
        |lamp| lamp.sections[0].rows[1].code = "3000000000",
        &["unread", "code-gone 3002"],
    ),
    change(
        "a number behind a prefix",
        |lamp| lamp.sections[0].rows[1].code = "ERR-3002",
        &[],
    ),
];
