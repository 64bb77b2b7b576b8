// RecordScanner: one record of JSON into one row of columns, directed by the schema: no tree, no allocation for each record.
//
// In: the text of one record. Out: one more row of a block. Whatever is not plainly right makes the row irregular, and nothing is
// said about it: such a record is for the reader of facts (engine/facts), which finds the fault or takes it. The law that it keeps:
// a row that is not irregular holds what facts::read_case binds for the same text, and read_case has nothing to say of that text. A
// default or a presumption is none of its matters: what is not known stays open. Keys may stand in any order; in the order of the
// record before they are found soonest. Tested in tests/unit/records/record_scanner_test.cpp and tests/fuzz/records_target.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "engine/columns/block.h"
#include "engine/records/layout.h"
#include "engine/records/value_scanner.h"

namespace hjemmel::records {

inline constexpr std::size_t kLongestScanned = 1024U * 1024;

// For one thread. The program lives longer than this.
class RecordScanner {
 public:
  RecordScanner(ir::Program const& program, eval::Plan const& plan, columns::Slots const& slots);

  // Adds one row; `block` is one of columns::empty_block of the same plan and slots, and has room for it. False: it is irregular.
  bool scan(std::string_view record, columns::Block& block);

 private:
  // Each takes where its text begins, and gives where it ends; null where it is not plain.
  char const* scan_root(char const* at, columns::Block& block);
  char const* scan_fact(char const* at, Place& place, columns::Block& block);
  char const* scan_list(char const* at, std::uint32_t fact, columns::Block& block);
  char const* scan_rows(char const* at, std::uint32_t fact, columns::Block& block);
  char const* scan_row(char const* at, Row& row, columns::ListColumn& list, std::uint32_t element);
  template <class Value>
  char const* scan_members(char const* at, Object& object, Value value);
  char const* scan_key(char const* at, Object const& object, std::uint32_t& key) const;
  char const* scan_comma(char const* at, bool& ended) const;
  char const* find_key(char const* at, Object const& object, std::uint32_t& key) const;

  bool amounts_fit(Row const& row, columns::ListColumn const& list, std::uint32_t element) const;
  void open_unseen(columns::Block& block, std::uint32_t row) const;
  char const* skip_blank(char const* at) const;
  [[nodiscard]] bool is(char const* at, char sign) const { return at < end_ && *at == sign; }

  Layout layout_;
  ValueScanner values_;
  std::vector<std::uint64_t> seen_;         // facts and groups of the record, by bit
  std::vector<std::uint64_t> seen_fields_;  // of the element that is being read, by bit
  char const* end_ = nullptr;               // of the record
};

}  // namespace hjemmel::records
