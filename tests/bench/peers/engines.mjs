// The engines: each with the rules of `reaction` and of `eligibility` in its own form.
//
// An engine: `reaction()` gives a function from a case to whatever the engine answers, and `words` makes `outcome<TAB>figure` of that,
// which belongs to us and is not timed; `prepare` (if any) turns a case into what the engine takes; `services_text(services)` is the services in the engine's form, as text; `load(text)` gives a
// function from a person to the bits of failed criteria of each service. Where `waits`, these functions give promises.
import { createRequire } from "node:module";

import { FINES, LIMITS } from "./cases.mjs";

const require = createRequire(import.meta.url);
const quoted = (value) => JSON.stringify(value);
const NAMES = Object.keys(LIMITS);

// Truths of criteria as bits of those that fail.
function failed_bits(truths) {
  let bits = 0;
  for (let at = 0; at < truths.length; at++) {
    bits |= truths[at] === true ? 0 : 1 << at;
  }
  return bits;
}

const of_variable = (name) => ({ var: name });

// JsonLogic: a list of outcome and figure; a service is a list of truths.
function json_logic(build) {
  const limit = NAMES.flatMap((name) => [{ "===": [of_variable("name"), name] }, { "<=": [of_variable("grams"), LIMITS[name]] }]);
  const small = { and: [of_variable("own_use"), { all: [of_variable("substances"), { if: [...limit, false] }] }] };
  const milder = { and: [{ or: [{ "<": [of_variable("age_at_act"), 25] }, of_variable("at_risk")] }, { "!": of_variable("penal_purpose_requires") }] };
  const earlier = (count) => ({ "===": [of_variable("prior_offences"), count] });
  const fine = { if: [earlier(0), FINES[0], earlier(1), FINES[1], earlier(2), FINES[2], FINES[3]] };
  const rule = {
    if: [{ "!": small }, ["section_231", 0],
      { "<": [of_variable("age_at_act"), 18] }, ["conditional_waiver", { if: [{ ">": [of_variable("prior_offences"), 0] }, 3, 1] }],
      of_variable("addicted"), ["unconditional_waiver", 0],
      milder, ["waiver_or_deferral", 0],
      ["fine", fine]],
  };
  const criterion = ({ field, op, value }) => ({ [op === "==" ? "===" : op]: [of_variable(field), value] });
  return {
    reaction: () => build(rule),
    words: (answer) => answer.join("\t"),
    services_text: (services) => quoted(services.map(({ criteria }) => criteria.map(criterion))),
    load(text) {
      const services = JSON.parse(text).map(build);
      return (person) => services.map((service) => failed_bits(service(person)));
    },
  };
}

// CEL: expressions; facts that are numbers are doubles.
function cel(build) {
  const small = "own_use && substances.all(s, s.grams <= limits[s.name])";
  const fine = 'prior_offences == 0.0 ? "3000" : prior_offences == 1.0 ? "5000" : prior_offences == 2.0 ? "8000" : "12000"';
  const rule = `!(${small}) ? ["section_231", "0"]
    : age_at_act < 18.0 ? ["conditional_waiver", prior_offences > 0.0 ? "3" : "1"]
    : addicted ? ["unconditional_waiver", "0"]
    : (age_at_act < 25.0 || at_risk) && !penal_purpose_requires ? ["waiver_or_deferral", "0"]
    : ["fine", ${fine}]`;
  const criterion = ({ field, op, value }) => `${field} ${op} ${field[0] === "n" ? `${value}.0` : quoted(value)}`;
  return {
    prepare: (one) => ({ ...one, limits: LIMITS }),
    reaction: () => build(rule),
    words: (answer) => answer.join("\t"),
    services_text: (services) => quoted(services.map(({ criteria }) => `[${criteria.map(criterion).join(", ")}]`)),
    load(text) {
      const services = JSON.parse(text).map(build);
      return (person) => services.map((service) => failed_bits(service(person)));
    },
  };
}

