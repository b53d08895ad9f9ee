//! From the bytes of a saved file to the text of the page: encodings, and the wrapping in which
//! Chrome saves single files.

/// A page's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intake {
    /// The text.
    pub text: String,
    /// Whether it is not the file's own text byte for byte, so that places in it are not the file's.
    pub decoded: bool,
}

/// Takes the text out of a file.
///
/// # Errors
/// What the file is instead, and how to save it.
pub fn text(bytes: Vec<u8>) -> Result<Intake, String> {
    if let Some(text) = utf16(&bytes)? {
        return Ok(Intake {
            text,
            decoded: true,
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF") {
        return Err(
            "this is no text; save the page as HTML, or copy its text into a file".to_owned(),
        );
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("byte {at} is not UTF-8; save it as UTF-8")
    })?;
    match mime(&text)? {
        Some(text) => Ok(Intake {
            text,
            decoded: true,
        }),
        None => Ok(Intake {
            text,
            decoded: false,
        }),
    }
}

/// UTF-16 with a byte order mark, or without one where every other byte of the beginning is zero.
fn utf16(bytes: &[u8]) -> Result<Option<String>, String> {
    const LOOKED_AT: usize = 64;
    let zeros = |odd: usize| {
        let some = bytes.iter().skip(odd).step_by(2).take(LOOKED_AT);
        bytes.len() > 8 && some.clone().filter(|byte| **byte == 0).count() * 4 > some.count() * 3
    };
    let (little, skip) = match bytes {
        [0xff, 0xfe, ..] => (true, 2),
        [0xfe, 0xff, ..] => (false, 2),
        _ if zeros(1) => (true, 0),
        _ if zeros(0) => (false, 0),
        _ => return Ok(None),
    };
    let units = bytes
        .get(skip..)
        .unwrap_or_default()
        .chunks(2)
        .map(|pair| match *pair {
            [a, b] if little => u16::from_le_bytes([a, b]),
            [a, b] => u16::from_be_bytes([a, b]),
            _ => 0xfffd,
        });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map(Some)
        .map_err(|_| "the file is no whole UTF-16; save it as UTF-8".to_owned())
}

/// The HTML part of a MIME message, as `.mhtml` files are; none of any other text.
fn mime(text: &str) -> Result<Option<String>, String> {
    let (head, body) = parts(text);
    let headers = Headers::of(head);
    let kind = headers.get("content-type").unwrap_or_default();
    if headers.get("mime-version").is_none() || !kind.to_lowercase().starts_with("multipart/") {
        return Ok(None);
    }
    let boundary = parameter(&kind, "boundary")
        .ok_or("this MIME file names no boundary; save the page as HTML only")?;
    let url = headers.get("snapshot-content-location");
    let mark = format!("--{boundary}");
    for part in body.split(mark.as_str()) {
        let (head, body) = parts(part.trim_start_matches(['\r', '\n']));
        let headers = Headers::of(head);
        let kind = headers
            .get("content-type")
            .unwrap_or_default()
            .to_lowercase();
        if !kind.starts_with("text/html") {
            continue;
        }
        let encoding = headers.get("content-transfer-encoding").unwrap_or_default();
        let bytes = match encoding.trim().to_lowercase().as_str() {
            "quoted-printable" => quoted_printable(body),
            "base64" => base64(body),
            _ => body.as_bytes().to_vec(),
        };
        let html = String::from_utf8(bytes)
            .map_err(|_| "its HTML is not UTF-8; save the page as HTML only".to_owned())?;
        let url = url.or_else(|| headers.get("content-location"));
        // As browsers note it in the files that they save.
        let remark = url.map(|url| format!("<!-- saved from url=(0000){} -->\n", url.trim()));
        return Ok(Some(remark.unwrap_or_default() + &html));
    }
    Err("this MIME file holds no HTML; save the page as HTML only".to_owned())
}

/// The headers of a message and its body.
fn parts(text: &str) -> (&str, &str) {
    let ends = ["\r\n\r\n", "\n\n"];
    let found = ends
        .iter()
        .filter_map(|end| Some((text.find(end)?, end.len())))
        .min();
    match found {
        Some((at, length)) => (
            text.get(..at).unwrap_or_default(),
            text.get(at + length..).unwrap_or_default(),
        ),
        None => (text, ""),
    }
}

/// Headers, those that go on over several lines put together.
struct Headers(Vec<(String, String)>);

impl Headers {
    fn of(head: &str) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in head.lines().take(64) {
            match (line.starts_with([' ', '\t']), headers.last_mut()) {
                (true, Some((_, value))) => value.push_str(line),
                _ => {
                    let Some((name, value)) = line.split_once(':') else {
                        return Self(Vec::new());
                    };
                    headers.push((name.to_lowercase(), value.trim().to_owned()));
                }
            }
        }
        Self(headers)
    }

    fn get(&self, name: &str) -> Option<String> {
        let found = self.0.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.clone())
    }
}

