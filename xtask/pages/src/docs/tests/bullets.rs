//! Plain text with bullets.

use super::{assert_reads, covered, page};
use crate::docs::{Layout, ReadError};

#[track_caller]
fn assert_bullets(text: &str, expected: &[&str]) {
    assert_reads(text, Some(Layout::BulletText), expected);
}

#[test]
fn sections_and_rows() -> Result<(), ReadError> {
    let text = "\
Codes of the lamp

See the list below.

Lamp exception

This is about the lamp. Report it.

  • 1 - LAMP_BROKEN
  • 200 - LAMP_DIM - The lamp is dim.

Switch exception

  • 300 - SWITCH_STUCK - Occurs in switch.turnOn.
";
    assert_bullets(
        text,
        &[
            "1 LAMP_BROKEN [Lamp exception]",
            "200 LAMP_DIM [Lamp exception] The lamp is dim.",
            "300 SWITCH_STUCK [Switch exception] Occurs in switch.turnOn.",
        ],
    );
    let page = page(text, Layout::BulletText)?;
    assert_eq!(page.title.as_deref(), Some("Codes of the lamp"));
    assert_eq!(covered(text, &page).first(), Some(&"• 1 - LAMP_BROKEN"));
    assert_eq!(
        page.rows.last().map(|row| row.methods.clone()),
        Some(vec!["switch.turnOn".to_owned()])
    );
    Ok(())
}

#[test]
fn a_lost_separator_changes_nothing_but_a_note() {
    for bullet in [
        "• 200 - LAMP_DIM - Occurs at night.",
        "• 200 LAMP_DIM - Occurs at night.",
        "• 200 - LAMP_DIM Occurs at night.",
        "• 200 - LAMP_DIM- Occurs at night.",
        "• 200 -LAMP_DIM -Occurs at night.",
        "• 200 LAMP_DIM Occurs at night.",
        "• 200LAMP_DIM - Occurs at night.",
        "• 200 - LAMP_DIMOccurs at night.",
        "• 200 – LAMP_DIM — Occurs at night.",
        "• 200: LAMP_DIM: Occurs at night.",
        "• **200** - `LAMP_DIM` - Occurs at night.",
        "•200 - LAMP_DIM - Occurs at night.",
        "  200 - LAMP_DIM - Occurs at night.",
        "•\t200  -  LAMP_DIM\n  -  Occurs\n    at night.",
        "• 200 - LAMP_DIM - Occurs\nat night.",
    ] {
        let text = format!("Lamps\n\n  {bullet}\n  • 201 - LAMP_OFF - Occurs at day.\n");
        assert_bullets(
            &text,
            &[
                "200 LAMP_DIM [Lamps] Occurs at night.",
                "201 LAMP_OFF [Lamps] Occurs at day.",
            ],
        );
    }
}

#[test]
fn reasons() {
    let text = "\
Lamps

  • 200 - LAMP_DIM Occurs for these reasons:
    • 1 - Bulb old
    • 2 Bulb dusty
    • 3. Bulb missing,
      in winter
      • and in summer
  • 201 - LAMP_OFF - Off.
    • no current
    • 10 seconds without current
  • 202 - LAMP_ON
";
    assert_bullets(
        text,
        &[
            "200 LAMP_DIM [Lamps] Occurs for these reasons:",
            "  1 Bulb old",
            "  2 Bulb dusty",
            "  3 Bulb missing, in winter and in summer",
            "201 LAMP_OFF [Lamps] Off.",
            "  - no current",
            "  - 10 seconds without current",
            "202 LAMP_ON [Lamps]",
        ],
    );
}

#[test]
fn a_row_indented_by_mistake_is_not_lost() -> Result<(), ReadError> {
    let text = "Lamps\n\n • 200 - LAMP_DIM - Dim.\n   • 201 - LAMP_OFF - Off.\n   • 1 - reason\n";
    let page = page(text, Layout::BulletText)?;
    assert_eq!(page.rows.len(), 2);
    let notes: Vec<_> = page.rows.iter().flat_map(|row| &row.notes).collect();
    assert_eq!(
        notes,
        ["it is indented like a reason, but has a constant of its own"]
    );
    Ok(())
}

#[test]
fn reasons_whose_row_is_gone_are_no_codes() -> Result<(), ReadError> {
    let text = "Lamps\n\n    • 1 - old\n    • 2 - dusty\n  • 201 - LAMP_OFF - Off.\n";
    let page = page(text, Layout::BulletText)?;
    assert_eq!((page.rows.len(), page.notes.len()), (1, 2));
    Ok(())
}

