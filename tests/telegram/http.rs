//! Requests of somebody else's: to the bot's own door, and to Telegram beside the bot.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};

/// A port that nobody listens at, until somebody does.
pub(crate) fn free_port() -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap()
}

/// The address in `http://127.0.0.1:8081`.
pub(crate) fn address_in(url: &str) -> SocketAddr {
    url.strip_prefix("http://").unwrap().parse().unwrap()
}

/// Posts a body whose length is told; the status.
pub(crate) fn post(to: SocketAddr, path: &str, headers: &[(&str, &str)], body: &[u8]) -> u16 {
    let length = body.len().to_string();
    send(
        to,
        path,
        &[headers, &[("Content-Length", length.as_str())]].concat(),
        body,
    )
}

/// Posts a body whose length nobody tells; the status.
pub(crate) fn post_in_chunks(to: SocketAddr, path: &str, headers: &[(&str, &str)], body: &[u8]) -> u16 {
    let mut chunks = Vec::new();
    for chunk in body.chunks(1 << 16) {
        write!(chunks, "{:x}\r\n", chunk.len()).unwrap();
        chunks.extend_from_slice(chunk);
        chunks.extend_from_slice(b"\r\n");
    }
    chunks.extend_from_slice(b"0\r\n\r\n");
    send(
        to,
        path,
        &[headers, &[("Transfer-Encoding", "chunked")]].concat(),
        &chunks,
    )
}

fn send(to: SocketAddr, path: &str, headers: &[(&str, &str)], body: &[u8]) -> u16 {
    let lines: Vec<String> = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Type: application/json\r\n{}\r\n",
        lines.concat()
    );
    let mut stream = TcpStream::connect(to).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    // Whoever refuses it may not read it to its end.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.split(' ').nth(1);
    status
        .unwrap_or_else(|| panic!("no answer: {answer:?}"))
        .parse()
        .unwrap()
}
