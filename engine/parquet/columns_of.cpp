// Level by level: a list of types grows behind the one that is looked at.
#include "engine/parquet/columns_of.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace hjemmel::parquet {
namespace {

// `duckdb_type`; its numbers are part of the API.
enum TypeId : int {
  type_boolean = 1,
  type_tinyint = 2,
  type_ubigint = 9,
  type_float = 10,
  type_double = 11,
  type_timestamp = 12,
  type_date = 13,
  type_hugeint = 16,
  type_varchar = 17,
  type_decimal = 19,
  type_timestamp_s = 20,
  type_timestamp_ns = 22,
  type_enum = 23,
  type_list = 24,
  type_struct = 25,
  type_timestamp_tz = 31,
  type_uhugeint = 32,
};

std::optional<ColumnKind> kind_of(int type) {
  if ((type >= type_boolean && type <= type_ubigint) || type == type_hugeint || type == type_uhugeint ||
      type == type_decimal) {
    return ColumnKind::plain;
  }
  switch (type) {
    case type_date:
      return ColumnKind::date;
    case type_varchar:
    case type_enum:
      return ColumnKind::text;
    case type_list:
      return ColumnKind::list;
    case type_struct:
      return ColumnKind::record;
    default:
      return std::nullopt;
  }
}

std::string why_not(int type) {
  if (type == type_float || type == type_double) {
    return "holds floating-point numbers, which are not exact; write it as DECIMAL";
  }
  if (type == type_timestamp || type == type_timestamp_tz || (type >= type_timestamp_s && type <= type_timestamp_ns)) {
    return "holds points in time without the offset that was written; write it as DATE, or a moment as text: "
           "`2026-03-01T14:30+01:00`";
  }
  return "is of a type that no fact has; write it as BOOLEAN, whole number, DECIMAL, DATE, text, or a list or struct "
         "of "
         "these";
}

class Reader {
 public:
  explicit Reader(DuckdbFunctions const& api) : api_(api) {}

  void add(DuckdbType* type, std::string name, std::uint32_t parent) {
    types_.emplace_back(type, Destroyer{&api_});
    columns_.push_back({ColumnKind::plain, std::move(name), parent});
  }
  base::Result<std::vector<Column>> read() {
    for (std::size_t at = 0; at < types_.size(); ++at) {
      if (types_.size() > kMostColumns) {
        return base::Error{"it has more than 4,096 columns, with those within lists and structs"};
      }
      int const type = api_.get_type_id(types_[at].get());
      auto const kind = kind_of(type);
      if (!kind) {
        return base::Error{"the column `" + path_of(at) + "` " + why_not(type)};
      }
      columns_[at].kind = *kind;
      add_within(*kind, static_cast<std::uint32_t>(at));
    }
    return std::move(columns_);
  }

 private:
  struct Destroyer {
    void operator()(DuckdbType* type) const { api->destroy_logical_type(&type); }
    DuckdbFunctions const* api;
  };

  void add_within(ColumnKind kind, std::uint32_t parent) {
    DuckdbType* const type = types_[parent].get();
    if (kind == ColumnKind::list) {
      add(api_.list_type_child_type(type), "", parent);
    }
    std::uint64_t const count = kind == ColumnKind::record ? api_.struct_type_child_count(type) : 0;
    for (std::uint64_t at = 0; at < count && types_.size() <= kMostColumns; ++at) {
      char* const name = api_.struct_type_child_name(type, at);
      add(api_.struct_type_child_type(type, at), name, parent);
      api_.free(name);
    }
  }
  [[nodiscard]] std::string path_of(std::size_t at) const {
    std::string path;
    for (auto number = static_cast<std::uint32_t>(at); number != Column::kOfRow; number = columns_[number].parent) {
      std::string const& name = columns_[number].name;
      std::string const behind = path.empty() || path.front() == '[' ? path : "." + path;
      path = (name.empty() ? "[]" : name) + behind;
    }
    return path;
  }

  DuckdbFunctions const& api_;
  std::vector<std::unique_ptr<DuckdbType, Destroyer>> types_;
  std::vector<Column> columns_;
};

}  // namespace

base::Result<std::vector<Column>> columns_of(DuckdbFunctions const& api, DuckdbResult* result) {
  Reader reader(api);
  std::uint64_t const count = std::min<std::uint64_t>(api.column_count(result), kMostColumns + 1);
  for (std::uint64_t at = 0; at < count; ++at) {
    reader.add(api.column_logical_type(result, at), api.column_name(result, at), Column::kOfRow);
  }
  return reader.read();
}

}  // namespace hjemmel::parquet
