// The same in CommonJS.

import init, { assess, type Decision } from "sgii-guide";
import required = require("sgii-guide");

export const started: Promise<void> = init();
export const decision: Decision = assess({ nation: "england", answers: {} });
export const again: Decision = required.assess({ nation: "england", answers: {} });
