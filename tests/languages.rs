//! A second language: that nothing of it is missing, nothing of it is shown unreviewed, and nothing is half of it.
//!
//! The language is no language, but goes by the tag of Welsh, which has all six plural categories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may")]

#[path = "support/accented.rs"]
mod accented;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use accented::{accent, filled};
use serde_json::{Value, json};
use sgii_guide::edition::POLICY;
use sgii_guide::explain::{fill, in_words};
use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{ENGLISH, File, Problem, Translation, language, template as template_in};
use sgii_guide::policy::entry::named;
use sgii_guide::policy::labels::{Label, PageText, Piece, Plural};
use sgii_guide::policy::register::{Facts, Register};
use sgii_guide::policy::vocabulary::{Nation, Word};
use sgii_guide::policy::words::Saying;
use sgii_guide::publish::contacts::{Contacts, Guide, hashed};
use sgii_guide::publish::{
    guidance_html, labels_json, languages_html, page_block_json, page_html, page_words_json, unmarkable,
};
use sgii_guide::{assess, json};

const TAG: &str = "cy";

// --- A language that is whole ---------------------------------------------------------------------------------------

#[test]
fn the_page_has_every_text_from_the_language() {
    let words = page_words(&whole());
    assert_eq!((&words["lang"], &words["fallen"]), (&json!(TAG), &json!([])));
    let texts = [texts_of(&words), label_texts(&labels(&whole()))].concat();
    let elsewhere = PageText::ALL.len() + Piece::ALL.len();
    assert_eq!(texts.len() + elsewhere, to_write(&template()), "the page has as many texts as there are to write");
    let english: Vec<_> = texts.iter().filter(|text| !is_accented(text)).collect();
    assert!(english.is_empty(), "{english:#?}");
}

#[test]
fn the_template_of_the_page_is_in_the_language() {
    let page = page_html(&whole(), &index()).unwrap();
    assert!(page.contains("<html lang=\"cy\">") && page.matches('⟦').count() > 15);
    assert_eq!(unmarked_english(&page), "");
    assert!(!page.contains("lang=\"en"), "nothing of it is English");
}

#[test]
fn the_guidance_has_every_text_from_the_language_and_marks_what_sources_are_called_as_english() {
    let guidance = guidance_html(&whole());
    let unmarked = outside_english(&guidance);
    assert!(unmarked.chars().filter(|letter| *letter == '⟦').count() > 500);
    assert_eq!(unmarked_english(&guidance), "");
    let marked = inside_english(&guidance);
    assert!(marked.contains("Keeping children safe in education") && !marked.contains("What to do now"));
    assert!(!marked.contains('⟦'), "a text of the language is marked as English");
}

#[test]
fn a_label_that_goes_with_a_number_has_a_form_for_each_plural_category() {
    let forms = |said: &Translation, label: Label| labels(said)[label.id()].as_object().unwrap().clone();
    for label in Label::ALL.iter().filter(|label| label.is_counted()) {
        let (here, english) = (forms(&whole(), *label), forms(&Translation::english(&POLICY), *label));
        assert!(here.keys().eq(["zero", "one", "two", "few", "many", "other"]), "{here:?}");
        assert!(english.keys().eq(["one", "other"]), "{english:?}");
    }
    assert_eq!(Plural::ALL.len(), 6);
}

#[test]
fn a_page_leads_to_each_other_one_by_what_its_language_calls_itself() {
    let (here, english) = (whole(), Translation::english(&POLICY));
    let links = languages_html(&[("guide-cy.html".to_owned(), &here), ("guide.html".to_owned(), &english)]);
    let expected = format!(
        "<p class=\"languages\"><a href=\"guide-cy.html\" hreflang=\"cy\" lang=\"cy\">{}</a> \
         <a href=\"guide.html\" hreflang=\"en\" lang=\"en\">English</a></p>",
        accent("English")
    );
    assert_eq!(links, expected);
    assert_eq!(languages_html(&[]), "");
}

