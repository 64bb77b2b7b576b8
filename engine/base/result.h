// Result<T>: a value, or why the world failed (a file, a plugin, a budget).
//
// For what neither author nor caller could help; an author's mistake is a Diagnostic instead. The caller that passes an
// Error on puts in front what it was doing: `error.while_doing("reading the manifest")`.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "engine/base/check.h"

namespace hjemmel::base {

struct Error {
  std::string message;  // one sentence, lower case, no full stop

  [[nodiscard]] Error while_doing(std::string const& what) const { return Error{what + ": " + message}; }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): `return value;` reads best
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return std::holds_alternative<T>(state_); }

  [[nodiscard]] T& operator*() & {
    CHECK(std::holds_alternative<T>(state_));
    return std::get<T>(state_);
  }
  // Of a result that is given up: its value is moved on, not copied.
  [[nodiscard]] T&& operator*() && {
    CHECK(std::holds_alternative<T>(state_));
    return std::get<T>(std::move(state_));
  }
  [[nodiscard]] T const& operator*() const& {
    CHECK(std::holds_alternative<T>(state_));
    return std::get<T>(state_);
  }
  [[nodiscard]] T* operator->() { return &**this; }
  [[nodiscard]] T const* operator->() const { return &**this; }
  [[nodiscard]] Error const& error() const {
    CHECK(std::holds_alternative<Error>(state_));
    return std::get<Error>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace hjemmel::base
