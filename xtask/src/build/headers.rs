//! The headers that a host sends with the sealed pages, as files that two kinds of static host read: `_headers`, for Netlify and
//! Cloudflare Pages, and `staticwebapp.config.json`, for Azure Static Web Apps, which a school with Microsoft 365 can have.
//!
//! Nothing here is needed for the pages to be sealed: their own policy and the vault do that on a host that sends no header at all.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::{csp, text};
use crate::page;
use crate::site::Site;

/// Who may show the page in a frame, by the name of the folder that says so.
const SETS: [Set; 2] = [
    Set { name: "strict", ancestors: "'none'", resource: "same-origin", embedder: None },
    Set {
        name: "embedded",
        ancestors: "'self' https://intranet.example",
        resource: "cross-origin",
        embedder: Some("require-corp"),
    },
];

struct Set {
    name: &'static str,
    ancestors: &'static str,
    resource: &'static str,
    /// What a page that is isolated from other origins asks of each page in its frames.
    embedder: Option<&'static str>,
}

/// What a page has no use for. What the vault is given by name, such as copying, must not stand here even for the page itself: it
/// would be taken from a frame that has another origin.
const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), \
                           clipboard-read=(), payment=(), browsing-topics=(), cross-origin-isolated=()";

/// The worker fetches the pages to keep, from beside itself and from nowhere else.
const WORKER: (&str, &str) = ("/worker.js", "default-src 'none'; connect-src 'self'");

/// Leaves both files of both sets in `dist/headers/`.
pub fn make(site: &Site) -> Result<()> {
    let policies = policies(site)?;
    let cited = page::cited();
    for set in SETS {
        let folder = site.dist().join("headers").join(set.name);
        fs::create_dir_all(&folder).context("could not make dist/headers")?;
        let (everywhere, rules) = (everywhere(&set, &cited), rules(&set, &policies));
        for (name, text) in [
            ("_headers", for_netlify(&everywhere, &rules)),
            ("staticwebapp.config.json", for_azure(&everywhere, &rules)),
        ] {
            fs::write(folder.join(name), text).with_context(|| format!("could not write {name}"))?;
        }
    }
    Ok(())
}

/// The path of each page with its own policy, as it ships. Some hosts serve a page without the end of its name.
fn policies(site: &Site) -> Result<Vec<(String, String)>> {
    let mut policies = Vec::new();
    for name in super::pages(site)? {
        let page = text(&site.dist().join(&name))?;
        let policy = csp::said(&page).with_context(|| format!("{name} says no policy of itself"))?;
        for path in [&*name, name.trim_end_matches(".html")] {
            policies.push((format!("/{path}"), policy.to_owned()));
        }
    }
    Ok(policies)
}

type Header = (&'static str, String);

/// What goes with every file.
fn everywhere(set: &Set, cited: &[&str]) -> Vec<Header> {
    let said = [
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", PERMISSIONS),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", set.resource),
        ("X-Content-Type-Options", "nosniff"),
        // Without subdomains: whether they have https too is for their owner to say.
        ("Strict-Transport-Security", "max-age=63072000"),
        // Asked for anew each time, and sent anew only when it has changed.
        ("Cache-Control", "no-cache"),
    ];
    let embedder = set.embedder.map(|value| ("Cross-Origin-Embedder-Policy", value));
    let said = said.into_iter().chain(embedder).map(|(name, value)| (name, value.to_owned()));
    [("Connection-Allowlist", allowlist(cited))].into_iter().chain(said).collect()
}

/// Where the page may lead: where it came from, and to each source at exactly its address. Either may lead on from there: many
/// hosts redirect every page to its short name.
pub fn allowlist(cited: &[&str]) -> String {
    let mut list = "(response-origin".to_owned();
    for address in cited {
        let _ = write!(list, " \"{}\"", literal(address));
    }
    list + ");redirects=allow"
}

/// An address as a pattern that matches it alone, in a header's quotes.
fn literal(address: &str) -> String {
    let is_pattern = |letter| r"?*+:{}()\".contains(letter);
    let (scheme, rest) = address.split_at(address.find("://").map_or(0, |end| end + 3));
    let escaped =
        rest.chars().map(|letter| if is_pattern(letter) { format!(r"\\{letter}") } else { letter.to_string() });
    scheme.to_owned() + &escaped.collect::<String>()
}

