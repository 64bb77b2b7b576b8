// Question documents under schemas/question.schema.yaml, by two validators that must agree: npm ajv and our own.
//
//   node tests/schema/questions_test.mjs --validator OURS --program HJEMMEL   from the root of the repository
//
// Of each package the first case's facts with one key after another left out, and no facts at all; of tests/golden/ask interviews in
// which every question is answered `unknown`. Both validators accept each document, the outcome in it is one under
// schemas/outcome.schema.yaml, and both refuse it with a key too many anywhere.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compile, factsOf, filesUnder, read } from "./documents.mjs";

const SCHEMA = "schemas/question.schema.yaml";
const OUTCOME = "schemas/outcome.schema.yaml";
const GOLDEN = "tests/golden/ask/packages";
const MOST_QUESTIONS = 40;
const { values: options } = parseArgs({ options: { validator: { type: "string" }, program: { type: "string" } } });
const faults = [];

function documentOf(name, folder, facts, extra = []) {
  const run = spawnSync(options.program, ["ask", folder, "--facts", "-", "--format", "json", ...extra], {
    input: JSON.stringify(facts),
    encoding: "utf8",
    timeout: 60000,
  });
  if (run.status === 2 && run.stderr.includes("no decision and no duty")) return undefined;
  try {
    return { name, document: JSON.parse(run.stdout) };
  } catch {
    faults.push(`${name}: no JSON document came out (status ${run.status})\n${run.stderr}`);
    return undefined;
  }
}

// The facts with one fact left out, each in turn.
function* thinned(facts) {
  for (const group of Object.keys(facts)) {
    for (const key of Object.keys(facts[group])) {
      const bare = structuredClone(facts);
      delete bare[group][key];
      yield bare;
    }
  }
}

function ofPackage(folder) {
  const found = [documentOf(`${folder}: nothing known`, folder, {})];
  const [first] = factsOf(folder);
  for (const facts of first === undefined ? [] : thinned(first[1])) found.push(documentOf(first[0], folder, facts));
  return found;
}

// An interview that nobody can answer, to its end.
function interviewed(folder) {
  const answers = [];
  const found = [];
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const one = documentOf(`${folder}: question ${asked + 1}`, folder, {}, answers);
    found.push(one);
    if (one === undefined || one.document.question === null) return found;
    answers.push("--answer", `${one.document.question.fact}=${asked % 2 === 0 ? "unknown" : "vet ikke"}`);
  }
  faults.push(`${folder}: more than ${MOST_QUESTIONS} questions`);
  return found;
}

function documents() {
  const packages = filesUnder("rules", (name) => name === "package.yaml").map(dirname);
  const golden = filesUnder(GOLDEN, (name) => name === "package.yaml").map(dirname);
  return [...packages.flatMap(ofPackage), ...[...packages, ...golden].flatMap(interviewed)].filter((one) => one !== undefined);
}

// The document with one key too many, in each object in turn but those of the outcome.
function* spoiled(document, place = document) {
  if (place === null || typeof place !== "object") return;
  if (!Array.isArray(place)) {
    place.surplus = 1;
    yield JSON.stringify(document);
    delete place.surplus;
  }
  for (const [key, value] of Object.entries(place)) if (key !== "outcome") yield* spoiled(document, value);
}

function ourVerdicts(schema, texts, folder) {
  const names = texts.map((text, at) => {
    const name = join(folder, `${at}.json`);
    writeFileSync(name, text);
    return name;
  });
  const run = spawnSync(options.validator, [schema], { input: names.map((name) => `${name}\n`).join(""), encoding: "utf8" });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  if (run.status !== 0 || lines.length !== names.length) faults.push(`our validator failed (status ${run.status})\n${run.stderr}`);
  return lines.map((line) => line.startsWith("valid "));
}

const folder = mkdtempSync(join(tmpdir(), "hjemmel-questions-"));
try {
  const all = documents();
  const validate = compile(read(SCHEMA));
  const validateOutcome = compile(read(OUTCOME));
  const states = new Set(all.map(({ document }) => document.state));
  if (states.size !== 3) faults.push(`the documents have ${states.size} of 3 states: ${[...states]}`);
  const types = new Set(all.flatMap(({ document }) => (document.question === null ? [] : [document.question.answer.type])));
  if (types.size < 9) faults.push(`only ${types.size} types of answers: ${[...types]}`);
  const ours = ourVerdicts(SCHEMA, all.map(({ document }) => JSON.stringify(document)), folder);
  all.forEach(({ name, document }, at) => {
    if (!validate(document)) faults.push(`${name}: ajv refuses it: ${JSON.stringify(validate.errors, null, 1)}`);
    if (ours[at] === false) faults.push(`${name}: our validator refuses it`);
    if ((document.question === null) === (document.outcome === null)) faults.push(`${name}: a question, or else an outcome`);
    if (document.outcome !== null && !validateOutcome(document.outcome)) faults.push(`${name}: its outcome is none`);
  });
  const texts = all.slice(-12).flatMap(({ document }) => [...spoiled(structuredClone(document))]);
  ourVerdicts(SCHEMA, texts, folder).forEach((valid, at) => {
    if (valid) faults.push(`our validator accepts ${texts[at].slice(0, 200)}`);
    if (validate(JSON.parse(texts[at]))) faults.push(`ajv accepts ${texts[at].slice(0, 200)}`);
  });
  console.log(`${all.length} documents, ${texts.length} spoiled, ${faults.length} faults`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
