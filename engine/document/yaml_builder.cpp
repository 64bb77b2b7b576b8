// A stack of mappings and sequences that are still open; a finished one moves into the one below it.
#include "engine/document/yaml_builder.h"

#include <algorithm>

#include "engine/document/yaml_scan.h"

namespace hjemmel::document {
namespace {

// A comma between two digits stands right before `at`: `0,9 g` inside braces.
bool splits_number(std::string_view text, std::size_t at) {
  auto const is_digit = [&](std::size_t place) { return text[place] >= '0' && text[place] <= '9'; };
  return at >= 2 && at < text.size() && text[at - 1] == ',' && is_digit(at) && is_digit(at - 2);
}

char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::size_t word_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(" \t\r\n,]}", at), text.size());
}

// `null` written as a value, not the start of the key that follows an empty value: nothing more stands on its line.
bool is_written_null(std::string_view text, std::size_t at, std::string_view word) {
  char const next = byte_at(text, skip_spaces(text, at + word.size()));
  return !word.empty() && std::string_view("\r\n,]}#\0", 7).find(next) != std::string_view::npos;
}

// Behind the line break before `at`, or behind the byte order mark.
std::size_t line_begin(std::string_view text, std::size_t at) {
  auto const before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before != std::string_view::npos ? before + 1 : text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

std::size_t skip_back(std::string_view text, std::size_t at) {
  auto const last = text.substr(0, at).find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? at : last + 1;
}

}  // namespace

void YamlBuilder::start_document(std::size_t offset) {
  if (++documents_ == 1 || checks_->stopped()) {
    return;
  }
  std::string_view const text = checks_->text();
  if (text.substr(offset).starts_with("---")) {
    checks_->fault(diag::Kind::several_documents, checks_->span(offset, offset + 3), "a second document starts here",
                   "keep one document a file");
  } else {
    checks_->fault(diag::Kind::malformed_yaml, checks_->span(offset, word_end(text, offset)),
                   "this belongs to nothing above it", "indent it like the other keys or items of its mapping or list");
  }
  checks_->stop();
}

bool YamlBuilder::takes_key() const {
  return !frames_.empty() && frames_.back().node.kind == NodeKind::mapping && !frames_.back().has_key;
}

bool YamlBuilder::refuse_properties(std::size_t offset, bool has_anchor) {
  std::string_view const text = checks_->text();
  char const first = byte_at(text, offset);
  if (refused_ == offset) {  // a mapping and its first key start at one place
    return true;
  }
  source::Span const word = checks_->span(offset, word_end(text, offset));
  if (first == '!' || first == '&' || has_anchor) {
    refused_ = offset;
  }
  if (first == '!') {
    checks_->fault(diag::Kind::yaml_tag, word,
                   "a YAML tag stands here, `" + std::string(text.substr(offset, word.end - offset)) + "`",
                   "take it out; the schema says what type a value has");
    return true;
  }
  if (first == '&' || has_anchor) {
    checks_->fault(diag::Kind::yaml_alias, word, "a YAML anchor stands here",
                   "take it out, and write the value wherever it is meant");
    return true;
  }
  return false;
}

void YamlBuilder::alias(std::size_t offset) {
  if (checks_->stopped()) {
    return;
  }
  source::Span const span = checks_->span(offset, word_end(checks_->text(), offset));
  checks_->fault(diag::Kind::yaml_alias, span, "a YAML alias stands here", "write the value itself");
  Node node;
  node.span = span;
  place(std::move(node));
}

void YamlBuilder::null(std::size_t offset, bool has_anchor) {
  if (checks_->stopped()) {
    return;
  }
  std::string_view const text = checks_->text();
  Node node;
  std::string_view const word = null_word(text, offset);
  if (refuse_properties(offset, has_anchor)) {
    node.span = checks_->span(offset, word_end(text, offset));
  } else if (takes_key() ? !word.empty() : is_written_null(text, offset, word)) {
    node.text = word;
    node.span = checks_->span(offset, offset + word.size());
  } else if (takes_key()) {
    node.span = checks_->span(offset, offset + 1);
  } else {  // left empty: the parser's place is the next token, perhaps lines below
    bool const valued = !frames_.empty() && frames_.back().node.kind == NodeKind::mapping;
    std::size_t const at = valued ? frames_.back().value_from : skip_back(text, offset);
    node.span = checks_->span(at, at);
  }
  checks_->count_node(0, node.span);
  place(std::move(node));
}

Node YamlBuilder::quoted_scalar(std::size_t offset, std::string const& text) {
  std::string_view const source = checks_->text();
  Node node;
  node.text = text;
  char const first = byte_at(source, offset);
  if (first == '"' || first == '\'') {
    node.quoted = true;
    auto const end = quoted_end(source, offset);
    node.span = checks_->span(offset, end.value_or(offset + 1));
    if (!end) {
      checks_->fault(diag::Kind::unclosed, node.span, "the quote that opens here is never closed",
                     "close it at the end of the text; is the file whole");
      checks_->stop();
    }
  } else if (first == '|' || first == '>') {
    node.quoted = true;
    node.span = checks_->span(offset, block_text_end(source, offset));
  } else {
    node.span = checks_->span(offset, plain_end(source, offset, text));
  }
  return node;
}

