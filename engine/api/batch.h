// One record of many: what `hjemmel batch` writes of it. Records are decided one by one, so any of them can be explained afterwards
// with the same words on its own: `explain`.
//
// In: a package, the record as one JSON object, and its line. Out: one line of JSON: `{"line": …, "outcome": …}` with the outcome
// document of schemas/outcome.schema.yaml, or `{"line": …, "findings": […], …, "error": …}` where it could not be decided; the
// same for the same record, whichever thread asks. Safe from several threads at once. Tested in tests/unit/api/batch_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/api/hjemmel.h"

namespace hjemmel::api {

struct DecidedRecord {
  std::string json;           // with the line end
  bool faulty = false;        // it could not be decided
  bool undetermined = false;  // at least one of its outcomes or services is
  bool rules_at_fault =
      false;  // at least one of its outcomes is a conflict, no rule or an error, or a service an error
};

// Why the cases of the package cannot be asked what `options` says: an unknown decision, reading or date; empty where they can.
[[nodiscard]] std::string refuse_batch(Package const& package, DecideOptions const& options);

// `options.trace` and `language` are not read. `name`: what a fault of the record calls the file.
[[nodiscard]] DecidedRecord decide_record(Package const& package, std::string const& record, std::string const& name,
                                          std::uint64_t line, DecideOptions const& options = {});
// The same of the services and duties of a package: `{"line": …, "entitlements": …}` with the document of
// schemas/entitlements.schema.yaml. Of `options` only `at` is read.
[[nodiscard]] DecidedRecord entitle_record(std::shared_ptr<Package const> const& package, std::string const& record,
                                           std::string const& name, std::uint64_t line,
                                           DecideOptions const& options = {});
// Of a record that is longer than allowed.
[[nodiscard]] DecidedRecord refuse_record(std::uint64_t line, std::string const& error);

}  // namespace hjemmel::api
