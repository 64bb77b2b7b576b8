// Keys of a table: what each row says of each input, and the classes into which the rows' limits cut an input's values.
//
// In: the inputs of a table's head and the keys of its rows. Out: for each input the cuts, for each row and class whether the
// row fits it, and words for a class: its range as an author writes it, and one value in it as an example.
#pragma once

#include <string>
#include <vector>

#include "engine/check/workbench.h"

namespace hjemmel::check {

// The values of one input that one row is for.
struct TableKey {
  struct Range {
    std::optional<ir::TableCut> low;  // from behind this cut
    std::optional<ir::TableCut> high;
  };
  bool any = false;
  std::vector<std::uint32_t> values;  // of an enumeration or a bool
  std::vector<Range> ranges;          // of anything else
  source::Span span;
};

class TableKeys {
 public:
  TableKeys(Workbench& bench, std::vector<ir::TableInput>& inputs) : bench_(bench), inputs_(inputs) {}

  // May the input be of this type? With a message when it may not.
  static bool is_key_type(Workbench& bench, ir::Type const& type, source::Span span);

  // One key for each input, or nothing with a message.
  std::optional<std::vector<TableKey>> read(syntax::TableRowView row);
  // After all rows are read: sorts the cuts that they made, and counts the classes.
  void settle();
  // The classes of an input that the key holds, by class.
  [[nodiscard]] std::vector<bool> classes(TableKey const& key, std::size_t input) const;
  // `reserve`, `above 25 g up to 30 g`
  [[nodiscard]] std::string class_name(std::size_t input, std::uint32_t number) const;
  // `reserve`, `30 g`: one value in the class.
  [[nodiscard]] std::string example(std::size_t input, std::uint32_t number) const;

 private:
  std::optional<TableKey> read_key(syntax::View key, ir::TableInput& input);
  bool add_value(syntax::View literal, ir::TableInput& input, TableKey& key);
  bool add_range(syntax::View range, ir::TableInput& input, TableKey& key);
  std::optional<ir::ExprId> read_literal(syntax::View literal, ir::Type const& type);
  ir::TableCut cut(ir::TableInput& input, ir::ExprId at, bool included);
  bool refuse(syntax::View at, std::string const& message, std::string const& help);
  [[nodiscard]] base::Decimal number(ir::TableCut const& cut) const {
    return bench_.program.exprs[cut.at.index].number;
  }
  // How many of the sorted cuts lie before, or at, this one.
  [[nodiscard]] std::size_t behind(ir::TableInput const& input, ir::TableCut const& cut) const;
  [[nodiscard]] bool holds_one(ir::TableInput const& input, std::uint32_t number) const;
  // Less than, equal to or greater than 0, by where they cut.
  [[nodiscard]] int order(ir::Type const& type, ir::TableCut const& left, ir::TableCut const& right) const;

  Workbench& bench_;
  std::vector<ir::TableInput>& inputs_;
};

}  // namespace hjemmel::check
