// A decision in Node, by `require`.

const { assess } = require("sgii-guide");

const decision = assess({ nation: "england", answers: { "immediate-danger": "no", "adult-involved": "unsure" } });
console.log(`At least ${decision.response.atLeast}, at most ${decision.response.atMost}.`);
