//! Which step may start: one whose needs are met, and for which the machine has room beside what runs.

use anyhow::{Context, Result};

use crate::plan::Step;

/// How much of the machine a step takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Load {
    /// One core, or a browser, which waits as much as it works.
    Core,
    /// Every core. All that cargo compiles is of this kind: no two steps are in `target/` at once, and no page is timed
    /// beside a compiler.
    Machine,
    /// Hardly any core, for it waits for the network. One at a time: package managers lock each other out.
    Network,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Waiting,
    Running,
    Done,
    Failed,
}

struct Slot {
    step: Step,
    /// The places of the steps that this one waits for.
    needs: Vec<usize>,
    state: State,
}

/// The steps of a run by their places in its list. Where several may start, the first does.
pub struct Schedule {
    slots: Vec<Slot>,
    cores: usize,
}

impl Schedule {
    /// Nothing has started yet, on a machine with so many cores.
    ///
    /// # Errors
    ///
    /// A step needs something else than an earlier step.
    pub fn new(steps: &[Step], cores: usize) -> Result<Self> {
        let slot = |(place, step): (usize, &Step)| {
            let earlier = steps.get(..place).unwrap_or_default();
            let needs = step.needs.iter().map(|need| find(need, earlier).with_context(|| format!("`{}`", step.name)));
            Ok(Slot { step: *step, needs: needs.collect::<Result<_>>()?, state: State::Waiting })
        };
        Ok(Self { slots: steps.iter().enumerate().map(slot).collect::<Result<_>>()?, cores })
    }

    /// Has a step start, and gives it with its place; nothing where none may start now.
    ///
    /// A step for which there is no room yet keeps what room there is: small ones could put off a build for long.
    pub fn start(&mut self) -> Option<(usize, Step)> {
        let mut free = self.cores.saturating_sub(self.running().map(|step| self.cores_of(step)).sum());
        let networks = self.running().any(|step| step.load == Load::Network);
        let (place, step) = self.ready().find(|(_, step)| {
            let fits = self.cores_of(*step) <= free && !(networks && step.load == Load::Network);
            free = free.saturating_sub(self.cores_of(*step));
            fits
        })?;
        self.set(place, State::Running);
        Some((place, step))
    }

    /// A step has come to its end. What needs it may start if it did not fail, and never if it did.
    pub fn end(&mut self, place: usize, failed: bool) {
        self.set(place, if failed { State::Failed } else { State::Done });
    }

    /// The steps that run, in the order of the list.
    pub fn running(&self) -> impl Iterator<Item = Step> {
        self.slots.iter().filter(|slot| slot.state == State::Running).map(|slot| slot.step)
    }

    /// The steps that wait for nothing but room.
    fn ready(&self) -> impl Iterator<Item = (usize, Step)> {
        let done = |place: &usize| self.slots.get(*place).is_some_and(|slot| slot.state == State::Done);
        let ready = move |slot: &Slot| slot.state == State::Waiting && slot.needs.iter().all(done);
        self.slots.iter().enumerate().filter(move |(_, slot)| ready(slot)).map(|(place, slot)| (place, slot.step))
    }

    fn cores_of(&self, step: Step) -> usize {
        match step.load {
            Load::Core => 1,
            Load::Machine => self.cores,
            Load::Network => 0,
        }
    }

    fn set(&mut self, place: usize, state: State) {
        if let Some(slot) = self.slots.get_mut(place) {
            slot.state = state;
        }
    }
}

fn find(need: &Step, earlier: &[Step]) -> Result<usize> {
    let place = earlier.iter().position(|step| step.name == need.name);
    place.with_context(|| format!("there is no earlier step `{}` to need", need.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn step(name: &'static str, load: Load) -> Step {
        Step::new(name, |_| Ok(())).takes(load)
    }

    /// The places that start at once on a machine of two cores, after some steps have ended.
    fn started(steps: &[Step], ended: &[(usize, bool)]) -> Option<Vec<usize>> {
        let mut schedule = Schedule::new(steps, 2).ok()?;
        let all =
            |schedule: &mut Schedule| -> Vec<usize> { std::iter::from_fn(|| Some(schedule.start()?.0)).collect() };
        let mut now = all(&mut schedule);
        for (place, failed) in ended {
            schedule.end(*place, *failed);
            now = all(&mut schedule);
        }
        Some(now)
    }

    #[test]
    fn steps_that_share_nothing_start_at_once() {
        let steps = [step("a", Load::Core), step("b", Load::Core), step("c", Load::Core)];
        assert_eq!(started(&steps, &[]), Some(vec![0, 1]));
        assert_eq!(started(&steps, &[(1, false)]), Some(vec![2]));
        assert_eq!(started(&steps, &[(1, true)]), Some(vec![2]), "what fails makes room as well");
    }

    #[test]
    fn a_build_has_the_machine_to_itself_and_is_not_put_off() {
        let steps = [step("a", Load::Core), step("build", Load::Machine), step("b", Load::Core)];
        assert_eq!(started(&steps, &[]), Some(vec![0]));
        assert_eq!(started(&steps, &[(0, false)]), Some(vec![1]));
        assert_eq!(started(&steps, &[(0, false), (1, false)]), Some(vec![2]));
    }

    #[test]
    fn what_waits_for_the_network_runs_beside_anything_but_its_like() {
        let steps = [step("apt", Load::Network), step("npm", Load::Network), step("build", Load::Machine)];
        assert_eq!(started(&steps, &[]), Some(vec![0, 2]));
        assert_eq!(started(&steps, &[(0, false)]), Some(vec![1]));
    }

    #[test]
    fn a_step_waits_for_what_it_needs_and_never_runs_where_that_failed() {
        const A: Step = step("a", Load::Core);
        const B: Step = step("b", Load::Core).needs(&[A]);
        let steps = [A, B, step("c", Load::Core).needs(&[B])];
        assert_eq!(started(&steps, &[]), Some(vec![0]));
        assert_eq!(started(&steps, &[(0, false)]), Some(vec![1]));
        assert_eq!(started(&steps, &[(0, true)]), Some(vec![]));
        assert_eq!(started(&steps, &[(0, false), (1, true)]), Some(vec![]));
    }

    #[test]
    fn a_need_is_the_name_of_an_earlier_step() {
        const B: Step = step("b", Load::Core);
        let a = step("a", Load::Core).needs(&[B]);
        let told = Schedule::new(&[a, B], 2).err().map(|problem| format!("{problem:#}"));
        assert_eq!(told.as_deref(), Some("`a`: there is no earlier step `b` to need"));
        assert!(Schedule::new(&[B, a], 2).is_ok());
    }
}