#[test]
fn local_contacts_are_written_in_the_language_of_the_page() {
    let contacts = fs::read_to_string(root().join("www/contacts.example.json")).unwrap();
    let contacts = Contacts::read(&contacts, jiff::civil::date(2026, 11, 22)).unwrap();
    let written = |said: &Translation| {
        let page = hashed(&sealed(said).replace("<!--guidance-->", "<div id=\"local\"></div>")).unwrap();
        let filled = Guide::read(&page).unwrap().with(&contacts);
        filled.split_once("<div id=\"local\">").unwrap().1.split_once("</div>").unwrap().0.to_owned()
    };
    for label in [Label::Contacts, Label::OutOfHours] {
        let (here, english) = (written(&whole()), POLICY.wording.label(label));
        assert!(here.contains(accent(english).as_str()) && !here.contains(english), "{here}");
    }
    assert!(written(&whole()).contains(&accent("Checked {0}.").replace("{0}", "02/11/2026")));
    let fallen = written(&unreviewed(&["label.contact-checked", "contact.front-door"]));
    assert!(fallen.contains("<span lang=\"en\">Checked </span>02/11/2026<span lang=\"en\">.</span>"), "{fallen}");
    assert!(fallen.contains("<b><span lang=\"en\">Your number for children's services</span>: </b>"), "{fallen}");
}

#[test]
fn a_result_is_told_in_the_language_in_every_nation() {
    let policy = whole().policy;
    for nation in Nation::ALL {
        let answers: Value = POLICY.questions.iter().map(|question| (question.id.to_string(), json!("yes"))).collect();
        let incident = json!({ "nation": nation.id(), "answers": answers }).to_string();
        let decision = assess(&POLICY, json::incident(&POLICY, &incident).unwrap());
        let told = json!(in_words(&policy, *nation, decision));
        let said = ["says", "text", "why", "lines", "for"].map(|field| under(&told, field)).concat();
        assert!(said.len() > 50, "{}", said.len());
        let english: Vec<_> = said.iter().filter(|text| !is_accented(text)).collect();
        assert!(english.is_empty(), "{english:#?}");
    }
}

#[test]
fn english_is_a_language_that_marks_nothing() {
    let english = Translation::english(&POLICY);
    let words = page_words(&english);
    assert_eq!((&words["lang"], &words["fallen"]), (&json!(ENGLISH), &json!([])));
    assert!(!guidance_html(&english).contains("lang="));
    for data in [page_words_json(&english), labels_json(&english)] {
        assert!(!data.contains(MARKS), "nothing is marked");
    }
    assert!(page_html(&english, &index()).unwrap().contains("<html lang=\"en-GB\">"));
}

/// How the script puts the two together is tested in a browser (`tests/page/language.test.mjs`).
#[test]
fn the_page_has_in_its_block_what_the_guidance_does_not_say() {
    for said in [Translation::english(&POLICY), whole()] {
        let (block, guidance) = (page_block(&said), guidance_html(&said));
        let written = guidance.matches(" data-says=\"").count() + guidance.matches(" data-each=\"").count();
        assert_eq!(block["written"], json!(written), "as many texts as are marked");
        assert!(written > 600, "{written}");
        let all_said = ["step", "never", "route", "person", "line", "call", "group"];
        assert!(all_said.iter().all(|kind| block[*kind].is_null()));
        assert!(block["value"]["response"]["refer-now"].as_object().unwrap().is_empty(), "a value keeps its place");
        assert_eq!(block["term"], page_words(&said)["term"]);
        assert!(block["notice"]["stale"].is_array() && block["notice"]["emergency"].is_null());
    }
}

#[test]
fn a_template_that_names_no_text_of_the_page_is_refused() {
    let told = page_html(&whole(), "<p>{page/skip}{page/skop}{label/}{lang}{}</p>{titel").unwrap_err();
    let unknown = ["page/skop", "label/", "titel"].map(|name| format!("`{{{name}}}` is not a text of the page"));
    assert_eq!(told, unknown);
}

// --- What is refused ------------------------------------------------------------------------------------------------

