// Two forms: on one line, and under each other. Which one a collection takes depends on its depth and its length.
#include "engine/document/write_yaml.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"

namespace hjemmel::document {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kFlatFrom = 2;  // levels above are groups of facts, which stand under each other

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || base::is_name_letter(c); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Characters that end a line, or that nobody sees.
bool must_be_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
}

// Read the same without quotes wherever it stands, on one line with others too.
bool is_plain_text(std::string_view text) {
  constexpr std::string_view kInner = "_.+-:/% ";
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const c = base::code_point_at(text, at);
    bool const sign = at == 0 && (c.value == '-' || c.value == '+') && text.size() > 1 &&
                      is_digit(static_cast<unsigned char>(text[1]));
    bool const inner = at > 0 && c.value < 0x80 && kInner.find(static_cast<char>(c.value)) != std::string_view::npos;
    if ((!sign && !inner && !is_letter(c.value) && !is_digit(c.value)) || (c.value == ' ' && before == ':')) {
      return false;
    }
    before = c.value;
    at += c.length;
  }
  return before != ' ' && before != ':';  // nor is it empty
}

void write_escaped(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kDigits[(c >> static_cast<unsigned>(shift)) & 0xfU];
  }
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const c = base::code_point_at(text, at);
    if (must_be_escaped(c.value)) {
      write_escaped(out, c.value);
    } else {
      out += c.value == '"' || c.value == '\\' ? "\\" : "";
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out + "\"";
}

std::string scalar_text(Node const& node) {
  return node.quoted || !is_plain_text(node.text) ? in_quotes(node.text) : node.text;
}

std::string key_text(std::string const& key) { return is_plain_text(key) ? key : in_quotes(key); }

std::string flat(Node const& node) {
  if (node.kind == NodeKind::scalar) {
    return scalar_text(node);
  }
  bool const mapping = node.kind == NodeKind::mapping;
  std::string out = mapping ? "{" : "[";
  for (Entry const& entry : node.entries) {
    out += (out.size() > 1 ? ", " : "") + key_text(entry.key) + ": " + flat(entry.value);
  }
  for (Node const& item : node.items) {
    out += (out.size() > 1 ? ", " : "") + flat(item);
  }
  return out + (mapping ? "}" : "]");
}

bool has_parts(Node const& node) { return !node.entries.empty() || !node.items.empty(); }

bool is_list_of_records(Node const& node) {
  return std::any_of(node.items.begin(), node.items.end(), [](Node const& item) { return has_parts(item); });
}

class Writer {
 public:
  std::string run(Node const& root) {
    if (has_parts(root)) {
      parts(root, 0);
    } else {
      out_ = flat(root) + "\n";
    }
    return std::move(out_);
  }

 private:
  void parts(Node const& node, std::size_t depth) {
    std::string const indent(2 * depth, ' ');
    for (Entry const& entry : node.entries) {
      value(indent + key_text(entry.key) + ":", entry.value, depth + 1);
    }
    for (Node const& item : node.items) {
      value(indent + "-", item, depth + 1);
    }
  }

  void value(std::string const& lead, Node const& node, std::size_t depth) {
    std::string const line = lead + " " + flat(node);
    bool const short_enough = depth >= kFlatFrom && line.size() <= kWidth && !is_list_of_records(node);
    if (!has_parts(node) || short_enough) {
      out_ += line + "\n";
      return;
    }
    out_ += lead + "\n";
    parts(node, depth);
  }

  std::string out_;
};

}  // namespace

std::string write_yaml(Node const& root) { return Writer().run(root); }

}  // namespace hjemmel::document
