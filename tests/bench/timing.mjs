// Times of what is done again and again.

const ROUNDS = 9;
/** Rounds after the first three end here, in milliseconds. */
const PATIENCE = 20_000;
/** What takes less, in nanoseconds, is repeated until it takes as long. */
const TOLD_BY_THE_CLOCK = 20_000;

/**
 * For each task, the nanoseconds that each item takes: the median of rounds in which the tasks take turns, so that a
 * machine busy with something else is busy for all of them.
 * @param {((item: number) => unknown)[]} tasks a promise is waited for
 * @param {number} items
 */
export async function times(tasks, items) {
  const repeats = [];
  for (const task of tasks) repeats.push(await eachItem(items, (item) => howOften(task, item)));
  const rounds = tasks.map(() => Array.from({ length: items }, () => /** @type {number[]} */ ([])));
  const started = performance.now();
  for (let round = 0; round < ROUNDS && (round < 3 || performance.now() - started < PATIENCE); round += 1) {
    for (const [place, task] of tasks.entries()) {
      for (let item = 0; item < items; item += 1) {
        rounds[place][item].push(await once(task, item, repeats[place][item]));
      }
    }
  }
  return rounds.map((each) => each.map((values) => quantile(values, 0.5)));
}

async function eachItem(items, of) {
  const found = [];
  for (let item = 0; item < items; item += 1) found.push(await of(item));
  return found;
}

/** The first time it is not yet compiled. */
async function howOften(task, item) {
  await once(task, item, 3);
  return Math.min(10_000, Math.ceil(TOLD_BY_THE_CLOCK / (await once(task, item, 1))));
}

async function once(task, item, repeats) {
  const started = process.hrtime.bigint();
  for (let left = repeats; left > 0; left -= 1) {
    const done = task(item);
    if (done instanceof Promise) await done;
  }
  return Math.max(1, Number(process.hrtime.bigint() - started) / repeats);
}

/** The value below which a share of the values lie. */
export function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A row of a table: the median item, the one that nine in ten do not exceed, and the worst. */
export function row(name, against, items) {
  const cells = [0.5, 0.9, 1].map((share) => Math.round(quantile(items, share)));
  console.log(["row", name, against, ...cells].join("\t"));
}

/** What one takes more than another, item by item. */
export const less = (more, than) => more.map((time, item) => Math.max(0, time - than[item]));
