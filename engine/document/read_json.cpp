// simdjson finds the structure; every token is then read from the text itself, so that numbers keep all their digits and each
// fault has its byte. The walk is recursive, and no deeper than kMaxDepth: the cap is asked before each step down.
#include "engine/document/read_json.h"

#include <string>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "engine/document/json_message.h"
#include "engine/document/json_scan.h"
#include "engine/document/read.h"

namespace hjemmel::document {
namespace {

namespace ondemand = simdjson::ondemand;

class JsonReader {
 public:
  // `padded` holds the text from `begin` on, and lives as long as this.
  JsonReader(TreeChecks& checks, simdjson::padded_string const& padded, std::size_t begin)
      : checks_(&checks), text_(checks.text()), padded_(padded.data()), begin_(begin), end_(begin) {}

  // Nothing when the text has a fault.
  std::optional<Node> read_document(ondemand::document& document);
  bool malformed();

 private:
  bool read_value(ondemand::value value, std::size_t depth, Node& out);
  bool read_array(ondemand::value value, std::size_t depth, Node& out);
  bool read_object(ondemand::value value, std::size_t depth, Node& out);
  bool read_key(bool first, Entry& out);
  bool read_scalar(Node& out);
  void read_string(Node& out);
  bool finish(Node& out, char bracket);
  bool is_next(std::string_view token, bool behind_comma) const;
  std::size_t offset_of(std::string_view token) const {
    return begin_ + static_cast<std::size_t>(token.data() - padded_);
  }

  TreeChecks* checks_;
  std::string_view text_;
  char const* padded_;
  std::size_t begin_;
  std::size_t end_;                              // behind the last token that was read
  JsonExpected expected_ = JsonExpected::value;  // what may stand there
  std::vector<source::Span> open_;               // the brackets around that place
};

bool JsonReader::malformed() {
  if (!checks_->failed()) {
    report_json_fault(*checks_, end_, expected_, open_.empty() ? std::nullopt : std::optional(open_.back()));
  }
  return false;
}

void JsonReader::read_string(Node& out) {
  JsonString string = read_json_string(text_, end_);
  out.text = std::move(string.value);
  out.quoted = true;
  out.span = checks_->span(end_, string.end);
  end_ = string.end;
  if (string.fault != std::string_view::npos) {
    checks_->fault(diag::Kind::invalid_escape, checks_->span(string.fault, string.fault + 2),
                   "`" + std::string(text_.substr(string.fault, 2)) + "` is no escape that names a character",
                   "write the character itself, or `\\\\` for a backslash");
  }
}

bool JsonReader::read_scalar(Node& out) {
  if (text_[end_] == '"') {
    read_string(out);
    checks_->check_scalar(out);
    expected_ = JsonExpected::comma;
    return true;
  }
  std::size_t const end = json_token_end(text_, end_);
  std::string_view const token = text_.substr(end_, end - end_);
  if (token != "true" && token != "false" && token != "null" && !is_json_number(token)) {
    return malformed();
  }
  out.text = token;
  out.span = checks_->span(end_, end);
  end_ = end;
  expected_ = JsonExpected::comma;
  checks_->check_scalar(out);
  return true;
}

// The closing bracket is the next thing behind the last value.
bool JsonReader::finish(Node& out, char bracket) {
  std::size_t const at = skip_json_blank(text_, end_);
  if (at >= text_.size() || text_[at] != bracket) {
    return malformed();
  }
  end_ = at + 1;
  out.span.end = static_cast<std::uint32_t>(end_);
  open_.pop_back();
  expected_ = JsonExpected::comma;
  return true;
}

// Between the last token and `token` stand blanks and, where one belongs, a comma: simdjson overlooks some slips here.
bool JsonReader::is_next(std::string_view token, bool behind_comma) const {
  std::size_t at = skip_json_blank(text_, end_);
  if (behind_comma) {
    if (at >= text_.size() || text_[at] != ',') {
      return false;
    }
    at = skip_json_blank(text_, at + 1);
  }
  return at == offset_of(token);
}

bool JsonReader::read_array(ondemand::value value, std::size_t depth, Node& out) {
  out.kind = NodeKind::sequence;
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) {
    return malformed();
  }
  for (auto item : array) {
    ondemand::value child;
    if (item.get(child) != simdjson::SUCCESS || !is_next(child.raw_json_token(), !out.items.empty())) {
      return malformed();
    }
    if (!read_value(child, depth + 1, out.items.emplace_back())) {
      return false;
    }
  }
  return finish(out, ']');
}

// A key and its colon.
bool JsonReader::read_key(bool first, Entry& out) {
  std::size_t at = skip_json_blank(text_, end_);
  if (!first && at < text_.size() && text_[at] == ',') {
    at = skip_json_blank(text_, at + 1);
  } else if (!first) {
    return malformed();
  }
  if (at >= text_.size() || text_[at] != '"') {
    return malformed();
  }
  end_ = at;
  Node key;
  read_string(key);
  checks_->check_key(key.text, key.span);
  checks_->count_node(0, key.span);
  out.key = std::move(key.text);
  out.key_span = key.span;
  expected_ = JsonExpected::colon;
  std::size_t const colon = skip_json_blank(text_, end_);
  if (colon >= text_.size() || text_[colon] != ':') {
    return malformed();
  }
  end_ = colon + 1;
  expected_ = JsonExpected::value;
  return !checks_->stopped();
}

bool JsonReader::read_object(ondemand::value value, std::size_t depth, Node& out) {
  out.kind = NodeKind::mapping;
  ondemand::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) {
    return malformed();
  }
  for (auto member : object) {
    ondemand::field field;
    if (std::move(member).get(field) != simdjson::SUCCESS) {
      return malformed();
    }
    bool const first = out.entries.empty();
    Entry& entry = out.entries.emplace_back();
    if (!read_key(first, entry)) {
      return false;
    }
    ondemand::value child = field.value();
    if (!is_next(child.raw_json_token(), false)) {
      return malformed();
    }
    if (!read_value(child, depth + 1, entry.value)) {
      return false;
    }
  }
  checks_->check_unique(out.entries);
  return finish(out, '}');
}

