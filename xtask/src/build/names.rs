//! Short names between the core and its bindings. Those of wasm-bindgen are long and unlike each other, so they pack badly;
//! wasm-opt puts one letter in place of each and prints which, and here the bindings follow.

use anyhow::{Result, bail};

/// What wasm-opt calls the one module that everything is imported from.
const MODULE: &str = "a";

/// The bindings with the names that wasm-opt has given: a line `["module", "import", "short"]` or `["export", "short"]` each.
///
/// # Errors
///
/// If the bindings do not hold an import of the module, for then the two are not of one build.
pub fn follow(bindings: &str, given: &str) -> Result<String> {
    let mut followed = bindings.to_owned();
    for line in given.lines() {
        match *quoted(line) {
            [module, import, short] => {
                followed = followed.replace(&format!("\"{module}\": import0"), &format!("{MODULE}: import0"));
                let defined = format!("        {import}: function");
                if !followed.contains(&defined) {
                    bail!("the bindings do not define `{import}`, which the core imports");
                }
                followed = followed.replace(&defined, &format!("        {short}: function"));
            }
            [export, short] => followed = renamed(&followed, &format!("wasm.{export}"), &format!("wasm.{short}")),
            _ => {}
        }
    }
    Ok(followed)
}

fn quoted(line: &str) -> Vec<&str> {
    line.split('"').skip(1).step_by(2).collect()
}

/// The text with one name for another, wherever it is not the beginning of a longer one.
fn renamed(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let goes_on = part.starts_with(|next: char| next.is_alphanumeric() || next == '_');
        renamed.push_str(if goes_on { from } else { to });
        renamed.push_str(part);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    const BINDINGS: &str = "\
const ret = wasm.encode(wasm.encoded, wasm.memory.buffer);
        __wbg_new_37eb: function() {
            return new Array();
        },
        \"./it.js\": import0,
";

    #[test]
    fn imports_and_exports_take_their_short_names() {
        let given = "{\n \"imports\": [\n  [\"./it.js\", \"__wbg_new_37eb\", \"a\"]\n ],\n\"exports\": [\n  [\"encode\", \"b\"],\n  [\"memory\", \"c\"]\n ]\n}";
        let followed = follow(BINDINGS, given).unwrap_or_default();
        assert!(followed.contains("wasm.b(wasm.encoded, wasm.c.buffer)"), "{followed}");
        assert!(followed.contains("        a: function()"), "{followed}");
        assert!(followed.contains("        a: import0"), "{followed}");
    }

    #[test]
    fn bindings_of_another_build_are_refused() {
        assert!(follow(BINDINGS, r#"["./it.js", "__wbg_new_9999", "a"]"#).is_err());
    }
}
