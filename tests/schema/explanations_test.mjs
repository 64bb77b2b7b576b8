// Explanations under schemas/explanation.schema.yaml, by two validators that must agree: npm ajv and our own.
//
//   node tests/schema/explanations_test.mjs --validator OURS --program HJEMMEL   from the root of the repository
//
// The facts of some cases and each demo of the packages in rules/, explained with each option asked about: both validators accept the document and refuse
// it with a key too many in any object that the schema closes, and the outcomes in it are those that `decide` gives.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { compile, decide, factsOf, packageFolders, read, verdictsOf, withKeyTooMany } from "./documents.mjs";

const SCHEMA = "schemas/explanation.schema.yaml";
const OPEN = new Set(["outcome", "duties", "amendments", "uses", "bounds", "carries", "flips"]);  // of another schema
const { values: options } = parseArgs({ options: { validator: { type: "string" }, program: { type: "string" } } });
const faults = [];
const ourVerdicts = (texts, folder) => verdictsOf(options.validator, SCHEMA, texts, folder, faults);

function explain(folder, facts, extra) {
  return spawnSync(options.program, ["explain", folder, "--facts", "-", "--format", "json", ...extra], {
    input: JSON.stringify(facts),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}

const json = (name, run) => {
  try {
    return JSON.parse(run.stdout);
  } catch {
    faults.push(`${name}: no JSON document came out (status ${run.status})\n${run.stderr}`);
    return undefined;
  }
};

function asDecided(explanation) {
  const { explanation_version: version, decisions, ...rest } = explanation;
  const outcomes = Object.entries(decisions).map(([name, decision]) => [name, decision.outcome]);
  return { ...rest, decisions: Object.fromEntries(outcomes) };
}

function optionsIn(document) {
  const names = Object.values(document.decisions).flatMap((decision) => [
    ...decision.options.map((option) => option.name),
    ...decision.possible.flatMap((one) => one.options.map((option) => option.name)),
  ]);
  return [...new Set(names)];
}

function documents() {
  const found = [];
  for (const folder of packageFolders()) {
    const decided = factsOf(folder).map(([name, facts]) => [name, facts, json(name, decide(options.program, folder, facts, []))]);
    const all = [...new Set(decided.flatMap(([, , document]) => (document === undefined ? [] : optionsIn(document))))];
    for (const [name, facts, document] of decided) {
      const document2 = json(name, explain(folder, facts, all.flatMap((option) => ["--why-not", option])));
      if (document === undefined || document2 === undefined) continue;
      if (!isDeepStrictEqual(asDecided(document2), document)) faults.push(`${name}: explain and decide have other outcomes`);
      found.push({ name, document: document2 });
    }
  }
  return found;
}

const folder = mkdtempSync(join(tmpdir(), "hjemmel-explanations-"));
try {
  const all = documents();
  const validate = compile(read(SCHEMA));
  const ours = ourVerdicts(all.map(({ document }) => JSON.stringify(document)), folder);
  all.forEach(({ name, document }, at) => {
    if (!validate(document)) faults.push(`${name}: ajv refuses it: ${JSON.stringify(validate.errors, null, 1)}`);
    if (ours[at] === false) faults.push(`${name}: our validator refuses it`);
  });
  const answers = new Set(all.flatMap(({ document }) => Object.values(document.decisions).flatMap((one) => one.why_not.map((why) => why.answer))));
  for (const answer of ["given", "possible", "not_arising", "not_given"]) {
    if (!answers.has(answer)) faults.push(`no option is ${answer}`);
  }
  const texts = all.slice(-1).concat(all.slice(0, 1)).flatMap(({ document }) => [...withKeyTooMany(structuredClone(document), (key) => OPEN.has(key))]);
  ourVerdicts(texts, folder).forEach((valid, at) => {
    if (valid || validate(JSON.parse(texts[at]))) faults.push(`a key too many is accepted: ${texts[at].slice(0, 200)}`);
  });
  console.log(`${all.length} documents, ${texts.length} spoiled, ${faults.length} faults`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
