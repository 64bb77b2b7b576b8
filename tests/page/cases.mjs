// The cases whose pages are looked at, and the documents that the pages must hold whole.
//
// In: the program. Out: for each case the page as HTML, and the strings that must stand on it: of `decide --trace --format json`,
// or, where it is about the services of one person, of `entitlements --format json`.
import { spawnSync } from "node:child_process";

const PENAL = "rules/no/penal/minor_narcotics";
const GOLDEN = "tests/golden";
const HEALTH = "rules/no/health";
const SERVICES = [`${GOLDEN}/entitlements/packages/many`, `${GOLDEN}/entitlements/packages/other`];

// One of each kind of outcome, and of each state of a service; `services` names the packages. `exit` is that of the program: 1 where
// the rules are at fault.
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
  { name: "services_refused", services: SERVICES, facts: `${GOLDEN}/entitlements/good/refused.yaml` },
  { name: "services_open", services: SERVICES, facts: `${GOLDEN}/entitlements/good/nothing.yaml` },
  { name: "services_in_time", services: [`${GOLDEN}/time/packages/offers`], facts: `${GOLDEN}/time/good/offers_2019.yaml` },
  { name: "services_duties", services: [`${GOLDEN}/duties/packages/duties`], facts: `${GOLDEN}/duties/good/person.yaml` },
  { name: "services_lar", services: [`${HEALTH}/lar`, `${HEALTH}/dental`], facts: `${HEALTH}/lar/demo/patient_in_lar.yaml` },
  { name: "services_person", services: ["rules/no"], facts: "rules/no/persons/homeless_after_hospital.yaml" },
];

function run(program, ...given) {
  const done = spawnSync(program, given, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return { text: done.stdout, status: done.status, error: done.stderr };
}

export function pageOf(program, one, language) {
  const about = one.services ? ["entitlements", ...one.services] : ["explain", one.package];
  const done = run(program, ...about, "--facts", one.facts, "--html", "--lang", language);
  if (done.status !== (one.exit ?? 0)) {
    throw new Error(`${one.name}: hjemmel ${about[0]} --html ended with ${done.status}\n${done.error}`);
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

function* ofDuties(duties) {
  for (const duty of duties) {
    yield* typeof duty.due === "object" ? Object.values(duty.due).flat() : [duty.due];
    yield* ofCitations(duty.citations);
  }
}

function* ofDocument(document) {
  yield* [document.package, document.version, document.digest, document.as_of, document.decided_on];
  for (const outcome of Object.values(document.decisions)) {
    yield* ofOutcome(outcome);
  }
  yield* ofDuties(document.duties);
}

function* ofEntitlements(document) {
  for (const listed of document.packages) {
    yield* [listed.package, listed.version, listed.digest];
  }
  for (const listed of document.services) {
    yield listed.service;
    yield* ofCitations(listed.citations);
    for (const criterion of listed.criteria) {
      yield criterion.name;
      yield* criterion.unknowns;
      yield* ofCitations(criterion.citations);
    }
  }
  for (const missing of document.missing) {
    yield missing.fact ?? missing.at;
    yield* ofCitations(missing.citations);
  }
  for (const duty of document.duties) {
    yield duty.name;
  }
  yield* ofDuties(document.duties);
}

// Each once. What the document leaves out is no word.
export function wordsOf(program, one) {
  const about = one.services ? ["entitlements", ...one.services] : ["decide", one.package, "--trace"];
  const document = JSON.parse(run(program, ...about, "--facts", one.facts, "--format", "json").text);
  return [...new Set([...(one.services ? ofEntitlements(document) : ofDocument(document))].filter((word) => word).map(String))];
}
