//! Words as a list in a sentence.

/// Words in backticks: "`a`, `b`". Put together by hand, because formatting macros are large in WebAssembly.
pub fn quoted<I: IntoIterator<Item: AsRef<str>>>(words: I) -> String {
    let mut text = String::new();
    for word in words {
        text.push_str(if text.is_empty() { "`" } else { ", `" });
        text.push_str(word.as_ref());
        text.push('`');
    }
    text
}

/// Words with "and", "or" or the like before the last: "a, b and c".
pub fn joined(words: Vec<String>, joint: &str) -> String {
    with_last(words, |most, last| format!("{most} {joint} {last}"))
}

/// Words with commas between them, and the last joined to the others by `put`, as each language does it.
pub fn with_last(mut words: Vec<String>, put: impl FnOnce(&str, &str) -> String) -> String {
    match (words.pop(), words.is_empty()) {
        (None, _) => String::new(),
        (Some(only), true) => only,
        (Some(last), false) => put(&words.join(", "), &last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_commas_and_its_joint_before_the_last() {
        let list = |words: &[&str]| joined(words.iter().map(ToString::to_string).collect(), "or");
        assert_eq!(
            ["", "a", "a or b", "a, b or c"],
            [list(&[]), list(&["a"]), list(&["a", "b"]), list(&["a", "b", "c"])].each_ref().map(String::as_str)
        );
        assert_eq!([quoted([""; 0]), quoted(["a"]), quoted(["a", "b"])], ["", "`a`", "`a`, `b`"]);
    }
}
