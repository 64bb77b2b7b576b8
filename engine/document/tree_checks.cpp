// The caps stand in read.h. Hidden characters are looked for in keys and in plain scalars: in a quoted text they may be meant.
#include "engine/document/tree_checks.h"

#include <algorithm>
#include <numeric>

#include "engine/base/utf8.h"
#include "engine/document/read.h"

namespace hjemmel::document {
namespace {

bool is_suspect(char32_t code_point) {
  return base::is_combining_mark(code_point) || base::is_hidden_space(code_point);
}

// The byte offset of the first suspect character; npos when there is none.
std::size_t find_suspect(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    base::CodePoint const code_point = base::code_point_at(text, at);
    if (is_suspect(code_point.value)) {
      return at;
    }
    at += code_point.length;
  }
  return std::string_view::npos;
}

std::size_t letter_before(std::string_view text, std::size_t offset) {
  std::size_t at = offset == 0 ? 0 : offset - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return at;
}

}  // namespace

source::Span TreeChecks::span(std::size_t begin, std::size_t end) const {
  std::size_t const size = text_.size();
  return {file_, static_cast<std::uint32_t>(std::min(begin, size)), static_cast<std::uint32_t>(std::min(end, size))};
}

void TreeChecks::fault(diag::Diagnostic diagnostic) {
  failed_ = true;
  sink_->add(std::move(diagnostic));
}

void TreeChecks::fault(diag::Kind kind, source::Span span, std::string message, std::string help) {
  fault(diag::Diagnostic{kind, span, std::move(message), std::move(help), {}});
}

void TreeChecks::fault_unclosed(source::Span open) {
  char const bracket = text_[open.begin];
  fault({diag::Kind::unclosed,
         span(text_.size(), text_.size()),
         std::string("the file ends before a `") + bracket + "` is closed",
         std::string("close it with `") + (bracket == '[' ? ']' : '}') + "`; is the file whole",
         {{open, "it is opened here"}}});
}

void TreeChecks::count_node(std::size_t depth, source::Span span) {
  if (stopped_) {
    return;
  }
  ++nodes_;
  if (depth > kMaxDepth) {
    stopped_ = true;
    fault(diag::Kind::too_deep, span, "the document is nested deeper than " + std::to_string(kMaxDepth) + " levels",
          "no facts need so many levels; is a bracket missing that should close one");
  } else if (nodes_ > kMaxNodes) {
    stopped_ = true;
    fault(diag::Kind::too_many_nodes, span, "the document holds more than " + std::to_string(kMaxNodes) + " values",
          "split it into several files");
  }
}

void TreeChecks::check_scalar(Node const& scalar) {
  if (scalar.text.size() > kMaxScalarBytes) {
    fault(diag::Kind::text_too_long, scalar.span,
          "the text is longer than " + std::to_string(kMaxScalarBytes) + " bytes",
          "is a quote missing that should close it");
    return;
  }
  if (scalar.text.find('\0') != std::string::npos) {
    fault(diag::Kind::control_character, scalar.span, "the text holds the character U+0000", "take it out");
    return;
  }
  if (!scalar.quoted) {
    check_letters(scalar.text, scalar.span);
  }
}

void TreeChecks::check_key(std::string_view key, source::Span span) {
  if (key.empty()) {
    fault(diag::Kind::unsuitable_key, span, "the key is empty", "write a name before the `:`");
  } else if (key.size() > kMaxScalarBytes) {
    fault(diag::Kind::text_too_long, span, "the key is longer than " + std::to_string(kMaxScalarBytes) + " bytes");
  } else if (std::any_of(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; })) {
    fault(diag::Kind::unsuitable_key, span, "the key holds a line break or another control character",
          "a key is one line of plain text");
  } else {
    check_letters(key, span);
  }
}

bool TreeChecks::check_letters(std::string_view text, source::Span span) {
  std::size_t const inside = find_suspect(text);
  if (inside == std::string_view::npos) {
    return true;
  }
  char32_t const code_point = base::code_point_at(text, inside).value;
  // As written, unless an escape wrote it: then the whole scalar is marked.
  std::size_t const offset = find_suspect(text_.substr(span.begin, span.end - span.begin));
  if (offset != std::string_view::npos) {
    fault_at_letter(span.begin + offset, base::code_point_at(text_, span.begin + offset).value);
  } else {
    fault(base::is_combining_mark(code_point) ? diag::Kind::decomposed_letter : diag::Kind::hidden_character, span,
          "an escape writes the character " + base::code_point_name(code_point), "take it out");
  }
  return false;
}

void TreeChecks::fault_at_letter(std::size_t offset, char32_t code_point) {
  std::size_t const end = offset + base::code_point_at(text_, offset).length;
  std::string const name = base::code_point_name(code_point);
  if (base::is_combining_mark(code_point)) {
    std::size_t const begin = letter_before(text_, offset);
    fault(diag::Kind::decomposed_letter, span(begin, end),
          "a letter is written as two characters: a letter and the mark " + name,
          "write it as one character, such as `\xC3\xA5`, the way a keyboard types it");
    return;
  }
  fault(diag::Kind::hidden_character, span(offset, end), "a character that cannot be seen stands here, " + name,
        "type an ordinary space instead, or nothing; it often comes along when text is copied from a web page");
}

void TreeChecks::check_unique(std::vector<Entry> const& entries) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    int const difference = entries[a].key.compare(entries[b].key);
    return difference != 0 ? difference < 0 : a < b;
  });
  std::size_t first = 0;  // place in `order` of the first entry with the same key
  for (std::size_t i = 1; i < order.size(); ++i) {
    Entry const& entry = entries[order[i]];
    Entry const& earlier = entries[order[first]];
    if (entry.key != earlier.key) {
      first = i;
    } else if (!entry.key.empty()) {
      fault({diag::Kind::duplicate_key,
             entry.key_span,
             "the key `" + entry.key + "` stands twice in the same mapping",
             "keep one of them",
             {{earlier.key_span, "the first one is here"}}});
    }
  }
}

}  // namespace hjemmel::document
