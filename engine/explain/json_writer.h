// A writer of JSON text, key by key, in the order it is told: the same calls give the same bytes.
//
// In: calls. Out: text appended to a string. No tree is built, so writing a document costs its length. Texts must be valid
// UTF-8 (all input is proved to be, when it is read). Tested in tests/unit/explain/json_writer_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/json.h"

namespace hjemmel::explain {

class JsonWriter {
 public:
  JsonWriter(std::string& out, Layout layout) : out_(out), layout_(layout) {}

  void begin_object() { open('{'); }
  // All of it on one line, whatever the layout.
  void begin_flat_object() { begin_flat('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  // In an object, before each value.
  void key(std::string_view name);
  void text(std::string_view value);
  void integer(std::int64_t value);
  void boolean(bool value);
  // A value that is JSON already, as it stands.
  void raw(std::string_view json);

  // A list of texts stands on one line.
  void texts(std::vector<std::string> const& values);
  void member(std::string_view name, std::string_view value);
  void member(std::string_view name, std::vector<std::string> const& values);

 private:
  void open(char bracket);
  void begin_flat(char bracket);
  void close(char bracket);
  void before_value();
  void new_line();

  std::string& out_;  // the caller's
  Layout layout_;
  std::uint32_t depth_ = 0;
  std::uint32_t flat_from_ = 0;  // brackets of this depth and deeper stand on one line; 0: none do
  bool first_ = true;            // nothing stands in the innermost bracket yet
  bool after_key_ = false;
};

}  // namespace hjemmel::explain
