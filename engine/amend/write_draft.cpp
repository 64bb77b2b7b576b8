// The draft as text, each stretch with the file it came from; and that text as trees.
//
// Between declarations stand blank lines only: comments stay with the author's file. What an amendment lays in and that
// cites nothing takes the citations of the amendment's head.
#include <algorithm>

#include "engine/amend/draft.h"
#include "engine/syntax/parse.h"

namespace hjemmel::amend {
namespace {

using syntax::NodeKind;
using syntax::View;

class Writer {
 public:
  void add(Slice const& slice) {
    if (slice.tree == nullptr) {
      text_ += slice.joining;
      return;
    }
    origins_.push_back({static_cast<std::uint32_t>(text_.size()), slice.tree->file(), slice.begin, slice.end});
    text_ += slice.tree->source_text().substr(slice.begin, slice.end - slice.begin);
  }
  void add(std::vector<Slice> const& slices) {
    for (Slice const& slice : slices) {
      add(slice);
    }
  }
  void join(std::string_view words) { text_ += words; }

  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] std::vector<syntax::Origin> take_origins() { return std::move(origins_); }

 private:
  std::string text_;
  std::vector<syntax::Origin> origins_;
};

// In place of [begin, end) of a declaration.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Slice> put;
};

class EntryWriter {
 public:
  EntryWriter(Draft const& draft, Repealed const& gone, Entry const& entry, Writer& writer)
      : draft_(draft), gone_(gone), entry_(entry), writer_(writer), whole_(slice_of(entry.view)) {}

  void run() {
    bool const group = entry_.target.kind == "group";
    bool const rows = entry_.open && !group;
    std::uint32_t const end = rows || group ? pieces_begin() : whole_.end;
    keep_type();
    drop_repealed();
    lay_period(end);
    cite_head(end);
    write_up_to(end);
    if (group) {
      std::string_view between;
      for (Piece const& piece : members_left(entry_, gone_)) {
        writer_.join(between);
        writer_.add(piece.text);
        between = ", ";
      }
    }
    for (std::size_t i = 0; rows && i < entry_.pieces.size(); ++i) {
      writer_.join("\n  ");
      writer_.add(entry_.pieces[i].text);
      cite_row(entry_.pieces[i]);
    }
  }

 private:
  // Where the first row or member stands; of an entry without any, its end.
  [[nodiscard]] std::uint32_t pieces_begin() const {
    for (syntax::NodeRef const node : entry_.view.children()) {
      NodeKind const kind = entry_.view.tree->kind(node);
      if (is_row(kind) || kind == NodeKind::members) {
        return slice_of({entry_.view.tree, node}).begin;
      }
    }
    return whole_.end;
  }

  void keep_type() {
    if (entry_.type && entry_.view.kind() == NodeKind::define_declaration && writes_no_type()) {
      syntax::NodeRef const list = entry_.view.tree->child(entry_.view.node, NodeKind::field_of);
      syntax::NodeRef const name = entry_.view.tree->first_child(entry_.view.node);
      std::uint32_t const at = slice_of({entry_.view.tree, list.has_value() ? list : name}).end;
      edits_.push_back({at, at, {{nullptr, 0, 0, ": "}, *entry_.type, {nullptr, 0, 0, " "}}});
    }
  }

  [[nodiscard]] bool writes_no_type() const {
    auto const children = entry_.view.children();
    return std::none_of(children.begin(), children.end(), [&](syntax::NodeRef const node) {
      return syntax::group_of(entry_.view.tree->kind(node)) == syntax::NodeGroup::type;
    });
  }

  // `overrides a, b` without the rules that another amendment, or the stack laid on this package, has repealed.
  void drop_repealed() {
    for (syntax::NodeRef const node : entry_.view.children()) {
      View const clause{entry_.view.tree, node};
      if (clause.kind() != NodeKind::overrides && clause.kind() != NodeKind::disapplies) {
        continue;
      }
      std::vector<Slice> kept;
      std::size_t names = 0;
      for (syntax::NodeRef const child : clause.children(NodeKind::name)) {
        View const name{clause.tree, child};
        ++names;
        auto const at = gone_.find(name.text());
        if (at == gone_.end() || at->second == entry_.owner) {
          kept.push_back({nullptr, 0, 0, kept.empty() ? " " : ", "});
          kept.push_back(slice_of(name));
        }
      }
      if (kept.size() == 2 * names) {
        continue;
      }
      Slice word = slice_of(clause);
      Edit edit{word.begin, word.end, {}};
      if (!kept.empty()) {
        word.end = word.begin + static_cast<std::uint32_t>(clause.text().find_first_of(" \t\r\n"));
        edit.put.push_back(word);
        edit.put.insert(edit.put.end(), kept.begin(), kept.end());
      }
      edits_.push_back(std::move(edit));
    }
  }

