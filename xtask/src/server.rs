//! The page on this machine, and nothing else of it.

use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Error, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::build::PAGE;

/// Serves until it is stopped from outside.
pub fn serve(dist: &Path, port: u16) -> Result<()> {
    let server = listen(port).or_else(|busy| {
        println!("{busy:#}; taking another port");
        listen(0)
    })?;
    println!("\nThe guide is at {}\nCtrl-C ends it.", address(&server)?);
    answer_all(&server, &Arc::new(Files::below(dist)?));
    Ok(())
}

/// Serves beside the caller, on a free port, for as long as the process lasts. Gives the page's address.
pub fn serve_beside(dist: &Path) -> Result<String> {
    let server = listen(0)?;
    let (address, files) = (address(&server)?, Arc::new(Files::below(dist)?));
    thread::spawn(move || answer_all(&server, &files));
    Ok(address)
}

fn listen(port: u16) -> Result<Server> {
    Server::http(SocketAddr::from(([127, 0, 0, 1], port)))
        .map_err(|why| anyhow!("could not listen on port {port}: {why}"))
}

fn address(server: &Server) -> Result<String> {
    let address = server.server_addr().to_ip().context("the server has no address")?;
    Ok(format!("http://{address}/{PAGE}"))
}

/// The files there are to serve, by their paths. A path that is not listed is not served, so none leads elsewhere.
struct Files(BTreeMap<String, PathBuf>);

impl Files {
    fn below(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        list(folder, "", &mut files).with_context(|| format!("could not list {}", folder.display()))?;
        Ok(Self(files))
    }

    fn find(&self, url: &str) -> Option<&Path> {
        let path = url.split(['?', '#']).next()?;
        let name = if path == "/" { &format!("/{PAGE}") } else { path };
        self.0.get(name).map(PathBuf::as_path)
    }
}

fn list(folder: &Path, under: &str, files: &mut BTreeMap<String, PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{under}/{}", entry.file_name().display());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &path, files)?;
        } else {
            files.insert(path, entry.path());
        }
    }
    Ok(())
}

/// Each request has a thread of its own, so that a slow reader keeps nobody waiting.
fn answer_all(server: &Server, files: &Arc<Files>) {
    for request in server.incoming_requests() {
        let files = Arc::clone(files);
        // A reader who has gone away is no concern of ours.
        thread::spawn(move || drop(answer(request, &files)));
    }
}

fn answer(request: Request, files: &Files) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Ok(request.respond(Response::empty(405))?);
    }
    let Some(file) = files.find(request.url()) else {
        return Ok(request.respond(Response::empty(404))?);
    };
    let response = Response::from_data(fs::read(file)?)
        .with_header(header("content-type", content_type(file))?)
        .with_header(header("cache-control", "no-cache")?);
    Ok(request.respond(response)?)
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| Error::msg("a header is not ASCII"))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let names = ["/guide.html", "/icons/a.png"];
        Files(names.map(|name| (name.to_owned(), PathBuf::from(format!("dist{name}")))).into())
    }

    #[test]
    fn a_listed_file_is_found_whatever_the_query() {
        let files = files();
        assert_eq!(files.find("/icons/a.png?x=1"), Some(Path::new("dist/icons/a.png")));
        assert_eq!(files.find("/"), files.find("/guide.html"));
    }

    #[test]
    fn nothing_else_is_found() {
        for url in ["/../Cargo.toml", "/icons/../guide.html", "/icons", "/%2e%2e/Cargo.toml", "//guide.html", ""] {
            assert_eq!(files().find(url), None, "{url}");
        }
    }
}
