// Saved services: what a person is entitled to, from a saved package of which nothing else has been read. For a host that has to
// answer as soon as it has started, or that asks thousands of services at once.
//
// In: the path of a `.hjc` that `hjemmel build` or save_package wrote; where each fact lies in a struct of the host's; then structs.
// Out: by service its state and the criteria that are not met. No name is looked up and nothing is allocated for a case. A
// service is left out whose state hangs on more than its criteria: `others` names it, and entitlements() answers for it, as it does
// where a criterion is open, and says why, by which law and on which readings it rests: here the first of each is taken, as there.
// The digest is that of the package, so that an answer can be explained later from the same rules. Tested in tests/unit/api/saved_services_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/hjemmel.h"

namespace hjemmel::api {

// truth: 0 or 1. choice: the place of a value in `values`. day: days from 1970-01-01. number: a whole multiple of 10^-digits in the
// base unit of its kind. unheld: a text, a list or a moment, which no criterion here reads.
enum class FactKind : std::uint8_t { truth, choice, day, number, unheld };

struct SavedFact {
  std::string name;
  FactKind kind = FactKind::unheld;
  int digits = 0;
  std::int64_t least = 0;  // that counts as known, both included; what lies outside is open
  std::int64_t most = 0;
  std::vector<std::string> values;
};

class SavedServices;

struct SavedServicesResult {
  std::shared_ptr<SavedServices const> services;  // null on failure
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] SavedServicesResult open_services(std::string const& path);

struct SavedServicesInfo {
  std::string package;
  std::string digest;  // the package's, `sha256:…`
  std::vector<SavedFact> facts;
  std::vector<std::string> others;  // services that are not among these
};

[[nodiscard]] SavedServicesInfo info(SavedServices const& services);
// Of these, in the package's order.
[[nodiscard]] std::size_t size(SavedServices const& services);
[[nodiscard]] std::string_view name(SavedServices const& services, std::size_t service);
[[nodiscard]] std::size_t criteria(SavedServices const& services, std::size_t service);
// Criteria and exclusions as written, the first one's bit the lowest.
[[nodiscard]] std::string_view criterion(SavedServices const& services, std::size_t service, std::size_t at);

// A byte is without a sign, the others have one, lowest byte first, at any address.
enum class NumberWidth : std::uint8_t { one_byte, two_bytes, four_bytes, eight_bytes };

struct FactField {
  std::string fact;
  std::uint32_t offset = 0;
  NumberWidth width = NumberWidth::one_byte;
  std::optional<std::uint32_t> open;  // of a byte that is not 0 where the fact is not known; none: it always is
};

enum class SavedState : std::uint8_t { entitled, may_be_given, refused, open };

// One thread's; keeps the services.
class ServiceChecker {
 public:
  class Run;
  explicit ServiceChecker(std::unique_ptr<Run> run);
  ServiceChecker(ServiceChecker&& other) noexcept;
  ServiceChecker& operator=(ServiceChecker&& other) noexcept;
  ~ServiceChecker();

  void check(void const* facts);

  // After it. A bit is set of each criterion that is not met; another of each that is open.
  [[nodiscard]] SavedState state(std::size_t service) const;
  [[nodiscard]] std::uint64_t failed(std::size_t service) const;
  [[nodiscard]] std::uint64_t open(std::size_t service) const;

 private:
  std::unique_ptr<Run> run_;
};

struct CheckerResult {
  std::optional<ServiceChecker> checker;  // none on failure
  Failure failure = Failure::none;
  std::string error;
};

// A fact that is not named is open in every case. A name that the package does not have, one that comes twice, and a fact of which
// no number is held are wrong use.
[[nodiscard]] CheckerResult make_checker(std::shared_ptr<SavedServices const> services,
                                         std::vector<FactField> const& fields);

}  // namespace hjemmel::api