#[test]
fn whatever_is_missing_unknown_or_misfits_is_complained_of_and_nothing_else() {
    let (step, notice) = (table("step.refer-now"), table("notice.emergency"));
    let line_of = |part: &str, line: &str| part.lines().find(|it| it.starts_with(line)).unwrap().to_owned() + "\n";
    let why = line_of(&step, "why =");
    let last_sentence = notice.lines().rfind(|line| line.ends_with("⟧\",")).unwrap().to_owned() + "\n";
    let number = |found: &str| accented().text.lines().position(|line| line == found).unwrap() + 1;
    let (at_step, at_notice) = (number("[step.refer-now]"), number("[notice.emergency]"));
    let end = accented().text.lines().count();
    let in_step = |old: &str, new: &str| (step.clone(), step.replacen(old, new, 1));
    let in_table = |name: &str, old: &str, new: &str| (table(name), table(name).replacen(old, new, 1));
    let at = |name: &str| number(&format!("[{name}]"));
    let text = at_step + step.lines().position(|line| line.starts_with("text =")).unwrap();
    let review = at_step + step.lines().position(|line| line.starts_with("reviewed =")).unwrap();
    let cases = [
        (
            (step.clone(), String::new()),
            vec![format!("{}: there is no `[step.refer-now]`", end - step.lines().count())],
        ),
        (in_step(&why, ""), vec![format!("{at_step}: step `refer-now` has no `why`")]),
        (in_step("text = \"", "text = \"\" # "), vec![format!("{text}: step `refer-now` has an empty `text`")]),
        (
            in_step("{front-door}", "{frontdoor}"),
            vec![
                format!("{text}: step `refer-now` does not say `{{front-door}}` in `text`, which the English does"),
                format!("{text}: step `refer-now` says `{{frontdoor}}` in `text`, which the English does not"),
            ],
        ),
        (
            in_step("text =", "texts = \"⟦⟧\"\ntext ="),
            vec![format!(
                "{text}: step `refer-now` has an unknown field `texts`, expected one of `text`, `why`, `reviewed`"
            )],
        ),
        (
            in_step("on = \"2026-11-21\"", "on = \"yesterday\""),
            vec![format!(
                "{review}: `reviewed` of step `refer-now` has `yesterday` as `on`, expected a day such as `2026-11-21`"
            )],
        ),
        (in_step("by = \"A reviewer\", ", ""), vec![format!("{review}: `reviewed` of step `refer-now` has no `by`")]),
        (
            (notice.clone(), notice.replace(&last_sentence, "")),
            vec![format!("{}: notice `emergency` has 2 in `says`, and the English has 3", at_notice + 1)],
        ),
        (
            in_table("label.step", "{1}", "{2}"),
            vec![
                format!(
                    "{}: label `step` does not say `{{1}}` in `says`, which the English does",
                    at("label.step") + 1
                ),
                format!("{}: label `step` says `{{2}}` in `says`, which the English does not", at("label.step") + 1),
            ],
        ),
        (
            in_table("label.to-go", "few = \"⟦{0}", "few = \"⟦"),
            vec![format!(
                "{}: label `to-go` does not say `{{0}}` in `few`, which the English does",
                at("label.to-go") + 4
            )],
        ),
        (
            (line_of(&table("label.to-go"), "two ="), "dual = \"⟦{0}⟧\"\n".to_owned()),
            vec![
                format!("{}: label `to-go` has no `two`", at("label.to-go")),
                format!(
                    "{}: label `to-go` has an unknown field `dual`, expected one of `zero`, `one`, `two`, `few`, `many`, \
                     `other`, `reviewed`",
                    at("label.to-go") + 3
                ),
            ],
        ),
        (
            in_table("page.skip", "[page.skip]", "[page.skop]"),
            vec![
                format!("{}: `page.skop` is not an entry that the policy has in English", at("page.skip")),
                format!("{end}: there is no `[page.skip]`"),
            ],
        ),
        (
            (line_of(&table("condition"), "or-if ="), String::new()),
            vec![format!("{}: `[condition]` has no `or-if`", at("condition"))],
        ),
        (
            (step.clone(), format!("{step}[step.no-such-step]\ntext = \"⟦⟧\"\n")),
            vec![format!(
                "{}: `step.no-such-step` is not an entry that the policy has in English",
                at_step + step.lines().count()
            )],
        ),
    ];
    for ((old, new), expected) in cases {
        let told = complaints(&edited(&old, &new));
        let expected: Vec<_> = expected.iter().map(|complaint| format!("cy/words.toml:{complaint}")).collect();
        assert_eq!(told, expected, "{new}");
    }
}

#[test]
fn an_entry_may_stand_in_any_file_but_only_once() {
    let step = table("step.refer-now");
    let moved = File { name: "cy/more.toml".to_owned(), text: step.clone() };
    assert_eq!(translated(&POLICY, &[edited(&step, ""), moved.clone()]), whole());
    let twice = language(&POLICY, TAG, &[accented(), moved]).unwrap_err();
    assert_eq!(shown(&twice), ["cy/more.toml:1: step `refer-now` is there twice"]);
}

