//! Finds telephone numbers in a text, and tells them from times and dates.

use jiff::civil::Date;

use super::plain::plain;

/// This many digits are a number if only separators stand between them.
const DIGITS: usize = 6;

/// This many digits are a number if they begin like one, with anything but letters between them.
const DIGITS_OF_A_WHOLE: usize = 10;

/// How a date may be written in figures.
const DAYS: [&str; 4] = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"];

/// Whether a text holds a telephone number, however it is written.
pub(super) fn holds_a_number(text: &str) -> bool {
    let figures: String = text.split_inclusive(|letter: char| !letter.is_alphanumeric()).map(figures).collect();
    figures.split(char::is_alphabetic).any(is_number)
}

/// A word with letters that look like digits replaced by these, if it has a digit at all.
fn figures(word: &str) -> String {
    let has_digit = word.chars().any(char::is_numeric);
    let figure = |letter| match plain(letter) {
        'O' | 'o' if has_digit => '0',
        'I' | 'l' if has_digit => '1',
        digit if digit.is_numeric() && !digit.is_ascii() => '9',
        other => other,
    };
    word.chars().map(figure).collect()
}

/// Whether a run without letters holds a number. Times and dates are none.
fn is_number(run: &str) -> bool {
    let parts: Vec<_> = run.split([',', ';', '&']).filter(|part| !is_when(part)).collect();
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    parts.iter().flat_map(|part| part.split(':')).any(|part| digits(part) >= DIGITS) || is_whole(&parts.join(" "))
}

/// Whether the digits of a run form a whole number, whatever stands between them.
fn is_whole(run: &str) -> bool {
    let groups: Vec<_> = run.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let mut rests = (0..groups.len()).filter_map(|first| groups.get(first..)).map(<[_]>::concat);
    rests.any(|digits| (digits.starts_with('0') || digits.starts_with("44")) && digits.len() >= DIGITS_OF_A_WHOLE)
}

/// Whether a part is a time or a date.
fn is_when(part: &str) -> bool {
    let part = part.trim_matches(|letter: char| !letter.is_ascii_digit());
    let span = |is: fn(&str) -> bool| part.split_once('-').is_some_and(|(from, to)| is(from.trim()) && is(to.trim()));
    is_day(part) || span(is_day) || span(is_time)
}

fn is_day(text: &str) -> bool {
    DAYS.iter().any(|form| Date::strptime(form, text).is_ok_and(|day| (2000..2100).contains(&day.year())))
}

/// Whether a text is a time of the day, such as `9`, `9.30`, `9 30` or `0930`.
fn is_time(text: &str) -> bool {
    let (hour, minute) = match text.split_once(['.', ':', ' ']) {
        Some(parts) => parts,
        None if text.len() > 2 => text.split_at_checked(text.len() - 2).unwrap_or_default(),
        None => (text, "00"),
    };
    let is_below =
        |figures: &str, limit: u8| figures.len() <= 2 && figures.parse::<u8>().is_ok_and(|value| value < limit);
    minute.len() == 2 && is_below(minute, 60) && is_below(hour, 25)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_found_however_it_is_written() {
        for number in [
            "01273 555001",
            "01273.555.001",
            "01273/555/001",
            "01273\u{a0}555\u{a0}001",
            "01273\u{2013}555\u{2011}001",
            "(0)1273-555001",
            "０１２７３ ５５５００１",
            "٠١٢٧٣ ٥٥٥٠٠١",
            "𝟎𝟏𝟐𝟕𝟑 𝟓𝟓𝟓𝟎𝟎𝟏",
            "+44 1273 555001",
            "0 1 2 7 3 5 5 5 0 0 1",
            "0-1-2-7-3-5-5-5-0-0-1",
            "01273_555_001",
            "01273*555001",
            "01273, 555, 001",
            "01273: 555: 001",
            "01, 27, 35, 55, 00, 1",
            "O1273 5550O1",
            "0l273 555OOl",
            "555001",
            "555 001",
            "7946.0001",
            "116 123",
            "01273x555001",
            "09 00 17 00 12",
            "0120-1155 0011",
            "12.30-555001",
        ] {
            for note in [number.to_owned(), format!("Or {number}, then wait"), format!("Ext. 2; {number}.")] {
                assert!(holds_a_number(&note), "{note}");
            }
        }
    }

    #[test]
    fn hours_days_and_rooms_are_no_telephone_number() {
        for note in [
            "9 00 - 17 00",
            "9.00–17.00",
            "9:00-17:00",
            "09:00–12:00, 13:00–17:00",
            "0900-1700",
            "Open 08.30 - 16.45.",
            "(9.00-17.00)",
            "Mon 9.00-17.00, Fri 9.00-12.30",
            "9 00 to 17 00",
            "9-5",
            "9am-5pm",
            "24/7, 365 days",
            "8.30-24.00; 0.00-6.30",
            "Closed 24.12.2026–02.01.2027",
            "From 1/9/2026",
            "Since 2026-09-01",
            "Extensions 21, 22, 23",
            "Rooms 101, 102, 103, 104",
            "Room 204, 09.00-12.00, 13.00-17.00",
            "Extension 21",
            "Block 10o",
            "Call 101 or 999",
            "½ day",
        ] {
            assert!(!holds_a_number(note), "{note}");
        }
    }
}
