// Nothing below works before `await init()`. What is wrong with an argument is told by an `Error`, whatever was given.

/** What the person said. Absent or `undefined` means unanswered; `null` is refused. */
export interface Incident {
  nation: Nation;
  answers: { [question: string]: Answer | undefined };
}

/** What a case code opens. */
export interface Reopened {
  /** With every answer whose question there still is. */
  incident: Incident;
  /** Whether this edition makes this very code of the incident. Where it does not, the result may differ. */
  sameRules: boolean;
  /** The questions that were answered and are retired. */
  retired: string[];
  /** Whether there are answers to questions that this edition has never had: the code is from a later one. */
  unknown: boolean;
}

export type Nation = "england" | "wales" | "scotland" | "northern-ireland";
export type Answer = "no" | "unsure" | "yes";
export type Scope = "inside" | "outside";
/** From least to most urgent. */
export type Response = "school-led" | "seek-advice" | "refer-now" | "emergency";
export type Recording = "aggravated" | "non-aggravated" | "repeated" | "outside-sgii";
export type Typology = "adult-involved" | "intent-to-harm" | "reckless-misuse" | "experimental";
export type Timing = "now" | "today" | "before-closing" | "follow-up";
export type Who = "everyone" | "lead" | "head" | "two-people";
/** Whether a source says it, or it is the policy's own safe default. */
export type Basis = "guidance" | "judgement";

/** What the guide says to an incident. What is absent is left out; there is no null. Texts come with the words only. */
export interface Decision {
  policy: Stamp;
  scope: Finding<Scope> & { route?: string };
  response: ResponseFinding;
  /** Absent outside England and Wales, and outside scope. */
  recording?: Finding<Recording> & { forecast: Forecasted[] };
  /** Absent in Scotland, and where it has no value in any case still possible. */
  typology?: Finding<Typology>;
  readings: AppliedReading[];
  setAside: Given[];
  /** In the order of doing. */
  steps: Step[];
  /** The identifier of what to have ready for the call, where there is one to make. */
  haveReady?: string;
  never: Advice[];
  scripts: Script[];
  /** Every unanswered question that applies and can still change something, in file order. */
  ask: string[];
  next?: Next;
  wouldChange: Change[];
  /** Identifiers of what to keep in mind whatever the outcome. */
  inMind: string[];
}

export interface Stamp {
  edition: string;
  status: "draft" | "signed-off";
  /** SHA-256 of the rules. */
  rules: string;
  /** SHA-256 of the policy's files. */
  sha256: string;
  checked: string;
  reviewBy: string;
}

/** What is known on an axis whose values stand side by side. */
export interface Finding<V> {
  possible: V[];
  settled: boolean;
  because: Reason<V>[];
  openOn: string[];
  /** Identifiers of what has to be said with it. */
  notices?: string[];
}

export interface ResponseFinding {
  /** The least over everything still open; absent while in some case no rule is met. */
  atLeast?: Response;
  /** The greatest over everything still open or not known. */
  atMost?: Response;
  settled: boolean;
  /** Whether the least is an immediate referral or an emergency: no answer still to come makes the call less urgent. */
  immediate: boolean;
  /** Whether it would be so with every "unsure" read as "no". */
  clear: boolean;
  /** The questions whose "unsure" holds the least up. */
  heldUp: string[];
  /** Identifiers of what has to be said with it. */
  notices: string[];
  /** Every rule met, most urgent first. */
  because: Reason<Response>[];
  openOn: string[];
}

export interface Reason<V> {
  rule: string;
  then: V;
  decides?: true;
  answers: Given[];
  basis: Basis;
  sources: Cited[];
  says?: string;
}

export interface Given {
  question: string;
  answer: Answer;
  /** The reading through which it counts here. */
  reading?: string;
}

export interface Cited {
  source: string;
  section?: string;
}

export interface AppliedReading {
  id: string;
  question: string;
  from: Answer;
  to: Answer;
  says?: string;
}

export interface Advice {
  id: string;
  basis: Basis;
  sources: Cited[];
  text?: string;
  why?: string;
}

export interface Step extends Advice {
  timing: Timing;
  who: Who;
}

export interface Script {
  id: string;
  basis: Basis;
  sources: Cited[];
  for?: string;
  lines?: string[];
}

/** What follows from a recording category, as far as it is published. */
export interface Forecasted {
  value: Recording;
  label?: string;
  crimes?: string[];
  outcomes?: string[];
  says?: string[];
  notPublished: { id: string; says?: string }[];
}

export interface Next {
  question: string;
  openOn: "response" | "scope" | "recording" | "typology" | "steps";
  /** The response that a yes would force, where it would. */
  ifYes?: { atLeast: Response };
  because?: string;
}

/** What a single answer would change: only what differs. */
export interface Change {
  question: string;
  answer: "yes" | "no";
  response?: { atLeast?: Response; atMost?: Response };
  scope?: Scope[];
  recording?: Recording[];
  typology?: Typology[];
}

/** What can be asked, and of whom. */
export interface Questionnaire {
  edition: string;
  nations: Nation[];
  answers: Answer[];
  groups: string[];
  questions: Asked[];
}

export interface Asked {
  id: string;
  group: string;
  slot: number;
  /** Rows of earlier questions; it applies when in some row none is no or unanswered. */
  askedWhen?: string[][];
  /** It applies only while the greatest possible response is one of these. */
  askedWhile?: Response[];
  /** Where it applies it is asked until it is answered, whatever else is. Absent where that is not sure. */
  alwaysMatters?: true;
  ask?: string;
  hint?: string;
  why?: string;
  unknown?: string;
}
