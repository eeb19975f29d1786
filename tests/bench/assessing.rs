//! Assessing natively, and where its time goes.

use std::hint::black_box;

use sgii_guide::assess::bounds;
use sgii_guide::code::Packed;
use sgii_guide::decision::Bounds;
use sgii_guide::edition::POLICY;
use sgii_guide::json::Told;
use sgii_guide::{Decision, Incident, assess, explain, json};

use crate::timing::{Task, row, task, times};
use crate::workload;

const WHOLE: &str = "native: JSON text in, full Decision out";

/// Times it and prints two tables.
pub fn table() {
    whole_decisions();
    response_alone();
}

fn whole_decisions() {
    let incidents = workload::incidents();
    let texts: Vec<String> = incidents.iter().map(|incident| text(*incident)).collect();
    let tasks: [Task<'_>; 4] = [
        task(|item| read(&texts[item])),
        task(|item| assess(&POLICY, incidents[item])),
        task(|item| explained(incidents[item])),
        task(|item| serde_json::to_string(&explained(read(&texts[item])))),
    ];
    let times = times(&tasks, incidents.len());
    let [reading, deciding, explaining, whole] = times.as_slice() else { return };
    println!("table\tA whole Decision\tmedian\t9 in 10 within\tworst");
    row(WHOLE, "", whole);
    row("native: of it, reading the incident", WHOLE, reading);
    row("native: of it, deciding", WHOLE, deciding);
    row("native: of it, putting it into words", WHOLE, &less(explaining, deciding));
    row("native: of it, writing JSON text", WHOLE, &less(&less(whole, explaining), reading));
}

fn response_alone() {
    let worlds = workload::worlds();
    let packed: Vec<Packed> = worlds.iter().map(|world| Packed::of(&POLICY, *world)).collect();
    let tasks: [Task<'_>; 2] = [
        task(|_| worlds.iter().for_each(|world| _ = black_box(bounds(&POLICY, *world)))),
        task(|_| packed.iter().for_each(|packed| _ = black_box(bounded(*packed)))),
    ];
    println!("table\tThe response alone\tmedian");
    for (name, times) in ["response bounds", "packed answers to response bounds"].iter().zip(times(&tasks, 1)) {
        println!("row\tnative: {name}\t{BASELINE}\t{:.1}", times[0] / worlds.len() as f64);
    }
}

/// Timed in Node.
const BASELINE: &str = "JavaScript: the table as a chain of `if`";

fn text(incident: Incident) -> String {
    serde_json::to_string(&Told { policy: &POLICY, incident }).expect("an incident is plain JSON")
}

fn read(text: &str) -> Incident {
    json::incident(&POLICY, text).expect("an incident of this policy")
}

fn explained(incident: Incident) -> Decision {
    explain::in_words(&POLICY, incident.nation, assess(&POLICY, incident))
}

fn bounded(packed: Packed) -> Bounds {
    bounds(&POLICY, packed.incident(&POLICY).expect("slots of this policy"))
}

/// What one takes more than another, item by item.
fn less(more: &[f64], less: &[f64]) -> Vec<f64> {
    more.iter().zip(less).map(|(more, less)| (more - less).max(0.0)).collect()
}
