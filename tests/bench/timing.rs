//! Times of what is done again and again.

use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 9;
/// Rounds after the first three end here.
const PATIENCE: Duration = Duration::from_secs(20);
/// What takes less is repeated until it takes as long, so that the clock tells.
const TOLD_BY_THE_CLOCK: f64 = 20_000.0;

/// Something done to each item of a workload.
pub type Task<'a> = Box<dyn Fn(usize) + 'a>;

/// A task of which nothing is kept.
pub fn task<'a, T>(run: impl Fn(usize) -> T + 'a) -> Task<'a> {
    Box::new(move |item| {
        black_box(run(item));
    })
}

/// For each task, the nanoseconds that each item takes: the median of rounds in which the tasks take turns, so that a
/// machine busy with something else is busy for all of them.
pub fn times(tasks: &[Task<'_>], items: usize) -> Vec<Vec<f64>> {
    let repeats: Vec<Vec<u32>> =
        tasks.iter().map(|task| (0..items).map(|item| repeats(task, item)).collect()).collect();
    let mut rounds = vec![vec![Vec::new(); items]; tasks.len()];
    let started = Instant::now();
    for round in 0..ROUNDS {
        if round >= 3 && started.elapsed() > PATIENCE {
            break;
        }
        for (place, task) in tasks.iter().enumerate() {
            for item in 0..items {
                rounds[place][item].push(once(task, item, repeats[place][item]));
            }
        }
    }
    rounds.into_iter().map(|items| items.into_iter().map(|times| quantile(times, 0.5)).collect()).collect()
}

fn repeats(task: &Task<'_>, item: usize) -> u32 {
    task(item);
    (TOLD_BY_THE_CLOCK / once(task, item, 1)).ceil().clamp(1.0, 10_000.0) as u32
}

fn once(task: &Task<'_>, item: usize, repeats: u32) -> f64 {
    let started = Instant::now();
    (0..repeats).for_each(|_| task(item));
    (started.elapsed().as_nanos() as f64 / f64::from(repeats)).max(1.0)
}

/// The value below which a share of the values lie.
pub fn quantile(mut values: Vec<f64>, share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = (values.len() as f64 * share) as usize;
    values[place.min(values.len() - 1)]
}

/// A row of a table: the median item, the one that nine in ten do not exceed, and the worst.
pub fn row(name: &str, against: &str, items: &[f64]) {
    let [median, most, worst] = [0.5, 0.9, 1.0].map(|share| quantile(items.to_vec(), share));
    println!("row\t{name}\t{against}\t{median:.0}\t{most:.0}\t{worst:.0}");
}
