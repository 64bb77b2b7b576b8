// Outcome documents under schemas/outcome.schema.yaml, by two validators that must agree: npm ajv and our own.
//
//   node tests/schema/outcomes_test.mjs --validator OURS --samples WRITER [--program HJEMMEL]   from the root of the repository
//
// 1. Documents built by hand, of every status, and the facts of some cases and each demo of the packages in rules/, decided with and without
//    `--trace`: both validators accept them all, and a trace changes nothing else in the document.
// 2. Of each kind of document one is spoiled at every place: a key too many (both must refuse), each key left out, each value
//    exchanged for one of another type or no member of its list. There the two must give the same verdict, and many refuse.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { compile, decide, factsOf, packageFolders, read, verdictsOf } from "./documents.mjs";

const SCHEMA = "schemas/outcome.schema.yaml";
const { values: options } = parseArgs({
  options: { validator: { type: "string" }, samples: { type: "string" }, program: { type: "string" } },
});
const faults = [];
const ourVerdicts = (texts, folder) => verdictsOf(options.validator, SCHEMA, texts, folder, faults);
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const statuses = (document) => Object.values(document.decisions).map((decision) => decision.status);

function sampleDocuments() {
  const run = spawnSync(options.samples, [], { encoding: "utf8" });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  return lines.map((line, at) => ({ name: `sample ${at + 1}`, document: JSON.parse(line) }));
}

function decidedDocument(folder, name, facts, extra) {
  const run = decide(options.program, folder, facts, extra);
  try {
    return { name: `${name} ${extra.join(" ")}`, document: JSON.parse(run.stdout) };
  } catch {
    faults.push(`${name}: no JSON document came out (status ${run.status})\n${run.stdout}${run.stderr}`);
    return undefined;
  }
}

// With a trace the decisions of used packages are shown too, and with them the facts about health that those read.
function withoutTraces(document) {
  const bare = structuredClone(document);
  for (const [name, decision] of Object.entries(bare.decisions)) {
    if (name.includes(".")) delete bare.decisions[name];
    else delete decision.trace;
  }
  if (bare.uses !== undefined) delete bare.health_facts;
  return bare;
}

function decidedDocuments() {
  const found = [];
  for (const folder of packageFolders()) {
    for (const [name, facts] of factsOf(folder)) {
      const plain = decidedDocument(folder, name, facts, []);
      const traced = decidedDocument(folder, name, facts, ["--trace"]);
      if (plain === undefined || traced === undefined) continue;
      if (!isDeepStrictEqual(withoutTraces(plain.document), withoutTraces(traced.document))) faults.push(`${name}: --trace changes the outcome`);
      if (!Object.values(traced.document.decisions).every((decision) => isObject(decision.trace))) faults.push(`${name}: no trace`);
      found.push(plain, traced);
    }
  }
  return found;
}

// The first document of each combination of statuses, with and without a trace, departure and missing kinds. Documents of several
// decisions say the same of each, and are too long to be spoiled everywhere.
function oneOfEachKind(documents) {
  const kinds = new Map();
  for (const one of documents.filter(({ document }) => Object.keys(document.decisions).length === 1)) {
    const kind = JSON.stringify(
      Object.values(one.document.decisions).map((decision) => [
        decision.status, "trace" in decision, "if_departing" in decision, [...new Set(decision.missing.map((item) => item.kind))].sort(),
      ]),
    );
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  return [...kinds.values()].slice(0, 60);
}

// Values that do not belong where `value` stands.
function strangers(value) {
  if (typeof value === "string") return [7, "perhaps"];
  if (typeof value === "number") return [true, "perhaps"];
  if (typeof value === "boolean") return ["true"];
  return Array.isArray(value) ? [{}, ["perhaps"]] : [[], {}];
}

// Each spoiled form of the document: what was done, the text, and whether it must be refused.
function* spoiled(document) {
  function* at(place, path) {
    if (isObject(place)) {
      place.surplus = 1;
      yield [`${path}: a key too many`, JSON.stringify(document), true];
      delete place.surplus;
    }
    for (const key of Object.keys(place)) {
      const value = place[key];
      if (isObject(place)) {
        delete place[key];
        yield [`${path}.${key}: left out`, JSON.stringify(document), false];
      }
      for (const stranger of strangers(value)) {
        place[key] = stranger;
        yield [`${path}.${key}: ${JSON.stringify(stranger)} instead`, JSON.stringify(document), false];
      }
      place[key] = value;
      if (value !== null && typeof value === "object") yield* at(value, `${path}.${key}`);
    }
  }
  yield* at(document, "");
}

function checkSound(documents, validate, folder) {
  const ours = ourVerdicts(documents.map((one) => JSON.stringify(one.document)), folder);
  documents.forEach(({ name, document }, at) => {
    if (!validate(document)) faults.push(`${name}: ajv refuses it: ${JSON.stringify(validate.errors, null, 1)}`);
    if (ours[at] === false) faults.push(`${name}: our validator refuses it`);
  });
}

function checkSpoiled(documents, validate, folder) {
  const forms = documents.flatMap(({ name, document }) => [...spoiled(structuredClone(document))].map((form) => [name, ...form]));
  const ours = ourVerdicts(forms.map(([, , text]) => text), folder);
  let refused = 0;
  forms.forEach(([name, what, text, mustRefuse], at) => {
    const ajv = validate(JSON.parse(text));
    if (ours[at] !== undefined && ajv !== ours[at]) faults.push(`${name}${what}: ajv says ${ajv}, our validator ${ours[at]}`);
    if (mustRefuse && ajv) faults.push(`${name}${what}: accepted`);
    refused += ajv ? 0 : 1;
  });
  if (refused * 2 < forms.length) faults.push(`only ${refused} of ${forms.length} spoiled documents were refused`);
  return forms.length;
}

const folder = mkdtempSync(join(tmpdir(), "hjemmel-outcomes-"));
try {
  const samples = sampleDocuments();
  const decided = options.program === undefined ? [] : decidedDocuments();
  const documents = samples.concat(decided);
  const validate = compile(read(SCHEMA));
  checkSound(documents, validate, folder);
  const spoilings = checkSpoiled(oneOfEachKind(documents), validate, folder);
  const tried = new Set(samples.flatMap((one) => statuses(one.document)));
  if (tried.size !== 6) faults.push(`the samples have ${tried.size} of 6 statuses`);
  if (options.program !== undefined && decided.length === 0) faults.push("no case was decided");
  console.log(`${samples.length} samples, ${decided.length} decided, ${spoilings} spoiled documents, ${faults.length} faults`);
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults.slice(0, 20)) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
