use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;

/// What rustdoc switches on.
fn rustdoc(markdown: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(markdown, options)
}

/// The text that a reader sees, and the kinds of everything that is more than text.
fn seen(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut markup = Vec::new();
    for event in rustdoc(markdown) {
        match event {
            Event::Text(shown) | Event::Code(shown) => text.push_str(&shown),
            Event::Start(Tag::Paragraph) => {}
            Event::Start(tag) => markup.push(format!("{tag:?}")),
            Event::InlineHtml(tag) if ["<code>", "</code>"].contains(&&*tag) => {}
            Event::End(_) => {}
            other => markup.push(format!("{other:?}")),
        }
    }
    (text, markup)
}

/// What a catalog's text shows: itself, without the fences of its code spans, and with the
/// apostrophe inside a word as rustdoc sets it.
fn meant(text: &str) -> String {
    let pieces = pieces(text).into_iter();
    pieces
        .map(|(_, piece)| match piece {
            Piece::Plain(plain) => curled(plain),
            Piece::Code { shown, .. } => shown.to_owned(),
        })
        .collect()
}

fn curled(plain: &str) -> String {
    let chars: Vec<char> = plain.chars().collect();
    let inside = |at: usize| {
        let beside = |at: Option<usize>| {
            at.and_then(|at| chars.get(at))
                .is_some_and(|c| c.is_alphanumeric())
        };
        beside(at.checked_sub(1)) && beside(Some(at + 1))
    };
    let curl = |(at, c): (usize, &char)| {
        if *c == '\'' && inside(at) {
            '\u{2019}'
        } else {
            *c
        }
    };
    chars.iter().enumerate().map(curl).collect()
}

/// Holds a text against every kind of place where the renderers put one.
fn shows(text: &str) {
    let (plain, spans) = (markdown(text), cell(text));
    let list = |ordered: &str| format!("List({ordered})");
    let places = [
        (plain.clone(), "", "", vec![]),
        (
            format!("- {plain}"),
            "",
            "",
            vec![list("None"), "Item".to_owned()],
        ),
        (
            format!("1. {plain}"),
            "",
            "",
            vec![list("Some(1)"), "Item".to_owned()],
        ),
        (
            format!("**Erratum:** {plain}"),
            "Erratum: ",
            "",
            vec!["Strong".to_owned()],
        ),
        (
            format!("1 is `X`, in *{plain}*."),
            "1 is X, in ",
            ".",
            vec!["Emphasis".to_owned()],
        ),
        (format!("{plain}: 2 codes."), "", ": 2 codes.", vec![]),
    ];
    for (markdown, before, after, expected) in places {
        let (shown, markup) = seen(&markdown);
        assert_eq!(
            shown,
            format!("{before}{}{after}", meant(text)),
            "{markdown}"
        );
        assert_eq!(markup, expected, "{markdown}");
    }
    let table = format!(
        "| a | b |\n| - | - |\n| {spans} | {} |\n",
        cell_of_code(text)
    );
    let (shown, markup) = seen(&table);
    assert_eq!(shown, format!("ab{}{text}", meant(text)), "{table}");
    let cells = markup.iter().filter(|tag| *tag == "TableCell").count();
    assert_eq!((cells, markup.len()), (4, 7), "{table}{markup:?}");
}

#[test]
fn code_spans_stay_and_all_else_is_text() {
    assert_eq!(markdown("call `a_b[c]` *now*"), r"call `a_b[c]` \*now\*");
    assert_eq!(markdown("# no heading"), r"\# no heading");
    assert_eq!(markdown("1. no list"), r"1\. no list");
    assert_eq!(markdown("a <img> & [link](x)"), r"a \<img\> \& \[link\](x)");
    assert_eq!(markdown("see https://zoom.us"), r"see https:/\/zoom.us");
    assert_eq!(markdown("a - b, version 1.2"), "a - b, version 1.2");
    assert_eq!(
        markdown("the user's 'x' and users'"),
        r"the user's \'x\' and users\'"
    );
}

