// Somebody's program in TypeScript. Each line under a note of an error has to be one.

import init, { assess, type Decision, decode, encode, type Incident, policy, type Questionnaire, type Reopened, responseBounds, version } from "sgii-guide";
import fetched from "sgii-guide/fetch";

export async function start(bytes: Uint8Array): Promise<void> {
  await init();
  await init({ module_or_path: bytes });
  await fetched();
  await fetched({ module_or_path: "sgii_guide_bg.wasm" });
}

const incident: Incident = { nation: "england", answers: { "adult-involved": "unsure" } };
export const decision: Decision = assess(incident);
export const least: "school-led" | "seek-advice" | "refer-now" | "emergency" | undefined = decision.response.atLeast;
export const asked: Questionnaire = policy();
export const code: string = encode({ ...incident, answers: { ...incident.answers, asked: undefined } });
export const reopened: Reopened = decode(code);
export const bounds: number = responseBounds(0, 0, 0, 0);
export const release: string = version();

// @ts-expect-error
assess({ nation: "france", answers: {} });
// @ts-expect-error
assess({ nation: "wales", answers: { asked: "perhaps" } });
// @ts-expect-error
assess({ nation: "wales", answers: { asked: null } });
// @ts-expect-error
decision.response.certain;
// @ts-expect-error
init({ module_or_path: 5 });