#[test]
fn a_language_whose_plural_categories_are_not_known_is_refused_and_so_is_english() {
    for tag in ["xx", "en"] {
        let expected =
            format!("{tag}:1: the policy is put into a language with known plural categories, so into `cy`, `ga`");
        assert_eq!(shown(&language(&POLICY, tag, &[accented()]).unwrap_err()), [&*expected]);
        assert_eq!(shown(&[template_in(&POLICY, tag).unwrap_err()]), [&*expected]);
    }
}

#[test]
fn a_language_of_no_files_is_refused() {
    let problems = language(&POLICY, TAG, &[]).unwrap_err();
    assert_eq!(shown(&problems), ["cy:1: there is no file that ends in `.toml`"]);
}

// --- What stays English ---------------------------------------------------------------------------------------------

#[test]
fn an_entry_whose_english_has_changed_since_its_review_is_english_as_a_whole_and_marked() {
    let mut policy = POLICY.clone();
    let step = policy.steps.items_mut().iter_mut().find(|step| &*step.id == "refer-now").unwrap();
    step.words.why = "Because {lead} says so.".into();
    // The translation says the same terms as the new English, so that only its review is out of date.
    let step = table("step.refer-now");
    let why = step.lines().find(|line| line.starts_with("why")).unwrap();
    let fitting = edited(&step, &step.replace(why, "why = \"⟦{lead}⟧\""));
    let translation = translated(&policy, &[fitting]);

    let fallen: Vec<&str> = translation.fallen.iter().map(|fallen| fallen.entry.as_str()).collect();
    assert_eq!(fallen, ["step/refer-now"]);
    let why = &translation.fallen[0].why.complaint;
    assert!(why.starts_with("step `refer-now` was reviewed beside English that has changed since: `of` is `"), "{why}");

    for nation in Nation::ALL.iter().copied().map(Some).chain([None]) {
        let filled = |policy: &Policy| {
            let Saying { text, why } = &named(&policy.steps, "refer-now").unwrap().words;
            [text, why].map(|text| fill(&policy.wording, nation, text))
        };
        assert_eq!(filled(&translation.policy), filled(&policy), "an English text says English words");
    }
    assert_eq!(page_words(&translation)["fallen"], json!(["step/refer-now"]));
    let marked = &page_words(&translation)["step"]["refer-now"];
    assert_eq!(page_block(&translation)["step"], json!({ "refer-now": marked }), "the guidance has it unmarked");
    let guidance = guidance_html(&translation);
    let english = fill(&policy.wording, None, &named(&policy.steps, "refer-now").unwrap().words.text);
    assert!(guidance.contains(&format!("<p lang=\"en\"><strong>{english}")));
    assert!(guidance.contains(&format!("<p class=\"draft\">{}", accent(POLICY.wording.page(PageText::PartlyEnglish)))));
    assert_eq!(unmarked_english(&guidance), "");
}

#[test]
fn an_entry_of_any_kind_that_nobody_has_reviewed_is_marked_wherever_it_stands() {
    for (entry, marked) in [
        ("edition", "<h1 lang=\"en\">"),
        ("group.danger", "<h3 id=\"group/danger\" lang=\"en\">Is any child in danger?"),
        ("question.immediate-danger", "<dt id=\"question/immediate-danger\" lang=\"en\">"),
        ("rule.response.coerced", "<li id=\"rule/response/coerced\"><p lang=\"en\">"),
        ("value.response.refer-now", "<h3 id=\"value/response/refer-now\" lang=\"en\">"),
        ("never.look", "<li id=\"never/look\"><p lang=\"en\">"),
        ("person.parents", "<h3 id=\"person/parents\" lang=\"en\">"),
        ("line.came-to-you", "<p data-entry=\"line/came-to-you\" lang=\"en\">If they told you"),
        ("call.image", "<p lang=\"en\">A child's nude"),
        ("route.behaviour", "<p lang=\"en\"><strong>Use your policy on behaviour"),
        ("notice.emergency", "<div class=\"urgent\" id=\"emergency\"><p id=\"notice/emergency\" lang=\"en\">"),
        ("condition", "<p class=\"when\" lang=\"en\">If the answer to “"),
        ("nation.wales", "<p class=\"when\" lang=\"en\">In England and Wales"),
        ("page.never", "<h2><span lang=\"en\">What nobody may do</span></h2>"),
        ("page.edition", "<p class=\"edition\"><span lang=\"en\">Edition </span>"),
        ("label.if-unknown", "<p><span lang=\"en\">If it is not known yet: </span><span data-says=\"unknown\">⟦"),
        ("label.read-excerpt", "<span lang=\"en\">read in part</span>"),
    ] {
        let unreviewed = unreviewed(&[entry]);
        let id = entry.replace('.', "/");
        assert_eq!(unreviewed.fallen.iter().map(|fallen| &fallen.entry).collect::<Vec<_>>(), [&id]);
        let guidance = guidance_html(&unreviewed);
        assert!(guidance.contains(marked), "{entry}");
        assert!(!guidance_html(&whole()).contains(marked), "{entry}");
        assert_eq!(unmarked_english(&guidance), "", "{entry}");
    }
}

