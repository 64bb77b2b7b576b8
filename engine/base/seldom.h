// Seldom: a value that few of many hold, apart from them; who has none has an empty one.
//
// It takes the room of a pointer, and is copied, compared and read as the value. Tested in tests/unit/base/seldom_test.cpp.
#pragma once

#include <concepts>
#include <initializer_list>
#include <memory>
#include <utility>

namespace hjemmel::base {

// T is a container: what is empty is not kept.
template <class T>
class Seldom {
 public:
  Seldom() = default;
  // NOLINTBEGIN(google-explicit-constructor): it stands for the value
  Seldom(T value) : kept_(value.empty() ? nullptr : std::make_unique<T>(std::move(value))) {}
  Seldom(std::initializer_list<typename T::value_type> values) : Seldom(T(values)) {}
  template <class Value>
  requires(std::convertible_to<Value const&, T> && !std::same_as<Value, T> && !std::same_as<Value, Seldom>)
      Seldom(Value const& value)
      : Seldom(T(value)) {}
  // NOLINTEND(google-explicit-constructor)
  Seldom(Seldom const& other) : Seldom(*other) {}
  Seldom(Seldom&&) noexcept = default;
  Seldom& operator=(Seldom const& other) {
    *this = Seldom(other);
    return *this;
  }
  Seldom& operator=(Seldom&&) noexcept = default;
  ~Seldom() = default;

  [[nodiscard]] T const& operator*() const {
    static T const kNone;
    return kept_ ? *kept_ : kNone;
  }
  [[nodiscard]] T const* operator->() const { return &**this; }
  [[nodiscard]] bool empty() const { return kept_ == nullptr; }

  friend bool operator==(Seldom const& left, Seldom const& right) { return *left == *right; }

 private:
  std::unique_ptr<T> kept_;
};

}  // namespace hjemmel::base
