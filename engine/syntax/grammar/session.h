// Session: the state of one parse, which the grammar's parsers reach through x3::with<SessionTag>.
//
// In: tokens and nodes as they are found, and what was looked for in vain. Out: the flat tree, and the furthest place that
// was reached with what would have been accepted there. Backtracking needs no undo: whatever matches again at a place
// drops the nodes of the earlier attempt. Misses are noted only while a declaration that has a fault is read a second time;
// what every token calls stands here, to be inlined. Tested through tests/unit/syntax/parse_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/syntax/grammar/bytes.h"
#include "engine/syntax/parse.h"
#include "engine/syntax/tree.h"

namespace hjemmel::syntax::grammar {

// What could have stood somewhere: a word of the language, or words for people such as `a name`.
struct Expectation {
  std::string_view words;  // a constant of the grammar
  bool literal = false;
};

// A fault that has its own message, found while reading a token or an expression.
struct Fault {
  diag::Kind kind{};
  Iterator begin = nullptr;
  Iterator end = nullptr;
  std::string message;
  std::string help;
};

class Session {
 public:
  // `text` is the whole file; parsing begins at `start` (after a byte order mark).
  Session(std::string_view text, Iterator start);

  [[nodiscard]] Iterator end() const { return end_; }
  // Only the first word of a declaration may stand there.
  [[nodiscard]] bool in_column_one(Iterator at) const { return at == start_ || at[-1] == '\n'; }
  // Nothing but blanks before it on its line.
  [[nodiscard]] bool first_on_line(Iterator at) const {
    if (at != line_asked_at_) {
      look_at_line(at);
    }
    return first_on_line_;
  }
  // May a token of a declaration's inside begin here?
  [[nodiscard]] bool open_at(Iterator at) const { return at != end_ && !in_column_one(at); }

  [[nodiscard]] Language language() const { return language_; }

  // The name that begins there, or nothing. The last one is kept, since several parsers look at the same one.
  [[nodiscard]] std::string_view word_at(Iterator at) const {
    if (at != word_.data()) {
      word_ = {at, static_cast<std::size_t>(scan::end_of_name(at, end_) - at)};
    }
    return word_;
  }

  // A token [begin, end) with the blanks behind it, up to `after`, was taken.
  void take(Iterator begin, Iterator end, Iterator after) {
    drop_past(begin);
    last_end_ = end;
    taken_[taken_count_++ % kRemembered] = {end, after};
  }
  void take_leaf(NodeKind kind, Iterator begin, Iterator end, Iterator after) {
    take(begin, end, after);
    nodes_.push_back({offset(begin), offset(end), kind});
  }
  // A word of the language, noted for who writes the file anew in another.
  void take_keyword(Keyword keyword, Iterator begin, Iterator end, Iterator after) {
    take(begin, end, after);
    note_keyword(keyword, begin, end);
  }
  // A unit is a leaf, and a word of the language where it is one of time.
  void note_keyword(Keyword keyword, Iterator begin, Iterator end) {
    keywords_.push_back({offset(begin), offset(end), keyword});
  }
  // A leaf for a token that was taken just now and ends there, for tokens that leave several leaves.
  void add_leaf(NodeKind kind, Iterator begin, Iterator end) { add_node(kind, begin, end); }
  // All nodes that begin in [begin, end of the last token before `after`) become its children.
  void close_node(NodeKind kind, Iterator begin, Iterator after) {
    if (kind == NodeKind::parameter) {
      note_parameter();
    }
    add_node(kind, begin, end_of_token_before(after));
  }
  // The end of the last token before `after`, a place where blanks end.
  [[nodiscard]] Iterator end_of_token_before(Iterator after) const {
    Taken const& last = taken_[(taken_count_ - 1) % kRemembered];
    return last.after == after && taken_count_ > 0 ? last.end : end_of_earlier_token(after);
  }

  [[nodiscard]] bool notes_misses() const { return misses_ == Misses::noted; }
  // Looked for at `at` in vain.
  void miss(Iterator at, Expectation expectation) {
    if (notes_misses()) {
      note_miss(at, expectation);
    }
  }
  // Is what begins with `byte` worth looking for at `at`? Where misses are noted, it always is.
  [[nodiscard]] bool may_begin(Iterator at, char byte) const { return notes_misses() || (at != end_ && *at == byte); }
  // Inside, misses at exactly `at` are not noted: one word for people stands for all of them.
  Iterator mute(Iterator at) {
    Iterator const earlier = muted_;
    muted_ = at;
    return earlier;
  }
  void unmute(Iterator earlier) { muted_ = earlier; }
  [[nodiscard]] Iterator furthest() const { return furthest_; }
  [[nodiscard]] std::span<Expectation const> expectations() const { return {expected_.data(), expected_count_}; }

