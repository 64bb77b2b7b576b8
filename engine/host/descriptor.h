// An open file of the system, closed with its owner; `keep` leaves it open for as long as the process lives.
//
// Shared by what reads a plugin and what seals it. Tested by way of tests/plugin/file_test.cpp.
#pragma once

namespace hjemmel::host {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}  // -1: what was to be opened was not
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor();

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  void keep() { number_ = -1; }

 private:
  int number_;
};

}  // namespace hjemmel::host