  void lay_period(std::uint32_t end) {
    if (!entry_.period.clause) {
      return;
    }
    Slice const clause = slice_of(entry_.period.clause);
    if (View const written = syntax::in_force_of(entry_.view)) {
      Slice const old = slice_of(written);
      edits_.push_back({old.begin, old.end, {clause}});
      return;
    }
    syntax::NodeRef const value = entry_.view.tree->child(entry_.view.node, NodeKind::value);
    if (entry_.view.kind() == NodeKind::define_declaration && value.has_value()) {
      std::uint32_t const at = slice_of({entry_.view.tree, value}).begin;
      edits_.push_back({at, at, {clause, {nullptr, 0, 0, "\n  "}}});
    } else {
      edits_.push_back({end, end, {{nullptr, 0, 0, "\n  "}, clause}});
    }
  }

  [[nodiscard]] std::vector<Slice> head_citations(std::size_t owner, std::string_view before) const {
    std::vector<Slice> citations;
    if (owner != kPackage) {
      for (View const citation : draft_.amendments[owner].citations) {
        citations.push_back({nullptr, 0, 0, before});
        citations.push_back(slice_of(citation));
      }
    }
    return citations;
  }

  void cite_head(std::uint32_t end) {
    NodeKind const kind = entry_.view.kind();
    bool const citing = kind == NodeKind::rule_declaration || kind == NodeKind::define_declaration ||
                        kind == NodeKind::table_declaration || kind == NodeKind::decision_declaration ||
                        kind == NodeKind::assessment_declaration || kind == NodeKind::parameter_declaration ||
                        kind == NodeKind::presumption_declaration || kind == NodeKind::service_declaration ||
                        kind == NodeKind::duty_declaration;
    if (!citing || entry_.view.has(NodeKind::citation)) {
      return;
    }
    std::uint32_t at = kind == NodeKind::table_declaration ? pieces_begin() : end;
    syntax::NodeRef const value = entry_.view.tree->child(entry_.view.node, NodeKind::value);
    at = value.has_value() ? slice_of({entry_.view.tree, value}).begin : at;
    auto citations = head_citations(entry_.owner, "\n  ");
    if (!citations.empty()) {
      citations.push_back({nullptr, 0, 0, "\n  "});
      edits_.push_back({at, at, std::move(citations)});
    }
  }

  void cite_row(Piece const& piece) {
    if (piece.owner != entry_.owner && piece.row && piece.row.kind() != NodeKind::enum_row &&
        !piece.row.has(NodeKind::citation)) {
      writer_.add(head_citations(piece.owner, " "));
    }
  }

  void write_up_to(std::uint32_t end) {
    std::stable_sort(edits_.begin(), edits_.end(), [](Edit const& a, Edit const& b) { return a.begin < b.begin; });
    std::uint32_t at = whole_.begin;
    for (Edit const& edit : edits_) {
      writer_.add(Slice{whole_.tree, at, edit.begin});
      writer_.add(edit.put);
      at = edit.end;
    }
    writer_.add(Slice{whole_.tree, at, end});
  }

  Draft const& draft_;
  Repealed const& gone_;
  Entry const& entry_;
  Writer& writer_;
  Slice whole_;
  std::vector<Edit> edits_;
};

std::string written_name(Draft const& draft, std::size_t file, source::Sources const& sources) {
  return file < draft.base.size() ? sources.file(draft.base[file].file()).path + " as amended"
                                  : "what the amendments add";
}

}  // namespace

std::optional<std::vector<syntax::Tree>> write_draft(Draft const& draft, source::Sources& sources, diag::Sink& sink) {
  std::vector<syntax::Tree> trees;
  Repealed const gone = repealed_rules(draft);
  for (std::size_t file = 0; file < draft.file_begin.size(); ++file) {
    std::size_t const end = file + 1 < draft.file_begin.size() ? draft.file_begin[file + 1] : draft.entries.size();
    Writer writer;
    for (std::size_t i = draft.file_begin[file]; i < end; ++i) {
      if (!draft.entries[i].repealed_by) {
        EntryWriter(draft, gone, draft.entries[i], writer).run();
        writer.join("\n\n");
      }
    }
    if (writer.empty()) {
      continue;
    }
    source::FileId const id = sources.add(written_name(draft, file, sources), writer.take_text());
    auto tree = syntax::parse(id, sources, sink);
    if (!tree) {
      return std::nullopt;
    }
    tree->set_origins(writer.take_origins());
    trees.push_back(*std::move(tree));
  }
  return trees;
}

}  // namespace hjemmel::amend
