// Brackets that hold nothing stay on one line: `[]`, `{}`.
#include "engine/explain/json_writer.h"

#include "engine/base/json_text.h"

namespace hjemmel::explain {

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::begin_flat(char bracket) {
  open(bracket);
  if (flat_from_ == 0) {
    flat_from_ = depth_;
  }
}

void JsonWriter::close(char bracket) {
  bool const was_flat = flat_from_ != 0;
  if (flat_from_ == depth_) {
    flat_from_ = 0;
  }
  --depth_;
  if (!first_ && !was_flat) {
    new_line();
  }
  out_ += bracket;
  first_ = false;
}

void JsonWriter::new_line() {
  if (layout_ == Layout::indented) {
    out_ += '\n';
    out_.append(std::size_t{2} * depth_, ' ');
  }
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  bool const flat = flat_from_ != 0;
  if (!first_) {
    out_ += flat && layout_ == Layout::indented ? ", " : ",";
  }
  first_ = false;
  if (depth_ > 0 && !flat) {
    new_line();
  }
}

void JsonWriter::key(std::string_view name) {
  before_value();
  base::append_json_string(out_, name);
  out_ += layout_ == Layout::indented ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  base::append_json_string(out_, value);
}

void JsonWriter::integer(std::int64_t value) {
  before_value();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
}

void JsonWriter::texts(std::vector<std::string> const& values) {
  begin_flat('[');
  for (std::string const& value : values) {
    text(value);
  }
  end_array();
}

void JsonWriter::member(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::member(std::string_view name, std::vector<std::string> const& values) {
  key(name);
  texts(values);
}

}  // namespace hjemmel::explain