void YamlBuilder::scalar(std::size_t offset, bool has_anchor, std::string const& text) {
  if (checks_->stopped()) {
    return;
  }
  Node node;
  if (refuse_properties(offset, has_anchor)) {
    node.text = text;
    node.span = checks_->span(offset, word_end(checks_->text(), offset));
  } else {
    node = quoted_scalar(offset, text);
    if (!takes_key()) {
      checks_->check_scalar(node);
    }
  }
  checks_->count_node(0, node.span);
  place(std::move(node));
}

void YamlBuilder::start(NodeKind kind, std::size_t offset, bool has_anchor) {
  if (checks_->stopped()) {
    return;
  }
  refuse_properties(offset, has_anchor);
  source::Span const span = checks_->span(offset, offset + 1);
  Frame frame;
  frame.node.kind = kind;
  frame.node.span = span;
  char const first = byte_at(checks_->text(), offset);
  frame.braced = first == (kind == NodeKind::mapping ? '{' : '[');
  frames_.push_back(std::move(frame));
  checks_->count_node(frames_.size(), span);
}

void YamlBuilder::finish_span(Frame& frame) const {
  Node& node = frame.node;
  std::size_t end = node.span.end;
  if (!node.entries.empty()) {
    end = std::max<std::size_t>(node.entries.back().value.span.end, frame.value_from);
  } else if (!node.items.empty()) {
    end = node.items.back().span.end;
  }
  node.span.end = static_cast<std::uint32_t>(frame.braced ? flow_end(checks_->text(), end) : end);
}

void YamlBuilder::end() {
  if (checks_->stopped() || frames_.empty()) {
    return;
  }
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  finish_span(frame);
  checks_->check_unique(frame.node.entries);
  place(std::move(frame.node));
}

void YamlBuilder::refuse_lone_key(std::string const& key, source::Span span) {
  checks_->fault(diag::Kind::malformed_yaml, span, "`" + key + "` has no value",
                 splits_number(checks_->text(), span.begin)
                     ? "the comma before it splits a number; write a point before the decimals, as in `12.5`"
                     : "write `key: value`, with a blank behind the `:`; is the file whole");
}

void YamlBuilder::take_key(Frame& frame, Node key) {
  frame.has_key = true;
  frame.value_from = key.span.end;
  frame.pending = Entry{std::move(key.text), key.span, {}};
  if (checks_->stopped()) {
    return;
  }
  // Said when the key has ended: of a file that is cut inside brackets the parser makes a key, too.
  if (key.kind != NodeKind::scalar) {
    checks_->fault(diag::Kind::unsuitable_key, checks_->span(key.span.begin, key.span.begin + 1),
                   "a key is a list or a mapping", "a key is one line of plain text");
    return;
  }
  if (!key.quoted && frame.pending.key == "<<") {
    checks_->fault(diag::Kind::yaml_merge_key, key.span, "`<<` does not merge mappings here",
                   "write the keys themselves");
    return;
  }
  checks_->check_key(frame.pending.key, key.span);
  std::string_view const text = checks_->text();
  std::size_t const colon = frame.braced ? skip_blank(text, key.span.end) : skip_spaces(text, key.span.end);
  auto const open = open_bracket();
  if (byte_at(text, colon) == ':') {
    frame.value_from = colon + 1;
  } else if (open && skip_blank(text, colon) >= text.size()) {
    checks_->fault_unclosed(*open);
    checks_->stop();
  } else if (!checks_->failed()) {
    refuse_lone_key(frame.pending.key, key.span);
  }
}

// A value on a line below its key stands further in than the key; the parser takes it from the same column too. (A list that is
// a value may stand in the key's column.)
void YamlBuilder::check_column(Frame const& frame, Node const& value) {
  std::string_view const text = checks_->text();
  bool const list = value.kind == NodeKind::sequence && byte_at(text, value.span.begin) == '-';
  if (frame.braced || list || frame.pending.key.empty() || value.span.begin == value.span.end || checks_->stopped()) {
    return;
  }
  std::size_t const line = line_begin(text, value.span.begin);
  std::size_t const key_line = line_begin(text, frame.pending.key_span.begin);
  if (line != key_line && value.span.begin - line <= frame.pending.key_span.begin - key_line) {
    checks_->fault(diag::Kind::malformed_yaml, value.span,
                   "this is neither a key nor clearly the value of the line above",
                   "write `key: value`, with a blank behind the `:`, or indent the value");
  }
}

void YamlBuilder::place(Node node) {
  if (frames_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.node.kind == NodeKind::sequence) {
    bool const missing = node.kind == NodeKind::scalar && node.span.begin == node.span.end;
    if (frame.braced && missing && !checks_->stopped()) {
      checks_->fault(diag::Kind::malformed_yaml, node.span, "a value is missing here",
                     "write one, or take the `,` out");
    }
    frame.node.items.push_back(std::move(node));
  } else if (!frame.has_key) {
    take_key(frame, std::move(node));
  } else {
    check_column(frame, node);
    frame.pending.value = std::move(node);
    frame.node.entries.push_back(std::move(frame.pending));
    frame.has_key = false;
  }
}

std::optional<source::Span> YamlBuilder::open_bracket() const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->braced) {
      return frame->node.span;
    }
  }
  return std::nullopt;
}

}  // namespace hjemmel::document
