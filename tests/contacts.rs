//! Local contacts: what is refused and in which words, and what filling a page does to it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use serde_json::{Value, json};
use sgii_guide::edition::POLICY;
use sgii_guide::policy::compile::Translation;
use sgii_guide::policy::entry::named;
use sgii_guide::policy::vocabulary::{Contact, Word};
use sgii_guide::publish::contacts::{Contacts, Guide, beside, hashed};
use sgii_guide::publish::{guidance_html, labels_json, page_html, page_words_json};

const TODAY: Date = date(2026, 11, 22);
/// A page with no more than filling needs: the places for contacts, the words for what is put there, and its hash.
static EMPTY: LazyLock<String> = LazyLock::new(|| hashed(&UNHASHED).unwrap());

static UNHASHED: LazyLock<String> = LazyLock::new(|| {
    let english = Translation::english(&POLICY);
    let page = page_html(&english, &fs::read_to_string(root().join("www/index.html")).unwrap()).unwrap();
    let page = page.replace("<!--labels-->", &labels_json(&english));
    let words = page_words_json(&english).replace('<', r"\u003c");
    let words = format!("<script type=\"application/json\" id=\"words\">{words}</script>");
    page.replace("<!--guidance-->", "<p>Before.</p><div id=\"local\"></div><p>After.</p>")
        .replace("<!--words-->", &words)
});

// --- What is refused ------------------------------------------------------------------------------------------------

#[test]
fn the_example_is_fit_but_for_its_made_up_numbers() {
    let contacts = Contacts::read(&example(), TODAY).unwrap();
    assert_eq!(contacts.warnings().matches("kept for examples").count(), example().matches(": \"0").count());
    let block = block(&with(&EMPTY, &contacts));
    assert_eq!(block, serde_json::from_str::<Value>(&example()).unwrap());
    assert_eq!(block.as_object().unwrap().len(), Contact::ALL.len(), "the example leaves a kind out");
}

#[test]
fn each_field_that_is_wrong_is_named_with_what_was_expected() {
    for (field, value, complaint) in [
        (
            "phone",
            json!("999"),
            "front-door.phone: `999` is the emergency number, which the guide gives by itself: leave this out",
        ),
        (
            "phone",
            json!("101"),
            "front-door.phone: `101` is the number of police everywhere, which the guide gives by itself: leave this out",
        ),
        (
            "phone",
            json!("0909 879 0001"),
            "front-door.phone: `0909 879 0001` costs extra to call, expected one that is free or costs as much as a local call",
        ),
        ("outOfHours", json!("12"), "front-door.outOfHours: `12` is too short"),
        (
            "phone",
            json!("+01273 555001"),
            "front-door.phone: `+01273 555001` has a `+` elsewhere than in a `+44` at its beginning, expected a UK number such as `01632 960001`",
        ),
        (
            "outOfHours",
            json!("01632 960001 ext. 2"),
            "front-door.outOfHours: `01632 960001 ext. 2` holds more than digits and spaces, expected a UK number such as `01632 960001`",
        ),
        (
            "phone",
            json!(format!("01632{}960001", " ".repeat(50_000))),
            "front-door.phone: has 50011 characters, expected at most 40",
        ),
        ("phone", json!(1_632_960_001), "front-door.phone: expected a text in quotation marks"),
        ("phone", Value::Null, "front-door.phone: expected a text in quotation marks"),
        (
            "checked",
            json!("2 November"),
            "front-door.checked: `2 November` is not a day, expected one such as `2026-11-22`",
        ),
        (
            "checked",
            json!("2026-02-30"),
            "front-door.checked: `2026-02-30` is not a day, expected one such as `2026-11-22`",
        ),
        (
            "checked",
            json!("2026-11-23"),
            "front-door.checked: `2026-11-23` is still to come, expected the day on which somebody last called",
        ),
        (
            "checked",
            json!("2025-11-21"),
            "front-door.checked: `2025-11-21` is more than a year ago: call, then write the day on which you did",
        ),
        ("name", json!(""), "front-door.name: is empty, or begins or ends with a space"),
        ("name", json!("x".repeat(81)), "front-door.name: has 81 characters, expected at most 80"),
        ("note", json!("x".repeat(121)), "front-door.note: has 121 characters, expected at most 120"),
        (
            "name",
            json!("A\u{7}B"),
            "front-door.name: holds the hidden character U+0007, expected plain text on one line",
        ),
        (
            "name",
            json!("A\u{202e}B"),
            "front-door.name: holds the hidden character U+202E, expected plain text on one line",
        ),
        (
            "note",
            json!("one\ntwo"),
            "front-door.note: holds the hidden character U+000A, expected plain text on one line",
        ),
        (
            "name",
            json!("\u{3164}"),
            "front-door.name: holds the hidden character U+3164, expected plain text on one line",
        ),
        ("name", json!("–"), "front-door.name: holds no letter"),
        ("name", json!("<b>A</b>"), "front-door.name: holds `<` or `>`, expected plain text and no HTML"),
        (
            "name",
            json!("a@b.example"),
            "front-door.name: holds an e-mail address, which the guide does not show: mail can wait unread",
        ),
        (
            "note",
            json!("See www.b.example"),
            "front-door.note: holds a web address, expected it in `web` of `partnership`",
        ),
        (
            "note",
            json!("Or 0909.879\u{a0}0001"),
            "front-door.note: holds a telephone number, expected it in `phone` or `outOfHours`, where it is checked",
        ),
        ("web", json!("https://b.example"), "front-door.web: expected no web address: only `partnership` has one"),
        (
            "email",
            json!("a@b.example"),
            "front-door.`email`: is not a field, expected any of `name`, `phone`, `outOfHours`, `web`, `note`, `checked`",
        ),
    ] {
        let mut entry = json!({ "name": "A", "phone": "01632 960001", "checked": "2026-11-02" });
        entry[field] = value;
        assert_eq!(complaints(&json!({ "front-door": entry }).to_string()), [complaint]);
    }
}

