// Forward for where a column stands, backward for what is written of it: parents stand before what is in them.
#include "engine/parquet/row_query.h"

#include <string_view>

namespace hjemmel::parquet {
namespace {

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (char const sign : text) {
    out.append(sign == quote ? 2 : 1, sign);
  }
  return out + quote;
}

std::string element(std::size_t list) { return "element_" + std::to_string(list); }

std::vector<std::string> places_of(std::vector<Column> const& columns) {
  std::vector<std::string> places;
  places.reserve(columns.size());
  for (Column const& column : columns) {
    if (column.parent == Column::kOfRow) {
      places.push_back(std::string(kRowName) + "." + quoted(column.name, '"'));
    } else if (columns[column.parent].kind == ColumnKind::list) {
      places.push_back(element(column.parent));
    } else {
      places.push_back("struct_extract(" + places[column.parent] + ", " + quoted(column.name, '\'') + ")");
    }
  }
  return places;
}

// What was collected from the last to the first.
std::string object_of(std::vector<std::string> const& backward) {
  std::string text = "'{' || concat_ws(','";
  for (std::size_t at = backward.size(); at > 0; --at) {
    text += ", " + backward[at - 1];
  }
  return backward.empty() ? "'{}'" : text + ") || '}'";
}

std::string cast(std::string const& place) { return "CAST(" + place + " AS VARCHAR)"; }

// Null where the cell is.
std::string text_of(Column const& column, std::size_t number, std::string const& place,
                    std::vector<std::string> const& within) {
  switch (column.kind) {
    case ColumnKind::plain:
      return cast(place);
    case ColumnKind::date:
      return "'\"' || " + cast(place) + " || '\"'";
    case ColumnKind::text:
      return cast("to_json(" + cast(place) + ")");
    case ColumnKind::list:
      return "'[' || array_to_string([coalesce(" + within.front() + ", 'null') for " + element(number) + " in " +
             place + "], ',') || ']'";
    case ColumnKind::record:
      return "CASE WHEN " + place + " IS NOT NULL THEN " + object_of(within) + " END";
  }
  return "";
}

}  // namespace

std::string row_as_json(std::vector<Column> const& columns) {
  std::vector<std::string> const places = places_of(columns);
  std::vector<std::vector<std::string>> within(columns.size());
  std::vector<std::string> of_row;
  for (std::size_t at = columns.size(); at > 0; --at) {
    Column const& column = columns[at - 1];
    std::string text = text_of(column, at - 1, places[at - 1], within[at - 1]);
    bool const named = column.parent == Column::kOfRow || columns[column.parent].kind == ColumnKind::record;
    auto& parts = column.parent == Column::kOfRow ? of_row : within[column.parent];
    parts.push_back(named ? cast("to_json(" + quoted(column.name, '\'') + ")") + " || ':' || " + text
                          : std::move(text));
  }
  return object_of(of_row);
}

}  // namespace hjemmel::parquet
