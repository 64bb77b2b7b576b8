// Keys, words and lists of words, with the messages for each way to get them wrong.
#include "engine/package/mapping.h"

#include <algorithm>

#include "engine/base/nearest_name.h"

namespace hjemmel::package {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;

bool is_word(Node const& node) {
  bool const null = !node.quoted && (node.text == "null" || node.text == "~");
  return node.kind == NodeKind::scalar && !node.text.empty() && !null;
}

std::vector<std::string> as_strings(std::span<std::string_view const> names) { return {names.begin(), names.end()}; }

}  // namespace

std::string join_names(std::span<std::string const> names, std::string_view last_joint) {
  std::string list;
  for (std::size_t at = 0; at < names.size(); ++at) {
    bool const last = at + 1 == names.size();
    list += at == 0 ? "" : last ? std::string(last_joint) : ", ";
    list += "`" + names[at] + "`";
  }
  return list;
}

std::string suggest(std::string_view written, std::span<std::string const> names) {
  std::string const nearest = base::nearest_name(written, names);
  return nearest.empty() ? "write " + join_names(names, " or ") : "did you mean `" + nearest + "`?";
}

// Keys are few and short, so that words which mean different things are near each other (`bounds`, `grounds`): one that is
// suggested begins with the same letter, or differs in its first letter alone.
static std::string suggest_key(std::string_view written, std::span<std::string const> names) {
  std::string const nearest = base::nearest_name(written, names);
  if (nearest.empty() || written.empty()) {
    return "the keys are " + join_names(names, " and ");
  }
  bool const only_first = nearest.size() == written.size() && nearest.substr(1) == written.substr(1);
  bool const near = nearest.front() == written.front() || only_first;
  return near ? "did you mean `" + nearest + "`?" : "the keys are " + join_names(names, " and ");
}

bool has_only_keys(Node const& node, std::span<std::string_view const> keys, std::string_view what, diag::Sink& sink) {
  std::vector<std::string> const names = as_strings(keys);
  if (node.kind != NodeKind::mapping) {
    sink.add(Kind::document_wrong_form, node.span, std::string(what) + " is not written as keys with values",
             "the keys are " + join_names(names, " and "));
    return false;
  }
  bool good = true;
  for (document::Entry const& entry : node.entries) {
    if (std::find(names.begin(), names.end(), entry.key) == names.end()) {
      sink.add(Kind::document_unknown_key, entry.key_span, "`" + entry.key + "` is not a key of " + std::string(what),
               suggest_key(entry.key, names));
      good = false;
    }
  }
  return good;
}

std::optional<Word> read_word(Node const& node, std::string_view key, diag::Sink& sink) {
  if (!is_word(node)) {
    sink.add(Kind::document_wrong_form, node.span, "`" + std::string(key) + "` is not one word or text",
             "write one value after the colon");
    return std::nullopt;
  }
  return Word{node.text, node.span};
}

std::optional<Word> required_word(Node const& node, std::string_view key, std::string_view what, diag::Sink& sink) {
  Node const* const value = node.find(key);
  if (value == nullptr) {
    sink.add(Kind::document_missing_key, node.span, std::string(what) + " lacks `" + std::string(key) + "`",
             "add a line `" + std::string(key) + ": …`");
    return std::nullopt;
  }
  return read_word(*value, key, sink);
}

std::optional<std::vector<Word>> read_words(Node const& node, std::string_view key, diag::Sink& sink) {
  if (node.kind != NodeKind::sequence) {
    sink.add(Kind::document_wrong_form, node.span, "`" + std::string(key) + "` is not a list",
             "write the names in brackets, as in `[one, two]`");
    return std::nullopt;
  }
  std::vector<Word> words;
  for (Node const& item : node.items) {
    auto word = read_word(item, key, sink);
    if (!word) {
      return std::nullopt;
    }
    words.push_back(*std::move(word));
  }
  return words;
}

}  // namespace hjemmel::package
