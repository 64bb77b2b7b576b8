// Columns in the order in which JSON has their facts together; the record is then written from left to right.
#include "engine/records/csv_table.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "engine/base/decimal.h"
#include "engine/base/json_text.h"
#include "engine/base/nearest_name.h"
#include "engine/records/csv_cells.h"

namespace hjemmel::records {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

ir::Fact const* find_fact(std::string_view name, ir::Program const& program) {
  auto const found = std::find_if(program.facts.begin(), program.facts.end(), [&](ir::Fact const& fact) {
    return fact.open_law.empty() && fact.info.name == name;
  });
  return found == program.facts.end() ? nullptr : &*found;
}

std::vector<std::string> names_of(ir::Program const& program) {
  std::vector<std::string> names;
  for (ir::Fact const& fact : program.facts) {
    if (fact.open_law.empty() && fact.info.type.kind != ir::TypeKind::list) {
      names.push_back(fact.info.name);
    } else if (fact.open_law.empty()) {
      for (ir::Field const& field : program.records[fact.info.type.record.index].fields) {
        names.push_back(fact.info.name + "[1]." + field.info.name);
      }
    }
  }
  return names;
}

std::string unknown_column(std::string const& name, ir::Program const& program) {
  if (name.find(';') != std::string::npos) {
    return "`" + name + "` is not a fact of this package's fact schema; cells are divided by commas";
  }
  std::string const nearest = base::nearest_name(name, names_of(program));
  return "`" + name + "` is not a fact of this package's fact schema" +
         (nearest.empty() ? "" : "; did you mean `" + nearest + "`?");
}

// `case.seizures[2].amount`, taken apart; element 0: it is none of a list.
struct ElementName {
  std::string_view list;
  std::uint32_t element = 0;
  std::string_view field;
};

ElementName take_apart(std::string_view name) {
  std::size_t const open = name.find('[');
  std::size_t const close = name.find("].", std::min(open, name.size()));
  if (open == std::string_view::npos || close == std::string_view::npos) {
    return {};
  }
  std::string_view const digits = name.substr(open + 1, close - open - 1);
  std::uint32_t element = 0;
  auto const [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), element);
  bool const whole = fault == std::errc() && end == digits.data() + digits.size() && !digits.starts_with('0');
  return whole ? ElementName{name.substr(0, open), element, name.substr(close + 2)} : ElementName{};
}

}  // namespace

CsvTable::CsvTable(std::string_view head, ir::Program const& program) {
  head.remove_prefix(head.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  CsvCells const names = read_csv_cells(head);
  fault_ = names.fault;
  for (std::string const& name : names.cells) {
    fault_ = fault_.empty() ? add(name, program) : fault_;
    ++cells_;
  }
  std::sort(columns_.begin(), columns_.end(), [](Column const& left, Column const& right) {
    return std::tie(left.group, left.key, left.element, left.cell) <
           std::tie(right.group, right.key, right.element, right.cell);
  });
  fault_ = fault_.empty() ? check_elements() : fault_;
  fault_ = fault_.empty() ? "" : "the head of the table: " + fault_;
}

void CsvTable::keep(Column column, std::string const& path, ir::Type const& type) {
  std::size_t const point = path.find('.');
  bool const grouped = point != std::string::npos;
  column.group = grouped ? path.substr(0, point) : "";
  column.key = grouped ? path.substr(point + 1) : path;
  column.cell = static_cast<std::uint32_t>(cells_);
  switch (type.kind) {
    case ir::TypeKind::boolean:
      column.written = Written::truth;
      break;
    case ir::TypeKind::integer:
    case ir::TypeKind::decimal:
      column.written = Written::number;
      break;
    case ir::TypeKind::list:
      column.written = Written::list;
      break;
    default:
      column.written = Written::quoted;
  }
  columns_.push_back(std::move(column));
}

std::string CsvTable::add(std::string const& name, ir::Program const& program) {
  bool const twice =
      std::any_of(columns_.begin(), columns_.end(), [&](Column const& other) { return other.name == name; });
  if (twice) {
    return "`" + name + "` stands twice";
  }
  ir::Fact const* const fact = find_fact(name, program);
  if (fact == nullptr) {
    return add_field(name, program);
  }
  Column column;
  column.name = name;
  keep(std::move(column), name, fact->info.type);
  return "";
}

std::string CsvTable::add_field(std::string const& name, ir::Program const& program) {
  ElementName const parts = take_apart(name);
  ir::Fact const* const fact = parts.element == 0 ? nullptr : find_fact(parts.list, program);
  if (fact == nullptr || fact->info.type.kind != ir::TypeKind::list) {
    return unknown_column(name, program);
  }
  if (parts.element > fact->max_items) {
    return "`" + name + "` is past the " + std::to_string(fact->max_items) + " items that the fact schema allows";
  }
  for (ir::Field const& field : program.records[fact->info.type.record.index].fields) {
    if (field.info.name == parts.field) {
      Column column;
      column.name = name;
      column.element = parts.element;
      column.field = field.info.name;
      keep(std::move(column), std::string(parts.list), field.info.type);
      return "";
    }
  }
  return unknown_column(name, program);
}

// Elements are numbered from 1 without a gap.
std::string CsvTable::check_elements() const {
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    Column const& column = columns_[at];
    bool const same = at > 0 && columns_[at - 1].group == column.group && columns_[at - 1].key == column.key;
    std::uint32_t const before = same ? columns_[at - 1].element : 0;
    if (column.element > before + 1) {
      return "`" + column.name + "` stands there, but no element " + std::to_string(column.element - 1);
    }
  }
  return "";
}

