//! The page's content security policy: its own script and style, and nothing from anywhere.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// What lets a page compile WebAssembly, and nothing else.
pub const WASM: &str = " 'wasm-unsafe-eval'";

/// The policy of a page with these scripts, what they may do besides, and this one style. A frame made of the page's own
/// parts has the same policy and can be led nowhere; a worker and a manifest come from beside the page.
pub fn policy(scripts: &[&str], besides: &str, style: &str) -> String {
    let scripts: Vec<_> = scripts.iter().map(|script| source(script)).collect();
    format!(
        "default-src 'none'; script-src {}{besides}; style-src {}; img-src data:; connect-src 'none'; frame-src 'none'; \
         worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types guide",
        scripts.join(" "),
        source(style)
    )
}

/// What stands before and after a policy that a page says of itself.
const META: (&str, &str) = ("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");

/// The policy as a page says it of itself.
pub fn meta(policy: &str) -> String {
    let (before, after) = META;
    format!("{before}{policy}{after}")
}

/// The policy that a page says of itself.
pub fn said(page: &str) -> Option<&str> {
    let (before, after) = META;
    Some(page.split_once(before)?.1.split_once(after)?.0)
}

fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_by_the_hash_of_its_text() {
        // The example of the Content Security Policy specification.
        assert_eq!(source("doSomething();"), "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='");
    }

    #[test]
    fn scripts_and_style_are_allowed_each_in_its_place() {
        let policy = policy(&["let a;", "let c;"], WASM, "b{}");
        let scripts = ["let a;", "let c;"].map(source).join(" ");
        assert!(policy.contains(&format!("script-src {scripts} 'wasm-unsafe-eval';")), "{policy}");
        assert!(policy.contains(&format!("style-src {};", source("b{}"))), "{policy}");
    }

    #[test]
    fn what_a_page_says_of_itself_is_read_again() {
        assert_eq!(said(&format!("<title>it</title>{}<p>", meta("default-src 'none'"))), Some("default-src 'none'"));
        assert_eq!(said("<title>it</title>"), None);
    }

    #[test]
    fn only_a_page_with_webassembly_may_compile_it() {
        assert!(!policy(&["let a;"], "", "b{}").contains("eval"));
    }
}
