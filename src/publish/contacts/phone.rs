//! Telephone numbers that a school may be told to call, after Ofcom's National Telephone Numbering Plan.

use super::plain::{plain, too_long};

/// The prefixes of the numbers that Ofcom reserves for television and radio drama, without the leading 0.
const FICTION: [&str; 18] = [
    "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960", "1414960", "1514960",
    "1614960", "1632960", "1914980", "2079460", "2896496", "2920180", "3069990", "7700900",
];

/// How long a number as written may be, in characters.
const LONGEST: usize = 40;

/// The form that complaints name as expected.
const EXPECTED: &str = "expected a UK number such as `01632 960001`";

/// A number in the form in which it is shown: plain digits, spaces, hyphens and brackets, beginning with `+44 ` if it
/// was written for callers from abroad. The digits alone dial.
///
/// # Errors
///
/// What is wrong with it.
pub(super) fn read(written: &str) -> Result<String, String> {
    if let Some(long) = too_long(written, LONGEST) {
        return Err(long);
    }
    let shown = shown(written);
    match complaint(&shown) {
        Some(complaint) => Err(format!("`{written}` {complaint}")),
        None => Ok(shown),
    }
}

/// A number as people write and paste it, brought into one form. The 0 that some write in brackets after +44 is never
/// dialled.
fn shown(written: &str) -> String {
    let spaced = written.chars().map(plain).map(|letter| if "./".contains(letter) { ' ' } else { letter });
    let number = spaced.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    match after_44(&number) {
        Some(rest) => {
            let rest = rest.trim_start_matches([')', ' ', '-']);
            format!("+44 {}", rest.strip_prefix("(0)").unwrap_or(rest).trim_start())
        }
        None => number,
    }
}

/// The rest of a number after the country code, if it begins with that.
fn after_44(number: &str) -> Option<&str> {
    let dialled = dialled(number);
    let digits = if dialled.starts_with("+44") { 2 } else { dialled.strip_prefix("0044").map(|_| 4)? };
    let (last, _) = number.char_indices().filter(|(_, letter)| letter.is_ascii_digit()).nth(digits - 1)?;
    number.get(last + 1..)
}

fn complaint(number: &str) -> Option<String> {
    if !number.chars().all(|letter| letter.is_ascii_digit() || " +()-".contains(letter)) {
        return Some(format!("holds more than digits and spaces, {EXPECTED}"));
    }
    let dialled = dialled(number);
    if dialled.rfind('+').is_some_and(|place| place > 0) || dialled.starts_with('+') && !dialled.starts_with("+44") {
        return Some(format!("has a `+` elsewhere than in a `+44` at its beginning, {EXPECTED}"));
    }
    if dialled.starts_with("+440") {
        return Some("has a 0 after +44, with which it does not dial: leave out the 0".to_owned());
    }
    if !brackets_pair(number) {
        return Some("has a bracket without the other".to_owned());
    }
    let complaint = match national(number).as_str() {
        "999" | "112" => "is the emergency number, which the guide gives by itself: leave this out",
        "101" => "is the number of police everywhere, which the guide gives by itself: leave this out",
        short if short.len() < 5 => "is too short",
        dear if ["084", "087", "09", "118"].iter().any(|start| dear.starts_with(start)) => {
            "costs extra to call, expected one that is free or costs as much as a local call"
        }
        moved if ["070", "076"].iter().any(|start| moved.starts_with(start)) => {
            "is a personal or pager number, which can cost a lot or ring anywhere"
        }
        other if !is_ordinary(other) => "is not a UK number of the right length",
        _ => return None,
    };
    Some(complaint.to_owned())
}

/// Whether each bracket that opens is closed before the next.
fn brackets_pair(number: &str) -> bool {
    let brackets: String = number.chars().filter(|letter| "()".contains(*letter)).collect();
    brackets.replace("()", "").is_empty()
}

/// Whether a number is one that nobody can ever answer.
pub(super) fn is_fiction(number: &str) -> bool {
    let digits = national(number);
    FICTION.iter().any(|start| digits.get(1..).is_some_and(|rest| rest.starts_with(start)))
}

/// The number as a telephone dials it.
pub(super) fn dialled(number: &str) -> String {
    number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect()
}

/// The digits as dialled inside the United Kingdom.
fn national(number: &str) -> String {
    let dialled = dialled(number);
    dialled.strip_prefix("+44").map_or_else(|| dialled.clone(), |rest| format!("0{rest}"))
}

