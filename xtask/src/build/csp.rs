//! The page's content security policy: its own script and style, and nothing from anywhere.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// What lets a page compile WebAssembly, and nothing else.
pub const WASM: &str = " 'wasm-unsafe-eval'";

/// The `meta` element of a page with this one script, what it may do besides, and this one style.
pub fn meta(script: &str, besides: &str, style: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {}{besides}; \
         style-src {}; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'\">",
        source(script),
        source(style)
    )
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
    fn script_and_style_are_allowed_each_in_its_place() {
        let meta = meta("let a;", WASM, "b{}");
        assert!(meta.contains(&format!("script-src {} 'wasm-unsafe-eval';", source("let a;"))));
        assert!(meta.contains(&format!("style-src {};", source("b{}"))));
    }

    #[test]
    fn only_a_page_with_webassembly_may_compile_it() {
        assert!(!meta("let a;", "", "b{}").contains("eval"));
    }
}
