//! Proving the real policy, and invented ones of growing size.

use std::env::current_exe;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use sgii_guide::policy::Policy;
use sgii_guide::policy::compile::{self, File};
use sgii_guide::proof;

use crate::invented::{KINDS, Size, invent};
use crate::timing::quantile;

const REAL: &str = "proof of the whole policy";
const SEEDS: u64 = 3;
const LIMIT: Duration = Duration::from_secs(10);

/// Times it and prints two tables.
pub fn table() {
    let files = compile::folder(Path::new("policy")).expect("a policy folder");
    let policy = compiled(&files);
    println!("table\tProof\tmedian");
    println!("row\tcompiling the policy's TOML\t{REAL}\t{}", median(5, || drop(compiled(&files))));
    println!("row\t{REAL}\t\t{}", median(5, || assert!(refuted(&policy).is_empty(), "see `sgii check`")));
    println!("table\tProof of invented policies\t60 rules\t100 rules\t200 rules");
    for kind in KINDS {
        for questions in [20, 30, 40, 48] {
            let times = [60, 100, 200].map(|rules| in_time(&Size { questions, rules, kind: (*kind).to_owned() }));
            println!("row\t{questions} questions, {kind}\t{REAL}\t{}", times.join("\t"));
        }
    }
}

fn median(times: usize, run: impl Fn()) -> u128 {
    quantile((0..times).map(|_| nanoseconds(&run) as f64).collect(), 0.5) as u128
}

fn nanoseconds(run: impl FnOnce()) -> u128 {
    let started = Instant::now();
    run();
    started.elapsed().as_nanos()
}

fn compiled(files: &[File]) -> Policy {
    compile::compile(files).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// As `sgii check` does it, but for the compiling. Gives the sentences that fail.
fn refuted(policy: &Policy) -> Vec<String> {
    let report = proof::report(&proof::Subject::new(policy));
    report.text.lines().filter_map(|line| Some(line.strip_prefix("FAILED")?.trim().to_owned())).collect()
}

/// The median of a few policies of one size; where one takes too long, that it does.
fn in_time(size: &Size) -> String {
    let mut times = Vec::new();
    for seed in 0..SEEDS {
        match in_time_from(size, seed) {
            Some(time) => times.push(time),
            None => return format!(">{}", LIMIT.as_nanos()),
        }
    }
    quantile(times, 0.5).to_string()
}

/// A proof cannot be told to stop, so it runs in a process that can be.
fn in_time_from(size: &Size, seed: u64) -> Option<f64> {
    let mut command = Command::new(current_exe().expect("this program"));
    command.args(["prove", &size.questions.to_string(), &size.rules.to_string(), &size.kind, &seed.to_string()]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("this program again");
    if !ends_in_time(&mut child) {
        return None;
    }
    let mut printed = String::new();
    child.stdout.take()?.read_to_string(&mut printed).expect("text");
    Some(printed.trim().parse().unwrap_or_else(|_| panic!("{size:?}, seed {seed}: no time, but `{printed}`")))
}

fn ends_in_time(child: &mut Child) -> bool {
    let started = Instant::now();
    while child.try_wait().expect("a child to wait for").is_none() {
        if started.elapsed() > LIMIT {
            child.kill().and_then(|()| child.wait()).expect("a child to end");
            return false;
        }
        sleep(Duration::from_millis(5));
    }
    true
}

/// Invents a policy, proves it, and prints how long the proof took.
pub fn prove_invented([questions, rules, kind, seed]: [&str; 4]) {
    let number = |text: &str| text.parse().expect("a number");
    let size = Size { questions: number(questions), rules: number(rules), kind: kind.to_owned() };
    let files = [File { name: "invented.toml".to_owned(), text: invent(&size, seed.parse().expect("a number")) }];
    let policy = compiled(&files);
    // Rules at random leave others nothing to decide, which the proof says; all other sentences hold.
    let others = |sentence: &String| sentence != "every rule can decide";
    println!("{}", nanoseconds(|| assert!(!refuted(&policy).iter().any(others), "{size:?}, seed {seed}")));
}
