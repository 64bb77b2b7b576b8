// Apart: a value that few of many hold, or that many hold alike, apart from them. Its copies share it, and who has none has an
// empty one.
//
// It takes the room of a pointer, and is read and compared as the value. Who changes one changes its own alone. Copies may be
// read in several threads. Tested in tests/unit/base/apart_test.cpp.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

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
class Apart {
 public:
  Apart() = default;
  // NOLINTBEGIN(google-explicit-constructor): it stands for the value
  Apart(T value) : kept_(value.empty() ? nullptr : new Kept(std::move(value))) {}
  Apart(std::initializer_list<typename ElementOf<T>::Type> values) : Apart(T(values)) {}
  template <class Value>
  requires(std::convertible_to<Value const&, T> && !std::same_as<Value, T> && !std::same_as<Value, Apart>)
      Apart(Value const& value)
      : Apart(T(value)) {}

  operator T const&() const { return **this; }
  // NOLINTEND(google-explicit-constructor)
  [[nodiscard]] T const& operator*() const {
    static T const kNone;
    return kept_ ? kept_->value : kNone;
  }
  [[nodiscard]] T const* operator->() const { return &**this; }
  [[nodiscard]] bool empty() const { return kept_ == nullptr; }
  explicit operator bool() const { return !empty(); }

  // As of a list.
  [[nodiscard]] auto begin() const { return (**this).begin(); }
  [[nodiscard]] auto end() const { return (**this).end(); }
  [[nodiscard]] std::size_t size() const { return (**this).size(); }
  [[nodiscard]] auto const& front() const { return (**this).front(); }
  [[nodiscard]] auto const& operator[](std::size_t at) const { return (**this)[at]; }

  // Calls `change(T&)`.
  template <class Change>
  void edit(Change change) {
    if (!kept_ || kept_->use_count() != 1) {
      kept_ = new Kept(T(**this));
    }
    change(kept_->value);
    if (kept_->value.empty()) {
      kept_.reset();
    }
  }

  friend bool operator==(Apart const& left, Apart const& right) { return left.kept_ == right.kept_ || *left == *right; }

 private:
  struct Kept : boost::intrusive_ref_counter<Kept> {
    explicit Kept(T given) : value(std::move(given)) {}

    T value;
  };

  boost::intrusive_ptr<Kept> kept_;
};

}  // namespace hjemmel::base