/// A parameter of a header: `boundary="x"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    let at = value.to_lowercase().find(&format!("{name}="))?;
    let value = value.get(at + name.len() + 1..)?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', ' ', '\t']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\r', '\n']);
        let (content, soft) = match content.strip_suffix('=') {
            Some(content) => (content, true),
            None => (content, false),
        };
        let mut rest = content;
        while let Some((before, escape)) = rest.split_once('=') {
            bytes.extend_from_slice(before.as_bytes());
            let byte = escape
                .get(..2)
                .and_then(|hex| u8::from_str_radix(hex, 16).ok());
            bytes.push(byte.unwrap_or(b'='));
            rest = escape
                .get(if byte.is_some() { 2 } else { 0 }..)
                .unwrap_or_default();
        }
        bytes.extend_from_slice(rest.as_bytes());
        if !soft && line.ends_with('\n') {
            bytes.push(b'\n');
        }
    }
    bytes
}

fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |byte: u8| ALPHABET.iter().position(|own| *own == byte);
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut value) = (0, 0_usize);
    for digit in text.bytes().filter_map(digit) {
        value = value << 6 & 0xff_ffff | digit;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(value >> bits & 0xff).unwrap_or_default());
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<!DOCTYPE html><h1>L\u{e4}mps</h1>";

    fn mhtml(encoding: &str, body: &str) -> String {
        format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/lamps\r\n\
             Subject: Lamps\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
             \tboundary=\"----B----\"\r\n\r\n\r\n------B----\r\nContent-Type: text/html\r\n\
             Content-Transfer-Encoding: {encoding}\r\nContent-Location: https://example.com/lamps\r\n\r\n{body}\r\n\
             ------B----\r\nContent-Type: image/png\r\n\r\nx\r\n------B------\r\n"
        )
    }

    #[test]
    fn mime_is_decoded() {
        let quoted = "<!DOCTYPE ht=\r\nml><h1 class=3D\"x\">L=C3=A4mps</h1>";
        let printed = text(mhtml("quoted-printable", quoted).into_bytes()).unwrap();
        assert!(printed.decoded);
        assert!(printed.text.starts_with(
            "<!-- saved from url=(0000)https://example.com/lamps -->\n<!DOCTYPE html>"
        ));
        assert!(
            printed.text.contains("<h1 class=\"x\">L\u{e4}mps</h1>"),
            "{}",
            printed.text
        );
        let coded =
            text(mhtml("base64", "PCFET0NUWVBFIGh0bWw+PGgxPkzDpG1w\r\nczwvaDE+").into_bytes())
                .unwrap();
        assert!(coded.text.ends_with(HTML), "{}", coded.text);
        let none = mhtml("base64", "").replace("text/html", "text/css");
        assert!(text(none.into_bytes()).unwrap_err().contains("no HTML"));
    }

    #[test]
    fn utf16_is_decoded() {
        let units: Vec<u16> = HTML.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [
            [&[0xff, 0xfe], little.as_slice()].concat(),
            [&[0xfe, 0xff], big.as_slice()].concat(),
            little,
            big,
        ] {
            assert_eq!(text(bytes).unwrap().text, HTML);
        }
    }

    #[test]
    fn other_text_stays_and_other_files_are_refused() {
        for plain in [HTML, "Subject: x\n\n# T\n", ""] {
            let intake = text(plain.as_bytes().to_vec()).unwrap();
            assert_eq!((intake.text.as_str(), intake.decoded), (plain, false));
        }
        assert!(
            text(b"%PDF-1.7".to_vec())
                .unwrap_err()
                .contains("save the page as HTML")
        );
        assert!(
            text(b"abc\xff".to_vec())
                .unwrap_err()
                .contains("byte 3 is not UTF-8")
        );
    }
}