#[test]
fn what_the_script_says_and_nobody_has_reviewed_is_english_between_marks() {
    let unreviewed = unreviewed(&["label.step", "label.to-go", "page.skip", "step.refer-now"]);
    let labels = labels(&unreviewed);
    assert_eq!(labels["step"], "\u{2068}Step \u{2069}{0}\u{2068} · \u{2069}{1}");
    let [one, other] = ["more screen", "more screens"].map(|more| format!("{{0}}\u{2068} {more}\u{2069}"));
    let forms =
        [("zero", &other), ("one", &one), ("two", &other), ("few", &other), ("many", &other), ("other", &other)];
    assert!(forms.iter().all(|(category, form)| labels["to-go"][category] == **form), "{}", labels["to-go"]);
    let text = page_words(&unreviewed)["step"]["refer-now"]["text"].as_str().unwrap().to_owned();
    assert!(text.starts_with('\u{2068}') && text.ends_with('\u{2069}') && text.contains("-in-english}"), "{text}");
    let page = page_html(&unreviewed, &index()).unwrap();
    assert!(page.contains("id=\"skip\"><span lang=\"en\">Skip to main content</span></a>"));
    assert_eq!(unmarked_english(&page), "");
}

#[test]
fn what_no_page_can_mark_as_english_is_told() {
    let keep = ["label.title", "label.title-step", "label.title-outcome", "label.title-error"];
    let entries = [&keep[..], &["page.contents", "page.language", "page.skip"]].concat();
    let told = unmarkable(&unreviewed(&entries)).iter().map(|why| why.complaint.clone()).collect::<Vec<_>>();
    let names = ["title", "title-step", "title-outcome", "title-error"].map(|id| format!("label `{id}`")).into_iter();
    let names = names.chain(["page `language`".to_owned(), "page `contents`".to_owned()]);
    assert_eq!(told, names.map(|name| format!("{name} is not reviewed")).collect::<Vec<_>>());
    assert_eq!(unmarkable(&whole()), Vec::<&Problem>::new());
}

#[test]
fn no_text_is_half_in_the_language() {
    let not_reviewed = ["term.lead", "step.refer-now", "notice.who-for"];
    let unreviewed = unreviewed(&not_reviewed);
    let falls = |facts: &&Facts<'_>| {
        let itself = not_reviewed.contains(&&*facts.path().replace('/', "."));
        itself || facts.texts().any(|text| text.contains("{lead}"))
    };
    let falling: Vec<_> = POLICY.shown().iter().filter(falls).map(Facts::path).collect();
    assert!(unreviewed.fallen.iter().map(|fallen| &fallen.entry).eq(&falling), "{falling:#?}");
    let words = page_words(&unreviewed);
    let wording = &unreviewed.policy.wording;
    let names = |text: &str| wording.terms.iter().any(|term| text.contains(&format!("{{{}}}", term.id)));
    assert!(texts_of(&words).iter().any(|text| names(text)), "no text has a term");
    for nation in Nation::ALL.iter().copied().map(Some).chain([None]) {
        for text in texts_of(&words) {
            let filled = fill(wording, nation, &text);
            let english = filled.contains(|letter: char| letter.is_ascii_alphabetic());
            assert!(!(english && filled.contains('⟦')), "{}: {text} says {filled}", nation.map_or("", Word::id));
            assert!(!filled.contains('{'), "{filled}");
        }
    }
    assert!(unreviewed.fallen.iter().any(|it| it.why.complaint.ends_with("says `{lead}`, which stays English")));
}

