// Tables and definitions.
#include <algorithm>
#include <map>

#include "engine/check/expressions.h"
#include "engine/check/table_faults.h"
#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using ir::TypeKind;
using syntax::NodeKind;

constexpr std::size_t kMostKeys = 10000;  // combinations of classes in one table

enum class HitPolicy : std::uint8_t { unique, first, total, least, greatest };

HitPolicy hit_policy(syntax::TableView view) {
  if (!view.hit_policy()) {
    return HitPolicy::unique;
  }
  switch (view.hit_policy().kind()) {
    case NodeKind::row_first:
      return HitPolicy::first;
    case NodeKind::collect_total:
      return HitPolicy::total;
    case NodeKind::collect_least:
      return HitPolicy::least;
    case NodeKind::collect_greatest:
      return HitPolicy::greatest;
    default:
      return HitPolicy::unique;
  }
}

// A row as it is written, and which combinations of classes it fits.
struct WrittenRow {
  std::vector<TableKey> keys;
  std::vector<std::vector<bool>> classes;  // by input
  ir::ExprId value;
  ir::Citations citations;
  source::Span span;
  bool counts = false;  // some key reads it
  std::string text;     // the keys as written
  std::vector<Version> versions;
};

class TableBuilder {
 public:
  explicit TableBuilder(Workbench& bench) : bench_(bench) {}

  // Name, keys and result; a table with a faulty head keeps its place, without a key.
  void declare(syntax::TableView view) {
    table_.name = std::string(view.name().text());
    table_.span = view.name().span();
    bool good = true;
    for (syntax::ParameterView const parameter : view.parameters()) {
      auto const type = read_type(bench_, parameter.type());
      good = good && type && TableKeys::is_key_type(bench_, *type, parameter.type().span()) && is_new(parameter);
      table_.inputs.push_back({std::string(parameter.name().text()), type.value_or(ir::Type{}), {}, 0});
    }
    auto const result = good ? result_type(view) : std::nullopt;
    if (result) {
      table_.result = *result;
      declare_key(view);
    } else {
      table_.inputs.clear();
      bench_.values.declare_broken(table_.name);
    }
    bench_.program.tables.push_back(std::move(table_));
  }

  void fill(syntax::TableView view, std::size_t index) {
    refuse_repeats(bench_, view, {NodeKind::table_otherwise, NodeKind::table_undetermined});
    table_ = bench_.program.tables[index];
    if (!table_.key.has_value()) {
      return;
    }
    policy_ = hit_policy(view);
    table_.citations = read_citations(bench_, view);
    inputs_ = table_.inputs;
    if (inputs_.empty()) {
      inputs_.push_back({"", {TypeKind::enumeration, {}, table_.key, {}}, {}, 0});
    }
    TableKeys keys(bench_, inputs_);
    for (syntax::TableRowView const row : view.rows()) {
      add_row(keys, row);
    }
    keys.settle();
    add_otherwise(view);
    join_versions();
    if (!table_has_fault_ && set_size(view)) {
      settle_rows(keys, view);
    }
    if (!table_.inputs.empty()) {
      table_.inputs = inputs_;
    }
    bench_.program.tables[index] = std::move(table_);
  }

 private:
  bool is_new(syntax::ParameterView parameter) {
    bool const taken = std::any_of(table_.inputs.begin(), table_.inputs.end(),
                                   [&](ir::TableInput const& input) { return input.name == parameter.name().text(); });
    if (taken) {
      bench_.sink.add(diag::Kind::duplicate_name, parameter.name().span(),
                      "the table has two keys called `" + std::string(parameter.name().text()) + "`",
                      "give one of them another name");
    }
    return !taken;
  }

  // One key of an enumeration with at most one row for each value needs no classes; else an enumeration is made for the table.
  void declare_key(syntax::TableView view) {
    bool const plain = table_.inputs.size() == 1 && table_.inputs.front().type.kind == TypeKind::enumeration &&
                       hit_policy(view) == HitPolicy::unique;
    if (plain) {
      table_.key = table_.inputs.front().type.enumeration;
      table_.inputs.clear();
      return;
    }
    ir::Enum made;
    made.name = table_.name;
    made.span = table_.span;
    bench_.program.enums.push_back(std::move(made));
    table_.key = ir::EnumId(bench_.program.enums.size() - 1);
  }