  // End the declaration with this message; the second, with what was expected at the furthest place.
  [[noreturn]] void refuse(Fault fault);
  [[noreturn]] void give_up(Iterator at);
  [[nodiscard]] std::optional<Fault> const& fault() const { return fault_; }

  // One more level of nesting around what begins at `at`; refuses past kMaxNesting.
  void enter(Iterator at) {
    if (++depth_ > kDeepest) {
      refuse_depth(at);
    }
  }
  void leave() { --depth_; }

  // Where the construct began whose kind is known only after its first part.
  [[nodiscard]] Iterator left() const { return left_; }
  void set_left(Iterator at) { left_ = at; }

  // Of each parameter of the declaration, in order: whether its type is a bare number.
  [[nodiscard]] std::vector<bool> const& bare_parameters() const { return bare_parameters_; }

  void begin_declaration(Iterator at);
  // The same declaration from its beginning, after it was read in vain: now misses are noted.
  void begin_again();
  // Nodes of a faulty declaration that began at `begin` go.
  void drop_from(Iterator begin) { drop_past(begin); }
  void add_node(NodeKind kind, Iterator begin, Iterator end) {
    drop_past(end);
    last_end_ = end;
    nodes_.push_back({offset(begin), offset(end), kind});
  }
  [[nodiscard]] std::vector<Node> const& nodes() const { return nodes_; }
  [[nodiscard]] std::vector<Node> take_nodes() { return std::move(nodes_); }
  [[nodiscard]] std::vector<KeywordPlace> take_keywords() { return std::move(keywords_); }

 private:
  // Whether what is looked for in vain is noted: only a message needs it.
  enum class Misses { ignored, noted };
  struct Taken {
    Iterator end = nullptr;
    Iterator after = nullptr;
  };
  static constexpr std::size_t kRemembered = 16;  // more than any look-ahead takes
  static constexpr std::size_t kMaxExpected = 32;

  static constexpr int kDeepest = kMaxNesting + 1;

  [[nodiscard]] std::uint32_t offset(Iterator at) const { return static_cast<std::uint32_t>(at - begin_); }
  // What ends past `end` belongs to an attempt that was given up.
  void drop_past(Iterator end) {
    if (end < last_end_) {
      drop_after(offset(end));
    }
  }
  void drop_after(std::uint32_t end);
  void look_at_line(Iterator at) const;
  [[nodiscard]] Iterator end_of_earlier_token(Iterator after) const;
  void start(Misses misses);
  void note_miss(Iterator at, Expectation expectation);
  void note_parameter();
  [[noreturn]] void refuse_depth(Iterator at);

  Iterator begin_;
  Iterator start_;
  Iterator end_;
  Language language_;
  mutable std::string_view word_;             // found last
  mutable Iterator line_asked_at_ = nullptr;  // likewise, of first_on_line
  mutable bool first_on_line_ = false;
  Iterator last_end_ = nullptr;  // no node and no keyword ends past it
  std::vector<Node> nodes_;
  std::vector<KeywordPlace> keywords_;
  std::array<Taken, kRemembered> taken_{};
  std::size_t taken_count_ = 0;
  Taken before_;  // the last token of the declaration before, up to where this one begins
  Misses misses_ = Misses::ignored;
  Iterator furthest_;
  Iterator muted_ = nullptr;
  std::array<Expectation, kMaxExpected> expected_{};
  std::size_t expected_count_ = 0;
  std::optional<Fault> fault_;
  Iterator left_ = nullptr;
  std::vector<bool> bare_parameters_;
  int depth_ = 0;
};

// A level of nesting for as long as it lives, also when an exception passes.
class Nesting {
 public:
  Nesting(Session& session, Iterator at) : session_(session) { session_.enter(at); }
  ~Nesting() { session_.leave(); }
  Nesting(Nesting const&) = delete;
  Nesting& operator=(Nesting const&) = delete;

 private:
  Session& session_;
};

}  // namespace hjemmel::syntax::grammar
