// DecisionDocument: what one run of `decide` has to say, before it is written as JSON or as text.
//
// In: outcomes and traces that the caller owns, and what the package's manifest says of itself. Out: one structure that
// json.h and text.h read. It owns no outcome: it lives no longer than they do. Tested in tests/unit/explain.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/eval/duties.h"
#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"

namespace hjemmel::explain {

struct DecidedQuestion {
  eval::Outcome const* outcome = nullptr;      // never null when written
  eval::DecisionTrace const* trace = nullptr;  // null: not asked for
};

// How much of a trace is written. decision: each rule with its state. rules: each condition and ground besides, and the terms
// that are true or false. full: facts, table rows, parameters and all terms too. Only `full` holds values of facts.
enum class TraceDetail : std::uint8_t { decision, rules, full };

struct LaidAmendment {
  std::string name;
  std::string digest;  // `sha256:…`, of its file
};

struct UsedPackage {
  std::string alias;  // before the point in `lar.in_programme`
  std::string package;
  std::string version;
  std::string digest;
};

// A jurisdiction whose code the package uses.
struct UsedJurisdiction {
  std::string id;
  std::string version;
  std::string digest;     // `sha256:…`, of the file with its code
  bool unlisted = false;  // nobody has vouched for that file: development only
};

// A fact about health that the decisions read, and why the package needs it.
struct HealthFact {
  std::string fact;    // `offender.drug_dependent`; of a field of a list, the list and the field
  std::string ground;  // in the package's own words
  std::vector<std::string> catalogue;
};

struct DecisionDocument {
  std::string package;                    // `no.penal.minor_narcotics`
  std::string version;                    // `0.1.0`
  std::string digest;                     // `sha256:…`
  std::vector<LaidAmendment> amendments;  // in the order they were laid on
  std::optional<std::string> as_of;       // ISO dates; none: not stated, or not known
  std::optional<std::string> decided_on;
  std::vector<DecidedQuestion> decisions;   // in the program's order, one a decision
  std::vector<eval::DutyOutcome> duties{};  // in the program's order
  std::vector<UsedJurisdiction> jurisdictions{};
  std::vector<UsedPackage> used{};         // packages that the package uses, in the order of its `uses` lines
  std::vector<HealthFact> health_facts{};  // read and given; none where the package states no grounds
  TraceDetail detail = TraceDetail::full;
};

}  // namespace hjemmel::explain
