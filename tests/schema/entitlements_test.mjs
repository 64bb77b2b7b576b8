// Entitlements documents under schemas/entitlements.schema.yaml, by two validators that must agree: npm ajv and our own.
//
//   node tests/schema/entitlements_test.mjs --validator OURS --program HJEMMEL   from the root of the repository
//
// The facts of every case of every package with services, and those of tests/golden/entitlements: both validators accept the
// document, and both refuse it with a key too many anywhere.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { compile, factsOf, filesUnder, packageFolders, read, verdictsOf, withKeyTooMany } from "./documents.mjs";

const SCHEMA = "schemas/entitlements.schema.yaml";
const GOLDEN = "tests/golden/entitlements";
const { values: options } = parseArgs({ options: { validator: { type: "string" }, program: { type: "string" } } });
const faults = [];
const ourVerdicts = (texts, folder) => verdictsOf(options.validator, SCHEMA, texts, folder, faults);

function documentOf(name, facts, folders) {
  const run = spawnSync(options.program, ["entitlements", ...folders, "--facts", "-", "--format", "json"], {
    input: JSON.stringify(facts),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return { name, document: JSON.parse(run.stdout) };
  } catch {
    faults.push(`${name}: no JSON document came out (status ${run.status})\n${run.stderr}`);
    return undefined;
  }
}

// Files of facts over all Norwegian packages; the others there are lists. Under the sanitizers, where fewer packages are taken, the first.
function wholePersons() {
  const all = filesUnder("rules/no/persons", (name) => name.endsWith(".yaml") && name !== "known_at_once.yaml");
  return process.env.HJEMMEL_SCHEMA_PACKAGES === undefined ? all : all.slice(0, 1);
}

function documents() {
  const found = [];
  for (const folder of packageFolders()) {
    for (const [name, facts] of factsOf(folder)) found.push(documentOf(name, facts, [folder]));
  }
  const packages = filesUnder(GOLDEN, (name) => name === "package.yaml").map(dirname);
  for (const file of wholePersons()) found.push(documentOf(file, read(file), ["rules/no"]));
  const persons = filesUnder(join(GOLDEN, "good"), (name) => name.endsWith(".yaml"));
  for (const file of [join(GOLDEN, "bad", "overflow.yaml"), ...persons]) {
    found.push(documentOf(file, read(file), packages));
  }
  return found.filter((one) => one !== undefined);
}

const folder = mkdtempSync(join(tmpdir(), "hjemmel-entitlements-"));
try {
  const all = documents();
  const validate = compile(read(SCHEMA));
  const states = new Set(all.flatMap(({ document }) => document.services.map((service) => service.state)));
  if (states.size !== 6) faults.push(`the documents have ${states.size} of 6 states: ${[...states]}`);
  const ours = ourVerdicts(all.map(({ document }) => JSON.stringify(document)), folder);
  all.forEach(({ name, document }, at) => {
    if (!validate(document)) faults.push(`${name}: ajv refuses it: ${JSON.stringify(validate.errors, null, 1)}`);
    if (ours[at] === false) faults.push(`${name}: our validator refuses it`);
  });
  const texts = all.slice(-2).flatMap(({ document }) => [...withKeyTooMany(structuredClone(document))]);
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
