// Traces under schemas/trace.schema.yaml, by two validators that must agree: npm ajv and our own.
//
//   node tests/schema/traces_test.mjs --validator OURS --program HJEMMEL   from the root of the repository
//
// 1. The traces of some cases and each demo of the packages in rules/, of each level: both validators accept them, and refuse a key too many anywhere.
//    A lower level says nothing that a higher one does not, and none but `full` holds the facts.
// 2. Every package formatted out of shape gives the same traces: they do not depend on the layout of the rules.
// 3. outcome.schema.yaml has the same definitions.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { compile, decide, factsOf, filesUnder, packageFolders, read, verdictsOf, withKeyTooMany } from "./documents.mjs";

const SCHEMA = "schemas/trace.schema.yaml";
const LEVELS = ["decision", "rules", "full"];
const { values: options } = parseArgs({ options: { validator: { type: "string" }, program: { type: "string" } } });
const faults = [];
const ourVerdicts = (texts, folder) => verdictsOf(options.validator, SCHEMA, texts, folder, faults);

function tracesOf(folder, facts, level, name) {
  const run = decide(options.program, folder, facts, [`--trace=${level}`]);
  try {
    return Object.values(JSON.parse(run.stdout).decisions).map((decision) => decision.trace);
  } catch {
    faults.push(`${name} --trace=${level}: no JSON document came out (status ${run.status})\n${run.stderr}`);
    return [];
  }
}

// Whether all that `less` says, `more` says too: same values, in lists in the same order.
function saysNoMore(less, more) {
  if (Array.isArray(less)) {
    let from = 0;
    return less.every((item) => {
      const found = more.findIndex((other, at) => at >= from && saysNoMore(item, other));
      from = found + 1;
      return found >= 0;
    });
  }
  if (less === null || typeof less !== "object") return less === more;
  return Object.keys(less).every((key) => key in more && saysNoMore(less[key], more[key]));
}

function checkLevels(name, byLevel) {
  byLevel.full.forEach((full, at) => {
    const { level: ofRules, ...rules } = byLevel.rules[at];
    const { level: ofDecision, ...decision } = byLevel.decision[at];
    if (full.level !== "full" || ofRules !== "rules" || ofDecision !== "decision") faults.push(`${name}: a level says another`);
    if (!saysNoMore(rules, full)) faults.push(`${name}: level rules says what level full does not`);
    if (!saysNoMore(decision, rules)) faults.push(`${name}: level decision says what level rules does not`);
    for (const key of ["facts", "tables", "parameters"]) {
      if (key in rules || key in decision) faults.push(`${name}: ${key} stand in a lower level`);
    }
    if (rules.definitions.some((one) => "value" in one)) faults.push(`${name}: a value of a term stands in level rules`);
  });
}

// The rules with other blanks: two for each, line ends before what may begin a line of its own, and comments behind.
const disturbed = (text) =>
  text
    .split("\n")
    .map((line) => {
      const parts = line.split(/("[^"]*"|#.*$)/);
      const code = parts.map((part, at) => (at % 2 === 1 ? part : part.replaceAll(", ", " ,  ").replaceAll(" and ", "  and   ")));
      return code.join("");
    })
    .join("\n");

// One case of each package, with all rules out of shape and then formatted again.
function checkLayout(traced) {
  const root = mkdtempSync(join(tmpdir(), "hjemmel-traces-"));
  try {
    cpSync("rules", join(root, "rules"), { recursive: true });
    cpSync("schemas", join(root, "schemas"), { recursive: true });
    const files = filesUnder(join(root, "rules"), (name) => name.endsWith(".rules"));
    for (const file of files) writeFileSync(file, disturbed(readFileSync(file, "utf8")));
    const differs = (what) => {
      for (const [name, folder, facts, traces] of traced) {
        if (!isDeepStrictEqual(tracesOf(join(root, folder), facts, "full", name), traces)) faults.push(`${name}: ${what}, another trace`);
      }
    };
    differs("another layout");
    const formatted = spawnSync(options.program, ["format", ...files]);
    if (formatted.status !== 0) faults.push(`could not be formatted: ${formatted.stderr}`);
    differs("formatted");
  } finally {
    rmSync(root, { recursive: true });
  }
}

function checkSameDefinitions() {
  const { $defs: ofTrace, ...root } = read(SCHEMA);
  const { $defs: ofOutcome } = read("schemas/outcome.schema.yaml");
  for (const [name, definition] of Object.entries(ofTrace)) {
    if (!isDeepStrictEqual(definition, ofOutcome[name])) faults.push(`${name} is not the same in outcome.schema.yaml`);
  }
  const { type, additionalProperties, required, properties } = root;
  if (!isDeepStrictEqual({ type, additionalProperties, required, properties }, ofOutcome.trace)) {
    faults.push("the trace is not the same in outcome.schema.yaml");
  }
}

const folder = mkdtempSync(join(tmpdir(), "hjemmel-traces-"));
try {
  const validate = compile(read(SCHEMA));
  const all = [];
  const traced = [];
  for (const folder of packageFolders()) {
    for (const [at, [name, facts]] of factsOf(folder).entries()) {
      const byLevel = Object.fromEntries(LEVELS.map((level) => [level, tracesOf(folder, facts, level, name)]));
      checkLevels(name, byLevel);
      if (at === 0) traced.push([name, folder, facts, byLevel.full]);
      for (const level of LEVELS) all.push(...byLevel[level].map((trace) => [`${name}, level ${level}`, trace]));
    }
  }
  checkLayout(traced);
  if (all.length === 0) faults.push("no case was traced");
  const ours = ourVerdicts(all.map(([, trace]) => JSON.stringify(trace)), folder);
  all.forEach(([name, trace], at) => {
    if (!validate(trace)) faults.push(`${name}: ajv refuses it: ${JSON.stringify(validate.errors, null, 1)}`);
    if (ours[at] === false) faults.push(`${name}: our validator refuses it`);
  });
  const texts = all.slice(0, 6).flatMap(([, trace]) => [...withKeyTooMany(structuredClone(trace))]);
  ourVerdicts(texts, folder).forEach((valid, at) => {
    if (valid || validate(JSON.parse(texts[at]))) faults.push(`a key too many is accepted: ${texts[at].slice(0, 200)}`);
  });
  checkSameDefinitions();
  console.log(`${all.length} traces, ${texts.length} spoiled, ${faults.length} faults (${basename(SCHEMA)})`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