// json-rules-engine: the first rule that fires stops the engine; of a service each condition's result is told.
function json_rules_engine({ Engine }) {
  const is = (fact, operator, value) => ({ fact, operator, value });
  const operators = { ">=": "greaterThanInclusive", "<": "lessThan", "==": "equal", in: "in" };
  const of_date = { ">=": "notEarlier", "<": "earlier" };
  const criterion = ({ field, op, value }) => is(field, field[0] === "d" ? of_date[op] : operators[op], value);
  return {
    waits: true,
    reaction() {
      const engine = new Engine();
      let priority = 100;
      const add = (all, type, figure) => {
        const onSuccess = () => engine.stop();
        engine.addRule({ conditions: { all }, event: { type, params: { figure } }, priority: priority--, onSuccess });
      };
      const within = (substance) => substance.grams <= LIMITS[substance.name];
      engine.addFact("small", async (_, facts) => (await facts.factValue("own_use")) && (await facts.factValue("substances")).every(within));
      add([is("small", "equal", false)], "section_231", 0);
      add([is("age_at_act", "lessThan", 18), is("prior_offences", "greaterThan", 0)], "conditional_waiver", 3);
      add([is("age_at_act", "lessThan", 18)], "conditional_waiver", 1);
      add([is("addicted", "equal", true)], "unconditional_waiver", 0);
      const young_or_at_risk = { any: [is("age_at_act", "lessThan", 25), is("at_risk", "equal", true)] };
      add([is("penal_purpose_requires", "equal", false), young_or_at_risk], "waiver_or_deferral", 0);
      FINES.forEach((fine, earlier) => add([is("prior_offences", earlier < 3 ? "equal" : "greaterThanInclusive", earlier)], "fine", fine));
      return (one) => engine.run(one);
    },
    words: ({ events: [{ type, params }] }) => `${type}\t${params.figure}`,
    services_text: (services) => quoted(services.map(({ id, criteria }) => ({ name: id, conditions: { all: criteria.map(criterion) }, event: { type: id } }))),
    load(text) {
      const engine = new Engine();
      engine.addOperator("notEarlier", (value, bound) => value >= bound);
      engine.addOperator("earlier", (value, bound) => value < bound);
      const rules = JSON.parse(text);
      const places = new Map(rules.map(({ name }, at) => [name, at]));
      rules.forEach((rule) => engine.addRule(rule));
      return async (person) => {
        const { failureResults } = await engine.run(person);
        const failed = new Array(rules.length).fill(0);
        for (const { name, conditions } of failureResults) {
          failed[places.get(name)] = failed_bits(conditions.all.map(({ result }) => result));
        }
        return failed;
      };
    },
  };
}

// GoRules Zen: a graph of expressions and a decision table.
function zen({ ZenEngine }) {
  const position = { x: 0, y: 0 };
  const single = { inputField: null, outputPath: null, executionMode: "single" };
  const node = (id, type, content) => ({ id, type, name: id, content, position });
  const expressions = (id, pairs, passThrough) =>
    node(id, "expressionNode", { ...single, expressions: pairs.map(([key, value], at) => ({ id: `${id}${at}`, key, value })), passThrough });
  const graph = (middle) => {
    const nodes = [node("input", "inputNode"), ...middle, node("output", "outputNode")];
    const edges = nodes.slice(1).map(({ id }, at) => ({ id: `edge${at}`, type: "edge", sourceId: nodes[at].id, targetId: id }));
    return Buffer.from(quoted({ nodes, edges }));
  };
  const table = (inputs, outputs, rows) => {
    const columns = (names) => names.map((name) => ({ id: name, name, field: name }));
    const empty = Object.fromEntries([...inputs, ...outputs].map((name) => [name, ""]));
    const rules = rows.map((row, at) => ({ ...empty, ...row, _id: `row${at}` }));
    return node("table", "decisionTableNode", { ...single, hitPolicy: "first", inputs: columns(inputs), outputs: columns(outputs), passThrough: false, rules });
  };
  const reaction_graph = () => {
    const limits = `{${NAMES.map((name) => `${name}: ${LIMITS[name]}`).join(", ")}}`;
    const fine = "prior_offences == 0 ? 3000 : prior_offences == 1 ? 5000 : prior_offences == 2 ? 8000 : 12000";
    const rows = [
      { small: "false", outcome: "'section_231'", figure: "0" },
      { age_at_act: "< 18", outcome: "'conditional_waiver'", figure: "prior_offences > 0 ? 3 : 1" },
      { addicted: "true", outcome: "'unconditional_waiver'", figure: "0" },
      { penal_purpose_requires: "false", age_at_act: "< 25", outcome: "'waiver_or_deferral'", figure: "0" },
      { penal_purpose_requires: "false", at_risk: "true", outcome: "'waiver_or_deferral'", figure: "0" },
      { outcome: "'fine'", figure: fine },
    ];
    return graph([expressions("limits", [["limits", limits]], true),
      expressions("small", [["small", "own_use and all(substances, #.grams <= limits[#.name])"]], true),
      table(["small", "age_at_act", "addicted", "at_risk", "penal_purpose_requires"], ["outcome", "figure"], rows)]);
  };
  const criterion = ({ field, op, value }) =>
    op === "in" ? `${field} in ${quoted(value)}` : field[0] === "d" ? `date(${field}) ${op} date(${quoted(value)})` : `${field} ${op} ${value}`;
  const decision_of = (content) => new ZenEngine().createDecision(content);
  return {
    waits: true,
    reaction() {
      const decision = decision_of(reaction_graph());
      return (one) => decision.evaluate(one);
    },
    words: ({ result }) => `${result.outcome}\t${result.figure}`,
    reaction_with_trace() {
      const decision = decision_of(reaction_graph());
      return (one) => decision.evaluate(one, { trace: true });
    },
    services_text: (services) => graph([expressions("services", services.map(({ id, criteria }) => [id, `[${criteria.map(criterion).join(", ")}]`]), false)]).toString(),
    load(text) {
      const decision = decision_of(Buffer.from(text));
      const count = JSON.parse(text).nodes[1].content.expressions.length;
      return async (person) => {
        const { result } = await decision.evaluate(person);
        return Array.from({ length: count }, (_, at) => failed_bits(result[`svc${at}`]));
      };
    },
  };
}

