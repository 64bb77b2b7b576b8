// The messages; a lone key of an enumeration is named by its value and needs no example.
#include "engine/check/table_faults.h"

namespace hjemmel::check {

// `fee(reserve, 4)`
std::string TableFaults::example(std::vector<std::uint32_t> const& classes) const {
  std::string text;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    text += (i == 0 ? "" : ", ") + keys_.example(i, classes[i]);
  }
  return "`" + table_.name + "(" + text + ")`";
}

void TableFaults::overlap(std::vector<std::uint32_t> const& classes, source::Span first, source::Span second) const {
  if (table_.inputs.empty()) {
    bench_.sink.add(diag::Kind::bad_table_row, second,
                    "the table has a second row for `" + keys_.class_name(0, classes[0]) + "`", "keep one of the two");
    return;
  }
  bench_.sink.add({diag::Kind::table_overlap,
                   second,
                   "two rows of the table fit " + example(classes),
                   "part them, or write `first row` in the head of the table, so that the first one counts",
                   {{first, "the other one is here"}}});
}

void TableFaults::gap(std::vector<std::vector<std::uint32_t>> const& lacking) const {
  if (lacking.empty()) {
    return;
  }
  std::string words;
  if (table_.inputs.empty()) {
    for (auto const& classes : lacking) {
      words += (words.empty() ? "`" : ", `") + keys_.class_name(0, classes[0]) + "`";
    }
  } else {
    words = example(lacking.front()) + (lacking.size() == 1 ? "" : ", among others");
  }
  bench_.sink.add(diag::Kind::table_gap, table_.span, "the table has no row for " + words,
                  "add the rows, or `otherwise undetermined \"why\"` where the law is silent");
}

void TableFaults::unread(source::Span row) const {
  bench_.sink.add(diag::Kind::bad_table_row, row, "no key reads this row: rows before it take them all",
                  "put it before them, or take it away");
}

}  // namespace hjemmel::check
