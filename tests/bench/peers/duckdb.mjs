// DuckDB: the rules as SQL, in a process of its own: `node duckdb.mjs FOLDER THREADS`.
//
// In: FOLDER with what bench_throughput wrote and services-40.json, services-10.json. Out: figures for compare.py, as run.mjs has
// them; all million cases are compared with those by hand, one by one, before anything is timed. 3: the package is not installed.
import fs from "node:fs";

import { LIMITS, tell } from "./cases.mjs";

const [folder, threads] = process.argv.slice(2);
const NAME = threads === "1" ? "DuckDB" : `DuckDB, ${threads} threads`;
const CASES = 1_000_000;
const PERSONS = 20_000;
const FACTS = `columns={id:'BIGINT', age_at_act:'INT', addicted:'BOOL', at_risk:'BOOL', own_use:'BOOL', act:'VARCHAR',
  substances:'STRUCT(name VARCHAR, grams DOUBLE)[]', prior_offences:'INT', penal_purpose_requires:'BOOL'}`;
const LINES = `read_json('${folder}/reaction.jsonl', format='newline_delimited', ${FACTS})`;

async function open() {
  try {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    return (await DuckDBInstance.create(":memory:", { threads })).connect();
  } catch (fault) {
    if (fault.code === "ERR_MODULE_NOT_FOUND" || fault.code === "MODULE_NOT_FOUND") {
      console.error("@duckdb/node-api is not installed");
      process.exit(3);
    }
    throw fault;
  }
}

function refuse(message) {
  console.error(`${NAME}: ${message}`);
  process.exit(1);
}

const database = await open();
const first_value = async (query) => Number((await database.runAndReadAll(query)).getRows()[0][0]);

async function median_seconds(query, passes) {
  const taken = [];
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    await database.run(query);
    taken.push((performance.now() - start) / 1000);
  }
  return taken.sort((left, right) => left - right)[passes >> 1];
}

const limit = (name) => `CASE ${name} ${Object.entries(LIMITS).map(([substance, grams]) => `WHEN '${substance}' THEN ${grams}`).join(" ")} ELSE 1e300 END`;
const decided = (small, source) => `
  SELECT id, outcome, CASE outcome
      WHEN 'fine' THEN CASE prior_offences WHEN 0 THEN 3000 WHEN 1 THEN 5000 WHEN 2 THEN 8000 ELSE 12000 END
      WHEN 'conditional_waiver' THEN CASE WHEN prior_offences > 0 THEN 3 ELSE 1 END
      ELSE 0 END figure
  FROM (SELECT *, CASE
      WHEN NOT (${small}) THEN 'section_231'
      WHEN age_at_act < 18 THEN 'conditional_waiver'
      WHEN addicted THEN 'unconditional_waiver'
      WHEN (age_at_act < 25 OR at_risk) AND NOT penal_purpose_requires THEN 'waiver_or_deferral'
      ELSE 'fine' END outcome FROM ${source})`;
const small_columns = `own_use AND ${[1, 2, 3].map((at) => `g${at} <= ${limit(`s${at}`)}`).join(" AND ")}`;
const small_list = `own_use AND len(list_filter(substances, lambda s: s.grams > ${limit("s.name")})) = 0`;
const expected = `read_csv('${folder}/reaction.tsv', delim='\t', header=false, names=['id', 'outcome', 'figure'])`;

// Both sums and each case.
async function compare(table) {
  const different = await first_value(`SELECT count(*) FROM ${table} a FULL JOIN ${expected} b ON a.id = b.id AND a.outcome = b.outcome AND a.figure = b.figure
    WHERE a.id IS NULL OR b.id IS NULL`);
  if (different !== 0 || (await first_value(`SELECT count(*) FROM ${table}`)) !== CASES) {
    refuse(`${different} outcomes of reaction are not those by hand`);
  }
}

async function measure_reaction() {
  const columns = [1, 2, 3].map((at) => `coalesce(substances[${at}].name, 'none') s${at}, coalesce(substances[${at}].grams, 0) g${at}`).join(", ");
  await database.run(`CREATE TABLE acts AS SELECT * EXCLUDE (substances), ${columns} FROM ${LINES}`);
  const query = `CREATE OR REPLACE TABLE answers AS ${decided(small_columns, "acts")}`;
  await database.run(query);
  await compare("answers");
  tell(NAME, "reaction", CASES / (await median_seconds(query, 5)));
}

async function measure_file() {
  const target = `${folder}/duckdb.tsv`;
  const query = `COPY (${decided(small_list, LINES)}) TO '${target}' (DELIMITER '\t', HEADER false)`;
  const taken = await median_seconds(query, 3);
  await database.run(`CREATE TABLE written AS FROM read_csv('${target}', delim='\t', header=false, names=['id', 'outcome', 'figure'])`);
  await compare("written");
  tell(NAME, "file_1", CASES / taken);
}

function criterion({ field, op, value }) {
  if (op === "in") {
    return `${field} IN (${value.map((choice) => `'${choice}'`).join(", ")})`;
  }
  const bound = field[0] === "d" ? `DATE '${value}'` : value;
  return op === "==" ? `${value ? "" : "NOT "}${field}` : `${field} ${op} ${bound}`;
}

const bits = ({ id, criteria }) => `(${criteria.map((one, at) => `((NOT (${criterion(one)}))::UTINYINT << ${at})`).join(" | ")})::UTINYINT ${id}`;
const services_of = (count) => JSON.parse(fs.readFileSync(`${folder}/services-${count}.json`, "utf8"));

async function compare_persons(services) {
  const rows = (await database.runAndReadAll(`SELECT ${services.map(({ id }) => id).join(", ")} FROM failed ORDER BY id`)).getRows();
  const by_hand = fs.readFileSync(`${folder}/eligibility.failed`);
  rows.forEach((row, person) => row.forEach((failed, service) => {
    if (failed !== by_hand[person * services.length + service]) {
      refuse(`person ${person}, service ${service}: other failed criteria than by hand`);
    }
  }));
  if (rows.length !== PERSONS) {
    refuse(`${rows.length} persons instead of ${PERSONS}`);
  }
}

async function measure_eligibility() {
  const kinds = { b: ["BOOL", 20], n: ["INT", 20], e: ["VARCHAR", 10], d: ["DATE", 10] };
  const columns = Object.entries(kinds).flatMap(([kind, [type, many]]) => Array.from({ length: many }, (_, at) => `${kind}${at}: '${type}'`));
  await database.run(`CREATE TABLE persons AS FROM read_json('${folder}/eligibility.jsonl', format='newline_delimited', columns={id: 'INT', ${columns.join(", ")}})`);
  const services = services_of(40);
  const query = `CREATE OR REPLACE TABLE failed AS SELECT id, ${services.map(bits).join(", ")} FROM persons`;
  await database.run(query);
  await compare_persons(services);
  tell(NAME, "eligibility", PERSONS / (await median_seconds(query, 3)));
  // Ten only: planning grows far faster than the number of services; a thousand take minutes, ten thousand end the process.
  const start = performance.now();
  await (await database.prepare(`SELECT ${services_of(10).map(bits).join(", ")} FROM persons LIMIT 1`)).run();
  tell(NAME, "load_10", performance.now() - start);
}

try {
  await measure_reaction();
  await measure_eligibility();
  await measure_file();
} catch (fault) {
  refuse(fault.stack);
}
process.exit(0); // threads of its own