// V8 alone: what a programmer's own JavaScript takes.
const by_hand = {
  words: ({ outcome, figure }) => `${outcome}\t${figure}`,
  reaction: () => (one) => {
    if (!one.own_use || !one.substances.every(({ name, grams }) => grams <= LIMITS[name])) {
      return { outcome: "section_231", figure: 0 };
    }
    if (one.age_at_act < 18) {
      return { outcome: "conditional_waiver", figure: one.prior_offences > 0 ? 3 : 1 };
    }
    if (one.addicted) {
      return { outcome: "unconditional_waiver", figure: 0 };
    }
    if ((one.age_at_act < 25 || one.at_risk) && !one.penal_purpose_requires) {
      return { outcome: "waiver_or_deferral", figure: 0 };
    }
    return { outcome: "fine", figure: FINES[Math.min(one.prior_offences, 3)] };
  },
  services_text(services) {
    const criterion = ({ field, op, value }) =>
      op === "in" ? `(${value.map((choice) => `p.${field} === ${quoted(choice)}`).join(" || ")})` : `p.${field} ${op === "==" ? "===" : op} ${quoted(value)}`;
    return quoted(services.map(({ criteria }) => `return [${criteria.map(criterion).join(", ")}];`));
  },
  load(text) {
    const services = JSON.parse(text).map((body) => new Function("p", body));
    return (person) => services.map((service) => failed_bits(service(person)));
  },
};

async function json_logic_engine(build) {
  const { LogicEngine } = await import("json-logic-engine");
  const engine = new LogicEngine();
  return json_logic((rule) => build(engine, rule));
}

// By name; each is imported only where it is asked for.
export const ENGINES = {
  "JavaScript by hand": async () => by_hand,
  "json-logic-js": async () => {
    const logic = require("json-logic-js");
    return json_logic((rule) => (facts) => logic.apply(rule, facts));
  },
  "json-logic-engine": async () => json_logic_engine((engine, rule) => (facts) => engine.run(rule, facts)),
  "json-logic-engine build": async () => json_logic_engine((engine, rule) => engine.build(rule)),
  "@marcbachmann/cel-js": async () => {
    const { Environment } = await import("@marcbachmann/cel-js");
    const environment = new Environment({ unlistedVariablesAreDyn: true });
    return cel((expression) => environment.parse(expression));
  },
  "cel-js": async () => {
    const { evaluate, parse } = await import("cel-js");
    return cel((expression) => {
      const parsed = parse(expression);
      if (!parsed.isSuccess) {
        throw new Error(parsed.errors.join("; "));
      }
      return (facts) => evaluate(parsed.cst, facts);
    });
  },
  "json-rules-engine": async () => json_rules_engine(require("json-rules-engine")),
  "@gorules/zen-engine": async () => zen(require("@gorules/zen-engine-linux-x64-gnu")),
};
