// Lays operations on the draft, one by one.
#include "engine/amend/draft.h"

#include <algorithm>

#include "engine/amend/period.h"
#include "engine/base/nearest_name.h"

namespace hjemmel::amend {
namespace {

using diag::Kind;
using syntax::NodeKind;
using syntax::View;

std::vector<Piece> rows_of(View row, std::size_t owner) {
  std::vector<Piece> pieces;
  if (row.kind() != NodeKind::enum_row) {
    return {{row_keys(row).front(), {slice_of(row)}, owner, row}};
  }
  std::vector<View> names;
  for (syntax::NodeRef const name : row.children(NodeKind::name)) {
    names.push_back({row.tree, name});
  }
  Slice tail = slice_of(row);
  tail.begin = slice_of(names.back()).end;
  for (View const name : names) {
    pieces.push_back({std::string(name.text()), {slice_of(name), tail}, owner, row});
  }
  return pieces;
}

std::vector<Piece> members_of(View members, std::size_t owner) {
  std::vector<Piece> pieces;
  for (syntax::NodeRef const node : members.children(NodeKind::name)) {
    View const name{members.tree, node};
    pieces.push_back({std::string(name.text()), {slice_of(name)}, owner, {}});
  }
  return pieces;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Change {
 public:
  Change(Draft& draft, std::size_t amendment, Operation const& operation, diag::Sink& sink)
      : draft_(draft), amendment_(amendment), operation_(operation), sink_(sink) {}

  bool run() {
    if (operation_.action == Action::change_period) {
      return change_period();
    }
    Entry* const entry = find(operation_.target);
    if (!operation_.target.part.empty()) {
      return entry != nullptr && !entry->repealed_by ? change_piece(*entry) : refuse_missing(entry);
    }
    if (operation_.action == Action::add) {
      return add(entry);
    }
    if (entry == nullptr || entry->repealed_by) {
      return refuse_missing(entry);
    }
    auto const versions = standing();
    if (operation_.action == Action::repeal) {
      for (Entry* const version : versions) {
        version->repealed_by = amendment_;
      }
      return true;
    }
    if (!version_meant(std::vector<View>(versions.size()), operation_, what(), sink_)) {
      return false;
    }
    replace(*entry);
    return true;
  }

 private:
  [[nodiscard]] std::string const& name_of(std::size_t owner) const { return draft_.amendments[owner].name; }
  [[nodiscard]] std::string what() const {
    return "the amendment `" + name_of(amendment_) + "` " + std::string(verb(operation_.action)) + " " +
           described(operation_.target);
  }

  // The one that stands, or else the last that was repealed.
  Entry* find(Target const& target) {
    Entry* found = nullptr;
    for (Entry& entry : draft_.entries) {
      if (entry.target.same_declaration(target) && (found == nullptr || found->repealed_by)) {
        found = &entry;
      }
    }
    return found;
  }

  // Of one name: several where each says when it is in force.
  std::vector<Entry*> standing() {
    std::vector<Entry*> found;
    for (Entry& entry : draft_.entries) {
      if (entry.target.same_declaration(operation_.target) && !entry.repealed_by) {
        found.push_back(&entry);
      }
    }
    return found;
  }

  // A version beside others: whether their periods fit is for `check` to say.
  [[nodiscard]] bool adds_version() const {
    Target const& target = operation_.target;
    return target.kind != "service" && has_period(target) && syntax::in_force_of(operation_.body);
  }

  bool change_period() {
    if (!has_period(operation_.target)) {
      sink_.add(Kind::bad_period, operation_.span, what() + ", which has no period of its own",
                "only a rule, a definition, a parameter, a service, a row of a table and the package have one");
      return false;
    }
    auto const entries = standing();
    if (entries.empty()) {
      return refuse_missing(find(operation_.target));
    }
    if (operation_.target.part.empty()) {
      return set_period(entries, [](Entry const& entry) { return entry.view; });
    }
    open_entry(*entries.front());
    std::vector<Piece*> rows;
    for (Piece& piece : entries.front()->pieces) {
      if (piece.key == operation_.target.part) {
        rows.push_back(&piece);
      }
    }
    if (rows.empty()) {
      return refuse_missing_piece(*entries.front());
    }
    return set_period(rows, [](Piece const& piece) { return piece.row; });
  }

  template <class T, class Written>
  bool set_period(std::vector<T*> const& versions, Written const& written) {
    std::vector<View> periods;
    for (T const* const version : versions) {
      periods.push_back(period_of(version->period, written(*version), amendment_));
    }
    auto const meant = version_meant(periods, operation_, what(), sink_);
    if (!meant) {
      return false;
    }
    NewPeriod& period = versions[*meant]->period;
    if (period.clause && period.owner == amendment_) {
      sink_.add({Kind::amendment_clash,
                 operation_.span,
                 "the amendment `" + name_of(amendment_) + "` changes the period of the same version twice",
                 "say it once",
                 {{period.clause.span(), "the other is here"}}});
      return false;
    }
    period = {operation_.body, amendment_, period.clause};
    if constexpr (std::is_same_v<T, Piece>) {
      versions[*meant]->text = row_with_period(written(*versions[*meant]), operation_.body);
    }
    return true;
  }

  bool add(Entry const* there) {
    if (there == nullptr || there->repealed_by) {
      draft_.entries.push_back({operation_.target, operation_.body, amendment_});
      return true;
    }
    for (Entry const* const version : standing()) {
      if (version->owner != kPackage && version->view.text() == operation_.body.text()) {
        return true;
      }
    }
    if (adds_version()) {
      draft_.entries.push_back({operation_.target, operation_.body, amendment_});
      return true;
    }
    return refuse_existing(there->owner, there->view.span());
  }

  void replace(Entry& entry) {
    if (operation_.body.kind() == NodeKind::define_declaration && !type_of(operation_.body)) {
      entry.type = type_of(entry.view) ? type_of(entry.view) : entry.type;
    }
    entry.view = operation_.body;
    entry.owner = amendment_;
    entry.period = {};
    entry.open = false;
    entry.pieces.clear();
    entry.repealed_pieces.clear();
  }

  static std::optional<Slice> type_of(View definition) {
    for (syntax::NodeRef const node : definition.children()) {
      if (syntax::group_of(definition.tree->kind(node)) == syntax::NodeGroup::type) {
        return slice_of({definition.tree, node});
      }
    }
    return std::nullopt;
  }

  bool change_piece(Entry& entry) {
    open_entry(entry);
    std::string const& key = operation_.target.part;
    auto const at =
        std::find_if(entry.pieces.begin(), entry.pieces.end(), [&](Piece const& piece) { return piece.key == key; });
    bool const there = at != entry.pieces.end();
    if (operation_.action == Action::add) {
      return there && !adds_version() ? refuse_existing(at->owner, entry.view.span()) : add_piece(entry);
    }
    if (!there) {
      return refuse_missing_piece(entry);
    }
    if (operation_.action == Action::repeal) {
      entry.repealed_pieces[key] = amendment_;
      std::erase_if(entry.pieces, [&](Piece const& piece) { return piece.key == key; });
      return true;
    }
    auto const versions =
        std::count_if(entry.pieces.begin(), entry.pieces.end(), [&](Piece const& piece) { return piece.key == key; });
    if (!version_meant(std::vector<View>(static_cast<std::size_t>(versions)), operation_, what(), sink_)) {
      return false;
    }
    auto rows = rows_of(operation_.body, amendment_);
    auto const same = [&](Piece const& piece) { return piece.key == key; };
    *at = *std::find_if(rows.begin(), rows.end(), same);
    return true;
  }

  // A row goes to the end, but before `otherwise`.
  bool add_piece(Entry& entry) {
    std::string const& key = operation_.target.part;
    bool const member = entry.target.kind == "group";
    for (Piece& piece : member ? std::vector<Piece>{{key, {slice_of(operation_.body)}, amendment_, {}}}
                               : rows_of(operation_.body, amendment_)) {
      if (piece.key == key) {
        bool const last = entry.pieces.empty() || entry.pieces.back().key != "otherwise" || key == "otherwise";
        entry.pieces.insert(last ? entry.pieces.end() : entry.pieces.end() - 1, std::move(piece));
      }
    }
    return true;
  }

  bool refuse_existing(std::size_t owner, source::Span there) {
    std::string const whose =
        owner == kPackage ? "the package has it already" : "the amendment `" + name_of(owner) + "` has it already";
    sink_.add({Kind::amendment_adds_existing,
               operation_.span,
               what() + ", and " + whose,
               "write `replace` to put another in its place, or give it another name",
               {{there, "it stands here"}}});
    return false;
  }

  bool refuse_missing(Entry const* entry) {
    if (entry != nullptr) {
      return refuse_repealed(*entry->repealed_by);
    }
    std::vector<std::string> names;
    std::string other_kind;
    for (Entry const& one : draft_.entries) {
      if (one.target.kind == operation_.target.kind) {
        names.push_back(one.target.name);
      } else if (one.target.name == operation_.target.name) {
        other_kind = one.target.kind;
      }
    }
    std::string const nearest = base::nearest_name(operation_.target.name, names);
    std::string help = nearest.empty() ? "" : "did you mean `" + nearest + "`?";
    if (!other_kind.empty()) {
      help = "`" + operation_.target.name + "` is declared with `" + other_kind + "`";
    }
    sink_.add(Kind::amendment_target_missing, operation_.span,
              what() + ", which `" + draft_.amendments[amendment_].package + "` does not have", help);
    return false;
  }

  bool refuse_repealed(std::size_t by) {
    sink_.add(Kind::amendment_clash, operation_.span, what() + ", and `" + name_of(by) + "` has repealed it",
              "take one of the two away, or add it anew");
    return false;
  }

  bool refuse_missing_piece(Entry const& entry) {
    auto const gone = entry.repealed_pieces.find(operation_.target.part);
    if (gone != entry.repealed_pieces.end()) {
      return refuse_repealed(gone->second);
    }
    std::vector<std::string> keys;
    for (Piece const& piece : entry.pieces) {
      keys.push_back(piece.key);
    }
    sink_.add(Kind::amendment_target_missing, operation_.span,
              what() + ", which `" + draft_.amendments[amendment_].package + "` does not have",
              piece_help(entry.target, keys));
    return false;
  }

  // A key with figures is the limit itself: the nearest one is what the amendment moves, not what it misspells.
  [[nodiscard]] std::string piece_help(Target const& target, std::vector<std::string> const& keys) const {
    std::string const& part = operation_.target.part;
    std::string const nearest = base::nearest_name(part, keys);
    if (target.kind != "table" || operation_.action != Action::replace || !has_digit(part)) {
      return nearest.empty() ? "" : "did you mean `" + nearest + "`?";
    }
    auto const limit = std::find_if(keys.begin(), keys.end(), has_digit);
    std::string const moved = has_digit(nearest) ? nearest : limit == keys.end() ? "" : *limit;
    return "the limit is the key itself; to move it, write `replace table " + target.name + "` with all its rows" +
           (moved.empty() ? ""
                          : ", or `repeal row " + moved + " of table " + target.name + "` and `add rows to table " +
                                target.name + "`");
  }

  Draft& draft_;
  std::size_t amendment_;
  Operation const& operation_;
  diag::Sink& sink_;
};

}  // namespace

Slice slice_of(View view) {
  syntax::Node const& node = view.tree->nodes()[view.node.index];
  return {view.tree, node.begin, node.end};
}

void open_entry(Entry& entry) {
  if (entry.open) {
    return;
  }
  entry.open = true;
  for (syntax::NodeRef const node : entry.view.children()) {
    View const part{entry.view.tree, node};
    if (is_row(part.kind()) || part.kind() == NodeKind::members) {
      auto pieces = is_row(part.kind()) ? rows_of(part, entry.owner) : members_of(part, entry.owner);
      entry.pieces.insert(entry.pieces.end(), pieces.begin(), pieces.end());
    }
  }
}

Draft open_draft(std::span<syntax::Tree const> base, std::vector<Amendment> const& amendments) {
  Draft draft{base, amendments};
  for (syntax::Tree const& tree : base) {
    draft.file_begin.push_back(draft.entries.size());
    for (syntax::NodeRef const node : tree.declarations()) {
      View const view{&tree, node};
      draft.entries.push_back({target_of(view), view});
    }
  }
  draft.file_begin.push_back(draft.entries.size());
  return draft;
}

bool apply(Draft& draft, std::size_t amendment, Operation const& operation, diag::Sink& sink) {
  return Change(draft, amendment, operation, sink).run();
}

Repealed repealed_rules(Draft const& draft) {
  auto const in_rules = [](Entry const& entry) { return entry.target.kind == "rule" || entry.target.kind == "group"; };
  Repealed gone;
  for (Entry const& entry : draft.entries) {
    if (in_rules(entry) && entry.repealed_by) {
      gone[entry.target.name] = *entry.repealed_by;
    }
  }
  for (Entry const& entry : draft.entries) {
    if (in_rules(entry) && !entry.repealed_by) {
      gone.erase(entry.target.name);
    }
  }
  return gone;
}

std::vector<Piece> members_left(Entry const& group, Repealed const& gone) {
  Entry opened = group;
  open_entry(opened);
  std::erase_if(opened.pieces, [&](Piece const& piece) {
    auto const at = gone.find(piece.key);
    return at != gone.end() && at->second != piece.owner;
  });
  return opened.pieces;
}

bool check_groups(Draft& draft, diag::Sink& sink) {
  bool good = true;
  auto const gone = repealed_rules(draft);
  for (Entry const& entry : draft.entries) {
    if (entry.target.kind != "group" || entry.repealed_by || !members_left(entry, gone).empty()) {
      continue;
    }
    good = false;
    std::string who;
    source::Span at = entry.view.span();
    auto note = [&](std::size_t amendment) {
      std::string const name = "`" + draft.amendments[amendment].name + "`";
      who += who.find(name) == std::string::npos ? (who.empty() ? "" : " and ") + name : "";
      at = draft.amendments[amendment].span;
    };
    for (auto const& [key, amendment] : entry.repealed_pieces) {
      note(amendment);
    }
    for (Piece const& piece : entry.pieces) {
      note(gone.at(piece.key));
    }
    Entry untouched = entry;
    untouched.open = false;
    untouched.pieces.clear();
    open_entry(untouched);
    for (Piece const& piece : untouched.pieces) {
      auto const removed = gone.find(piece.key);
      if (removed != gone.end()) {
        note(removed->second);
      }
    }
    sink.add({Kind::emptied_group,
              at,
              "the group `" + entry.target.name + "` has no member left after " + who,
              "repeal the group too, or add a member to it",
              {{entry.view.span(), "the group is declared here"}}});
  }
  return good;
}

}  // namespace hjemmel::amend
