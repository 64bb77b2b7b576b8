// Each schemas/**/*.schema.{yaml,json} is a valid JSON Schema 2020-12 for ajv, strictly: an unknown keyword that is not one of
// our `x-` is a fault.
//
//   node tests/schema/ajv_test.mjs        run from the root of the repository
import { compile, filesUnder, read } from "./documents.mjs";

const files = filesUnder("schemas", (name) => /\.schema\.(yaml|json)$/.test(name));
const faults = [];
const schemas = new Map(files.map((file) => [file, read(file)]));
for (const file of files) {
  try {
    compile(schemas.get(file), [...schemas.values()]);
  } catch (error) {
    faults.push(`${file}: ${error.message}`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`ajv: ${files.length} schemas, ${faults.length} faults`);
process.exit(faults.length > 0 || files.length === 0 ? 1 : 0);