  // `amount of substance` names a key's parameter; `amount of Substance` its type: both mean the key.
  std::optional<ir::Type> result_type(syntax::TableView view) {
    syntax::TypeView const type = view.result();
    for (ir::TableInput const& input : table_.inputs) {
      bool const names_key = type.kind() == NodeKind::type_amount_of && type.argument().text() == input.name;
      if (names_key && input.type.kind == TypeKind::enumeration) {
        return ir::Type{TypeKind::amount, {}, input.type.enumeration, {}};
      }
    }
    auto const result = read_type(bench_, type);
    if (result && result->kind == TypeKind::moment) {
      bench_.sink.add(diag::Kind::not_supported_yet, type.span(), "a table gives no moment yet",
                      "let it give the hours to add, as in `m + hours_of(kind)`, or write a definition");
      return std::nullopt;
    }
    if (result && result->kind == TypeKind::amount && hit_policy(view) > HitPolicy::first) {
      bench_.sink.add(diag::Kind::bad_table_row, view.hit_policy().span(),
                      "amounts of different things are not collected into one", "give each key its row");
      return std::nullopt;
    }
    return result;
  }

  // The input whose value says what an amount is measured in.
  [[nodiscard]] std::size_t amount_input() const {
    std::size_t at = 0;
    while (at + 1 < inputs_.size() &&
           inputs_[at].type != ir::Type{TypeKind::enumeration, {}, table_.result.enumeration, {}}) {
      ++at;
    }
    return at;
  }

  void add_row(TableKeys& keys, syntax::TableRowView row) {
    auto read = keys.read(row);
    auto const value = row_value(row, read);
    if (!read || !value) {
      table_has_fault_ = true;
      return;
    }
    ir::Citations citations = read_citations(bench_, row);
    std::string const text = key_text(row);
    if (syntax::in_force_of(row)) {
      if (policy_ > HitPolicy::first) {
        bench_.sink.add(diag::Kind::not_supported_yet, syntax::in_force_of(row).span(),
                        "a row that is collected cannot have a period yet", "make a table for each period");
        table_has_fault_ = true;
        return;
      }
      Version version{read_period(bench_, row, table_.name + "(" + text + ")"), *value};
      auto const same = std::find_if(rows_.begin(), rows_.end(), [&](WrittenRow const& other) {
        return other.text == text && !other.versions.empty();
      });
      if (same != rows_.end()) {
        same->versions.push_back(version);
        append(citations, same->citations);
        return;
      }
      rows_.push_back(
          {std::move(*read), {}, *value, std::move(citations), row.keys().front().span(), false, text, {version}});
      return;
    }
    rows_.push_back({std::move(*read), {}, *value, std::move(citations), row.keys().front().span(), false, text, {}});
  }

  static std::string key_text(syntax::TableRowView row) {
    std::string text;
    for (auto const key : row.keys()) {
      text += (text.empty() ? "" : ", ") + std::string(key.text());
    }
    return text;
  }

  // Rows with the same keys are versions; where none covers the date, what `otherwise` gives, which may be open law.
  void join_versions() {
    for (WrittenRow& row : rows_) {
      if (!row.versions.empty()) {
        ir::ExprId const otherwise = table_.undetermined ? open_row(row) : table_.otherwise;
        row.value = value_in_force(bench_, row.versions, table_.name + "(" + row.text + ")", otherwise);
      }
    }
  }

  // A fact that nobody is asked, called by the table and the row's keys.
  ir::ExprId open_row(WrittenRow const& row) {
    ir::Fact fact;
    fact.info.name = table_.name + "[" + row.text + "]";
    fact.info.type = type_of_versions(bench_, row.versions);
    if (ir::is_measure(fact.info.type)) {
      fact.info.minimum = base::Decimal();
    }
    fact.open_law = table_.undetermined->reason;
    return read_open_law(bench_, std::move(fact), row.span);
  }

  std::optional<ir::ExprId> row_value(syntax::TableRowView row, std::optional<std::vector<TableKey>> const& keys) {
    if (table_.result.kind != TypeKind::amount) {
      auto const typed = Expressions(bench_).of_type(row.value(), table_.result);
      return typed && is_collectable(row, typed->expr) ? std::optional(typed->expr) : std::nullopt;
    }
    auto const typed = Expressions(bench_).check(row.value());
    if (!typed || !keys) {
      return std::nullopt;
    }
    std::vector<std::uint32_t> const& values = (*keys)[amount_input()].values;
    if (values.empty()) {
      bench_.sink.add(diag::Kind::bad_table_row, row.value().span(),
                      "one amount cannot stand for keys that are measured in different units", "give each key its row");
      return std::nullopt;
    }
    bool const measured = std::all_of(values.begin(), values.end(),
                                      [&](std::uint32_t ordinal) { return is_measured_so(row, *typed, ordinal); });
    return measured ? std::optional(typed->expr) : std::nullopt;
  }

