// The drawn cases as bench_throughput wrote them, what is expected of them, and the figures that go to compare.py.
import fs from "node:fs";

// Grams, by substance: the greatest amount that is small.
export const LIMITS = {
  cannabis: 10,
  hash: 10,
  amphetamine: 2,
  cocaine: 2,
  heroin: 1,
  mdma: 1.5,
  ghb: 20,
  lsd: 0.25,
  psilocybin: 30,
  khat: 500,
  ketamine: 2.5,
  benzodiazepine: 5,
};
export const FINES = [3000, 5000, 8000, 12000]; // by earlier acts

// The first `count` lines of a file that may be large.
export function first_lines(file, count) {
  const descriptor = fs.openSync(file);
  const buffer = Buffer.alloc(1 << 22);
  const lines = [];
  let rest = "";
  for (let read; lines.length < count && (read = fs.readSync(descriptor, buffer)) > 0; ) {
    const parts = (rest + buffer.latin1Slice(0, read)).split("\n");
    rest = parts.pop();
    for (const line of parts) {
      lines.push(line);
    }
  }
  fs.closeSync(descriptor);
  lines.length = Math.min(lines.length, count);
  return lines;
}

export const read_cases = (file, count) => first_lines(file, count).map((line) => JSON.parse(line));

export function tell(peer, measure, value) {
  console.log(`figure\t${peer}/${measure}\t${value.toPrecision(6)}`);
}

export class Mismatch extends Error {}

// What is wrong with `answers`, case by case and in sum: outcome lines without their numbers.
export function compare_answers(answers, expected) {
  const sums = (lines) => {
    const sum = {};
    for (const line of lines) {
      const [outcome, figure] = line.split("\t");
      const before = sum[outcome] ?? [0, 0];
      sum[outcome] = [before[0] + 1, before[1] + Number(figure)];
    }
    return JSON.stringify(Object.entries(sum).sort());
  };
  const at = answers.findIndex((answer, number) => answer !== expected[number]);
  if (at >= 0) {
    throw new Mismatch(`case ${at} of reaction: \`${answers[at]}\`, by hand \`${expected[at]}\``);
  }
  if (answers.length !== expected.length || sums(answers) !== sums(expected)) {
    throw new Mismatch(`reaction: ${sums(answers)}, by hand ${sums(expected)}`);
  }
}

// `failed`: of one person the bits of each service. Services beyond those that were decided by hand are not looked at.
export function compare_failed(failed, expected, person) {
  const services = Math.min(40, failed.length);
  for (let service = 0; service < services; service++) {
    if (failed[service] !== expected[person * 40 + service]) {
      throw new Mismatch(`person ${person}, service ${service}: failed criteria ${failed[service]}, by hand ${expected[person * 40 + service]}`);
    }
  }
}
