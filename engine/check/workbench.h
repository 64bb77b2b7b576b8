// Workbench: what the passes of `check` share while they build one program: inputs, name spaces, and the program so far.
//
// Data only. Each pass is a free function that takes it, reads what earlier passes put there and adds its own.
#pragma once

#include <bitset>
#include <functional>
#include <map>
#include <span>

#include "engine/check/check.h"
#include "engine/check/names.h"
#include "engine/check/uses.h"
#include "engine/ir/measure.h"
#include "engine/syntax/ast.h"
#include "engine/syntax/keyword.h"

namespace hjemmel::check {

// `define stay = the last s in person.stays by admitted_on where …`: a definition for each field, by its place.
struct NamedRecord {
  std::string name;
  ir::FactId list;
  std::uint32_t order = 0;
  std::vector<ir::DefinitionId> fields;
};

// `define of_age of c in return.children: bool = …`: said of each element of a list, and read as its field.
enum class FieldState : std::uint8_t { untouched, open, good, faulty };
struct DefinedField {
  std::string name;
  ir::FactId list;
  ir::Type type;
  syntax::DefineView view;
  ir::Citations citations;
  FieldState state = FieldState::untouched;
};

// Expressions that are written once and checked for each of their places may together grow to this many.
inline constexpr std::size_t kMostCopied = 100'000;

// About as many as there will be, or some more.
[[nodiscard]] std::size_t expressions_expected(std::span<syntax::Tree const> files);

// By kind: whether any file has such a declaration.
using DeclaredKinds = std::bitset<static_cast<std::size_t>(syntax::NodeKind::broken) + 1>;  // it is the last
[[nodiscard]] DeclaredKinds declared_kinds(std::span<syntax::Tree const> files);

struct Workbench {
  std::span<syntax::Tree const> files;
  schema::FactSchema const& schema;
  source::Sources const& sources;
  diag::Sink& sink;
  std::span<UsedProgram const> used;                    // the packages that this one uses
  std::span<base::Foreign const* const> jurisdictions;  // that were found for it
  std::size_t errors_before = 0;
  DeclaredKinds declared = declared_kinds(files);

  ir::Program program{};
  Names types{"type"};  // enumerations: their index; declared units and money, also by its minor unit: kUnitBit | index
  Names values{""};     // tables, definitions, decisions by the bits below; facts are found by path
  Names rules{"rule or group"};  // rules: their index; groups: kGroupBit | index; versions: kVersionsBit | index
  Names source_names{"source"};
  Names conditions{"condition"};
  std::vector<std::vector<std::uint32_t>> groups{};  // members, as indexes of rules
  std::vector<std::string> fact_paths{};             // by FactId; empty: of a used package, which this one cannot name
  ByText<ir::FactId> fact_of_path{};                 // of those that have one
  std::vector<std::function<void()>> add_used_rules{};  // left by import_used for import_used_rules
  std::size_t first_reading = 0;                        // among the definitions; the others follow it
  std::vector<NamedRecord> records{};
  std::vector<std::vector<std::uint32_t>>
      versions{};  // of rules that share a name, as indexes of rules: kVersionsBit | index
  // Parameters with `in force`, by name: the indexes of its versions. Each name is a definition, from the first one on.
  std::vector<std::vector<std::uint32_t>> dated_parameters{};
  std::size_t first_dated_parameter = 0;
  // Of each `define` in written order that is not said of the elements of a list: which definition it is of.
  std::vector<std::uint32_t> definition_places{};
  std::vector<DefinedField> defined_fields{};
  std::vector<std::uint32_t> open_fields{};  // that are being checked, the outermost first
  std::multimap<std::uint32_t, std::uint32_t>
      field_readings{};                                    // root of an expression: the defined field that it reads
  std::size_t copied = 0;                                  // expressions in copies that are finished
  std::size_t copies_begin = SIZE_MAX;                     // of the outermost copy that is being made
  bool copies_refused = false;                             // said once
  bool depth_refused = false;                              // likewise
  std::map<source::FileId, syntax::Language> languages{};  // of the files that were asked for
  std::optional<std::pair<source::FileId, syntax::Language>> last_language{};  // that was asked for
  std::vector<std::string> lacking{};                                          // jurisdictions that were not found

  // The definitions that are not said of the elements of a list, in written order.
  template <class Visit>
  void each_definition(Visit visit) const {
    each<syntax::DefineView>(syntax::NodeKind::define_declaration, [&](syntax::DefineView view) {
      if (!view.field_of()) {
        visit(view);
      }
    });
  }