  bool is_measured_so(syntax::TableRowView row, Typed const& typed, std::uint32_t ordinal) {
    ir::EnumValue const& key = bench_.program.enums[table_.result.enumeration.index].values[ordinal];
    if (!key.dimension) {
      bench_.sink.add(diag::Kind::unit_missing, row.keys().front().span(),
                      "`" + key.name + "` is not measured in one unit, so it cannot have an amount here",
                      "leave it to `otherwise undetermined`, or declare its unit: `" + key.name + " in g`");
      return false;
    }
    if (typed.type != ir::Type{TypeKind::quantity, *key.dimension, {}, {}}) {
      bench_.sink.add(diag::Kind::unit_of_another_dimension, row.value().span(),
                      "this is " + type_name(bench_, typed.type) + ", and `" + key.name + "` is measured as " +
                          type_name(bench_, {TypeKind::quantity, *key.dimension, {}, {}}),
                      units_help(bench_, {TypeKind::quantity, *key.dimension, {}, {}}));
      return false;
    }
    return true;
  }

  // What is collected is a figure, so that the sum or the greatest of all rows that fit is one too.
  bool is_collectable(syntax::TableRowView row, ir::ExprId value) {
    if (policy_ <= HitPolicy::first) {
      return true;
    }
    ir::Type const& type = bench_.program.exprs[value.index].type;
    bool const number =
        type.kind == TypeKind::integer || type.kind == TypeKind::decimal || type.kind == TypeKind::quantity;
    bool const ordered = number || (type.kind == TypeKind::date && policy_ != HitPolicy::total);
    if (!ordered || bench_.program.exprs[value.index].op != ir::ExprOp::constant) {
      bench_.sink.add(diag::Kind::bad_table_row, row.value().span(),
                      ordered ? "a row that is collected needs a figure, and this is worked out"
                              : "this is " + type_name(bench_, type) + ", which cannot be collected",
                      ordered ? "write the figure, and work with it where the table is read"
                              : "write `first row` in the head of the table, or give each key one row");
      return false;
    }
    return true;
  }

  void add_otherwise(syntax::TableView view) {
    if (view.undetermined()) {
      table_.undetermined =
          ir::OpenLaw{view.undetermined().reason().value(), read_citations(bench_, view.undetermined())};
    }
    if (!view.otherwise()) {
      return;
    }
    if (table_.result.kind == TypeKind::amount) {
      bench_.sink.add(diag::Kind::bad_table_row, view.otherwise().span(),
                      "one amount cannot stand for keys that are measured in different units",
                      "give each key its row, or write `otherwise undetermined \"…\"`");
      return;
    }
    if (auto const value = Expressions(bench_).of_type(view.otherwise().value(), table_.result)) {
      table_.otherwise = value->expr;
    }
  }

  // How many combinations of classes there are; too many are refused.
  bool set_size(syntax::TableView view) {
    size_ = 1;
    for (ir::TableInput const& input : inputs_) {
      size_ *= input.classes;
      if (size_ > kMostKeys) {
        bench_.sink.add(diag::Kind::bad_table_row, view.name().span(),
                        "the rows of the table tell more than " + std::to_string(kMostKeys) + " keys apart",
                        "make two tables of it, and use one in the other");
        return false;
      }
    }
    return size_ > 0;
  }

  // Class of each input, of one combination.
  [[nodiscard]] std::vector<std::uint32_t> combination(std::size_t key) const {
    std::vector<std::uint32_t> classes(inputs_.size());
    for (std::size_t i = inputs_.size(); i-- > 0;) {
      classes[i] = static_cast<std::uint32_t>(key % inputs_[i].classes);
      key /= inputs_[i].classes;
    }
    return classes;
  }

  [[nodiscard]] std::vector<WrittenRow*> rows_of(std::vector<std::uint32_t> const& classes) {
    std::vector<WrittenRow*> found;
    for (WrittenRow& row : rows_) {
      bool fits = true;
      for (std::size_t i = 0; fits && i < classes.size(); ++i) {
        fits = row.classes[i][classes[i]];
      }
      if (fits) {
        found.push_back(&row);
      }
    }
    return found;
  }