#[test]
fn all_that_anyone_can_be_shown_is_to_be_written_and_what_is_left_out_on_purpose_is_told_in_english_alone() {
    let template = template();
    let tables = template.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'));
    let shown: Vec<_> = POLICY.shown().iter().map(|facts| facts.path().replace('/', ".")).collect();
    assert_eq!(tables.collect::<Vec<_>>(), shown);
    assert!(!template.contains("left-out-"));
}

// --- On the command line --------------------------------------------------------------------------------------------

#[test]
fn a_text_of_several_lines_is_a_comment_of_several_lines() {
    let mut policy = POLICY.clone();
    policy.wording.title = "One.\nTwo.".into();
    policy.wording.notices.items_mut()[0].words.says = vec!["One.\nTwo.".into()].into();
    let template = template_in(&policy, TAG).unwrap();
    assert_eq!([2, 2], ["# One.\n", "# Two.\n"].map(|line| template.matches(line).count()));
    template.parse::<toml::Table>().unwrap();
}

#[test]
fn the_template_names_every_text_and_is_refused_as_long_as_it_is_empty() {
    let printed = sgii(&["language", "--template", TAG]);
    let text = String::from_utf8(printed.stdout).unwrap();
    assert_eq!(text, template());
    let checked = check("template", &text);
    let complaints = String::from_utf8(checked.stderr).unwrap();
    assert!(!checked.status.success());
    assert_eq!(complaints.lines().count(), to_write(&text));
    assert_eq!(complaints.matches("has an empty `").count(), to_write(&text));
}

#[test]
fn a_language_is_checked_for_what_is_out_of_review() {
    let whole = check("whole", &accented().text);
    assert_eq!(String::from_utf8(whole.stdout).unwrap(), "`cy` lacks no text; entries that stay in English: 0\n");
    let step = table("step.refer-now");
    let file = edited(&step, &without_review(&step));
    let line = 1 + file.text.lines().position(|line| line == "[step.refer-now]").unwrap();
    let expected = format!(
        "cy/words.toml:{line}:1: step `refer-now` is not reviewed\n\
         `cy` lacks no text; entries that stay in English: 1\n"
    );
    assert_eq!(String::from_utf8(check("unreviewed", &file.text).stdout).unwrap(), expected);
}

fn check(name: &str, text: &str) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("languages").join(name).join(TAG);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("words.toml"), text).unwrap();
    sgii(&["language", folder.to_str().unwrap()])
}

fn sgii(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sgii")).args(arguments).output().unwrap()
}

// --- The language ---------------------------------------------------------------------------------------------------

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn template() -> String {
    template_in(&POLICY, TAG).unwrap()
}

fn accented() -> File {
    File { name: format!("{TAG}/words.toml"), text: filled(&template(), |_| false) }
}

fn is_accented(text: &str) -> bool {
    text.starts_with('⟦') && text.ends_with('⟧')
}

/// How many texts a template leaves to be written.
fn to_write(template: &str) -> usize {
    template.lines().filter(|line| line.trim_end_matches(',').ends_with("\"\"")).count()
}

/// The lines of an entry.
fn table(name: &str) -> String {
    let text = accented().text;
    let start = text.find(&format!("[{name}]\n")).unwrap_or_else(|| panic!("there is no `[{name}]`"));
    let end = text[start..].find("\n\n").map_or(text.len(), |length| start + length + 1);
    text[start..end].to_owned()
}

fn edited(old: &str, new: &str) -> File {
    let all = accented();
    assert!(all.text.contains(old) && old != new, "nothing to edit: {old}");
    File { text: all.text.replacen(old, new, 1), ..all }
}

fn without_review(table: &str) -> String {
    table.lines().filter(|line| !line.starts_with("reviewed =")).map(|line| format!("{line}\n")).collect()
}

fn unreviewed(entries: &[&str]) -> Translation {
    let text = filled(&template(), |entry| entries.contains(&entry));
    translated(&POLICY, &[File { text, ..accented() }])
}