  // The declarations of one kind in all files, in written order.
  template <class V, class Visit>
  void each(syntax::NodeKind kind, Visit visit) const {
    if (!declared[static_cast<std::size_t>(kind)]) {
      return;
    }
    for (syntax::Tree const& tree : files) {
      for (syntax::NodeRef const node : tree.declarations()) {
        if (tree.kind(node) == kind) {
          visit(syntax::view<V>(&tree, node));
        }
      }
    }
  }
};

inline constexpr std::uint32_t kUnitBit = 1U << 31U;
inline constexpr std::uint32_t kGroupBit = 1U << 31U;
inline constexpr std::uint32_t kVersionsBit = 1U << 30U;
inline constexpr std::uint32_t kTransitionBit = 1U << 29U;  // a rule `then as of is …`: its place among these

// What a name in an expression stands for, in Workbench::values.
enum class ValueKind : std::uint32_t { table, definition, decision, parameter, element_field };
[[nodiscard]] constexpr std::uint32_t value_entry(ValueKind kind, std::size_t index) {
  return static_cast<std::uint32_t>(kind) << 28U | static_cast<std::uint32_t>(index);
}
[[nodiscard]] constexpr ValueKind value_kind(std::uint32_t entry) { return static_cast<ValueKind>(entry >> 28U); }
[[nodiscard]] constexpr std::uint32_t value_index(std::uint32_t entry) { return entry & ((1U << 28U) - 1U); }

class SecondReader;

// The passes, in their order.
void read_head(Workbench& bench);  // package head, sources
void read_jurisdictions(Workbench& bench);
void declare_names(Workbench& bench);  // every name, so that order of writing does not matter
void build_types(Workbench& bench);    // units, enumerations (joined with the schema's), conditions
void build_facts(Workbench& bench);    // facts and records from the schema; the head's dates
void build_assessments(Workbench& bench);
void declare_tables(Workbench& bench);  // types first, so that anything may use anything wherever it stands …
void declare_parameters(Workbench& bench);
void declare_definitions(Workbench& bench);
void declare_record(Workbench& bench, syntax::DefineView view, std::size_t definition);
void fill_record(Workbench& bench, syntax::DefineView view);
void declare_fields(Workbench& bench);  // definitions that are said of each element of a list
void fill_fields(Workbench& bench);
void cite_fields(Workbench& bench);  // what a field cites, whoever reads it cites too
void declare_readings(
    Workbench& bench);  // definitions too: behind all with a type of their own, before the fields of records
void declare_decisions(Workbench& bench);
void import_used(Workbench& bench);               // what used packages define and decide, after the package's own
void fill_tables(Workbench& bench);               // … then what they say
void declare_dated_parameters(Workbench& bench);  // the definitions by which those with `in force` are read
void fill_parameters(Workbench& bench);
void fill_definitions(Workbench& bench);
void fill_readings(Workbench& bench);
void build_presumptions(Workbench& bench);
void fill_decisions(Workbench& bench);
void build_rules(Workbench& bench);
void settle_precedence(Workbench& bench);   // groups, overrides, disapplies; no cycles
void refuse_loose_texts(Workbench& bench);  // that functions of jurisdictions give
// Of the first jurisdiction that has one.
[[nodiscard]] base::Calendar calendar_of(Workbench const& bench);
void import_used_rules(Workbench& bench);  // after the package's own rules
void declare_services(Workbench& bench);   // the decisions that say whether services are given
// Criteria, and the rules of those decisions.
void build_services(Workbench& bench, SecondReader& second, base::Helper* helper);
void declare_duties(Workbench& bench);         // the decisions that say what has become of duties
void build_duties(Workbench& bench);           // when each is owed, due and done, and the rules of those decisions
void build_properties(Workbench& bench);       // what is promised of all cases
void settle_selecting_date(Workbench& bench);  // `in force` of the package, the policy between laws, rules for `as of`
void order_by_dependency(Workbench& bench);    // definitions and decisions after what they read; no cycles

void add_schema_facts(Workbench& bench);      // the first half of build_facts
void read_before_services(Workbench& bench);  // all of them that stand before build_services
// The first half of build_services: the services with the numbers [first, end).
void read_services(Workbench& bench, std::size_t first, std::size_t end,
                   std::function<void(std::size_t)> const& is_read = {});

// Shared steps.
[[nodiscard]] ir::Citations read_citations(Workbench& bench, syntax::View declaration);
[[nodiscard]] std::optional<ir::Type> read_type(Workbench& bench, syntax::TypeView type);
[[nodiscard]] std::vector<ir::Parameter> read_parameters(Workbench& bench, syntax::View parameters);
[[nodiscard]] std::vector<std::string> read_names(syntax::View parent);
// The ordinal of a value of an enumeration; with a message when it has none of that name.
[[nodiscard]] std::optional<std::uint32_t> read_ordinal(Workbench& bench, ir::EnumId enumeration,
                                                        syntax::NameView name);
[[nodiscard]] std::optional<ir::FactId> find_fact(Workbench const& bench, std::string_view path);
[[nodiscard]] std::string type_name(Workbench const& bench, ir::Type const& type);
// What to do where two types meet that are unlike; `otherwise` where there is nothing better to say.
[[nodiscard]] std::string unlike_help(ir::Type const& left, ir::Type const& right, std::string const& otherwise);
// `write months or years, as in `3 months``: the units that a figure of this type is written in; empty where it has none.
[[nodiscard]] std::string units_help(Workbench const& bench, ir::Type const& type);
// The same where `value` is a figure as written, which can be written otherwise; `otherwise` where it is not.
[[nodiscard]] std::string figure_help(Workbench const& bench, syntax::View value, ir::Type const& wanted,
                                      std::string const& otherwise);
// `loan.reserved` of `reserved`: the facts of which this is the last part, or the enumeration that has a value of this name. Empty
// where there is neither.
[[nodiscard]] std::string meant_by_bare_name(Workbench const& bench, std::string_view name);
// `g` or a declared unit: its dimension and factor; with a message when there is no such unit.
struct UnitFactor {
  base::Dimension dimension;
  base::Unit unit;
};
[[nodiscard]] std::optional<UnitFactor> read_unit(Workbench& bench, syntax::View unit);
// A number token's value; with a message when it has too many digits.
[[nodiscard]] std::optional<base::Decimal> read_number(Workbench& bench, syntax::View number);
// A value that is written out, of exactly this type; or a message.
struct Constant {
  base::Decimal number;
  std::string text;  // of type text
};
[[nodiscard]] std::optional<Constant> read_constant(Workbench& bench, syntax::ExprView view, ir::Type const& type);
// With a warning where the name of a line is almost a word that begins a clause: `unles` is a ground, and was meant as `unless`.
void warn_if_like_word(Workbench& bench, syntax::NameView name);
// Clauses that may stand only once.
void refuse_repeats(Workbench& bench, syntax::View declaration, std::initializer_list<syntax::NodeKind> once);

}  // namespace hjemmel::check
