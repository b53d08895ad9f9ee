//! A small HTTP server on loopback that answers with what Zoom's API documents.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// What the server answers to a request, given its first line and its headers.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: &'static [(&'static str, &'static str)],
    pub(crate) body: &'static str,
}

/// Starts a server that runs until the program ends; gives its address.
pub(crate) fn start(answer: fn(&str, &str) -> Answer) -> io::Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A client that hangs up is no concern of the server.
            let _ = serve(stream, answer);
        }
    });
    Ok(address)
}

fn serve(mut stream: TcpStream, answer: fn(&str, &str) -> Answer) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let (mut headers, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        let line = line.trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        headers.push_str(&line);
        headers.push('\n');
    }
    io::copy(&mut reader.take(length), &mut io::sink())?;

    let answer = answer(request.trim(), &headers);
    write!(stream, "HTTP/1.1 {} Answer\r\n", answer.status)?;
    for (name, value) in answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    let length = answer.body.len();
    write!(
        stream,
        "Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(answer.body.as_bytes())
}