#[test]
fn a_year_ago_to_the_day_is_not_too_old_and_today_not_too_new() {
    for checked in ["2025-11-22", "2026-11-22"] {
        let entry = json!({ "name": "A", "phone": "01632 960001", "checked": checked });
        assert!(complaints(&json!({ "lead": entry }).to_string()).is_empty());
    }
}

#[test]
fn only_a_partnership_may_have_a_web_address_and_only_a_plain_one() {
    let partnership =
        |web: &str| json!({ "partnership": { "name": "A", "web": web, "checked": "2026-11-02" } }).to_string();
    assert!(complaints(&partnership("https://www.b.example/a/procedures.html")).is_empty());
    for web in [
        "http://b.example",
        "https://b",
        "https://u@b.example",
        "https://b.example/?q=1",
        "https://b.example/#a",
        "javascript:alert(1)",
        "https://b.example/\"x",
    ] {
        assert_eq!(complaints(&partnership(web)).len(), 1, "{web}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = r#"{ "lado": {}, "lead": "A", "deputy": {}, "partnership": {}, "front-door": { "name": "A", "name": "B" },
        "police": { "name": "A", "phone": "1", "checked": "2026-11-02" }, "police": { "name": "A", "phone": "01632 960001", "checked": "2026-11-02" } }"#;
    assert_eq!(
        complaints(text),
        [
            "`lado`: is not a kind of contact, expected any of `lead`, `deputy`, `front-door`, `police`, `staff-concerns`, `partnership`",
            "lead: expected an object with `name`, `phone`, `outOfHours`, `web`, `note`, `checked`",
            "deputy: has no `name`",
            "deputy: has no `checked`",
            "deputy: has no `phone`",
            "partnership: has no `name`",
            "partnership: has no `checked`",
            "partnership: has neither `phone` nor `web`",
            "front-door.`name`: is there twice",
            "front-door: has no `checked`",
            "front-door: has no `phone`",
            "police.phone: `1` is too short",
            "police: is there twice",
        ]
    );
    assert_eq!(complaints("[]").len(), 1);
    assert_eq!(complaints("{\n\"lead\": }"), ["not JSON: expected value at line 2 column 9"]);
}

// --- What filling does ----------------------------------------------------------------------------------------------

#[test]
fn filling_again_replaces_and_an_empty_file_restores_the_page_byte_for_byte() {
    let all: Value = serde_json::from_str(&example()).unwrap();
    let kinds: Vec<&str> = Contact::ALL.iter().map(|contact| contact.id()).collect();
    let some = |set: usize| {
        let chosen = kinds.iter().enumerate().filter(|(place, _)| set & 1 << place != 0);
        let object: serde_json::Map<_, _> = chosen.map(|(_, kind)| ((*kind).to_owned(), all[*kind].clone())).collect();
        Contacts::read(&Value::Object(object).to_string(), TODAY).unwrap()
    };
    for set in 0..1 << kinds.len() {
        let filled = with(&EMPTY, &some(set));
        assert_eq!(with(&filled, &some(set)), filled);
        assert_eq!(with(&filled, &some(63 - set)), with(&EMPTY, &some(63 - set)));
        assert_eq!(Guide::read(&filled).unwrap().published(), *EMPTY);
        assert_eq!(filled == *EMPTY, set == 0);
    }
}

#[test]
fn the_order_of_the_file_does_not_matter() {
    let reversed: serde_json::Map<_, _> =
        serde_json::from_str::<Value>(&example()).unwrap().as_object().unwrap().clone().into_iter().rev().collect();
    let one = Contacts::read(&Value::Object(reversed).to_string(), TODAY).unwrap();
    assert_eq!(one, Contacts::read(&example(), TODAY).unwrap());
}

/// No text may hold `<`, so this rests on two things that each suffice.
#[test]
fn no_text_can_end_the_block() {
    let name =
        |name: &str| json!({ "lead": { "name": name, "phone": "01632 960001", "checked": "2026-11-02" } }).to_string();
    assert_eq!(complaints(&name("</script><script>")).len(), 1);
    let filled = filled(&name("\"}'&lt;/script&gt;\\u003c"));
    assert_eq!(filled.matches("</script>").count(), EMPTY.matches("</script>").count());
    assert_eq!(block(&filled)["lead"]["name"], "\"}'&lt;/script&gt;\\u003c");
    assert!(written(&filled).contains("</b>&quot;}'&amp;lt;/script&amp;gt;\\u003c. "), "{}", written(&filled));
}

#[test]
fn the_written_guidance_has_each_number_to_press_with_who_answers_its_hours_and_its_date() {
    let filled = filled(&example());
    let written = written(&filled);
    for (kind, entry) in serde_json::from_str::<Value>(&example()).unwrap().as_object().unwrap() {
        for (field, text) in entry.as_object().unwrap() {
            let text = text.as_str().unwrap();
            let said = match field.as_str() {
                "phone" => format!("<a href=\"tel:{}\">{text}</a>. ", text.replace(' ', "")),
                "outOfHours" => format!("At other times: <a href=\"tel:{}\">{text}</a>. ", text.replace(' ', "")),
                "checked" => "Checked 2 November 2026.".to_owned(),
                _ => format!("{text}. "),
            };
            assert!(written.contains(&said), "no `{said}` of {kind} in {written}");
        }
    }
    assert!(
        written.contains("<b>Your number for children's services: </b>Anyshire children's services. "),
        "{written}"
    );
    assert!(written.starts_with("<section id=\"local-numbers\"><h2>Numbers for this school</h2>"), "{written}");
    assert!(!written.contains('{'), "{written}");
}

#[test]
fn a_number_is_shown_in_one_way_and_dialled_as_the_questions_dial_it() {
    let text = json!({ "lead": { "name": "A", "phone": "＋44\u{a0}(0)1632.960-001", "checked": "2026-11-02" } });
    let filled = filled(&text.to_string());
    assert_eq!(block(&filled)["lead"]["phone"], "+44 1632 960-001");
    assert!(written(&filled).contains("<a href=\"tel:+441632960001\">+44 1632 960-001</a>"), "{}", written(&filled));
}

// --- What is no guide, or not whole ---------------------------------------------------------------------------------

#[test]
fn a_page_that_carries_no_hash_is_no_guide() {
    for page in ["<p>Another page.</p>", "", &EMPTY.replace("guide-sha256", "sha256")] {
        assert_eq!(Guide::read(page).err(), Some("is not a guide made by this project"), "{page}");
    }
}

#[test]
fn a_guide_that_is_cut_off_altered_or_doubled_is_refused_with_contacts_or_without() {
    for whole in [EMPTY.to_string(), filled(&example())] {
        let cut = |end: usize| whole.get(..end).unwrap_or_default().to_owned();
        let twice = |part: &str| whole.replacen(part, &part.repeat(2), 1);
        let end = whole.len();
        let altered = [
            cut(end - 1),
            cut(end - 7),
            cut(end / 2),
            whole.replace("robots", "robot"),
            whole.replacen("</title>", " </title>", 1),
            whole.replacen(char::is_numeric, "_", 1),
            whole.replace('\n', "\r\n"),
            format!("{whole}\n"),
            whole.repeat(2),
            format!("\u{feff}{whole}"),
            twice("<script type=\"application/json\" id=\"words\">{}</script>"),
            twice("<script type=\"application/json\" id=\"words\">"),
            twice("<div id=\"local\"></div>"),
            twice("<script type=\"application/json\" id=\"contacts\">{}</script>"),
            twice("<meta name=\"guide-sha256\""),
            whole.replace("<div id=\"local\">", "<div>"),
            whole.replace("id=\"contacts\"", ""),
        ];
        for (way, page) in altered.iter().enumerate().filter(|(_, page)| **page != whole) {
            let complaint = "the guide is cut off or altered: take it from the release again";
            assert_eq!(Guide::read(page).err(), Some(complaint), "{way}");
        }
    }
}

#[test]
fn every_byte_of_a_page_counts_but_those_of_its_contacts() {
    let whole = filled(&example());
    for place in (0..whole.len()).step_by(97).filter(|place| whole.as_bytes()[*place].is_ascii_alphanumeric()) {
        let page = format!("{}_{}", &whole[..place], &whole[place + 1..]);
        let read = Guide::read(&page).map(|guide| guide.published());
        assert!(read.is_err() || read == Ok(EMPTY.to_string()), "{place}");
    }
}

#[test]
fn a_page_that_lacks_a_place_is_not_published() {
    for place in ["guide-sha256", "id=\"local\"", "id=\"contacts\"", "id=\"words\""] {
        assert_eq!(hashed(&UNHASHED.replace(place, "")), None, "{place}");
    }
    assert_eq!(hashed(&UNHASHED.replace("id=\"contacts\">{}", "id=\"contacts\">{} ")), None);
    assert_eq!(hashed(&EMPTY).as_ref(), Some(&*EMPTY));
}

#[test]
fn the_page_is_built_with_nothing_in_either_place() {
    let guidance = guidance_html(&Translation::english(&POLICY));
    let page = hashed(&UNHASHED.replace("<p>Before.</p><div id=\"local\"></div><p>After.</p>", &guidance)).unwrap();
    let filled = with(&page, &Contacts::read(&example(), TODAY).unwrap());
    assert_eq!(Guide::read(&filled).unwrap().published(), page);
}

// --- The command ----------------------------------------------------------------------------------------------------

#[test]
fn the_command_writes_the_page_and_both_hashes() {
    let folder = folder("written");
    let out = folder.join("out.html");
    let today = all_of_today();
    let output = command(&folder, &**EMPTY, &today, Some("out.html"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(block(&fs::read_to_string(&out).unwrap()), serde_json::from_str::<Value>(&today).unwrap());
    assert_eq!(lines[0], format!("{}  without contacts", sha256sum(&folder.join("guide.html"))));
    assert_eq!(lines[1], format!("{}  {}", sha256sum(&out), out.display()));
    assert!(lines[2].starts_with("warning: lead: nobody answers 01632 960001"));
}

/// As Windows writes it.
#[test]
fn a_byte_order_mark_in_the_contacts_is_no_part_of_them_and_utf_16_is_refused_with_what_to_do() {
    let folder = folder("windows");
    assert!(command(&folder, &**EMPTY, "\u{feff}{}\r\n", Some("out.html")).status.success());
    let utf16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let output = command(&folder, &**EMPTY, utf16, Some("out.html"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("contacts.json: UTF-16, expected UTF-8: save it again as UTF-8, in Notepad"), "{said}");
}

#[test]
fn the_command_writes_nothing_when_anything_is_wrong() {
    let folder = folder("refused");
    let output = command(&folder, &**EMPTY, r#"{ "lead": {} }"#, Some("out.html"));
    assert!(!output.status.success() && output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 3);
    assert!(said.lines().all(|line| line.contains("contacts.json: lead: has no `")), "{said}");
    assert!(!folder.join("out.html").exists());
}

#[test]
fn the_command_refuses_a_guide_that_is_cut_off_and_writes_nothing() {
    let folder = folder("cut-off");
    let end = EMPTY.len();
    let in_a_letter = EMPTY.find('–').unwrap() + 1;
    for end in [end - 7, end * 99 / 100, end * 9 / 10, in_a_letter] {
        let output = command(&folder, &EMPTY.as_bytes()[..end], "{}", Some("out.html"));
        let said = String::from_utf8(output.stderr).unwrap();
        let complaint = "guide.html: the guide is cut off or altered: take it from the release again";
        assert!(said.trim_end().ends_with(complaint), "{said}");
        assert!(!output.status.success() && output.stdout.is_empty() && !folder.join("out.html").exists());
    }
}

#[test]
fn a_file_that_is_too_long_for_contacts_is_refused() {
    let folder = folder("too-long");
    let output = command(&folder, &**EMPTY, " ".repeat(65_537), Some("out.html"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.trim_end().ends_with("is longer than 65536 bytes, expected six contacts at most"), "{said}");
}

#[test]
fn unless_told_where_it_writes_beside_the_guide() {
    assert_eq!(beside(Path::new("dist/guide.html")), PathBuf::from("dist/guide-local.html"));
    assert_eq!(beside(Path::new("dist/guide-local.html")), PathBuf::from("dist/guide-local.html"));
    let folder = folder("beside");
    assert!(command(&folder, &**EMPTY, "{}", None).status.success());
    assert_eq!(fs::read_to_string(folder.join("guide-local.html")).unwrap(), *EMPTY);
}

// --- A guide as it is hosted ----------------------------------------------------------------------------------------

/// The pages of a host, one of them in another language.
const PAGES: [&str; 4] = ["guide.html", "guide-nowasm.html", "guide-cy.html", "guide-nowasm-cy.html"];

/// A folder with pages, a worker that knows them, and an icon.
fn hosted(name: &str) -> PathBuf {
    let folder = folder(name).join("host");
    fs::create_dir_all(folder.join("icons")).unwrap();
    for page in PAGES.map(|name| folder.join(name)) {
        fs::write(&page, hashed(&format!("<!-- {} -->{}", page.display(), *UNHASHED)).unwrap()).unwrap();
    }
    fs::write(folder.join("guide-local.html"), &*EMPTY).unwrap();
    fs::write(folder.join("icons/a.png"), [0, 255]).unwrap();
    let known = PAGES.map(|name| format!("\"{name}\":\"{}\"", sha256sum(&folder.join(name))));
    fs::write(folder.join("worker.js"), format!("let a={{{}}}", known.join(","))).unwrap();
    folder
}

fn host(folder: &Path, contacts: &str) -> Output {
    host_as(folder, contacts, Path::new(env!("CARGO_TARGET_TMPDIR")), &[folder])
}

/// The same, from a folder, with the guide and what is to be written as they are spelled there.
fn host_as(folder: &Path, contacts: &str, from: &Path, spelled: &[&Path]) -> Output {
    let file = folder.with_file_name("contacts.json");
    fs::write(&file, contacts).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgii"));
    command.current_dir(from).arg("contacts").arg(spelled[0]).arg(file).args(&spelled[1..]).output().unwrap()
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_hosted_folder_has_the_contacts_in_every_page_and_a_worker_that_knows_them() {
    let folder = hosted("hosted");
    let out = folder.with_file_name("host-local");
    let output = host(&folder, &example());
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    for name in PAGES.into_iter().chain(["worker.js"]) {
        let line = format!("{}  {}", sha256sum(&out.join(name)), out.join(name).display());
        assert!(said.lines().any(|said| said == line), "{said}");
    }
    let worker = fs::read_to_string(out.join("worker.js")).unwrap();
    for name in PAGES {
        assert!(fs::read_to_string(out.join(name)).unwrap().contains("01632 960"));
        assert!(worker.contains(&format!("\"{name}\":\"{}\"", sha256sum(&out.join(name)))), "{worker}");
    }
    assert_eq!(fs::read(out.join("icons/a.png")).unwrap(), [0, 255]);
    assert!(host(&out, "{}").status.success());
    for name in PAGES.into_iter().chain(["worker.js", "guide-local.html"]) {
        assert_eq!(fs::read(out.join(name)).unwrap(), fs::read(folder.join(name)).unwrap(), "{name}");
    }
}

#[test]
fn a_hosted_folder_may_be_filled_in_place_however_it_is_spelled() {
    let folder = hosted("in-place");
    let spelled = [Path::new("host"), Path::new("./host/icons/..")];
    assert!(host_as(&folder, &example(), folder.parent().unwrap(), &spelled).status.success());
    assert_eq!(fs::read(folder.join("icons/a.png")).unwrap(), [0, 255]);
    assert_eq!(fs::read_to_string(folder.join("guide-local.html")).unwrap(), *EMPTY);
    assert!(PAGES.iter().all(|name| fs::read_to_string(folder.join(name)).unwrap().contains("01632 960")));
}

#[test]
fn a_copy_of_a_folder_into_itself_is_refused_and_nothing_is_written() {
    let folder = hosted("into-itself");
    let files = || [folder.parent().unwrap(), &folder, &folder.join("icons")].map(names_in);
    fs::write(folder.with_file_name("contacts.json"), "").unwrap();
    let before = files();
    for out in ["local", "./new/local", "icons/../local", "../host/icons/local", "../new/../host/local"] {
        let output = host_as(&folder, &example(), &folder, &[Path::new("."), Path::new(out)]);
        let said = String::from_utf8(output.stderr).unwrap();
        let complaint = "is inside the folder that is copied, expected one beside it, or that folder itself";
        assert_eq!(said.trim_end(), format!("{out}: {complaint}"));
        assert_eq!(files(), before, "{out}");
    }
}

#[test]
fn a_folder_that_is_spelled_without_its_name_goes_beside_itself_too() {
    let folder = hosted("unnamed");
    let files = names_in(&folder);
    for (from, spelled) in [(&folder, "."), (&folder.join("icons"), "..")] {
        assert!(host_as(&folder, &example(), from, &[Path::new(spelled)]).status.success());
        assert_eq!(names_in(&folder), files);
        assert_eq!(names_in(&folder.with_file_name("host-local")), files);
        fs::remove_dir_all(folder.with_file_name("host-local")).unwrap();
    }
}

#[test]
fn a_worker_that_was_published_with_other_pages_is_refused_and_nothing_is_written() {
    let folder = hosted("unknown");
    fs::write(folder.join("guide.html"), hashed(&format!("<!-- Another. -->{}", *UNHASHED)).unwrap()).unwrap();
    let output = host(&folder, &example());
    let said = String::from_utf8(output.stderr).unwrap();
    let complaint = "worker.js: was not published with guide.html: take both from one release";
    assert!(said.trim_end().ends_with(complaint), "{said}");
    assert!(!folder.with_file_name("host-local").exists());
}

// --- Whatever happens on the way -------------------------------------------------------------------------------------

/// Every file in a folder and below, with what it holds.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            all.extend(contents(&path));
        } else {
            all.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    all
}

/// The command as a shell runs it after a preparation, in the folder above a hosted one.
#[cfg(unix)]
fn shell(folder: &Path, preparation: &str, arguments: &str) -> Output {
    let script = format!("{preparation}; exec timeout 60 {} contacts {arguments}", env!("CARGO_BIN_EXE_sgii"));
    Command::new("sh").args(["-c", &script]).current_dir(folder.parent().unwrap()).output().unwrap()
}

/// As on a full disk: no file may become longer than so many blocks of 512 bytes, which a page is and a list is not.
#[cfg(unix)]
const FULL: &str = "trap '' XFSZ; ulimit -f 100";

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_every_file_as_it_is() {
    let folder = hosted("full");
    fs::write(folder.with_file_name("contacts.json"), example()).unwrap();
    assert!(shell(&folder, "true", "host contacts.json there").status.success());
    fs::write(folder.with_file_name("contacts.json"), "{}").unwrap();
    let before = contents(folder.parent().unwrap());
    for arguments in [
        "host/guide.html contacts.json host/guide.html",
        "host/guide.html contacts.json host/new.html",
        "there contacts.json there",
        "there contacts.json host",
        "host contacts.json new",
        "host contacts.json new/and/newer",
    ] {
        let output = shell(&folder, FULL, arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains("too large"), "{arguments}: {said}");
        assert!(contents(folder.parent().unwrap()) == before, "{arguments} left something");
        assert!(!folder.with_file_name("new").join("and/newer").exists());
    }
}

/// A file that cannot be replaced is met before anything is, whoever runs this. One that is only marked as read-only stops
/// whoever is not allowed everything.
#[cfg(unix)]
#[test]
fn a_folder_in_which_one_file_cannot_be_written_is_as_it_was_or_complete() {
    use std::os::unix::fs::PermissionsExt;
    let folder = hosted("stuck");
    fs::write(folder.with_file_name("contacts.json"), example()).unwrap();
    for name in ["guide.html", "guide-nowasm.html", "worker.js"] {
        let there = folder.with_file_name("there");
        fs::create_dir_all(there.join(name)).unwrap();
        let before = contents(&there);
        let output = shell(&folder, "true", "host contacts.json there");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.trim_end().ends_with(&format!("{name}: a folder, expected a file")), "{said}");
        assert!(contents(&there) == before);
        fs::remove_dir_all(there).unwrap();

        let before = contents(&folder);
        let mark = |mode| fs::set_permissions(folder.join(name), fs::Permissions::from_mode(mode)).unwrap();
        mark(0o444);
        let done = shell(&folder, "true", "host contacts.json host").status.success();
        assert!(if done { knows_its_pages(&folder) } else { contents(&folder) == before }, "{name}");
        mark(0o644);
    }
}

fn knows_its_pages(folder: &Path) -> bool {
    let worker = fs::read_to_string(folder.join("worker.js")).unwrap();
    PAGES.iter().all(|name| worker.contains(&format!("\"{name}\":\"{}\"", sha256sum(&folder.join(name)))))
}

/// A run that was killed has moved some files to their places and not others, whichever came first.
#[test]
fn a_folder_can_be_filled_and_emptied_whatever_an_earlier_run_has_left_in_it() {
    let folder = hosted("half");
    let published = contents(&folder);
    let one = json!({ "lead": { "name": "A", "phone": "01632 960001", "checked": today() } }).to_string();
    let filled = |contacts: &str| {
        assert!(host_as(&folder, contacts, folder.parent().unwrap(), &[&folder, &folder]).status.success());
        contents(&folder)
    };
    let states = [published.clone(), filled(&one), filled(&all_of_today())];
    assert_eq!(filled("{}"), published);
    for [earlier, later] in [[0, 1], [1, 2]].map(|pair| pair.map(|state| &states[state])) {
        for moved in 0..1 << (PAGES.len() + 1) {
            for (place, name) in PAGES.into_iter().chain(["worker.js"]).enumerate() {
                let path = folder.join(name);
                fs::write(&path, if moved & 1 << place == 0 { &earlier[&path] } else { &later[&path] }).unwrap();
            }
            let (contacts, complete) = if moved % 2 == 0 { ("{}", &published) } else { (&*one, &states[1]) };
            assert!(filled(contacts) == *complete, "{moved:b}");
        }
    }
}

#[test]
fn a_page_that_was_filled_by_itself_does_not_stop_the_folder() {
    let folder = hosted("alone");
    let page = folder.join("guide.html");
    assert!(host_as(&folder, &all_of_today(), &folder, &[&page, &page]).status.success());
    assert!(!knows_its_pages(&folder));
    assert!(host_as(&folder, "{}", &folder, &[&folder, &folder]).status.success());
    assert!(knows_its_pages(&folder));
}

/// Each says so if what it wrote did not last, so that nobody relies on a mixture.
#[test]
fn of_two_runs_at_once_both_leave_whole_files_and_one_complains_of_a_mixture() {
    let folder = hosted("at-once");
    let published = contents(&folder);
    for (name, contacts) in [("a.json", "{}".to_owned()), ("b.json", all_of_today())] {
        fs::write(folder.with_file_name(name), contacts).unwrap();
    }
    for _ in 0..8 {
        let run = |name: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_sgii"));
            command.arg("contacts").arg(&folder).arg(folder.with_file_name(name)).arg(&folder);
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        };
        let both = [run("a.json"), run("b.json")].map(|mut run| run.wait().unwrap().success());
        assert!(PAGES.iter().all(|name| Guide::read(&fs::read_to_string(folder.join(name)).unwrap()).is_ok()));
        assert!(both != [true, true] || knows_its_pages(&folder));
        assert!(run("a.json").wait().unwrap().success());
        assert!(contents(&folder) == published);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_keeps_its_permissions_and_a_new_one_is_as_open_as_any() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = hosted("permissions");
    fs::write(folder.with_file_name("contacts.json"), example()).unwrap();
    fs::set_permissions(folder.join("guide.html"), fs::Permissions::from_mode(0o604)).unwrap();
    let run = |arguments| assert!(shell(&folder, "umask 022", arguments).status.success());
    run("host contacts.json host");
    assert_eq!([mode(&folder.join("guide.html")), mode(&folder.join("worker.js"))], [0o604, 0o644]);
    run("host contacts.json new");
    run("host/guide.html contacts.json new.html");
    let new = folder.with_file_name("new");
    assert_eq!([mode(&new), mode(&new.join("icons"))], [0o755, 0o755]);
    assert_eq!([mode(&new.join("worker.js")), mode(&folder.with_file_name("new.html"))], [0o644, 0o644]);
}

#[cfg(unix)]
#[test]
fn where_a_file_is_a_link_what_it_leads_to_is_replaced_and_the_link_stays() {
    use std::os::unix::fs::symlink;
    let folder = hosted("links");
    let beside = folder.with_file_name("guide.html");
    fs::rename(folder.join("guide.html"), &beside).unwrap();
    symlink("../guide.html", folder.join("guide.html")).unwrap();
    assert!(host_as(&folder, &all_of_today(), &folder, &[&folder, &folder]).status.success());
    assert_eq!(fs::read_link(folder.join("guide.html")).unwrap(), Path::new("../guide.html"));
    assert!(fs::read_to_string(&beside).unwrap().contains("01632 960") && knows_its_pages(&folder));
    symlink("nowhere.html", folder.join("lost.html")).unwrap();
    let output = host_as(&folder, "{}", &folder, &[&beside, Path::new("lost.html")]);
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("lost.html: "));
    assert!(!folder.join("nowhere.html").exists());
}

#[cfg(unix)]
#[test]
fn what_is_neither_file_nor_folder_stops_a_copy_before_it_begins() {
    for (name, preparation, complaint) in [
        ("pipe", "mkfifo host/icons/z", "host/icons/z: a pipe, a socket or a device, expected a file"),
        (
            "page-pipe",
            "rm host/guide.html; mkfifo host/guide.html",
            "host/guide.html: a pipe, a socket or a device, expected a file",
        ),
        ("loop", "ln -s . host/loop", "host/loop: a link to a folder, expected files and folders"),
        ("dangling", "ln -s nowhere host/lost", "host/lost: No such file or directory (os error 2)"),
    ] {
        let folder = hosted(name);
        fs::write(folder.with_file_name("contacts.json"), "{}").unwrap();
        let output = shell(&folder, preparation, "host contacts.json");
        assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), complaint);
        assert_eq!(output.status.code(), Some(1));
        assert!(!folder.with_file_name("host-local").exists());
    }
}

// --- The policy's words for them ------------------------------------------------------------------------------------

#[test]
fn every_kind_of_contact_has_its_words_and_stands_beside_something() {
    let words: Value = serde_json::from_str(&page_words_json(&Translation::english(&POLICY))).unwrap();
    for contact in Contact::ALL {
        let local = &words["contact"][contact.id()];
        assert!(local["name"].is_string(), "{}", contact.id());
        assert!(!shown_at(*contact).is_empty(), "{} stands beside nothing", contact.id());
    }
}

/// Those outside the school are called at once, so a missing number must not stop anyone.
#[test]
fn whoever_is_called_outside_the_school_can_be_found_without_a_number() {
    for contact in [Contact::FrontDoor, Contact::Police, Contact::StaffConcerns] {
        let local = named(&POLICY.wording.contacts, contact.id()).unwrap();
        assert!(local.words.missing.is_some(), "nothing is said where the number of `{}` is missing", contact.id());
    }
}

/// Whoever is told to call somebody must find the number there.
#[test]
fn every_step_that_sends_someone_to_the_front_door_or_to_police_shows_the_number() {
    let verbs = ["Call ", "Ask ", "ask ", "Tell ", "Ring ", "ring ", "tell "];
    for (contact, term) in [(Contact::FrontDoor, "front-door"), (Contact::Police, "police")] {
        for step in &POLICY.steps {
            let names = names(term);
            let says = |verb: &&str, name: &String| step.words.text.contains(&format!("{verb}{name}"));
            let sends = verbs.iter().any(|verb| names.iter().any(|name| says(verb, name)));
            assert!(!sends || step.logic.calls.contains(contact), "{} is not shown at {}", contact.id(), step.id);
        }
    }
}

/// The steps and routes beside which a number is shown.
fn shown_at(contact: Contact) -> Vec<&'static str> {
    let steps = POLICY.steps.iter().filter(|step| step.logic.calls.contains(contact)).map(|step| &*step.id);
    let routes = POLICY.routes.iter().filter(|route| route.logic.calls.contains(contact)).map(|route| &*route.id);
    steps.chain(routes).collect()
}

/// The ways in which a step may name a term: in braces, or as one nation says it.
fn names(term: &str) -> Vec<String> {
    let by_nation = &named(&POLICY.wording.terms, term).unwrap().words.by_nation;
    by_nation.iter().map(ToString::to_string).chain([format!("{{{term}}}")]).collect()
}

// --- Helpers --------------------------------------------------------------------------------------------------------

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn example() -> String {
    fs::read_to_string(root().join("www/contacts.example.json")).unwrap()
}

/// The example as if each number had been called today.
fn all_of_today() -> String {
    example().replace("2026-11-02", &today())
}

fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

fn complaints(text: &str) -> Vec<String> {
    Contacts::read(text, TODAY).err().unwrap_or_default()
}

/// The page with contacts in it.
fn with(page: &str, contacts: &Contacts) -> String {
    Guide::read(page).unwrap().with(contacts)
}

/// The page with the contacts of a text in it.
fn filled(text: &str) -> String {
    with(&EMPTY, &Contacts::read(text, TODAY).unwrap())
}

/// What stands in the block of a page.
fn block(page: &str) -> Value {
    let (_, rest) = page.split_once("id=\"contacts\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// What stands in the written guidance of a page.
fn written(page: &str) -> &str {
    let (_, rest) = page.split_once("<div id=\"local\">").unwrap();
    rest.split_once("</div>").unwrap().0
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("contacts").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn command(folder: &Path, page: impl AsRef<[u8]>, contacts: impl AsRef<[u8]>, out: Option<&str>) -> Output {
    fs::write(folder.join("guide.html"), page).unwrap();
    fs::write(folder.join("contacts.json"), contacts).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgii"));
    command.arg("contacts").arg(folder.join("guide.html")).arg(folder.join("contacts.json"));
    command.args(out.map(|out| folder.join(out))).output().unwrap()
}

fn sha256sum(path: &Path) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(fs::read(path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect()
}
