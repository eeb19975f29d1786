//! Local contacts from JSON text. Everything that is wrong with them is reported at once.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Contacts, Entry, phone, plain};
use crate::incident::{Field, Sent};
use crate::policy::vocabulary::{Contact, Word};
use crate::say::lists::quoted;

/// The fields of an entry, as they stand in the file and in the block.
const FIELDS: [&str; 6] = ["name", "phone", "outOfHours", "web", "note", "checked"];

/// The longest name, and the longest of the other texts, in characters.
const NAME: usize = 80;
const TEXT: usize = 120;

impl Contacts {
    /// Reads contacts from JSON text. `today` decides which are out of date.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, each with the field and what was expected.
    pub fn read(text: &str, today: Date) -> Result<Self, Vec<String>> {
        let sent = serde_json::from_str(text).map_err(|error| vec![format!("not JSON: {error}")])?;
        let Sent::Object(fields) = sent else {
            return Err(vec![format!("expected an object with any of {}", kinds())]);
        };
        let mut reader = Reader { today, complaints: Vec::new() };
        let mut contacts: Vec<_> = fields.iter().filter_map(|field| reader.contact(field)).collect();
        contacts.sort_by_key(|(contact, _)| *contact);
        for pair in contacts.windows(2) {
            if let [(one, _), (other, _)] = pair
                && one == other
            {
                reader.complain(one.id(), "is there twice");
            }
        }
        if reader.complaints.is_empty() { Ok(Self(contacts)) } else { Err(reader.complaints) }
    }
}

struct Reader {
    today: Date,
    complaints: Vec<String>,
}

impl Reader {
    fn complain(&mut self, place: &str, what: impl AsRef<str>) {
        self.complaints.push(format!("{place}: {}", what.as_ref()));
    }

    fn contact(&mut self, field: &Field) -> Option<(Contact, Entry)> {
        let Ok(contact) = field.name.parse::<Contact>() else {
            self.complain(&shown(&field.name), format!("is not a kind of contact, expected any of {}", kinds()));
            return None;
        };
        let Sent::Object(fields) = &field.value else {
            self.complain(contact.id(), format!("expected an object with {}", quoted(FIELDS)));
            return None;
        };
        Some((contact, self.entry(contact, fields)))
    }

    fn entry(&mut self, contact: Contact, fields: &[Field]) -> Entry {
        self.known_once(contact, fields);
        let mut text = |name: &str| self.text(contact, fields, name);
        let entry = Entry {
            name: text("name").unwrap_or_default(),
            phone: text("phone"),
            out_of_hours: text("outOfHours"),
            web: text("web"),
            note: text("note"),
            checked: text("checked").unwrap_or_default(),
        };
        self.complete(contact, fields);
        entry
    }

    fn known_once(&mut self, contact: Contact, fields: &[Field]) {
        for (place, field) in fields.iter().enumerate() {
            let path = format!("{}.{}", contact.id(), shown(&field.name));
            if !FIELDS.contains(&field.name.as_str()) {
                self.complain(&path, format!("is not a field, expected any of {}", quoted(FIELDS)));
            } else if fields.iter().take(place).any(|other| other.name == field.name) {
                self.complain(&path, "is there twice");
            }
        }
    }

    fn complete(&mut self, contact: Contact, fields: &[Field]) {
        let has = |name: &str| fields.iter().any(|field| field.name == name);
        for required in ["name", "checked"].into_iter().filter(|required| !has(required)) {
            self.complain(contact.id(), format!("has no `{required}`"));
        }
        if contact == Contact::Partnership && !has("phone") && !has("web") {
            self.complain(contact.id(), "has neither `phone` nor `web`");
        } else if contact != Contact::Partnership && !has("phone") {
            self.complain(contact.id(), "has no `phone`");
        }
    }

    fn text(&mut self, contact: Contact, fields: &[Field], name: &str) -> Option<String> {
        let field = fields.iter().find(|field| field.name == name)?;
        let path = format!("{}.{name}", contact.id());
        let Sent::Text(text) = &field.value else {
            self.complain(&path, "expected a text in quotation marks");
            return None;
        };
        self.fit(contact, name, text).map_err(|wrong| self.complain(&path, wrong)).ok()
    }

    /// A text in the form in which it is shown, or the complaint about it.
    fn fit(&self, contact: Contact, name: &str, text: &str) -> Result<String, String> {
        let wrong = plain::unfit(text).or_else(|| match name {
            "name" => plain::complaint(text, NAME),
            "note" => plain::complaint(text, TEXT),
            "web" => web(contact, text),
            "checked" => self.day(text),
            _ => None,
        });
        match (wrong, name) {
            (Some(wrong), _) => Err(wrong),
            (None, "phone" | "outOfHours") => phone::read(text),
            (None, _) => Ok(text.to_owned()),
        }
    }

    fn day(&self, text: &str) -> Option<String> {
        let is_iso = |day: &Date| day.to_string() == text;
        let Some(day) = text.parse::<Date>().ok().filter(is_iso) else {
            return Some(format!("{} is not a day, expected one such as `{}`", shown(text), self.today));
        };
        if day > self.today {
            return Some(format!("`{text}` is still to come, expected the day on which somebody last called"));
        }
        let too_old = self.today.checked_sub(1.year()).is_ok_and(|oldest| day < oldest);
        too_old.then(|| format!("`{text}` is more than a year ago: call, then write the day on which you did"))
    }
}

fn web(contact: Contact, text: &str) -> Option<String> {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || ".-".contains(letter);
    let path = |letter: char| letter.is_ascii_alphanumeric() || ":/.-_~%".contains(letter);
    if contact != Contact::Partnership {
        Some("expected no web address: only `partnership` has one".to_owned())
    } else if let Some(long) = plain::too_long(text, TEXT) {
        Some(long)
    } else if !host.contains('.') || !host.chars().all(plain) || !text.chars().all(path) {
        Some("expected an address such as `https://www.example.org/procedures`, with no `?` and no `#`".to_owned())
    } else {
        None
    }
}

fn kinds() -> String {
    quoted(Contact::ALL.iter().map(|contact| contact.id()))
}

/// A text of the file, made fit for a terminal.
fn shown(text: &str) -> String {
    format!("`{}`", text.chars().take(40).flat_map(char::escape_debug).collect::<String>())
}