std::string CsvTable::value_of(Column const& column, std::string const& cell) {
  bool const truth = column.written == Written::truth && (cell == "true" || cell == "false");
  bool const number = column.written == Written::number && base::parse_decimal(cell).fault == base::NumberFault::none;
  return truth || number ? cell : base::json_string(cell);
}

// `{…},{…}`: the elements of a list in the columns [at, end).
CsvTable::Converted CsvTable::elements_of(std::size_t at, std::size_t end,
                                          std::vector<std::string> const& cells) const {
  Converted elements;
  std::uint32_t told = 0;  // the last element that has a cell
  for (; at < end; ++at) {
    Column const& column = columns_[at];
    std::string const& cell = cells[column.cell];
    if (cell.empty()) {
      continue;
    }
    if (column.element > told + 1) {
      return {"", "`" + column.name + "` is filled, but no cell of the element before it"};
    }
    elements.json += column.element == told ? "," : told == 0 ? "{" : "},{";
    elements.json += base::json_string(column.field) + ":" + value_of(column, cell);
    told = column.element;
  }
  elements.json += told > 0 ? "}" : "";
  return elements;
}

// The value of the list in the columns [at, end); empty where nothing was asked.
CsvTable::Converted CsvTable::list_of(std::size_t at, std::size_t end, std::vector<std::string> const& cells) const {
  Column const& first = columns_[at];
  bool const has_whole = first.element == 0;
  std::string const whole = has_whole ? cells[first.cell] : "";
  Converted elements = elements_of(at + (has_whole ? 1U : 0U), end, cells);
  bool const is_state = whole == "unknown" || whole == "not_applicable";
  if (!elements.fault.empty() || (whole.empty() && elements.json.empty())) {
    return elements;
  }
  if (!whole.empty() && whole != "none" && !is_state) {
    return {"", "`" + first.name + "` is a list: its cell is `none`, `unknown`, `not_applicable` or empty"};
  }
  if (!whole.empty() && !elements.json.empty()) {
    return {"", "`" + first.name + "` says that nothing is told of the list, and its elements tell of it"};
  }
  return {is_state ? base::json_string(whole) : "[" + elements.json + "]", ""};
}

// Behind the columns of the same fact.
std::size_t CsvTable::end_of(std::size_t at) const {
  std::size_t end = at;
  while (end < columns_.size() && columns_[end].group == columns_[at].group && columns_[end].key == columns_[at].key) {
    ++end;
  }
  return end;
}

CsvTable::Converted CsvTable::convert(std::string_view record) const {
  CsvCells const read = read_csv_cells(record);
  if (!read.fault.empty()) {
    return {"", read.fault};
  }
  if (read.cells.size() != cells_) {
    return {"", "the record has " + std::to_string(read.cells.size()) + " cells, and the head of the table " +
                    std::to_string(cells_)};
  }
  std::string json = "{";
  std::string_view group;
  for (std::size_t at = 0, end = 0; at < columns_.size(); at = end) {
    Column const& column = columns_[at];
    end = end_of(at);
    bool const is_list = column.written == Written::list || column.element > 0;
    std::string const& cell = read.cells[column.cell];
    Converted const value =
        is_list ? list_of(at, end, read.cells) : Converted{cell.empty() ? "" : value_of(column, cell), ""};
    if (!value.fault.empty()) {
      return {"", value.fault};
    }
    if (!value.json.empty()) {
      bool const enters = column.group != group;
      json += enters && !group.empty() ? "}" : "";
      json += json.size() > 1 ? "," : "";
      json += enters ? base::json_string(column.group) + ":{" : "";
      json += base::json_string(column.key) + ":" + value.json;
      group = column.group;
    }
  }
  return {json + (group.empty() ? "}" : "}}"), ""};
}

}  // namespace hjemmel::records