/// The content policy of each path. Only here: a host that applies two rules to a path sends both policies, and a worker
/// under a page's own could fetch nothing.
fn rules(set: &Set, policies: &[(String, String)]) -> Vec<(String, String)> {
    let framed =
        |(path, policy): &(String, String)| (path.clone(), format!("{policy}; frame-ancestors {}", set.ancestors));
    let worker = (WORKER.0.to_owned(), WORKER.1.to_owned());
    policies.iter().map(framed).chain([worker]).collect()
}

fn for_netlify(everywhere: &[Header], rules: &[(String, String)]) -> String {
    let mut file = "/*\n".to_owned();
    for (name, value) in everywhere {
        let _ = writeln!(file, "  {name}: {value}");
    }
    for (path, policy) in rules {
        let _ = write!(file, "\n{path}\n  Content-Security-Policy: {policy}\n");
    }
    file
}

fn for_azure(everywhere: &[Header], rules: &[(String, String)]) -> String {
    let global: Map<_, _> =
        everywhere.iter().map(|(name, value)| ((*name).to_owned(), Value::from(&**value))).collect();
    let routes: Vec<_> = rules
        .iter()
        .map(|(path, policy)| json!({ "route": path, "headers": { "Content-Security-Policy": policy } }))
        .collect();
    let types = json!({ ".webmanifest": "application/manifest+json" });
    format!("{:#}\n", json!({ "globalHeaders": global, "routes": routes, "mimeTypes": types }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SET: Set = Set { name: "a", ancestors: "https://around.example", resource: "cross-origin", embedder: None };

    fn made() -> (Vec<Header>, Vec<(String, String)>) {
        let policies = [("/guide.html".to_owned(), "default-src 'none'".to_owned())];
        (everywhere(&SET, &["https://a.example/b"]), rules(&SET, &policies))
    }

    #[test]
    fn a_page_has_its_own_policy_and_who_may_frame_it() {
        let (everywhere, rules) = made();
        let file = for_netlify(&everywhere, &rules);
        let policy = "default-src 'none'; frame-ancestors https://around.example";
        assert!(file.contains(&format!("\n\n/guide.html\n  Content-Security-Policy: {policy}\n")), "{file}");
        assert!(
            file.starts_with("/*\n  Connection-Allowlist: (response-origin \"https://a.example/b\");redirects=allow\n"),
            "{file}"
        );
    }

    #[test]
    fn no_rule_for_every_path_has_a_content_policy() {
        let (everywhere, _) = made();
        assert!(everywhere.iter().all(|(name, _)| *name != "Content-Security-Policy"));
    }

    #[test]
    fn both_hosts_are_told_the_same() {
        let (everywhere, rules) = made();
        let read: Value = serde_json::from_str(&for_azure(&everywhere, &rules)).unwrap_or_default();
        for (name, value) in &everywhere {
            assert_eq!(read.pointer(&format!("/globalHeaders/{name}")), Some(&json!(value)));
        }
        for (place, (path, policy)) in rules.iter().enumerate() {
            assert_eq!(read.pointer(&format!("/routes/{place}/route")), Some(&json!(path)));
            assert_eq!(read.pointer(&format!("/routes/{place}/headers/Content-Security-Policy")), Some(&json!(policy)));
        }
    }

    #[test]
    fn an_address_is_no_pattern() {
        assert_eq!(literal("https://a.example/b?c=(d)*"), r"https://a.example/b\\?c=\\(d\\)\\*");
    }

    #[test]
    fn every_link_of_the_guidance_that_leads_elsewhere_is_listed_and_nothing_more() {
        let guidance = page::Words::english().guidance();
        let mut linked: Vec<_> = guidance
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|to| !to.starts_with('#'))
            .collect();
        let mut cited = page::cited();
        linked.sort_unstable();
        cited.sort_unstable();
        assert!(!cited.is_empty());
        assert_eq!(linked, cited);
    }
}
