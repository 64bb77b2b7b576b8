// Seldom: a value that few of many hold, apart from them; who has none has an empty one.
//
// It takes the room of a pointer, and is copied, compared and read as the value. Tested in tests/unit/base/seldom_test.cpp.
#pragma once

#include <concepts>
#include <initializer_list>
#include <memory>
#include <utility>

namespace hjemmel::base {

// What a list of it holds; of what is no list, nothing.
template <class T>
struct ElementOf {
  struct Type {};
};
template <class T>
requires requires { typename T::value_type; }
struct ElementOf<T> {
  using Type = typename T::value_type;
};

// T says whether it is empty(): then it is not kept.
template <class T>
class Seldom {
 public:
  Seldom() = default;
  // NOLINTBEGIN(google-explicit-constructor): it stands for the value
  Seldom(T value) : kept_(value.empty() ? nullptr : std::make_unique<T>(std::move(value))) {}
  Seldom(std::initializer_list<typename ElementOf<T>::Type> values) : Seldom(T(values)) {}
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

  // Calls `change(T&)`.
  template <class Change>
  void edit(Change change) {
    auto edited = kept_ ? std::move(kept_) : std::make_unique<T>();
    change(*edited);
    kept_ = edited->empty() ? nullptr : std::move(edited);
  }

  friend bool operator==(Seldom const& left, Seldom const& right) { return *left == *right; }

 private:
  std::unique_ptr<T> kept_;
};

}  // namespace hjemmel::base