#[track_caller]
fn translated(policy: &Policy, files: &[File]) -> Translation {
    language(policy, TAG, files).unwrap_or_else(|problems| panic!("{:#?}", shown(&problems)))
}

#[track_caller]
fn whole() -> Translation {
    translated(&POLICY, &[accented()])
}

fn complaints(file: &File) -> Vec<String> {
    shown(&language(&POLICY, TAG, std::slice::from_ref(file)).err().unwrap_or_default())
}

/// What is complained of, and on which line.
fn shown(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|it| format!("{}:{}: {}", it.file, it.line, it.complaint)).collect()
}

// --- What is shown of it --------------------------------------------------------------------------------------------

/// What stands around a text that is English.
const MARKS: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The page's template.
fn index() -> String {
    fs::read_to_string(root().join("www/index.html")).unwrap()
}

/// As much of a page as there is without a script.
fn sealed(translation: &Translation) -> String {
    let words = format!("<script type=\"application/json\" id=\"words\">{}</script>", page_block_json(translation));
    let page = page_html(translation, &index()).unwrap();
    page.replace("<!--labels-->", &labels_json(translation)).replace("<!--words-->", &words)
}

fn labels(translation: &Translation) -> Value {
    let mut labels: Value = serde_json::from_str(&labels_json(translation)).unwrap();
    let days = labels.as_object_mut().unwrap().shift_remove("days").unwrap();
    assert_eq!(days, if translation.tag == ENGLISH { "long" } else { "short" });
    labels
}

fn label_texts(labels: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    gather(labels, &|_| true, &mut texts);
    texts
}

fn page_block(translation: &Translation) -> Value {
    serde_json::from_str(&page_block_json(translation)).unwrap()
}

fn page_words(translation: &Translation) -> Value {
    serde_json::from_str(&page_words_json(translation)).unwrap()
}

/// Every text of the page's words that is to be read: not an identifier, a date, or what a source is called.
fn texts_of(words: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    for (part, value) in words.as_object().unwrap() {
        let others: &[&str] = match part.as_str() {
            "lang" | "fallen" => continue,
            "edition" => &["id", "status", "checked", "reviewBy"],
            "question" => &["group", "askedWhen", "askedWhile"],
            "contact" => &["steps"],
            "source" => &["title", "publisher", "edition", "read", "checked", "reviewBy", "url"],
            _ => &[],
        };
        gather(value, &|key| !others.contains(&key), &mut texts);
    }
    texts
}

fn gather(value: &Value, kept: &dyn Fn(&str) -> bool, texts: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().filter(|(key, _)| kept(key)).for_each(|(_, value)| gather(value, kept, texts));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, kept, texts)),
        Value::String(text) => texts.push(text.clone()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Every text that stands in a field of this name.
fn under(value: &Value, field: &str) -> Vec<String> {
    let mut texts = Vec::new();
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if key == field { gather(value, &|_| true, &mut texts) } else { texts.extend(under(value, field)) }
            }
        }
        Value::Array(items) => texts.extend(items.iter().flat_map(|item| under(item, field))),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    texts
}

/// The lines of HTML that are English and that no element marks as that.
fn unmarked_english(html: &str) -> String {
    let unmarked = outside_english(html).replace("&amp;", "&");
    unmarked.lines().filter(|text| text.contains(|letter: char| letter.is_ascii_alphabetic())).collect()
}

/// The text of HTML that no element marks as English, a line a piece.
fn outside_english(html: &str) -> String {
    pieces(html).into_iter().filter(|(english, _)| !english).map(|(_, text)| format!("{text}\n")).collect()
}

fn inside_english(html: &str) -> String {
    pieces(html).into_iter().filter(|(english, _)| *english).map(|(_, text)| format!("{text}\n")).collect()
}

/// The text between tags, and whether an element around it is marked as English.
fn pieces(html: &str) -> Vec<(bool, &str)> {
    let mut open: Vec<bool> = Vec::new();
    let mut pieces = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        if tag.starts_with('/') {
            open.pop().unwrap();
        } else if !["!", "input ", "link ", "meta "].iter().any(|alone| tag.starts_with(alone)) {
            open.push(tag.contains("lang=\"en\"") || open.last().is_some_and(|around| *around));
        }
        pieces.push((open.last().is_some_and(|english| *english), text));
    }
    assert!(open.is_empty(), "an element is not closed");
    pieces
}
