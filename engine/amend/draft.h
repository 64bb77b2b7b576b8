// Draft: the amended package while the stack is laid on it: declarations in their places, some of them opened into rows or
// members.
//
// In: the package's trees, then one operation after the other. Out: what write_draft.cpp turns into text. Nothing is copied:
// a piece is a stretch of an author's file. Tested through tests/golden/amend.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/amend/stack.h"
#include "engine/source/source_file.h"

namespace hjemmel::amend {

// A stretch of an author's file, or, without a tree, words that join what stands around them.
struct Slice {
  syntax::Tree const* tree = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view joining{};  // a constant
};

inline constexpr std::size_t kPackage = SIZE_MAX;  // in place of an amendment

// An `in force` that an amendment has put in place of the written one.
struct NewPeriod {
  syntax::View clause;           // none: as written
  std::size_t owner = kPackage;  // whose it is
  syntax::View before;           // what another amendment had put there before; none: as written
};

// A row of a table or an enumeration, or a member of a group.
struct Piece {
  std::string key;
  std::vector<Slice> text;
  std::size_t owner = kPackage;
  syntax::View row;  // none: a member
  NewPeriod period{};
};

// A declaration as it stands now.
struct Entry {
  Target target;
  syntax::View view;
  std::size_t owner = kPackage;  // who wrote it
  std::optional<std::size_t> repealed_by{};
  NewPeriod period{};
  std::optional<Slice> type{};  // of a replaced definition that writes none: the type that it keeps
  bool open = false;            // into pieces
  std::vector<Piece> pieces{};
  std::map<std::string, std::size_t> repealed_pieces{};  // key to amendment
};

struct Draft {
  std::span<syntax::Tree const> base;
  std::vector<Amendment> const& amendments;
  std::vector<Entry> entries{};           // the package's in written order, then what was added
  std::vector<std::size_t> file_begin{};  // by file of the package: its first entry; one more for what was added
};

[[nodiscard]] Draft open_draft(std::span<syntax::Tree const> base, std::vector<Amendment> const& amendments);
// False when the sink says why not.
bool apply(Draft& draft, std::size_t amendment, Operation const& operation, diag::Sink& sink);
// Every group keeps a member; false, with a message, when one does not.
bool check_groups(Draft& draft, diag::Sink& sink);
// A repealed rule or group that nothing of that name replaces, and by whom.
using Repealed = std::map<std::string, std::size_t, std::less<>>;
[[nodiscard]] Repealed repealed_rules(Draft const& draft);
// The members of a group that are left.
[[nodiscard]] std::vector<Piece> members_left(Entry const& group, Repealed const& gone);
[[nodiscard]] Slice slice_of(syntax::View view);
void open_entry(Entry& entry);

// One tree for each file of the package, and one for what was added.
[[nodiscard]] std::optional<std::vector<syntax::Tree>> write_draft(Draft const& draft, source::Sources& sources,
                                                                   diag::Sink& sink);

}  // namespace hjemmel::amend
