// The cases whose pages are looked at, and the traces that the pages must hold whole.
//
// In: the program. Out: for each case the page as HTML, and the strings of `decide --trace --format json` that must stand on it.
import { spawnSync } from "node:child_process";

const PENAL = "rules/no/penal/minor_narcotics";
const GOLDEN = "tests/golden";

// One of each kind of outcome. `exit` is that of the program: 1 where the rules are at fault.
export const CASES = [
  { name: "decided", package: PENAL, facts: `${PENAL}/demo/sixteen_year_old.yaml` },
  { name: "undetermined", package: PENAL, facts: `${PENAL}/demo/dependence_unknown.yaml` },
  { name: "gave_way", package: PENAL, facts: `${PENAL}/demo/dependent_adult.yaml` },
  { name: "not_applicable", package: PENAL, facts: `${GOLDEN}/cli/good/cannabis_above_the_limit.yaml` },
  { name: "conflict", package: `${GOLDEN}/cli/packages/two_rules`, facts: `${GOLDEN}/cli/bad/conflict.yaml`, exit: 1 },
  { name: "no_rule", package: `${GOLDEN}/cli/packages/two_rules`, facts: `${GOLDEN}/cli/bad/no_rule.yaml`, exit: 1 },
  { name: "lex_mitior", package: `${GOLDEN}/time/packages/milder`, facts: `${GOLDEN}/time/good/later_is_milder.yaml` },
  { name: "duties", package: `${GOLDEN}/duties/packages/duties`, facts: `${GOLDEN}/duties/good/person.yaml` },
  { name: "figures", package: `${GOLDEN}/figures/packages/test/benefit`, facts: `${GOLDEN}/figures/good/known.yaml` },
];

function run(program, ...given) {
  const done = spawnSync(program, given, { encoding: "utf8" });
  return { text: done.stdout, status: done.status, error: done.stderr };
}

export function pageOf(program, one, language) {
  const done = run(program, "explain", one.package, "--facts", one.facts, "--html", "--lang", language);
  if (done.status !== (one.exit ?? 0)) {
    throw new Error(`${one.name}: hjemmel explain --html ended with ${done.status}\n${done.error}`);
  }
  return done.text;
}

function* ofCitations(citations) {
  for (const citation of citations ?? []) {
    yield citation.place;
    yield* citation.catalogue;
  }
}

function* ofConditions(conditions) {
  for (const condition of conditions ?? []) {
    yield condition.text.replace(/^unless /, "");
    yield* condition.unknowns;
  }
}

function* ofTrace(trace) {
  yield* ofConditions(trace.when);
  for (const rule of trace.rules) {
    yield rule.rule;
    yield* rule.by;
    yield* ofConditions(rule.conditions);
    yield* rule.grounds.map((ground) => ground.name);
    yield* ofConditions(rule.grounds);
    yield* ofCitations(rule.citations);
  }
  for (const term of trace.definitions) {
    yield term.name;
    yield term.value;
    yield term.reading;
    yield* ofConditions(term.conditions);
    yield* ofCitations(term.citations);
  }
  for (const fact of trace.facts) {
    yield fact.fact;
    yield fact.value;
    yield fact.known_on;
    yield fact.from;
  }
  for (const row of [...trace.tables, ...(trace.parameters ?? [])]) {
    yield row.table ?? row.parameter;
    yield row.key;
    yield row.value;
    yield* ofCitations(row.citations);
  }
}

function* ofOutcome(outcome) {
  yield outcome.reason;
  yield* outcome.rules;
  yield* outcome.grounds.map((held) => held.ground);
  yield* ofCitations(outcome.citations);
  for (const missing of outcome.missing) {
    yield missing.fact ?? missing.at;
    yield* ofCitations(missing.citations);
  }
  for (const basis of outcome.rests_on) {
    yield basis.name;
    yield* ofCitations(basis.citations);
  }
  for (const possible of outcome.possible) {
    yield* possible.rules;
  }
  for (const version of outcome.versions ?? []) {
    yield version.as_of;
    yield* ofOutcome(version.outcome);
  }
  yield* outcome.if_departing ? ofOutcome(outcome.if_departing) : [];
  yield* outcome.trace ? ofTrace(outcome.trace) : [];
}

function* ofDocument(document) {
  yield* [document.package, document.version, document.digest, document.as_of, document.decided_on];
  for (const outcome of Object.values(document.decisions)) {
    yield* ofOutcome(outcome);
  }
  for (const duty of document.duties) {
    yield* typeof duty.due === "object" ? Object.values(duty.due).flat() : [duty.due];
    yield* ofCitations(duty.citations);
  }
}

// Each once. What the document leaves out is no word.
export function wordsOf(program, one) {
  const done = run(program, "decide", one.package, "--facts", one.facts, "--trace", "--format", "json");
  return [...new Set([...ofDocument(JSON.parse(done.text))].filter((word) => word).map(String))];
}
