//! Starts a private PostgreSQL, and ends it with whoever started it.

use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

/// What every database is owned by.
const USER: &str = "muster";

/// What to do where there is no PostgreSQL.
const MISSING: &str =
    "PostgreSQL is not installed, and these tests need it. Type: tests/run, or: apt-get install postgresql";

/// What a server needs that is thrown away: speed instead of safety, a socket instead of a port, and the order of a
/// language for text, so that nothing can lean on the order of bytes.
const SETTINGS: &str = "
listen_addresses = ''
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
";

/// Makes the server and waits; when its standard input ends, so with the process that holds it, however that ends, the
/// server goes and its folder with it.
const KEEPER: &str = r#"
trap '' INT TERM
cd "$1" || exit 1
trap 'rm -rf "$1"' EXIT
{
    initdb --pgdata=data --username="$2" --auth=trust --encoding=UTF8 --no-sync \
        --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US &&
    printf '%s' "$3" >> data/postgresql.conf &&
    pg_ctl --pgdata=data --wait --log=log --options="-k $1" start
} > made 2>&1 || { cat made log; exit 1; }
echo ready
read -r _
pg_ctl --pgdata=data --mode=immediate --silent stop
"#;

/// A PostgreSQL that serves the tests.
#[derive(Debug)]
pub struct Server {
    url: String,
    psql: PathBuf,
    /// Held: its standard input is what keeps the server there.
    keeper: Option<Child>,
}

impl Server {
    /// The server that somebody else started.
    pub fn at(url: String) -> Self {
        Self {
            url,
            psql: programs().join("psql"),
            keeper: None,
        }
    }

    /// Starts a server of its own in a new folder, reached by a socket in it. PostgreSQL refuses to run as root, so there
    /// it runs as a user who may do nothing.
    pub fn start() -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new()
            .prefix("muster-pg")
            .tempdir()
            .expect("a folder for the server");
        // The keeper takes it away.
        let folder = folder.keep();
        let path = env::join_paths([&programs, Path::new("/usr/bin"), Path::new("/bin")]).expect("a search path");
        let mut command = Command::new("/bin/sh");
        command
            .args(["-c", KEEPER, "keeper"])
            .arg(&folder)
            .args([USER, SETTINGS])
            .env_clear()
            .env("PATH", path)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        if fs::metadata(&folder).expect("the folder is there").uid() == 0 {
            let (user, group) = unprivileged();
            chown(&folder, Some(user), Some(group)).expect("the folder is given away");
            command.uid(user).gid(group);
        }
        let mut keeper = command.spawn().expect("a shell starts");
        let mut said = BufReader::new(keeper.stdout.take().expect("a pipe from the shell"));
        let mut first = String::new();
        said.read_line(&mut first).expect("the shell says something");
        if first != "ready\n" {
            said.read_to_string(&mut first).expect("the shell says why");
            panic!("PostgreSQL does not start: {first}");
        }
        let socket = folder.to_str().expect("a folder with a plain name").replace('/', "%2F");
        Self {
            url: format!("postgres://{USER}@{socket}/postgres"),
            psql: programs.join("psql"),
            keeper: Some(keeper),
        }
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where that database of it is.
    pub(super) fn url_of(&self, database: &str) -> String {
        let (server, _) = self.url.rsplit_once('/').expect("a URL that ends in a database");
        format!("{server}/{database}")
    }

    /// Has it carry out a statement of our own.
    pub(super) fn tell(&self, statement: &str) {
        self.asked(statement);
    }

    /// The same, and what it answers.
    pub(super) fn asked(&self, statement: &str) -> String {
        let output = Command::new(&self.psql)
            .args([
                "--no-psqlrc",
                "--quiet",
                "--tuples-only",
                "--no-align",
                "--set=ON_ERROR_STOP=1",
                "--command",
                statement,
                &self.url,
            ])
            .env("PGOPTIONS", "--client-min-messages=warning")
            .output()
            .expect("psql starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{statement}: {said}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

impl Server {
    /// A dump of that database.
    pub(super) fn dumped(&self, database: &str) -> Vec<u8> {
        let dump = Command::new(self.psql.with_file_name("pg_dump"))
            .arg(database)
            .output()
            .expect("pg_dump starts");
        let said = String::from_utf8_lossy(&dump.stderr);
        assert!(dump.status.success(), "{said}");
        dump.stdout
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut keeper) = self.keeper.take() {
            drop(keeper.stdin.take());
            // It ends by itself now.
            let _ = keeper.wait();
        }
    }
}

/// Where PostgreSQL's programs are: Debian has a folder for each version, the newest serves.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<u32> = versions
        .filter_map(|version| version.file_name().to_str()?.parse().ok())
        .collect();
    versions.sort_unstable();
    let debian = versions
        .iter()
        .rev()
        .map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
    let elsewhere = ["/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"].map(PathBuf::from);
    let mut folders = debian.chain(elsewhere);
    folders.find(|folder| folder.join("initdb").exists()).expect(MISSING)
}

/// A user who may do nothing, by number.
fn unprivileged() -> (u32, u32) {
    let users = fs::read_to_string("/etc/passwd").expect("the machine has users");
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut numbers = line.split(':').skip(2).map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    ["postgres", "nobody"]
        .into_iter()
        .find_map(find)
        .expect("the machine has the user nobody")
}
