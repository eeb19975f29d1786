//! What the program does with hostile input, and where its output cannot be written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

/// Every question may be open; the answer is an object.
const INCIDENT: &str = r#"{ "nation": "england", "answers": {} }"#;

/// What the program printed, complained of and ended with.
#[derive(Debug, PartialEq)]
struct Ended {
    printed: String,
    complaint: String,
    code: Option<i32>,
}

impl Ended {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self { printed: text(&output.stdout), complaint: text(&output.stderr), code: output.status.code() }
    }

    /// That it refused, in these words.
    #[track_caller]
    fn refused(&self, complaint: &str) {
        assert_eq!(*self, Self { printed: String::new(), complaint: format!("{complaint}\n"), code: Some(1) });
    }
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sgii"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Ended {
    Ended::of(&program(arguments).output().unwrap())
}

/// The program with this on its standard input.
fn told(arguments: &[&str], input: impl Into<Vec<u8>>) -> Ended {
    let mut child = program(arguments).stdin(Stdio::piped()).spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.into());
    // It need not read all of it.
    let writing = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    Ended::of(&output)
}

// --- In which form

#[test]
fn a_spreadsheet_has_a_row_for_each_thing_that_is_said() {
    let incident = r#"{ "nation": "wales", "answers": { "immediate-danger": "no", "adult-involved": "yes", "child-imagery": "yes" } }"#;
    let sheet = told(&["explain", "--format", "csv"], incident);
    let decision: serde_json::Value = serde_json::from_str(&told(&["classify"], incident).printed).unwrap();
    let mut reader = csv::Reader::from_reader(sheet.printed.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let ids = |part: &str| -> Vec<String> {
        rows.iter().filter(|row| &row[0] == part).map(|row| row[2].to_owned()).collect()
    };
    let said = |all: &serde_json::Value| -> Vec<String> {
        all.as_array().unwrap().iter().map(|said| said["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("now"), said(&decision["now"]));
    assert_eq!(ids("today"), said(&decision["later"]["today"]));
    assert_eq!(ids("never"), said(&decision["never"]));
    let people = decision["people"].as_array().unwrap();
    assert_eq!(ids("say"), people.iter().flat_map(|person| said(&person["say"])).collect::<Vec<_>>());
    assert!(rows.iter().all(|row| row.len() == 8 && !row[4].is_empty()), "every row has a text");
    assert!(ids("known").contains(&"adult-involved".to_owned()), "{:?}", ids("known"));
}

#[test]
fn a_letter_says_in_a_sentence_what_is_known_and_what_is_not() {
    let answers = r#""adult-involved": "yes", "threatened": "yes", "coerced": "yes", "asked": "yes", "sold-or-traded": "yes", "parent-risk": "unsure""#;
    let letter = told(&["explain"], format!(r#"{{ "nation": "england", "answers": {{ {answers} }} }}"#)).printed;
    let known = letter.lines().find(|line| line.starts_with("Reported: ")).unwrap();
    assert_eq!(known.matches("; ").count(), 4, "{known}");
    assert!(known.ends_with("; and 1 more."), "{known}");
    assert!(letter.lines().any(|line| line == "Not known: if home is safe."), "{letter}");
}

#[test]
fn questions_are_the_same_in_every_form() {
    let json: serde_json::Value = serde_json::from_str(&run(&["questions", "--format", "json"]).printed).unwrap();
    let ids: Vec<&str> = json.as_array().unwrap().iter().map(|question| question["id"].as_str().unwrap()).collect();
    let sheet = run(&["questions", "--format", "csv"]).printed;
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| &row[0]).collect::<Vec<_>>(), ids);
    let text = run(&["questions"]).printed;
    assert!(ids.iter().all(|id| text.contains(id)), "{text}");
}

#[test]
fn a_form_that_there_is_not_is_refused_and_the_others_are_named() {
    let ended = told(&["explain", "--format", "xml"], INCIDENT);
    assert_eq!(ended.code, Some(2));
    assert!(["text", "json", "csv"].iter().all(|form| ended.complaint.contains(form)), "{}", ended.complaint);
}

// --- What comes in

#[test]
fn a_byte_order_mark_is_no_part_of_an_incident() {
    for command in ["classify", "explain", "code"] {
        let [plain, marked] = ["", "\u{feff}"].map(|mark| told(&[command], format!("{mark}{INCIDENT}")));
        assert_eq!((marked.code, &marked), (Some(0), &plain));
    }
}

#[test]
fn whoever_sends_utf_16_is_told_what_to_do() {
    let units: Vec<u8> = format!("\u{feff}{INCIDENT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    told(&["classify"], units)
        .refused("standard input: UTF-16, expected UTF-8: save it again as UTF-8, in Notepad under Save as, Encoding");
}

#[test]
fn an_incident_longer_than_any_is_refused_unread() {
    let long = format!(r#"{{ "nation": "england", "answers": {{ {}"b": 1 }} }}"#, r#""a": 1, "#.repeat(1_000_000));
    told(&["classify"], long).refused("standard input: more than 64 KiB, expected an incident as JSON");
}

#[test]
fn no_control_character_that_came_in_goes_out() {
    let letters = "\u{1b}[31m\u{7}\r\u{9b}\u{202e}\u{200b}\u{2028}";
    let shown = r"\u001b[31m\u0007\u000d\u009b\u202e\u200b\u2028";
    let incident = serde_json::json!({ "nation": letters, letters: 1, "answers": { letters: 1 } }).to_string();
    for (complaint, code) in [
        (told(&["classify"], incident), 1),
        (run(&["reopen", letters]), 1),
        (run(&["check", letters]), 1),
        (run(&["review", letters]), 1),
        (run(&["cases", letters]), 1),
        (run(&["language", letters]), 1),
        (run(&["language", "--template", letters]), 1),
        (run(&["diff", letters, "HEAD"]), 1),
        (run(&["contacts", letters, letters]), 1),
        (run(&[letters]), 2),
        (run(&["sample", letters]), 2),
    ] {
        let is_plain = |letter: char| letter == '\n' || letter.is_ascii() && !letter.is_control();
        assert!(complaint.complaint.chars().all(is_plain), "{complaint:?}");
        assert_eq!((complaint.printed.as_str(), complaint.code), ("", Some(code)), "{complaint:?}");
    }
    assert!(run(&["check", letters]).complaint.starts_with(shown));
}

#[test]
fn a_complaint_with_a_line_end_in_it_stays_one_line() {
    let refused = told(&["classify"], r#"{ "nation": "wales", "answers": {}, "a\nall is well": 1 }"#);
    refused.refused(r"`a\u000aall is well` is not a field, expected `nation`, `answers`");
}

// --- What goes out

/// As `sgii sample 20000 | head -1` does.
#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut program = program(&["sample", "20000"]).spawn().unwrap();
    drop(program.stdout.take());
    let ended = Ended::of(&program.wait_with_output().unwrap());
    assert_eq!((ended.complaint.as_str(), ended.code), ("", Some(0)));
}

#[test]
fn a_sample_is_as_long_as_it_is_asked_for() {
    let [none, three] = ["0", "3"].map(|count| run(&["sample", count]));
    assert_eq!((none.printed.as_str(), none.code, three.printed.lines().count()), ("", Some(0), 3));
    assert!(three.printed.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
}

#[test]
fn the_incidents_of_the_worked_cases_are_those_that_classify_reads() {
    let cases = run(&["cases"]);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/policy/cases");
    assert_eq!((cases.printed.lines().count(), cases.code), (std::fs::read_dir(folder).unwrap().count(), Some(0)));
    let first = cases.printed.lines().next().unwrap();
    assert_eq!(told(&["classify"], first).code, Some(0), "{first}");
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, File};
    use std::io::{BufRead, BufReader};
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::path::{Path, PathBuf};
    use std::time::{Duration, Instant};

    use super::*;

    /// The program, started by a shell that first does something.
    fn after(first: &str, arguments: &[&str]) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{first}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_sgii")]).args(arguments);
        shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        shell
    }

    /// A line at once, and little memory, of a sample that would take days and fill any machine.
    #[test]
    fn a_sample_is_printed_as_it_is_drawn() {
        let mut program = after("ulimit -v 400000", &["sample", "10000000000"]).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&line).is_ok(), "{line}");
        assert_eq!(program.wait().unwrap().code(), Some(0));
    }

    /// Puts something at a path.
    type Add = fn(&Path);

    /// A folder with a small policy in it, and one thing more.
    fn policy_with(name: &str, add: impl FnOnce(&Path)) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small")).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
        add(&folder.join("z.toml"));
        folder
    }

    /// How the program ended, which it must within seconds.
    #[track_caller]
    fn soon(arguments: &[&str]) -> Ended {
        let mut program = program(arguments).spawn().unwrap();
        let start = Instant::now();
        while program.try_wait().unwrap().is_none() {
            if start.elapsed() > Duration::from_secs(20) {
                program.kill().unwrap();
                panic!("{arguments:?} does not end");
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ended::of(&program.wait_with_output().unwrap())
    }

    #[test]
    fn what_is_no_file_is_refused_by_name() {
        let pipe = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        let no_file = "a pipe, a socket or a device, expected a file";
        let cases: [(&str, Add, &str); 6] = [
            ("folder-with-a-pipe", pipe, no_file),
            ("folder-with-a-socket", |path| drop(UnixListener::bind(path).unwrap()), no_file),
            ("folder-with-a-device", |path| symlink("/dev/zero", path).unwrap(), no_file),
            ("folder-with-a-folder", |path| fs::create_dir(path).unwrap(), "a folder, expected a file"),
            ("folder-with-a-loop", |path| symlink("z.toml", path).unwrap(), "Too many levels of symbolic links"),
            ("folder-with-a-link-to-nothing", |path| symlink("nowhere", path).unwrap(), "No such file or directory"),
        ];
        for (name, add, why) in cases {
            let folder = policy_with(name, add);
            let folder = folder.to_str().unwrap();
            let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/small");
            for arguments in [
                &["check", folder][..],
                &["diff", folder, small],
                &["language", folder],
                &["review", folder],
                &["cases", folder],
            ] {
                let ended = soon(arguments);
                assert!(ended.complaint.starts_with(&format!("{folder}/z.toml: {why}")), "{arguments:?} {ended:?}");
                assert_eq!((ended.printed.as_str(), ended.code), ("", Some(1)));
            }
        }
    }

    #[test]
    fn a_file_that_nobody_would_write_is_refused_by_name() {
        let utf_16 = "UTF-16, expected UTF-8: save it again as UTF-8, in Notepad under Save as, Encoding";
        let cases: [(&str, Add, &str); 2] = [
            ("folder-with-utf-16", |path| fs::write(path, b"\xFF\xFE#\0").unwrap(), utf_16),
            (
                "folder-with-a-long-file",
                |path| File::create(path).unwrap().set_len(1 << 40).unwrap(),
                "more than 1 MiB, which no policy needs",
            ),
        ];
        for (name, add, why) in cases {
            let folder = policy_with(name, add);
            run(&["check", folder.to_str().unwrap()]).refused(&format!("{}/z.toml: {why}", folder.display()));
        }
    }

    #[test]
    fn files_longer_than_any_policy_together_are_refused() {
        let folder = policy_with("folder-with-many-files", |path| {
            for name in 0..5 {
                fs::write(path.with_file_name(format!("z{name}.toml")), "#".repeat(1 << 20)).unwrap();
            }
        });
        let refused = format!("{}: more than 4 MiB, which no policy needs", folder.display());
        run(&["check", folder.to_str().unwrap()]).refused(&refused);
    }

    #[test]
    fn nobody_takes_a_closed_output_for_success() {
        for arguments in [&["--help"][..], &["--version"], &["check", "--help"], &["questions"], &["sample", "1"]] {
            let ended = Ended::of(&after("exec >&-", arguments).output().unwrap());
            ended.refused("standard output: closed, so nothing was printed");
        }
    }

    /// Python and Node open it so for whoever wants no output; a shell opens it for writing alone.
    #[test]
    fn an_output_that_is_thrown_away_is_no_failure() {
        for away in ["exec 1<>/dev/null", "exec >/dev/null"] {
            Ended::of(&after(away, &["questions"]).output().unwrap()).is_content();
        }
    }

    impl Ended {
        #[track_caller]
        fn is_content(&self) {
            assert_eq!(*self, Self { printed: String::new(), complaint: String::new(), code: Some(0) });
        }
    }

    #[test]
    fn a_closed_input_is_told() {
        let ended = Ended::of(&after("exec <&-", &["classify"]).output().unwrap());
        ended.refused("standard input: closed, expected an incident as JSON");
    }

    #[test]
    fn whoever_cannot_be_told_still_gets_the_code() {
        for silent in ["exec 2>&-", "exec 2>/dev/full"] {
            let code = |arguments: &[&str]| after(silent, arguments).status().unwrap().code();
            assert_eq!(
                [code(&["reopen", "x"]), code(&["unheard-of"]), code(&["questions"])],
                [Some(1), Some(2), Some(0)]
            );
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        for arguments in [&["sample", "20000"][..], &["sample", "1"], &["questions"], &["--help"], &["--version"]] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let ended = Ended::of(&program(arguments).stdout(full).output().unwrap());
            assert!(ended.complaint.starts_with("standard output: No space left on device"), "{ended:?}");
            assert_eq!((ended.complaint.lines().count(), ended.code), (1, Some(1)), "{ended:?}");
        }
    }
}
