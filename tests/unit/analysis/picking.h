// A package about picking, loaded from a folder of its own; its properties are given by the test.
#pragma once

#include <gtest/gtest.h>

#include "engine/analysis/property.h"
#include "engine/package/loader.h"
#include "tests/unit/package/package_folder.h"

namespace hjemmel::analysis {

inline constexpr std::string_view kPickingSchema = R"($schema: https://json-schema.org/draft/2020-12/schema
$id: no/sample_case
type: object
additionalProperties: false
properties:
  case:
    type: object
    additionalProperties: false
    properties:
      act_date: {type: string, format: date}
      warned_on: {type: string, format: date, x-not-applicable: true}
      times: {type: integer, minimum: 2, maximum: 9}
      area: {type: string, enum: [outside, reserve, border], x-enum: Area}
      light: {type: boolean}
      finds:
        type: array
        maxItems: 2
        items:
          type: object
          additionalProperties: false
          properties:
            kind: {type: string, enum: [berries, moss, mushrooms], x-enum: Find}
            amount: {type: string, x-amount-of: kind, x-minimum: 0}
            damp: {type: boolean}
  picker:
    type: object
    additionalProperties: false
    properties:
      birth_date: {type: string, format: date}
)";

inline constexpr std::string_view kPickingRules = R"(package no.sample
  facts         "no/sample_case"
  as of         case.act_date
  law known on  2026-07-02

source law "a law"

enum Find
  berries          in l
  moss, mushrooms  in g

enum Reaction by severity
  nothing
  warning
  fine  { amount: money(NOK) }
  ban   unranked

table limit(find: Find) -> amount of find cites law "2"
  berries    5 l
  moss       15 g
  mushrooms  800 g

decision reaction: Reaction cites law "1"
  when case.area is reserve

rule ordinary cites law "1"
  then reaction may be fine { amount at most 500 kr } or warning

rule much cites law "2"
  overrides ordinary
  when some f in case.finds has f.amount > limit(f.kind)
  then reaction is fine { amount at most 1000 kr }

rule often cites law "3"
  overrides ordinary, much
  when case.times >= 8
  then reaction is ban

rule child cites law "4"
  overrides ordinary, much, often
  when age of picker at case.act_date < 15 years
  then reaction is nothing
)";

class Picking {
 public:
  explicit Picking(std::string const& properties) {
    folder_.write("schemas/no/sample_case.schema.yaml", kPickingSchema);
    folder_.write("package/package.yaml", "package: no.sample\nversion: 0.1.0\nrules: [sample.rules]\n");
    folder_.write("package/sample.rules", std::string(kPickingRules) + "\n" + properties);
    auto loaded = package::load(folder_.package(), sources_, sink_);
    bool const good = loaded && *loaded;
    EXPECT_TRUE(good) << (sink_.all().empty() ? "" : sink_.all().front().message);
    if (good) {
      package_ = **std::move(loaded);
    }
  }

  [[nodiscard]] ir::Program const& program() const { return package_.program; }
  [[nodiscard]] eval::Plan const& plan() const { return package_.plan; }
  [[nodiscard]] std::uint32_t fact(std::string const& name) const {
    std::uint32_t at = 0;
    while (at < plan().facts.size() && plan().facts[at].name != name) {
      ++at;
    }
    return at;
  }

 private:
  package::PackageFolder folder_;
  source::Sources sources_;
  diag::Sink sink_;
  package::LoadedPackage package_;
};

inline eval::Value number(std::int64_t coefficient, int scale = 0) {
  return eval::Value::known(base::Decimal::of(coefficient, scale));
}

inline eval::Value day(std::string_view text) { return number(base::parse_date(text).value_or(base::Date{}).days); }

inline bool holds(Ladder const& ladder, eval::Value const& value) {
  for (eval::Value const& other : ladder) {
    if (same_value(other, value)) {
      return true;
    }
  }
  return false;
}

}  // namespace hjemmel::analysis
