// What the tests of this folder share: reading YAML as our own reader does, compiling a schema with ajv, deciding cases, asking our
// own validator, and spoiling documents.
//
// YAML is read by its core schema: a date stays a text. A schema is compiled strictly: an unknown keyword that is not one of our
// `x-` is a fault. Paths are from the root of the repository.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const Ajv2020 = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats");
const { load, CORE_SCHEMA } = require("js-yaml");

export const read = (file) => load(readFileSync(file, "utf8"), { schema: CORE_SCHEMA, filename: file });
const isMapping = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

export function filesUnder(folder, matches) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && matches(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// Every key of the document that begins with `x-`, wherever it stands.
function ownKeywords(value, found = new Set()) {
  if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      if (key.startsWith("x-")) found.add(key);
      ownKeywords(inner, found);
    }
  }
  return found;
}

// `others`: the schemas that it may refer to.
export function compile(schema, others = []) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  addFormats(ajv);
  for (const keyword of ownKeywords([schema, ...others])) ajv.addKeyword(keyword);
  for (const other of others) if (other !== schema && other.$id !== undefined) ajv.addSchema(other);
  if (!ajv.validateSchema(schema)) throw new Error(ajv.errorsText());
  return ajv.compile(schema);
}

// A case's facts laid over those common to its file: mappings merge, anything else replaces.
function laidOver(below, above) {
  if (!isMapping(below) || !isMapping(above)) return above === undefined ? below : above;
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) merged[key] = laidOver(below[key], value);
  return merged;
}

// Of each package so many cases at most, from the whole of it; HJEMMEL_SCHEMA_CASES sets another number.
const most = Number(process.env.HJEMMEL_SCHEMA_CASES ?? 3);

// Each so many, from the whole: at most `most` of them.
function spread(all, most) {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, at) => at % step === 0);
}

// The folders of all packages of rules/; HJEMMEL_SCHEMA_PACKAGES: so many of them at most, and those that have every kind of document.
export function packageFolders() {
  const all = filesUnder("rules", (name) => name === "package.yaml").map(dirname);
  const kept = spread(all, Number(process.env.HJEMMEL_SCHEMA_PACKAGES ?? all.length));
  return all.filter((folder) => kept.includes(folder) || /^rules\/example\/|\/minor_narcotics$/.test(folder));
}

// [name, facts] of every case and every demo of a package.
export function factsOf(folder) {
  const manifest = read(join(folder, "package.yaml"));
  const found = [];
  for (const file of filesUnder(join(folder, manifest.cases ?? "cases"), (name) => name.endsWith(".yaml"))) {
    const { common = {}, cases } = read(file);
    for (const one of cases) found.push([`${file}: ${one.name}`, laidOver(common, one.facts)]);
  }
  const kept = spread(found, most);
  const demos = readdirSync(folder).includes("demo") ? filesUnder(join(folder, "demo"), (name) => name.endsWith(".yaml")) : [];
  return kept.concat(demos.map((file) => [file, read(file)]));
}

// What `hjemmel decide` prints as JSON for the facts: the text, and the exit status with what went to standard error.
export function decide(program, folder, facts, extra) {
  return spawnSync(program, ["decide", folder, "--facts", "-", "--format", "json", ...extra], {
    input: JSON.stringify(facts),
    encoding: "utf8",
    timeout: 60000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

// Our validator's verdict on each text, in their order; the texts are written into `folder`. Fewer verdicts than texts are a fault.
export function verdictsOf(validator, schema, texts, folder, faults) {
  const names = texts.map((text, at) => {
    const name = join(folder, `${at}.json`);
    writeFileSync(name, text);
    return name;
  });
  const run = spawnSync(validator, [schema], {
    input: names.map((name) => `${name}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  if (run.status !== 0 || lines.length !== names.length) {
    faults.push(`our validator failed (status ${run.status}, ${lines.length} of ${names.length} verdicts)\n${run.stderr.slice(0, 2000)}`);
  }
  return lines.map((line) => line.startsWith("valid "));
}

// The document as a text with one key too many, in each object in turn; not in those for which `leave(key)` holds, nor below.
export function* withKeyTooMany(document, leave = () => false, place = document) {
  if (!Array.isArray(place)) {
    place.surplus = 1;
    yield JSON.stringify(document);
    delete place.surplus;
  }
  for (const [key, inner] of Object.entries(place)) {
    if (inner !== null && typeof inner === "object" && !leave(key)) yield* withKeyTooMany(document, leave, inner);
  }
}
