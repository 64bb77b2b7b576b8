// Few: a list of which two lie in itself and more lie apart, in the room of two pointers.
//
// For lists of ids, of which a program has hundreds of thousands, most of one or two: boost::small_vector takes twice the room. It has
// of a std::vector what is used; what is appended must not lie in itself. Tested in tests/unit/base/few_test.cpp.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <utility>

namespace hjemmel::base {

template <class T>
class Few {
  static_assert(sizeof(T) * 2 == sizeof(T*) && std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = T const*;

  Few() = default;
  Few(std::initializer_list<T> values) : Few(values.begin(), values.end()) {}
  template <class Iterator>
  Few(Iterator first, Iterator last) {
    append(first, last);
  }
  Few(Few const& other) : Few(other.begin(), other.end()) {}
  Few(Few&& other) noexcept
      : size_(std::exchange(other.size_, 0)), room_(std::exchange(other.room_, kOwn)), own_(other.own_) {}
  Few& operator=(Few const& other) { return *this = Few(other); }
  Few& operator=(Few&& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
    std::swap(own_, other.own_);
    return *this;
  }
  ~Few() {
    if (lies_apart()) {
      delete[] apart();
    }
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T* data() { return lies_apart() ? apart() : own_.data(); }
  [[nodiscard]] T const* data() const { return lies_apart() ? apart() : own_.data(); }
  [[nodiscard]] iterator begin() { return data(); }
  [[nodiscard]] iterator end() { return data() + size_; }
  [[nodiscard]] const_iterator begin() const { return data(); }
  [[nodiscard]] const_iterator end() const { return data() + size_; }
  [[nodiscard]] T& operator[](std::size_t at) { return data()[at]; }
  [[nodiscard]] T const& operator[](std::size_t at) const { return data()[at]; }
  [[nodiscard]] T& front() { return *begin(); }
  [[nodiscard]] T const& front() const { return *begin(); }
  [[nodiscard]] T& back() { return *(end() - 1); }
  [[nodiscard]] T const& back() const { return *(end() - 1); }

  void reserve(std::size_t count) {
    if (count > room_) {
      make_room(std::bit_ceil(count));
    }
  }
  void push_back(T value) {
    reserve(size_ + std::size_t{1});
    data()[size_++] = value;
  }
  template <class... From>
  void emplace_back(From&&... from) {
    push_back(T(std::forward<From>(from)...));
  }
  template <class Iterator>
  void append(Iterator first, Iterator last) {
    reserve(size_ + static_cast<std::size_t>(std::distance(first, last)));
    size_ = static_cast<std::uint32_t>(std::copy(first, last, end()) - begin());
  }
  template <class Iterator>
  void insert(const_iterator where, Iterator first, Iterator last) {
    auto const at = where - begin();
    auto const before = static_cast<std::ptrdiff_t>(size_);
    append(first, last);
    std::rotate(begin() + at, begin() + before, end());
  }
  void insert(const_iterator where, T value) { insert(where, &value, &value + 1); }
  void erase(const_iterator first, const_iterator last) {
    auto const to = static_cast<std::size_t>(first - begin());
    auto const from = static_cast<std::size_t>(last - begin());
    for (std::size_t at = from; at < size_; ++at) {
      data()[to + at - from] = data()[at];
    }
    size_ -= static_cast<std::uint32_t>(from - to);
  }
  void erase(const_iterator where) { erase(where, where + 1); }
  void resize(std::size_t count) {
    reserve(count);
    std::fill(begin() + std::min<std::size_t>(size_, count), begin() + count, T());
    size_ = static_cast<std::uint32_t>(count);
  }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }

  friend bool operator==(Few const& left, Few const& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
  }

 private:
  static constexpr std::uint32_t kOwn = 2;

  [[nodiscard]] bool lies_apart() const { return room_ > kOwn; }
  [[nodiscard]] T* apart() const { return std::bit_cast<T*>(own_); }

  void make_room(std::size_t count) {
    T* const more = new T[count];
    std::copy(begin(), end(), more);
    if (lies_apart()) {
      delete[] apart();
    }
    own_ = std::bit_cast<std::array<T, kOwn>>(more);
    room_ = static_cast<std::uint32_t>(count);
  }

  std::uint32_t size_ = 0;
  std::uint32_t room_ = kOwn;                 // how many there is room for
  alignas(T*) std::array<T, kOwn> own_ = {};  // the values; where there are more, the address at which they lie
};

}  // namespace hjemmel::base
