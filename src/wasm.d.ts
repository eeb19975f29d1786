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
export type Who = "everyone" | "lead" | "head" | "two-people";
export type Contact = "lead" | "deputy" | "front-door" | "police" | "staff-concerns" | "partnership";
/** Whether a source says it, or it is the policy's own safe default. */
export type Basis = "guidance" | "judgement";

/** What the guide says to an incident. What is absent is left out; there is no null. Texts come with the words only. */
export interface Decision {
  policy: Stamp;
  scope: Finding<Scope> & { routes?: Route[] };
  response: ResponseFinding;
  /** Absent outside England and Wales, and outside scope. */
  recording?: Finding<Recording> & { forecast: Forecasted[] };
  /** Absent in Scotland, and where it has no value in any case still possible. */
  typology?: Finding<Typology>;
  readings: AppliedReading[];
  setAside: Given[];
  /** What to do now, in the order of doing: seven steps at most. */
  now: Step[];
  /** Absent where there is no call to make now. */
  call?: Call;
  people: Person[];
  /** What to do afterwards, each list in the order of doing. */
  later: { today: Step[]; beforeClosing: Step[]; followUp: Step[] };
  never: Advice[];
  /** Every unanswered question that applies and can still change something, in file order. */
  ask: string[];
  /** Those of them on which the response turns, or what to do now. */
  decides: { question: string; on: "response" | "now" }[];
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

export interface Line {
  id: string;
  basis: Basis;
  sources: Cited[];
  text?: string;
}

export interface Advice extends Line {
  why?: string;
}

export interface Route extends Advice {
  /** Whose number is needed. */
  calls?: Contact[];
}

export interface Step extends Route {
  who: Who;
}

/** A call, in the order in which it is read out. */
export interface Call {
  to: Contact[];
  report: Line[];
  /** The most serious first, and how many more there are. */
  known: Told[];
  moreKnown: number;
  notKnown: Told[];
  moreNotKnown: number;
  children: Line[];
  ask: Line[];
}

/** An answer that a call tells of. */
export interface Told {
  question: string;
  says?: string;
}

/** Someone who is in it, and what to say to them and do for them. */
export interface Person {
  who:
    | "child-in-it"
    | "child-at-the-centre"
    | "child-who-received-it"
    | "children-in-exchange"
    | "child-who-did-it"
    | "children-at-home"
    | "parents"
    | "staff-who-saw"
    | "person-of-concern"
    | "families-and-pupils";
  /** Whether it is not certain that there is such a person. */
  maybe: boolean;
  name?: string;
  say: Line[];
  do: Line[];
  doNot: Line[];
  /** How police may record them. */
  police: Line[];
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
  openOn: "response" | "scope" | "recording" | "typology" | "now" | "rest";
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
  more?: string;
  why?: string;
  unknown?: string;
}