#[test]
fn what_looks_like_markup_is_shown() {
    for text in [
        "plain words",
        "\"quotes\" and 'others' don't curl",
        "a -- b --- c ... d .. e",
        "--",
        "---",
        "***",
        "___",
        "===",
        "...",
        "-",
        "+",
        "#",
        "=",
        ">",
        "|",
        "\\",
        "- item",
        "+ item",
        "* item",
        "1. item",
        "12) item",
        "# heading",
        "> quote",
        "~~~",
        "~~gone~~",
        "*a* **b** _c_ __d__ a_b_c",
        "[link](https://zoom.us)",
        "[`Self::ALL`]",
        "[Self]",
        "![image](x.png)",
        "[^note]",
        "[^note]: x",
        "[ref]: https://zoom.us",
        "[ ] task",
        "[x] task",
        "a [`b`] c",
        "<img src=x onerror=alert(1)>",
        "</script>",
        "<!-- -->",
        "<https://zoom.us>",
        "<b>",
        "a < b > c",
        "&amp; &lt; &#60; & &;",
        "*/ /* // /// //! */",
        "{} {0} {{}}",
        "$a$ $$b$$",
        "a|b",
        "a\\|b",
        "`a|b`",
        "`a\\|b` | `c`",
        "||",
        "\\||\\",
        "`code`",
        "`<img src=x onerror=alert(1)>`",
        "`</script>`",
        "`*a*` `_b_`",
        "`a`b`",
        "`a``b`",
        "``",
        "````",
        "`` ` ``",
        "``a`b``",
        "``` x",
        "```rust",
        "~~~rust",
        "` a `",
        "`  `",
        "` `",
        "`\\`",
        "\\`a`",
        "\\\\`a\\`",
        "a\\",
        "`a\\`|`b`",
        // The fences that a reader of single backticks takes to be inside.
        "```<img src=x onerror=alert(1)>` x ``",
        "`a``<b>``c`d",
        "https://zoom.us http://x.y/z://w",
        "é 日本語 \u{1f600} ‘curly’ “quotes” – …",
    ] {
        shows(text);
    }
    shows("a very long line ".repeat(500).trim_end());
    shows("`x` <b> ".repeat(500).trim_end());
}

#[test]
fn a_constant_is_a_code_span_whatever_it_holds() {
    for text in [
        "A_B", "`", "``", "a`b", "`a`", "``a`", "a``", " a", "a ", " a ", "<b>", "\\", "*",
    ] {
        let (shown, markup) = seen(&format!("is {}.", code(text)));
        assert_eq!(
            (shown, markup),
            (format!("is {text}."), vec![]),
            "{}",
            code(text)
        );
    }
}

/// Text that is rich in what means something to Markdown.
fn rich() -> impl Strategy<Value = String> {
    let marks = prop::sample::select(
        r#"` `` ``` \ | * ** _ - -- + # > < </ <!-- & &amp; ; ~ ~~ [ ] ( ) ! [^ : :// . ... 1. 1) ' " = == $ <b> <img a b1 é"#
            .split(' ')
            .collect::<Vec<_>>(),
    );
    let piece = prop_oneof![
        4 => marks.prop_map(str::to_owned),
        1 => Just(" ".to_owned()),
        1 => "\\PC",
    ];
    prop::collection::vec(piece, 1..24).prop_map(|pieces| pieces.concat().trim().to_owned())
}

proptest! {
    #[test]
    fn any_text_is_shown_as_it_is(text in rich()) {
        prop_assume!(!text.is_empty() && !text.chars().any(crate::lookalike::is_unseen));
        shows(&text);
    }

    #[test]
    fn any_constant_is_shown_as_it_is(text in rich()) {
        prop_assume!(!text.is_empty());
        let (shown, markup) = seen(&code(&text));
        prop_assert_eq!((shown, markup), (text, vec![]));
    }
}
