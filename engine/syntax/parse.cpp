// The loop over declarations: each is read by one call of the grammar, and a faulty one costs its own message only.
//
// Column 1 is where reading resumes: nothing inside a declaration can stand there.
#include "engine/syntax/parse.h"

#include <algorithm>
#include <string>

#include "engine/base/utf8.h"
#include "engine/syntax/describe_failure.h"
#include "engine/syntax/grammar/read_declaration.h"
#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"

namespace hjemmel::syntax {
namespace {

using diag::Diagnostic;
using diag::Kind;
using grammar::Iterator;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The next place in column 1 where something stands that is no comment; the end of the text when there is none.
Iterator next_column_one(Iterator at, Iterator end) {
  while (at != end) {
    at = std::find(at, end, '\n');
    at = at == end ? end : at + 1;
    if (at != end && *at != ' ' && *at != '\t' && *at != '\n' && *at != '\r' && *at != '#') {
      return at;
    }
  }
  return end;
}

class FileReader {
 public:
  FileReader(source::FileId file, std::string_view text, diag::Sink& sink)
      : file_(file),
        text_(text),
        start_(text.data() + (text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0)),
        sink_(sink),
        session_(text, start_) {}

  Tree read();

 private:
  void read_first_indented(Iterator& at);
  void read_declaration(Iterator& at);
  void read_unknown(Iterator& at);
  void keep_name_of_broken(Iterator begin);
  void keep_broken(Iterator begin) { session_.add_node(NodeKind::broken, begin, begin + 1); }
  void report(Diagnostic diagnostic);
  [[nodiscard]] bool too_high(std::size_t first_node);
  [[nodiscard]] std::uint32_t offset(Iterator at) const { return static_cast<std::uint32_t>(at - text_.data()); }

  source::FileId file_;
  std::string_view text_;
  Iterator start_;
  diag::Sink& sink_;
  grammar::Session session_;
  int messages_ = 0;
  Iterator unknown_until_ = nullptr;  // where the last run of unknown lines ended
  std::vector<Node> open_;            // of too_high
  std::vector<std::uint32_t> heights_;
};

Tree FileReader::read() {
  Iterator const end = session_.end();
  Iterator at = grammar::scan::skip_blanks(start_, end);
  if (at == end) {
    report({Kind::declares_nothing,
            {file_, offset(start_), offset(start_)},
            "the file declares nothing",
            "a rule file begins with `package` and the package's name",
            {}});
  } else if (!session_.in_column_one(at)) {
    read_first_indented(at);
  }
  while (at != end && messages_ < kMaxMessages) {
    read_declaration(at);
  }
  if (at != end) {
    report({Kind::too_many_messages,
            {file_, offset(at), offset(at)},
            "the file has more than " + std::to_string(kMaxMessages) + " faults; the rest of it is not read",
            "correct these first",
            {}});
  }
  return {file_, text_, session_.take_nodes(), session_.take_keywords()};
}

void FileReader::read_first_indented(Iterator& at) {
  std::string_view const word = grammar::scan::word_at(at, session_.end());
  auto const length = static_cast<std::uint32_t>(std::max<std::size_t>(1, word.size()));
  report({Kind::indented_declaration,
          {file_, offset(at), offset(at) + length},
          "the first declaration is indented",
          "take away the blanks before it: a declaration begins in column 1",
          {}});
  keep_broken(at);
  at = next_column_one(at, session_.end());
}

void FileReader::read_declaration(Iterator& at) {
  Iterator const begin = at;
  std::string_view const word = grammar::scan::word_at(begin, session_.end());
  if (!grammar::declares(word, session_.language())) {
    read_unknown(at);
    return;
  }
  std::size_t const first_node = session_.nodes().size();
  bool const parsed = grammar::read_declaration(session_, at);
  if (parsed && !too_high(first_node)) {
    return;
  }
  report(parsed ? Diagnostic{Kind::nested_too_deeply,
                             {file_, offset(begin), offset(begin + word.size())},
                             "an expression in this declaration is nested too deeply",
                             "give parts of it a name with `define`",
                             {}}
                : describe_failure(session_, file_, text_));
  session_.drop_from(begin);
  keep_name_of_broken(begin);
  at = next_column_one(begin, session_.end());
}

// Neighbouring lines that begin no declaration are one fault.
void FileReader::read_unknown(Iterator& at) {
  if (unknown_until_ != at || (at - start_ >= 2 && at[-2] == '\n')) {
    report(describe_unknown_declaration(session_.language(), file_, text_, offset(at)));
  }
  keep_broken(at);
  at = next_column_one(at, session_.end());
  unknown_until_ = at;
}

void FileReader::keep_name_of_broken(Iterator begin) {
  Iterator const end = session_.end();
  Iterator const word_end = grammar::scan::end_of_name(begin, end);
  Iterator const name = grammar::scan::skip_spaces(word_end, end);
  Iterator const name_end = grammar::scan::end_of_path(name, end);
  bool const named = name != word_end && name_end != name;
  if (named) {
    bool const dotted = std::find(name, name_end, '.') != name_end;
    session_.add_node(dotted ? NodeKind::path : NodeKind::name, name, name_end);
  }
  session_.add_node(NodeKind::broken, begin, named ? name_end : word_end);
}

void FileReader::report(Diagnostic diagnostic) {
  ++messages_;
  sink_.add(std::move(diagnostic));
}

// Is the tree of the declaration whose nodes begin there higher than what later stages may recurse over?
bool FileReader::too_high(std::size_t first_node) {
  open_.clear();
  heights_.clear();
  std::vector<Node> const& nodes = session_.nodes();
  if (nodes.size() - first_node <= kMaxHeight) {
    return false;  // no tree is higher than it has nodes
  }
  for (std::size_t i = first_node; i < nodes.size(); ++i) {
    std::uint32_t height = 1;
    while (!open_.empty() && open_.back().begin >= nodes[i].begin) {
      height = std::max(height, heights_.back() + 1);
      open_.pop_back();
      heights_.pop_back();
    }
    open_.push_back(nodes[i]);
    heights_.push_back(height);
  }
  return !heights_.empty() && heights_.back() > kMaxHeight;
}

}  // namespace

std::optional<Tree> parse(source::FileId file, source::Sources const& sources, diag::Sink& sink) {
  std::string_view const text = sources.file(file).text;
  if (auto const fault = base::find_utf8_fault(text)) {
    auto const at = static_cast<std::uint32_t>(*fault);
    sink.add(Kind::invalid_utf8, {file, at, at + 1}, "the file is not valid UTF-8 text from here on",
             "save it as UTF-8; a NUL byte is not text either");
    return std::nullopt;
  }
  return FileReader(file, text, sink).read();
}

}  // namespace hjemmel::syntax
