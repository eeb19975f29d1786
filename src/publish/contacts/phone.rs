//! Telephone numbers that a school may be told to call, after Ofcom's National Telephone Numbering Plan.

/// How the numbers begin that Ofcom keeps for television and radio drama, without the leading 0.
const FICTION: [&str; 18] = [
    "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960", "1414960", "1514960",
    "1614960", "1632960", "1914980", "2079460", "2896496", "2920180", "3069990", "7700900",
];

/// What is wrong with a number, if anything.
pub(super) fn complaint(number: &str) -> Option<String> {
    let expected = "a UK number such as `01632 960001`";
    if !number.chars().all(|letter| letter.is_ascii_digit() || " +()-".contains(letter)) {
        return Some(format!("`{number}` holds more than digits and spaces, expected {expected}"));
    }
    let digits = national(number);
    let complaint = match digits.as_str() {
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
    Some(format!("`{number}` {complaint}"))
}

/// Whether a number is one that nobody can ever answer.
pub(super) fn is_fiction(number: &str) -> bool {
    let digits = national(number);
    FICTION.iter().any(|start| digits.get(1..).is_some_and(|rest| rest.starts_with(start)))
}

/// The digits as dialled inside the United Kingdom.
fn national(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("44").filter(|_| number.starts_with('+')) {
        Some(rest) => format!("0{rest}"),
        None => digits,
    }
}

/// Whether it is a place, a mobile, a number at local rate or a free one, of a length that there is.
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
    fn numbers_that_a_school_may_call_are_taken_however_they_are_written() {
        for number in [
            "01632 960001",
            "(01632) 960-001",
            "+44 1632 960001",
            "0300 123 4567",
            "07700 900001",
            "016977 3999",
            "0800 1111",
        ] {
            assert_eq!(complaint(number), None, "{number}");
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
            ("+1 212 555 0100", "right length"),
            ("+44 (0)20 7946 0001", "right length"),
            ("01632 960001 ext 2", "more than digits"),
        ] {
            assert!(
                complaint(number).is_some_and(|complaint| complaint.contains(why)),
                "{number}: {:?}",
                complaint(number)
            );
        }
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
