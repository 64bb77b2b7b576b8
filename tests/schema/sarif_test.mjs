// SARIF logs of `hjemmel check --format sarif` under the official schema of SARIF 2.1.0 (npm @microsoft/jest-sarif carries it), by ajv.
//
//   node tests/schema/sarif_test.mjs --program HJEMMEL   from the root of the repository
//
// The packages of the repository, faulty ones of tests/golden included: the schema accepts each log, each result names a rule that
// is there, no fingerprint stands twice. The schema refuses a log without a version, so that it is known to be read.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { filesUnder, packageFolders } from "./documents.mjs";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats");
const SCHEMA = "tests/tools/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
const { values: options } = parseArgs({ options: { program: { type: "string" } } });
const faults = [];

function compiled() {
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8"));
  delete schema.$schema; // draft 04, of which it uses nothing but `id` that draft 07 reads otherwise
  delete schema.id;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }); // one of its patterns is loosely written
  addFormats(ajv);
  return ajv.compile(schema);
}

function logOf(folder) {
  const run = spawnSync(options.program, ["check", folder, "--format", "sarif"], { encoding: "utf8" });
  if (![0, 1].includes(run.status) || run.stderr !== "") faults.push(`${folder}: status ${run.status}\n${run.stderr}`);
  return JSON.parse(run.stdout);
}

function judge(folder, log, accepts) {
  if (!accepts(log)) faults.push(`${folder}: ${JSON.stringify(accepts.errors.slice(0, 5), null, 1)}`);
  const { tool, results } = log.runs[0];
  for (const result of results) {
    if (tool.driver.rules[result.ruleIndex]?.id !== result.ruleId) faults.push(`${folder}: no rule ${result.ruleId}`);
  }
  const fingerprints = results.map((result) => result.partialFingerprints["hjemmel/v1"]);
  if (new Set(fingerprints).size !== results.length) faults.push(`${folder}: a fingerprint stands twice`);
  return results.length;
}

const accepts = compiled();
const others = ["tests/golden", "tests/expressiveness"].flatMap((root) => filesUnder(root, (name) => name === "package.yaml").map(dirname));
const packages = [...packageFolders(), ...others];
let findings = 0;
for (const folder of packages) findings += judge(folder, logOf(folder), accepts);
const spoiled = logOf(packages[0]);
delete spoiled.version;
if (accepts(spoiled)) faults.push("the schema accepts a log without a version");
if (findings < 100) faults.push(`only ${findings} findings in all packages`);
console.log(`${packages.length} logs with ${findings} findings, ${faults.length} faults`);
for (const fault of faults) console.log(fault);
process.exit(faults.length > 0 ? 1 : 0);
