//! Starts a private PostgreSQL, says where it is, and ends it when its own standard input ends. `tests/run` uses it, so
//! that every suite of a run shares one server.

use std::io;

use muster_test_servers::postgres::Server;

#[expect(clippy::print_stdout, reason = "the address, for the shell that started this")]
fn main() -> io::Result<()> {
    let server = Server::start();
    println!("{}", server.url());
    io::copy(&mut io::stdin(), &mut io::sink())?;
    drop(server);
    Ok(())
}
