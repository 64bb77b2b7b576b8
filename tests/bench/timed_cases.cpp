// Facts as texts, and the few files that the benchmarks read.
#include "tests/bench/timed_cases.h"

#include <array>
#include <cstdlib>
#include <iostream>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/diag/render.h"
#include "engine/facts/read_case.h"

namespace hjemmel::bench {
namespace {

using by_hand::Facts;

constexpr int kDigitsOfMillionths = 6;
constexpr std::array kActs = {"use", "acquisition", "holding", "other"};
constexpr std::array kSubstanceNames = {"cannabis", "cocaine", "amphetamine", "heroin", "ghb", "lsd", "other"};
constexpr std::array kUnits = {"g", "g", "g", "g", "dl", "blotter", "g"};
constexpr std::array kProofs = {"not_shown", "reason_to_believe", "preponderance", "beyond_reasonable_doubt"};

template <class Names, class Value>
std::string name_of(Names const& names, Value value) {
  return names[static_cast<std::size_t>(value)];
}

std::int32_t day(int year, unsigned month, unsigned day_of_month) {
  return base::make_date(year, month, day_of_month)->days;
}

// A key and a value, and whether JSON quotes it.
struct Line {
  std::string key;
  std::string value;
  bool quoted = true;
};

void add_judged(std::vector<Line>& lines, Facts const& facts, by_hand::Assessment assessment, char const* key,
                bool value) {
  bool const is_open = (facts.open & assessment) != 0;
  bool const said = assessment == by_hand::for_own_use || assessment == by_hand::drug_dependent;
  if (!is_open) {
    lines.push_back({key, value ? "true" : "false", false});
  } else if (said) {
    lines.push_back({key, "unknown"});
  }
}

void add_shown(std::vector<Line>& lines, Facts const& facts, by_hand::Assessment assessment, char const* key,
               by_hand::Proof value) {
  if ((facts.open & assessment) == 0) {
    lines.push_back({key, name_of(kProofs, value)});
  }
}

std::vector<Line> case_lines(Facts const& facts) {
  std::vector<Line> lines = {{"act_date", base::to_string(base::Date{facts.act_day})},
                             {"decision_date", base::to_string(base::Date{facts.act_day + 64})},
                             {"act", name_of(kActs, facts.act)}};
  add_judged(lines, facts, by_hand::for_own_use, "for_own_use", facts.for_own_use);
  add_judged(lines, facts, by_hand::penal_purpose, "penal_purpose_requires_reaction", facts.penal_purpose);
  add_judged(lines, facts, by_hand::comparable, "comparable", facts.comparable);
  return lines;
}

std::vector<Line> offender_lines(Facts const& facts) {
  std::vector<Line> lines = {{"birth_date", base::to_string(base::Date{facts.birth_day})}};
  add_judged(lines, facts, by_hand::drug_dependent, "drug_dependent", facts.drug_dependent);
  add_judged(lines, facts, by_hand::young, "young", facts.young);
  add_shown(lines, facts, by_hand::dependence_shown, "dependence_shown", facts.dependence_shown);
  add_shown(lines, facts, by_hand::risk_shown, "risk_shown", facts.risk_shown);
  return lines;
}

std::string amount_text(by_hand::Seizure const& seizure) {
  return base::to_string(base::Decimal::of(seizure.amount, kDigitsOfMillionths)) + " " +
         name_of(kUnits, seizure.substance);
}

std::string yaml_group(char const* name, std::vector<Line> const& lines) {
  std::string text = std::string(name) + ":\n";
  for (Line const& line : lines) {
    text += "  " + line.key + ": " + line.value + "\n";
  }
  return text;
}

std::string yaml_text(Facts const& facts) {
  std::string text =
      yaml_group("case", case_lines(facts)) + (facts.seizures.empty() ? "  seizures: []\n" : "  seizures:\n");
  for (by_hand::Seizure const& seizure : facts.seizures) {
    text += "    - {substance: " + name_of(kSubstanceNames, seizure.substance) + ", amount: " + amount_text(seizure) +
            "}\n";
  }
  return text + yaml_group("offender", offender_lines(facts));
}

std::string json_members(std::vector<Line> const& lines) {
  std::string text;
  for (Line const& line : lines) {
    text += (text.empty() ? "\"" : ", \"") + line.key + "\": " + (line.quoted ? "\"" + line.value + "\"" : line.value);
  }
  return text;
}

std::string json_text(Facts const& facts) {
  std::string rows;
  for (by_hand::Seizure const& seizure : facts.seizures) {
    rows += std::string(rows.empty() ? "" : ", ") + "{\"substance\": \"" + name_of(kSubstanceNames, seizure.substance) +
            "\", \"amount\": \"" + amount_text(seizure) + "\"}";
  }
  return "{\"case\": {" + json_members(case_lines(facts)) + ", \"seizures\": [" + rows + "]}, \"offender\": {" +
         json_members(offender_lines(facts)) + "}}";
}

[[noreturn]] void give_up(std::string const& why) {
  std::cerr << "bench: " << why << "\n";
  std::exit(EXIT_FAILURE);
}

}  // namespace

std::vector<TimedCase> timed_cases() {
  Facts adult;
  adult.act_day = day(2026, 3, 1);
  adult.birth_day = day(1996, 1, 20);
  adult.for_own_use = true;
  adult.drug_dependent = true;
  adult.dependence_shown = by_hand::Proof::beyond_reasonable_doubt;
  adult.seizures = {{by_hand::Substance::heroin, 900'000}};

  Facts youth = adult;
  youth.birth_day = day(2009, 3, 2);
  youth.drug_dependent = false;
  youth.young = true;
  youth.dependence_shown = by_hand::Proof::not_shown;
  youth.risk_shown = by_hand::Proof::reason_to_believe;
  youth.seizures = {{by_hand::Substance::cannabis, 12'500'000}};

  Facts above_limit = youth;
  above_limit.seizures = {{by_hand::Substance::cannabis, 8'000'000}, {by_hand::Substance::cannabis, 8'000'000}};

  Facts unjudged = adult;
  unjudged.open = by_hand::drug_dependent | by_hand::young | by_hand::dependence_shown | by_hand::risk_shown |
                  by_hand::comparable | by_hand::penal_purpose;
  return {{"sixteen_year_old", "16-year-old, 12.5 g cannabis", "sixteen_year_old.yaml", youth},
          {"dependent_adult", "dependent adult, 0.9 g heroin", "dependent_adult.yaml", adult},
          {"above_limit", "two bags, together above the limit", "", above_limit},
          {"dependence_unknown", "the adult, dependence unknown", "dependence_unknown.yaml", unjudged}};
}

package::LoadedPackage load_package(source::Sources& sources) {
  diag::Sink sink;
  auto loaded = package::load(kPackage, sources, sink);
  if (!loaded) {
    give_up(loaded.error().message + "; run it from the root of the repository");
  }
  if (!*loaded) {
    give_up("the package has faults\n" + diag::render_text(sink, sources));
  }
  return **std::move(loaded);
}

std::string read_text(std::string const& path) {
  auto text = source::read_file(path);
  if (!text) {
    give_up(text.error().message);
  }
  return *std::move(text);
}

std::string facts_text(Facts const& facts, document::Format format) {
  return format == document::Format::json ? json_text(facts) : yaml_text(facts);
}

std::optional<eval::Case> read_facts(std::string const& text, document::Format format, ir::Program const& program) {
  source::Sources sources;
  diag::Sink sink;
  source::FileId const file = sources.add("facts", text);
  auto const root = document::read(file, format, sources, sink);
  return root ? facts::read_case(*root, program, sink) : std::nullopt;
}

}  // namespace hjemmel::bench