/// Whether it is a geographic, mobile, local-rate or free number, of a valid length.
fn is_ordinary(digits: &str) -> bool {
    let lengths = match digits.get(..2) {
        Some("01") => 10..=11,
        Some("02" | "03" | "07") => 11..=11,
        Some("08") if digits.starts_with("080") => 10..=11,
        _ => return digits == "08001111",
    };
    digits == "08001111" || lengths.contains(&digits.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_a_school_may_call_are_taken_as_they_are_written() {
        for number in [
            "01632 960001",
            "(01632) 960-001",
            "(0)1632 960001",
            "+44 1632 960001",
            "+44 (1632) 960-001",
            "0300 123 4567",
            "07700 900001",
            "016977 3999",
            "0800 1111",
        ] {
            assert_eq!(read(number).as_deref(), Ok(number));
        }
    }

    #[test]
    fn a_number_as_it_is_pasted_is_shown_in_one_way_and_dials() {
        for (written, shown, dialled) in [
            ("01632.960.001", "01632 960 001", "01632960001"),
            ("01632/960/001", "01632 960 001", "01632960001"),
            ("01632 / 960001", "01632 960001", "01632960001"),
            ("01632\u{a0}960\u{202f}001", "01632 960 001", "01632960001"),
            ("01632\u{3000}960001", "01632 960001", "01632960001"),
            ("01632\u{2011}960\u{2013}001", "01632-960-001", "01632960001"),
            ("０１６３２　９６０００１", "01632 960001", "01632960001"),
            ("（０１６３２）９６０－００１", "(01632)960-001", "01632960001"),
            ("＋４４ １６３２ ９６０００１", "+44 1632 960001", "+441632960001"),
            ("+44 (0)1632 960001", "+44 1632 960001", "+441632960001"),
            ("+44(0) 1632.960001", "+44 1632 960001", "+441632960001"),
            ("(+44) 1632 960001", "+44 1632 960001", "+441632960001"),
            ("+ 44-1632-960001", "+44 1632-960001", "+441632960001"),
            ("+441632960001", "+44 1632960001", "+441632960001"),
            ("0044 1632 960001", "+44 1632 960001", "+441632960001"),
            ("00 44 (0) 1632 960001", "+44 1632 960001", "+441632960001"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(shown), "{written}");
            assert_eq!(super::dialled(shown), dialled);
        }
    }

    #[test]
    fn numbers_that_nobody_should_be_sent_to_are_refused() {
        for (number, why) in [
            ("999", "emergency"),
            ("1 0 1", "police everywhere"),
            ("1234", "too short"),
            ("0909 879 0001", "costs extra"),
            ("0845 46 47", "costs extra"),
            ("+44 871 123 4567", "costs extra"),
            ("118 500", "costs extra"),
            ("070 1234 5678", "personal"),
            ("01632 9600012", "right length"),
            ("0300 123 456", "right length"),
            ("01632 960001 / 960002", "right length"),
            ("1632 960001", "right length"),
            ("44 1632 960001", "right length"),
            ("01632 960001 ext 2", "more than digits"),
            ("٠١٦٣٢ ٩٦٠٠٠١", "more than digits"),
            ("01632\u{2022}960001", "more than digits"),
        ] {
            assert!(read(number).is_err_and(|complaint| complaint.contains(why)), "{number}: {:?}", read(number));
        }
    }

    #[test]
    fn numbers_that_do_not_dial_are_refused() {
        for (number, why) in [
            ("+01632 960001", "a `+` elsewhere"),
            ("01632+960001", "a `+` elsewhere"),
            ("01632960001+", "a `+` elsewhere"),
            ("++441632960001", "a `+` elsewhere"),
            ("+44 +44 1632 960001", "a `+` elsewhere"),
            ("+44 1632 960001+", "a `+` elsewhere"),
            ("(0)+44 1632 960001", "a `+` elsewhere"),
            ("00+44 1632 960001", "a `+` elsewhere"),
            ("+1 212 555 0100", "a `+` elsewhere"),
            ("+44 01632 960001", "a 0 after +44"),
            ("+44 (01632) 960001", "a 0 after +44"),
            ("0044 01632 960001", "a 0 after +44"),
            ("(01632 960001", "a bracket"),
            ("01632) 960001", "a bracket"),
            (")01632( 960001", "a bracket"),
        ] {
            assert!(read(number).is_err_and(|complaint| complaint.contains(why)), "{number}: {:?}", read(number));
        }
    }

    #[test]
    fn a_number_has_a_greatest_length() {
        let long = format!("01632{}960001", " ".repeat(50_000));
        assert_eq!(read(&long), Err("has 50011 characters, expected at most 40".to_owned()));
    }

    #[test]
    fn numbers_kept_for_fiction_are_known_by_how_they_begin() {
        assert!(
            ["01632 960999", "+44 20 7946 0000", "07700 900461", "028 9649 6001", "029 2018 0999"]
                .iter()
                .all(|number| is_fiction(number))
        );
        assert!(!["01632 961000", "020 7946 1000", "07700 901000"].iter().any(|number| is_fiction(number)));
    }
}
