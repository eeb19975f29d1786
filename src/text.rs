//! Text as programs on every system write it.

/// The text that bytes are in UTF-8, without a byte order mark before it.
///
/// # Errors
///
/// What the bytes are instead, and what to do about it.
pub fn decoded(bytes: Vec<u8>) -> Result<String, &'static str> {
    if is_utf_16(&bytes) {
        return Err("UTF-16, expected UTF-8: save it again as UTF-8, in Notepad under Save as, Encoding");
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| "not UTF-8: save it again as UTF-8, in Notepad under Save as, Encoding")?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Whether bytes begin with a byte order mark of UTF-16, or with a letter in two bytes.
fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
        || matches!(bytes, [0, other, ..] | [other, 0, ..] if *other != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(decoded(b"\xEF\xBB\xBF{}".to_vec()).as_deref(), Ok("{}"));
        assert_eq!(decoded(b"{}".to_vec()).as_deref(), Ok("{}"));
        assert_eq!(decoded(Vec::new()).as_deref(), Ok(""));
    }

    #[test]
    fn utf_16_is_told_with_what_to_do() {
        for text in ["\u{feff}{}", "{}", "\u{feff}"] {
            for bytes in [utf_16(text, u16::to_le_bytes), utf_16(text, u16::to_be_bytes)] {
                assert!(decoded(bytes).is_err_and(|why| why.starts_with("UTF-16, expected UTF-8: save it")));
            }
        }
    }

    #[test]
    fn an_older_encoding_is_told_with_what_to_do() {
        assert!(decoded(b"\xA3 5".to_vec()).is_err_and(|why| why.starts_with("not UTF-8: save it")));
    }
}
