// Escaping happens here alone: whoever writes a page never handles a character of markup.
#include "engine/explain/html_writer.h"

#include <algorithm>
#include <array>

#include "engine/base/check.h"
#include "engine/base/utf8.h"

namespace hjemmel::explain {
namespace {

constexpr std::array<std::string_view, 13> kInline{"a",   "abbr",  "b",    "bdi",    "cite", "code", "em",
                                                   "dfn", "small", "span", "strong", "sup",  "time"};

bool is_inline(std::string_view tag) { return std::find(kInline.begin(), kInline.end(), tag) != kInline.end(); }

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

// Spaces that are wide, narrow or not to be broken at: they are seen as spaces.
bool is_wide_space(char32_t code) {
  return code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

// Parts of letters in some scripts; alone they show nothing and turn nothing.
bool is_joiner(char32_t code) { return code == 0x200C || code == 0x200D; }

bool acts_unseen(char32_t code) {
  bool const arabic_mark = code == 0x061C;
  bool const tag = code >= 0xE0000 && code <= 0xE007F;
  bool const hidden = base::is_hidden_space(code) && !is_wide_space(code) && !is_joiner(code);
  return is_control(code) || arabic_mark || tag || hidden;
}

std::string_view escape_of(char32_t code) {
  switch (code) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\n':
    case '\t':
      return " ";
    default:
      return {};
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const point = base::code_point_at(text, at);
    if (point.length == 0) {
      break;
    }
    if (std::string_view const escape = escape_of(point.value); !escape.empty()) {
      out += escape;
    } else if (acts_unseen(point.value)) {
      out += "[" + base::code_point_name(point.value) + "]";
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

void HtmlWriter::begin_line() {
  if (!out_.empty() && !out_.ends_with('\n')) {
    out_ += '\n';
  }
}

void HtmlWriter::doctype() { out_ += "<!doctype html>\n"; }

void HtmlWriter::open(std::string_view tag, HtmlAttributes attributes) {
  if (!is_inline(tag)) {
    begin_line();
  }
  out_ += '<';
  out_ += tag;
  for (HtmlAttribute const& attribute : attributes) {
    if (!attribute.value.empty()) {
      out_ += ' ';
      out_ += attribute.name;
      out_ += "=\"" + escape_html(attribute.value) + "\"";
    }
  }
  out_ += '>';
}

HtmlWriter::Scope HtmlWriter::in(std::string_view tag, HtmlAttributes attributes) {
  open(tag, attributes);
  inside_.push_back(tag);
  return Scope(*this);
}

void HtmlWriter::close() {
  CHECK(!inside_.empty());
  std::string_view const tag = inside_.back();
  inside_.pop_back();
  out_ += "</";
  out_ += tag;
  out_ += '>';
  if (!is_inline(tag)) {
    out_ += '\n';
  }
}

void HtmlWriter::element(std::string_view tag, std::string_view words, HtmlAttributes attributes) {
  Scope const scope = in(tag, attributes);
  text(words);
}

void HtmlWriter::empty(std::string_view tag, HtmlAttributes attributes) {
  open(tag, attributes);
  if (!is_inline(tag)) {
    out_ += '\n';
  }
}

void HtmlWriter::text(std::string_view text) { out_ += escape_html(text); }

void HtmlWriter::style(std::string_view css) {
  CHECK(css.find('<') == std::string_view::npos);
  Scope const scope = in("style");
  out_ += css;
}

}  // namespace hjemmel::explain