#[test]
fn a_wrapped_line_that_speaks_of_a_code_is_no_row() {
    let text = "Lamps\n\n • 200 - LAMP_DIM - Dim, unlike\n   201 LAMP_OFF, which is off.\n";
    assert_bullets(
        text,
        &["200 LAMP_DIM [Lamps] Dim, unlike 201 LAMP_OFF, which is off."],
    );
}

#[test]
fn rows_without_constants() {
    let text = "\
Answers

 • 300 - Bad call
 • 301 Gone
 • 4xx range: your fault
 • 5XX: ours
 • 400, 401 - Refused
";
    assert_bullets(
        text,
        &[
            "300 - [Answers] Bad call",
            "301 - [Answers] Gone",
            "4XX - [Answers] your fault",
            "5XX - [Answers] ours",
            "400 - [Answers] Refused",
            "401 - [Answers] Refused",
        ],
    );
}

#[test]
fn bullets_without_codes_are_none() {
    let text = "\
Notes

 • 10 users may join
 • 2026-02-07: enforced
 • 10:30 at the earliest
 • 1 - first, do this
 • 5 - 10 minutes later

Classes

 • Errors in the 4xx Range
   mean a bad call.
   • check it
";
    assert_bullets(
        text,
        &[
            "4XX - [Classes] Errors in the 4xx Range mean a bad call.",
            "  - check it",
        ],
    );
}

#[test]
fn other_bullets() {
    let text = "Lamps\n\n- 200 - LAMP_DIM - Dim.\n  * 1 - old\n+ 201 - LAMP_OFF - Off.\n";
    assert_bullets(
        text,
        &[
            "200 LAMP_DIM [Lamps] Dim.",
            "  1 old",
            "201 LAMP_OFF [Lamps] Off.",
        ],
    );
}

#[test]
fn headings_are_told_from_sentences() {
    for (line, section) in [
        ("Lamp exception", "Lamp exception"),
        ("What do the codes mean?", "What do the codes mean?"),
        ("This is a sentence.", "Title"),
        ("The list:", "Title"),
        ("lower case", "lower case"),
        ("Lamp exception:", "Lamp exception:"),
        ("        Lamp exception", "Lamp exception"),
        ("First line\nSecond line", "Title"),
    ] {
        let text = format!("Title\n\n{line}\n\n • 200 - LAMP_DIM\n");
        assert_bullets(&text, &[&format!("200 LAMP_DIM [{section}]")]);
    }
}

#[test]
fn too_large_a_code_is_noted() -> Result<(), ReadError> {
    let text = " • 200 - LAMP_DIM\n • 99999999999 - LAMP_HUGE\n";
    let page = page(text, Layout::BulletText)?;
    assert_eq!((page.rows.len(), page.notes.len()), (1, 1));
    Ok(())
}

#[test]
fn an_item_of_too_many_codes_is_refused_with_its_place() {
    let codes = vec!["700"; 65].join(", ");
    let text = format!("T\n\n  • 100 - LAMP_DIM - Dim\n  • {codes} - LAMP_OFF - Off\n");
    let Err(ReadError::TooManyCodes { span }) = page(&text, Layout::BulletText) else {
        panic!("{text}");
    };
    assert_eq!(Some(span.start), text.find("• 700"));
}

#[test]
fn codes_of_one_item_share_its_reasons() {
    assert_bullets(
        "T\n\n  • 100, 101 - LAMP_DIM - Dim\n    • 1 - Old\n    • 2 - Cold\n  • 102 - LAMP_OFF - Off\n",
        &[
            "100 LAMP_DIM [T] Dim",
            "  1 Old",
            "  2 Cold",
            "101 LAMP_DIM [T] Dim",
            "  1 Old",
            "  2 Cold",
            "102 LAMP_OFF [T] Off",
        ],
    );
}

#[test]
fn constants_may_come_first_and_numbers_be_odd() {
    let text = "Lamps

  • 200 - LAMP_DIM - Dim
  • LAMP_NEW (5099) - New
  • `LAMP_TOO` = 5098 - Too
  • LAMP_LAST: 5097
  • -5099 - LAMP_LOW - Low
  • 0x13EB - LAMP_HEX - Hex
  • LAMP_BITS = 0xFFFFFFFF - Bits
  • ReadTimeOut(-1) Socket time out.
  • Version (2) is out
  • LAMP_V = 2.5 - none
";
    assert_reads(
        text,
        None,
        &[
            "200 LAMP_DIM [Lamps] Dim",
            "5099 LAMP_NEW [Lamps] New",
            "5098 LAMP_TOO [Lamps] Too",
            "5097 LAMP_LAST [Lamps]",
            "-5099 LAMP_LOW [Lamps] Low",
            "5099 LAMP_HEX [Lamps] Hex",
            "-1 LAMP_BITS [Lamps] Bits",
            "-1 ReadTimeOut [Lamps] Socket time out.",
        ],
    );
}
