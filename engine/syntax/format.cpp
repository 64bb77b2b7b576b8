// The formatter: tokens of the source, laid out line by line as format_layout.h says, then aligned in columns.
//
// Tokens are read from the source again, with the tree's leaves telling names and numbers from words and signs, since the
// tree keeps no keywords and no comments.
#include "engine/syntax/format.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/base/utf8.h"
#include "engine/syntax/format_columns.h"
#include "engine/syntax/format_layout.h"
#include "engine/syntax/grammar/scan.h"

namespace hjemmel::syntax {
namespace {

namespace scan = grammar::scan;

constexpr std::array<Keyword, 3> kPadded{"when", "then", "with"};  // at the start of a line
constexpr std::uint32_t kKeywordWidth = 6;                         // with the blanks behind them

constexpr Keyword kIn = "in";
constexpr Keyword kOneOf = "one of";

struct Word {
  std::uint32_t begin = 0;
  std::string_view text;
};

// One line of the source that holds something.
struct SourceLine {
  std::vector<Word> words;
  std::string_view comment;
  bool blank_before = false;
  bool comment_in_column_one = false;
};

std::string_view trim_end(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

class Formatter {
 public:
  explicit Formatter(Tree const& tree)
      : text_(tree.source_text()), keywords_(tree.keywords()), language_(language_of(text_)), layout_(layout_of(tree)) {
    for (Node const& node : tree.nodes()) {
      if (group_of(node.kind) == NodeGroup::token) {
        leaves_.push_back(node);
      }
    }
  }

  std::string run();

 private:
  void read_lines();
  [[nodiscard]] std::uint32_t word_end(std::uint32_t at);
  [[nodiscard]] TextLine lay_out(SourceLine const& line);
  [[nodiscard]] Gap gap_between(Word const& left, Word const& right);
  [[nodiscard]] std::uint32_t keyword_padding(Word const& first) const;
  LineMark const* enter_marks(std::uint32_t at);
  [[nodiscard]] std::uint32_t indent_of(Word const& first, LineMark const* begun) const;
  void indent_comments(std::vector<TextLine>& lines) const;

  std::string_view text_;
  std::span<KeywordPlace const> keywords_;  // of the tree, which outlives this
  Language language_;
  Layout layout_;
  std::vector<Node> leaves_;
  std::size_t next_leaf_ = 0;
  std::vector<SourceLine> lines_;
  std::size_t next_mark_ = 0;
  std::vector<LineMark const*> open_marks_;
  std::uint32_t open_brackets_ = 0;  // `(` since the construct began that the line goes on from
  std::vector<bool> tight_braces_;   // of the open braces: `{use, holding}`, or with blanks inside
};

// The end of the token that begins there: a leaf of the tree, a word, or a sign.
std::uint32_t Formatter::word_end(std::uint32_t at) {
  while (next_leaf_ < leaves_.size() && leaves_[next_leaf_].begin < at) {
    ++next_leaf_;
  }
  if (next_leaf_ < leaves_.size() && leaves_[next_leaf_].begin == at) {
    return leaves_[next_leaf_].end;
  }
  char const* const begin = text_.data() + at;
  char const* const end = text_.data() + text_.size();
  char const* const name_end = scan::end_of_name(begin, end);
  if (name_end != begin) {
    return at + static_cast<std::uint32_t>(name_end - begin);
  }
  std::string_view const two = text_.substr(at, 2);
  bool const long_sign = two == "->" || two == "<=" || two == ">=" || two == "!=" || two == "..";
  return at + (long_sign ? 2 : 1);
}

void Formatter::read_lines() {
  SourceLine line;
  bool blank = false;
  std::uint32_t line_begin = 0;
  auto const end_line = [&] {
    if (!line.words.empty() || !line.comment.empty()) {
      line.blank_before = blank && !lines_.empty();
      lines_.push_back(std::move(line));
      blank = false;
    } else {
      blank = true;
    }
    line = {};
  };
  std::uint32_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text_.size()) {
    char const byte = text_[at];
    if (byte == '\n') {
      end_line();
      line_begin = ++at;
    } else if (byte == ' ' || byte == '\t' || byte == '\r') {
      ++at;
    } else if (byte == '#') {
      auto const stop = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
      line.comment = trim_end(text_.substr(at, stop - at));
      line.comment_in_column_one = at == line_begin;
      at = stop;
    } else {
      std::uint32_t const stop = word_end(at);
      line.words.push_back({at, text_.substr(at, stop - at)});
      at = stop;
    }
  }
  end_line();
}

// Opens the marks that begin up to `at` and closes those that end before; the outermost one that begins at `at`, or nullptr.
LineMark const* Formatter::enter_marks(std::uint32_t at) {
  LineMark const* begun = nullptr;
  while (next_mark_ < layout_.marks.size() && layout_.marks[next_mark_].begin <= at) {
    LineMark const* const mark = &layout_.marks[next_mark_++];
    begun = mark->begin == at && begun == nullptr ? mark : begun;
    open_marks_.push_back(mark);
  }
  std::erase_if(open_marks_, [at](LineMark const* mark) { return mark->end <= at; });
  return begun;
}

std::uint32_t Formatter::indent_of(Word const& first, LineMark const* begun) const {
  if (begun != nullptr) {
    return begun->indent;
  }
  std::uint32_t const going_on = open_marks_.empty() ? 0 : open_marks_.back()->continuation;
  auto const found = layout_.in_braces.find(first.begin);
  return going_on + 2 * open_brackets_ + (found != layout_.in_braces.end() && found->second ? 2 : 0);
}

Gap Formatter::gap_between(Word const& left, Word const& right) {
  bool const closes = right.text == "}" && !tight_braces_.empty();
  bool const in_tight = !tight_braces_.empty() && tight_braces_.back();
  if (right.text == "," || right.text == ")" || right.text == "]" || right.text == ":" || left.text == "(" ||
      left.text == "[" || (closes && in_tight) || (left.text == "{" && in_tight)) {
    return Gap::none;
  }
  auto const after = layout_.gap_after.find(left.begin);
  auto const before = layout_.gap_before.find(right.begin);
  if (after != layout_.gap_after.end()) {
    return after->second;
  }
  return before != layout_.gap_before.end() ? before->second : Gap::normal;
}

std::uint32_t Formatter::keyword_padding(Word const& first) const {
  auto const found = std::lower_bound(keywords_.begin(), keywords_.end(), first.begin,
                                      [](KeywordPlace const& place, std::uint32_t at) { return place.begin < at; });
  if (found == keywords_.end() || found->begin != first.begin || found->end != first.begin + first.text.size()) {
    return 1;
  }
  bool const padded = std::find(kPadded.begin(), kPadded.end(), found->keyword) != kPadded.end();
  return padded ? kKeywordWidth - static_cast<std::uint32_t>(base::count_code_points(first.text)) : 1;
}

TextLine Formatter::lay_out(SourceLine const& source) {
  TextLine line;
  line.blank_before = source.blank_before;
  line.comment = source.comment;
  if (source.words.empty()) {
    return line;
  }
  Word const& first = source.words.front();
  LineMark const* const begun = enter_marks(first.begin);
  open_brackets_ = begun != nullptr ? 0 : open_brackets_;
  line.indent = indent_of(first, begun);
  line.block = begun != nullptr ? begun->block : 0;
  line.cells.emplace_back(first.text);
  for (std::size_t i = 0; i < source.words.size(); ++i) {
    Word const& word = source.words[i];
    enter_marks(word.begin);
    if (i > 0) {
      Gap const gap = gap_between(source.words[i - 1], word);
      if (gap == Gap::column && line.block != 0) {
        line.cells.emplace_back();
      } else if (gap != Gap::none) {
        line.cells.back().append(i == 1 ? keyword_padding(first) : (gap == Gap::normal ? 1 : 2), ' ');
      }
      line.cells.back() += word.text;
    }
    if (word.text == "(") {
      ++open_brackets_;
    } else if (word.text == ")" && open_brackets_ > 0) {
      --open_brackets_;
    }
    if (word.text == "{") {
      std::string_view const before = i > 0 ? source.words[i - 1].text : std::string_view{};
      tight_braces_.push_back(before == kIn.in(language_) ||
                              before == kOneOf.in(language_).substr(kOneOf.in(language_).find(' ') + 1));
    } else if (word.text == "}" && !tight_braces_.empty()) {
      tight_braces_.pop_back();
    }
  }
  return line;
}

// A comment on a line of its own stands as the next line does; before a declaration, where the author put it.
void Formatter::indent_comments(std::vector<TextLine>& lines) const {
  std::uint32_t next = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!lines[i].cells.empty()) {
      next = lines[i].indent;
    } else if (next > 0) {
      lines[i].indent = next;
    } else {
      lines[i].indent = lines_[i].comment_in_column_one ? 0 : 2;
    }
  }
}

std::string Formatter::run() {
  read_lines();
  std::vector<TextLine> lines;
  lines.reserve(lines_.size());
  for (SourceLine const& line : lines_) {
    lines.push_back(lay_out(line));
  }
  indent_comments(lines);
  return join_lines(lines);
}

}  // namespace

std::optional<std::string> format(Tree const& tree) {
  if (!tree.broken().empty()) {
    return std::nullopt;
  }
  return Formatter(tree).run();
}

}  // namespace hjemmel::syntax