  void settle_rows(TableKeys const& keys, syntax::TableView view) {
    for (WrittenRow& row : rows_) {
      for (std::size_t i = 0; i < inputs_.size(); ++i) {
        row.classes.push_back(keys.classes(row.keys[i], i));
      }
    }
    std::vector<std::vector<std::uint32_t>> lacking;
    for (std::size_t key = 0; key < size_; ++key) {
      auto const classes = combination(key);
      auto const fitting = rows_of(classes);
      if (!table_.inputs.empty()) {
        add_key_value(keys, classes);
      }
      if (!fitting.empty() || policy_ == HitPolicy::total) {
        add_entry(keys, key, classes, fitting);
      } else if (!view.undetermined() && !view.otherwise()) {
        lacking.push_back(classes);
      }
    }
    faults(keys).gap(lacking);
    for (WrittenRow const& row : rows_) {
      if (policy_ == HitPolicy::first && !row.counts) {
        faults(keys).unread(row.span);
      }
    }
  }

  [[nodiscard]] TableFaults faults(TableKeys const& keys) const { return {bench_, table_, keys}; }

  // The value of the table's own enumeration for this combination.
  void add_key_value(TableKeys const& keys, std::vector<std::uint32_t> const& classes) {
    ir::EnumValue value;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      value.name += (i == 0 ? "" : ", ") + keys.class_name(i, classes[i]);
    }
    if (table_.result.kind == TypeKind::amount) {
      ir::EnumValue const& measured =
          bench_.program.enums[table_.result.enumeration.index].values[classes[amount_input()]];
      value.any_unit = measured.any_unit;
      value.dimension = measured.dimension;
    }
    value.span = table_.span;
    bench_.program.enums[table_.key.index].values.push_back(std::move(value));
  }

  void add_entry(TableKeys const& keys, std::size_t key, std::vector<std::uint32_t> const& classes,
                 std::vector<WrittenRow*> const& fitting) {
    ir::TableRow entry;
    entry.key = static_cast<std::uint32_t>(key);
    if (fitting.size() > 1 && policy_ == HitPolicy::unique && !fitting[1]->counts) {
      faults(keys).overlap(classes, fitting[0]->span, fitting[1]->span);
      fitting[1]->counts = true;
    }
    if (policy_ > HitPolicy::first) {
      if (fitting.empty() && (table_.otherwise.has_value() || table_.undetermined)) {
        return;
      }
      entry.value = collected(fitting);
      for (WrittenRow* const row : fitting) {
        row->counts = true;
        append(row->citations, entry.citations);
      }
    } else {
      fitting.front()->counts = true;
      entry.value = fitting.front()->value;
      entry.citations = fitting.front()->citations;
    }
    table_.rows.push_back(std::move(entry));
  }

  // A constant of its own where several rows fit, or none.
  ir::ExprId collected(std::vector<WrittenRow*> const& fitting) {
    if (fitting.size() == 1) {
      return fitting.front()->value;
    }
    ir::Expr made;
    made.type = table_.result;
    made.span = table_.span;
    for (std::size_t i = 0; i < fitting.size(); ++i) {
      base::Decimal const figure = bench_.program.exprs[fitting[i]->value.index].number;
      if (policy_ == HitPolicy::total) {
        auto const sum = base::add(made.number, figure);
        if (!sum) {
          bench_.sink.add(
              diag::Kind::bad_table_row, fitting[i]->span, "the total of the rows that fit is too great",
              "numbers are exact and hold at most " + std::to_string(base::Decimal::kMaxDigits) + " digits");
        }
        made.number = sum.value_or(figure);
      } else if (i == 0 || (policy_ == HitPolicy::least ? figure < made.number : figure > made.number)) {
        made.number = figure;
      }
    }
    auto const known = collected_.find(made.number);
    if (known != collected_.end()) {
      return known->second;
    }
    bench_.program.exprs.push_back(made);
    ir::ExprId const id(bench_.program.exprs.size() - 1);
    collected_.emplace(made.number, id);
    return id;
  }

  Workbench& bench_;
  ir::Table table_;
  HitPolicy policy_ = HitPolicy::unique;
  std::vector<ir::TableInput> inputs_;  // of the table, or the enumeration that is its one key
  std::vector<WrittenRow> rows_;
  std::size_t size_ = 0;
  std::map<base::Decimal, ir::ExprId> collected_;
  bool table_has_fault_ = false;
};

}  // namespace

void declare_tables(Workbench& bench) {
  bench.each<syntax::TableView>(NodeKind::table_declaration,
                                [&](syntax::TableView view) { TableBuilder(bench).declare(view); });
}

void fill_tables(Workbench& bench) {
  std::size_t index = 0;
  bench.each<syntax::TableView>(NodeKind::table_declaration,
                                [&](syntax::TableView view) { TableBuilder(bench).fill(view, index++); });
}

}  // namespace hjemmel::check
