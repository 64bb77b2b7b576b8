// Foreign: the code of a jurisdiction that rules call, as the engine sees it: named, typed, pure functions.
//
// In: known arguments. Out: an answer, or how there is none. What stands behind it (a shared library, or a test's own code) is
// another folder's matter: engine/host. It lives longer than every program and plan that refers to it, and is safe to call
// from many threads at once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"

namespace hjemmel::base {

enum class ForeignType : std::uint8_t { boolean, integer, decimal, date, text };

[[nodiscard]] std::string_view foreign_type_name(ForeignType type);  // `bool`, `int`, `decimal`, `date`, `text`

// bool: 0 or 1; date: its day number; of a text the number is 0.
struct ForeignValue {
  Decimal number;
  std::string_view text;
};

enum class ForeignStatus : std::uint8_t {
  ok,
  unknown,       // there is no answer for these arguments
  bad_argument,  // an argument is outside of what the function takes
  fault,         // the code failed, or broke its contract
};

struct ForeignAnswer {
  ForeignStatus status = ForeignStatus::ok;
  ForeignValue value;  // ok; a text lies in the scratch that the call was given
  std::string fault =
      {};  // bad_argument, fault: one sentence; names the jurisdiction and the function, never an argument
};

// What a caller keeps between calls, so that they need no memory of their own. Of one thread.
struct ForeignScratch {
  std::string text;
};

struct ForeignFunction {
  std::string name;  // `next_working_day`
  std::vector<ForeignType> arguments;
  ForeignType result = ForeignType::boolean;
  std::string summary;  // one sentence in English
};

class Foreign {
 public:
  Foreign() = default;
  Foreign(Foreign const&) = delete;
  Foreign& operator=(Foreign const&) = delete;
  virtual ~Foreign() = default;

  [[nodiscard]] virtual std::string const& id() const = 0;       // `no`
  [[nodiscard]] virtual std::string const& version() const = 0;  // `1.0.0`
  [[nodiscard]] virtual std::string const& digest() const = 0;   // `sha256:` over its file
  // Whether nobody has vouched for it: accepted all the same, in development only.
  [[nodiscard]] virtual bool is_unlisted() const = 0;
  [[nodiscard]] virtual std::vector<ForeignFunction> const& functions() const = 0;
  // `function`: its place in functions(). As many arguments as it has, each of its type.
  [[nodiscard]] virtual ForeignAnswer call(std::size_t function, std::span<ForeignValue const> arguments,
                                           ForeignScratch& scratch) const = 0;
};

// Where the code of jurisdictions comes from.
class ForeignFinder {
 public:
  struct Found {
    Foreign const* code = nullptr;  // lives as long as the finder
    std::string fault;              // there is none: one sentence on why
    std::string help;               // and what can be done about it
  };

  ForeignFinder() = default;
  ForeignFinder(ForeignFinder const&) = delete;
  ForeignFinder& operator=(ForeignFinder const&) = delete;
  virtual ~ForeignFinder() = default;

  // The same id finds the same code every time.
  [[nodiscard]] virtual Found find(std::string_view id) const = 0;
};

}  // namespace hjemmel::base