// `depth`: of this value, should it be an array or an object; the outermost is 1.
bool JsonReader::read_value(ondemand::value value, std::size_t depth, Node& out) {
  std::string_view const token = value.raw_json_token();
  std::size_t const begin = offset_of(token);
  bool const container = token.starts_with('[') || token.starts_with('{');
  checks_->count_node(container ? depth : 0, checks_->span(begin, begin + 1));
  if (checks_->stopped()) {
    return false;
  }
  if (!container) {
    end_ = begin;
    expected_ = JsonExpected::value;
    return read_scalar(out);
  }
  end_ = begin + 1;
  out.span = checks_->span(begin, end_);
  open_.push_back(out.span);
  expected_ = token.front() == '[' ? JsonExpected::value : JsonExpected::key;
  return token.front() == '[' ? read_array(value, depth, out) : read_object(value, depth, out);
}

std::optional<Node> JsonReader::read_document(ondemand::document& document) {
  Node root;
  ondemand::value value;
  auto const fault = document.get_value().get(value);
  end_ = skip_json_blank(text_, end_);
  bool const good = fault == simdjson::SCALAR_DOCUMENT_AS_VALUE ? read_scalar(root)
                    : fault == simdjson::SUCCESS                ? read_value(value, 1, root)
                                                                : malformed();
  if (!good) {
    return std::nullopt;
  }
  std::size_t const rest = skip_json_blank(text_, end_);
  if (rest < text_.size()) {
    checks_->fault(diag::Kind::several_documents, checks_->span(rest, json_token_end(text_, rest)),
                   "something stands behind the end of the document", "keep one document a file");
  }
  return root;
}

void report_string(TreeChecks& checks, StringFault fault) {
  source::Span const span = checks.span(fault.offset, fault.offset + 1);
  if (fault.unclosed) {
    checks.fault(diag::Kind::unclosed, span, "the quote that opens here is never closed",
                 "close it at the end of the text; is the file whole");
  } else {
    checks.fault(diag::Kind::malformed_json, span, "a text in quotes breaks off here, at a line break or a tab",
                 "close the quote in front of it, or write `\\n` or `\\t`");
  }
}

}  // namespace

std::optional<Node> read_json(TreeChecks& checks, std::size_t begin) {
  std::string_view const text = checks.text();
  if (skip_json_blank(text, begin) >= text.size()) {
    checks.fault(diag::Kind::empty_document, checks.span(begin, begin), "the file is empty",
                 "write `{ \"key\": value }`");
    return std::nullopt;
  }
  if (auto const fault = find_string_fault(text, begin)) {
    report_string(checks, *fault);
    return std::nullopt;
  }
  simdjson::padded_string const padded(text.substr(begin));
  JsonReader reader(checks, padded, begin);
  ondemand::parser parser;
  ondemand::document document;
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS) {
    reader.malformed();
    return std::nullopt;
  }
  return reader.read_document(document);
}

}  // namespace hjemmel::document
