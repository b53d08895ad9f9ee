//! HTML as browsers save it.

use super::{assert_reads, covered, page};
use crate::docs::{Layout, ReadError};

#[track_caller]
fn assert_html(text: &str, expected: &[&str]) {
    assert_reads(text, Some(Layout::Html), expected);
}

#[test]
fn tables_with_headings() -> Result<(), ReadError> {
    let text = "\
<!DOCTYPE html><html><head><title>Site | Lamps</title><style>h1 { color: #404 }</style></head>
<body><h1 id=\"x\">Lamps<a href=\"#x\">#</a></h1>
<script>var code = '<table><tr><th>Code</th></tr><tr><td>9</td></tr></table>';</script>
<h2>Bulb &amp; socket</h2>
<table><thead><tr><th>Error&nbsp;Code</th><th>Name</th><th>Text</th></tr></thead>
<tbody><tr><td><code>200</code></td><td>LAMP_DIM</td><td>The lamp is <b>d</b>im &mdash; at 3&nbsp;V.<br>Wait.</td></tr>
</tbody></table></body></html>
";
    assert_html(
        text,
        &["200 LAMP_DIM [Bulb & socket] The lamp is dim — at 3 V. Wait."],
    );
    let page = page(text, Layout::Html)?;
    assert_eq!(page.title.as_deref(), Some("Lamps"));
    let covered = covered(text, &page);
    assert!(
        covered
            .iter()
            .all(|row| row.starts_with("<tr><td><code>200") && row.ends_with("</tr>")),
        "{covered:?}"
    );
    Ok(())
}

#[test]
fn upper_case_and_missing_end_tags() {
    let text = "<TABLE><TR><TH>Code<TH>Text<TR><TD>1<TD>One<TR><TD>2<TD>Two</TABLE>";
    assert_html(text, &["1 - [-] One", "2 - [-] Two"]);
}

#[test]
fn tables_in_tables() {
    let text = "\
<table><tr><td><h2>Lamps</h2>
  <table><tr><th>Code</th><th>Text</th></tr><tr><td>1</td><td>One
    <table><tr><td>inner</td></tr></table> more</td></tr></table>
</td></tr></table>
";
    assert_html(text, &["1 - [Lamps] One more"]);
}

#[test]
fn cells_that_span() {
    let text = "\
<table>
<tr><th colspan=3>All codes</th></tr>
<tr><th>HTTP Status</th><th>Error Code</th><th>Text</th></tr>
<tr><td rowspan=3>404</td><td>1</td><td>One</td></tr>
<tr><td rowspan=\"2\">2</td><td>Two</td></tr>
<tr><td>Two too</td></tr>
<tr><td colspan=3>Other</td></tr>
<tr><td>500</td><td colspan=2>3</td></tr>
</table>
";
    assert_html(
        text,
        &[
            "1 - [-] 404 | One",
            "2 - [-] 404 | Two",
            "2 - [-] 404 | Two too",
            "3 - [-] 500",
        ],
    );
}

#[test]
fn lists() {
    let text = "\
<h2>Lamps</h2>
<ul>
  <li><strong>200</strong> - LAMP_DIM - Occurs
      in <code>lamp.turnOn</code>
    <ul><li>1 - old</li><li>2 - dusty</li></ul>
  <li><p>201 LAMP_OFF</p>
</ul>
<h3>Others</h3>
<dl><dt>300<dd>Bad call<dt>301 WRONG_ROOM<dd>Not here</dl>
";
    assert_html(
        text,
        &[
            "200 LAMP_DIM [Lamps] Occurs in lamp.turnOn",
            "  1 old",
            "  2 dusty",
            "201 LAMP_OFF [Lamps]",
            "300 - [Others] Bad call",
            "301 WRONG_ROOM [Others] Not here",
        ],
    );
}

#[test]
fn lists_in_cells_are_the_cells_text() {
    let text = "<table><tr><th>Code<th>Text<tr><td>1<td>Because<ul><li>300 - old<li>301 - dusty</ul></table>";
    assert_html(text, &["1 - [-] Because 300 - old 301 - dusty"]);
}

#[test]
fn headings_in_header_cells() {
    let text = "<h2>T</h2><table><tr><th><h4>Code</h4></th><th><h4>Text</h4></th></tr><tr><td>1<td>One</table>";
    assert_html(text, &["1 - [T] One"]);
}

#[test]
fn examples() {
    let text = "\
<h2>Limits</h2>
<pre>X-Limit-Type: QPS</pre>
<pre><code><span>{</span><br>&quot;code&quot;: 429,<br>&quot;message&quot;: &quot;Slow down&quot; }</code></pre>
";
    assert_html(
        text,
        &["429 - [Limits]", "  - Slow down {X-Limit-Type: QPS}"],
    );
}

#[test]
fn a_page_cut_off_gives_the_rows_it_has() {
    let text = "<h2>T</h2><table><tr><th>Code<th>Text<tr><td>1<td>One<tr><td>2<td>Tw";
    assert_html(text, &["1 - [T] One", "2 - [T] Tw"]);
    assert_html(
        "<ul><li>200 - LAMP_DIM<li>201 - LAMP_O",
        &["200 LAMP_DIM [-]", "201 LAMP_O [-]"],
    );
}

#[test]
fn deep_nesting_is_no_harm() {
    let deep = "<table><tr><td>".repeat(1000);
    let text = format!(
        "{deep}{}<table><tr><th>Code<th>Text<tr><td>1<td>One</table>",
        "</table>".repeat(1000)
    );
    assert_html(&text, &["1 - [-] One"]);
}

#[test]
fn what_readers_do_not_see_is_no_text() {
    let html = "<h1>Lamps</h1><h2>Bulbs <button>Copy <b>link</b></button><span role=tooltip>Tip</span></h2>\
        <table><tr><th>Code <svg><title>Sort</title><path/></svg></th><th>Name<th>Text</tr>\
        <tr><td>3712<button type=button>Copy</button></td><td>LAMP_DARK<span class=\"ui tooltip-text\">what</span></td>\
        <td>Dark<span aria-hidden=true>#</span><i hidden>old <i>x</i></i></td></tr></table>";
    assert_reads(html, Some(Layout::Html), &["3712 LAMP_DARK [Bulbs] Dark"]);
}
