// One engine of engines.mjs in a process of its own: `node run.mjs NAME FOLDER` or `node run.mjs NAME FOLDER load COUNT`.
//
// In: FOLDER with what bench_throughput wrote, and services-COUNT.json as write_services.py prints it. Out: figures for compare.py.
// Exit status 1 and a message where the engine answers otherwise than by hand; nothing more of it is timed then.
// 3: the package is not installed.
import fs from "node:fs";

import { Mismatch, compare_answers, compare_failed, first_lines, read_cases, tell } from "./cases.mjs";
import { ENGINES } from "./engines.mjs";

const CASES = 100_000; // that are gone through in turn
const COMPARED = 20_000;
const TRACES_COMPARED = 1_000;
const PERSONS = 5_000;
const PERSONS_COMPARED = 1_000;
const SECONDS = 2; // of each measure
const LINES = 500_000; // of the file, at most; slow engines get as many as two seconds allow

const [name, folder, mode = "measure", count] = process.argv.slice(2);

// The call for case number `at`, as often as `seconds` allow; how many a second.
async function rate(call, waits, seconds) {
  const start = performance.now();
  let done = 0;
  for (let chunk = 1; performance.now() - start < seconds * 1000; chunk = Math.min(1000, chunk * 2)) {
    for (const end = done + chunk; done < end; done++) {
      waits ? await call(done) : call(done);
    }
  }
  return (done / (performance.now() - start)) * 1000;
}

async function throughput(call, waits) {
  await rate(call, waits, SECONDS / 2);
  return rate(call, waits, SECONDS);
}

// Nanoseconds a call, sorted.
async function times(call, waits) {
  const taken = [];
  const end = performance.now() + SECONDS * 1000;
  for (let at = 0; at < 50_000 && performance.now() < end; at++) {
    const start = process.hrtime.bigint();
    waits ? await call(at) : call(at);
    taken.push(Number(process.hrtime.bigint() - start));
  }
  return taken.sort((left, right) => left - right);
}

// As many cases as are expected.
async function compare_first(engine, decide, cases, expected) {
  const answers = [];
  for (const one of cases.slice(0, expected.length)) {
    answers.push(engine.words(await decide(one)));
  }
  compare_answers(answers, expected);
}

// Compares, and gives what measures.
async function check_reaction(engine) {
  const prepare = engine.prepare ?? ((one) => one);
  const cases = read_cases(`${folder}/reaction.jsonl`, CASES).map(prepare);
  const expected = first_lines(`${folder}/reaction.tsv`, COMPARED).map((line) => line.slice(line.indexOf("\t") + 1));
  const decide = await engine.reaction();
  await compare_first(engine, decide, cases, expected);
  if (engine.reaction_with_trace) {
    await compare_first(engine, await engine.reaction_with_trace(), cases, expected.slice(0, TRACES_COMPARED));
  }
  return () => measure_reaction(engine, cases, decide);
}

async function measure_reaction(engine, cases, decide) {
  const call = (at) => decide(cases[at % CASES]);
  tell(name, "reaction", await throughput(call, engine.waits));
  const nothing = await times(() => undefined, false);
  const taken = await times(call, engine.waits);
  tell(name, "reaction_median", taken[taken.length >> 1] - nothing[nothing.length >> 1]);
  tell(name, "reaction_p99", taken[Math.floor(taken.length * 0.99)] - nothing[nothing.length >> 1]);
  if (engine.reaction_with_trace) {
    const trace = await engine.reaction_with_trace();
    tell(name, "reaction_trace", await throughput((at) => trace(cases[at % CASES]), engine.waits));
  }
}

async function check_eligibility(engine) {
  const persons = read_cases(`${folder}/eligibility.jsonl`, PERSONS);
  const expected = fs.readFileSync(`${folder}/eligibility.failed`);
  const check = await engine.load(engine.services_text(JSON.parse(fs.readFileSync(`${folder}/services-40.json`, "utf8"))));
  for (let person = 0; person < PERSONS_COMPARED; person++) {
    compare_failed(await check(persons[person]), expected, person);
  }
  return async () => tell(name, "eligibility", await throughput((at) => check(persons[at % PERSONS]), engine.waits));
}

// Lines to outcome lines, from file to file, until the time is over.
async function measure_file(engine) {
  const decide = await engine.reaction();
  const start = performance.now();
  const source = fs.openSync(`${folder}/reaction.jsonl`);
  const target = fs.openSync(`${folder}/peer.tsv`, "w");
  const buffer = Buffer.alloc(1 << 20);
  let rest = "";
  let done = 0;
  for (let read; done < LINES && performance.now() - start < SECONDS * 1000 && (read = fs.readSync(source, buffer)) > 0; ) {
    const lines = (rest + buffer.latin1Slice(0, read)).split("\n");
    rest = lines.pop();
    let written = "";
    for (const line of lines) {
      const one = JSON.parse(line);
      const prepared = engine.prepare ? engine.prepare(one) : one;
      written += `${one.id}\t${engine.words(engine.waits ? await decide(prepared) : decide(prepared))}\n`;
    }
    fs.writeSync(target, written);
    done += lines.length;
  }
  const per_second = (done / (performance.now() - start)) * 1000;
  if (first_lines(`${folder}/peer.tsv`, done).join("\n") !== first_lines(`${folder}/reaction.tsv`, done).join("\n")) {
    throw new Mismatch("the file of outcomes is not the one by hand");
  }
  tell(name, "file_1", per_second);
}

// From the text of many services in the engine's own form to what the first person gets: the first time, and the median of all times.
async function measure_load(engine) {
  const text = (many) => engine.services_text(JSON.parse(fs.readFileSync(`${folder}/services-${many}.json`, "utf8")));
  const [person] = read_cases(`${folder}/eligibility.jsonl`, 1);
  await (await engine.load(text(10)))(person); // warm
  const rules = text(count);
  const times = [];
  while (times.length < (count > 10_000 ? 3 : 5)) {
    const start = performance.now();
    const check = await engine.load(rules);
    const loaded = performance.now();
    const failed = await check(person);
    const end = performance.now();
    compare_failed(failed, fs.readFileSync(`${folder}/eligibility.failed`), 0);
    if (times.length === 0) {
      tell(name, `load_${count}`, loaded - start);
      tell(name, `first_${count}`, end - loaded);
    }
    times.push(end - start);
  }
  tell(name, `reload_${count}`, times.sort((a, b) => a - b)[times.length >> 1]);
}

async function load_engine() {
  try {
    return await ENGINES[name]();
  } catch (fault) {
    if (fault.code === "MODULE_NOT_FOUND" || fault.code === "ERR_MODULE_NOT_FOUND") {
      console.error(`${name} is not installed`);
      process.exit(3);
    }
    throw fault;
  }
}

const engine = await load_engine();
try {
  if (mode === "load") {
    await measure_load(engine);
  } else {
    const measures = [await check_reaction(engine), await check_eligibility(engine)];
    for (const measure of measures) {
      await measure();
    }
    await measure_file(engine);
  }
} catch (fault) {
  console.error(`${name}: ${fault instanceof Mismatch ? fault.message : fault.stack}`);
  process.exit(1);
}
process.exit(0); // some engines keep threads
