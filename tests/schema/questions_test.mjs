// Question documents under schemas/question.schema.yaml, by two validators that must agree: npm ajv and our own.
//
//   node tests/schema/questions_test.mjs --validator OURS --program HJEMMEL   from the root of the repository
//
// Of each package the first case's facts with one key left out, and no facts at all; of tests/golden/ask and the small packages interviews
// in which every question is answered `unknown`; questions about services. Both validators accept each document, the outcome in it is one under
// schemas/outcome.schema.yaml, and both refuse it with a key too many anywhere.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compile, factsOf, filesUnder, packageFolders, read, verdictsOf, withKeyTooMany } from "./documents.mjs";

const SCHEMA = "schemas/question.schema.yaml";
const OUTCOME = "schemas/outcome.schema.yaml";
const ENTITLEMENTS = "schemas/entitlements.schema.yaml";
const GOLDEN = "tests/golden/ask/packages";
const SERVICES = "tests/golden/entitlements/packages";
const MOST_QUESTIONS = 40;
const MOST_THINNED = Number(process.env.HJEMMEL_SCHEMA_CASES ?? 2); // of a case with one fact left out
const { values: options } = parseArgs({ options: { validator: { type: "string" }, program: { type: "string" } } });
const faults = [];
const ourVerdicts = (texts, folder) => verdictsOf(options.validator, SCHEMA, texts, folder, faults);

function documentOf(name, folder, facts, extra = []) {
  return printed(name, [folder, ...extra], facts);
}

function printed(name, words, facts) {
  const run = spawnSync(options.program, ["ask", ...words, "--facts", "-", "--format", "json"], {
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
  const all = first === undefined ? [] : [...thinned(first[1])];
  const step = Math.max(1, Math.ceil(all.length / MOST_THINNED));
  for (const facts of all.filter((_, at) => at % step === 0)) found.push(documentOf(first[0], folder, facts));
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

// About services: with nothing known, with all, and of a duty.
function aboutServices() {
  const folders = ["many", "other"].map((name) => join(SERVICES, name));
  const known = { case: { late: false, maybe: false, serious: false, colour: "blue", visits: 0, date: "2026-05-04" }, person: { resident: false } };
  return [
    printed("services: nothing known", ["--services", ...folders], {}),
    printed("services: all known", ["--services", ...folders], known),
    printed("services: a duty", ["--services", "tests/golden/duties/packages/duties"], {}),
  ];
}

function documents() {
  const packages = packageFolders();
  const golden = filesUnder(GOLDEN, (name) => name === "package.yaml").map(dirname);
  const small = packages.filter((folder) => folder.startsWith("rules/example/") || folder.endsWith("/minor_narcotics"));
  const interviews = [...small, ...golden].flatMap(interviewed);
  return [...packages.flatMap(ofPackage), ...interviews, ...aboutServices()].filter((one) => one !== undefined);
}

const folder = mkdtempSync(join(tmpdir(), "hjemmel-questions-"));
try {
  const all = documents();
  const validate = compile(read(SCHEMA));
  const validateOutcome = compile(read(OUTCOME));
  const validateEntitlements = compile(read(ENTITLEMENTS));
  const states = new Set(all.map(({ document }) => document.state));
  if (states.size !== 3) faults.push(`the documents have ${states.size} of 3 states: ${[...states]}`);
  const types = new Set(all.flatMap(({ document }) => (document.question === null ? [] : [document.question.answer.type])));
  if (types.size < 9) faults.push(`only ${types.size} types of answers: ${[...types]}`);
  const ours = ourVerdicts(all.map(({ document }) => JSON.stringify(document)), folder);
  all.forEach(({ name, document }, at) => {
    if (!validate(document)) faults.push(`${name}: ajv refuses it: ${JSON.stringify(validate.errors, null, 1)}`);
    if (ours[at] === false) faults.push(`${name}: our validator refuses it`);
    if ((document.question === null) === (document.outcome === null)) faults.push(`${name}: a question, or else an outcome`);
    const isOutcome = document.packages === undefined ? validateOutcome : validateEntitlements;
    if (document.outcome !== null && !isOutcome(document.outcome)) faults.push(`${name}: its outcome is none`);
  });
  const texts = all.slice(-12).flatMap(({ document }) => [...withKeyTooMany(structuredClone(document), (key) => key === "outcome")]);
  ourVerdicts(texts, folder).forEach((valid, at) => {
    if (valid) faults.push(`our validator accepts ${texts[at].slice(0, 200)}`);
    if (validate(JSON.parse(texts[at]))) faults.push(`ajv accepts ${texts[at].slice(0, 200)}`);
  });
  console.log(`${all.length} documents, ${texts.length} spoiled, ${faults.length} faults`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
