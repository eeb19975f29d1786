// A decision in Node, and each of the other functions.

import { assess, decode, encode, policy, responseBounds, version } from "sgii-guide";

const { edition, questions } = policy();
console.log(`Version ${version()}, edition ${edition}, ${questions.length} questions. The first: ${questions[0].ask}`);

const incident = { nation: "england", answers: { "immediate-danger": "no", "adult-involved": "unsure" } };
const { response, now, next } = assess(incident);
console.log(`At least ${response.atLeast}, at most ${response.atMost}.`);
console.log(`First: ${now[0].text}`);
console.log(`Ask next: ${next.question}`);

const code = encode(incident);
console.log(`The code ${code} opens ${JSON.stringify(decode(code).incident)}.`);

// Nothing answered, in England.
const bounds = responseBounds(0, 0, 0, 0);
console.log(`With nothing answered: from ${bounds & 255} to ${bounds >> 8}.`);

try {
  assess({ nation: "england", answers: { "adult-involved": "perhaps" } });
} catch (error) {
  console.log(error.message);
}
