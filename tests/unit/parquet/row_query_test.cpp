// What DuckDB makes of these expressions: tests/parquet/batch_test.py, where its library is installed.
#include "engine/parquet/row_query.h"

#include <gtest/gtest.h>

namespace hjemmel::parquet {
namespace {

std::string object_with(std::string const& parts) { return "'{' || concat_ws(','" + parts + ") || '}'"; }

TEST(RowQuery, each_kind_of_cell_is_written_as_json_has_it) {
  EXPECT_EQ(
      row_as_json({{ColumnKind::plain, "age"}, {ColumnKind::date, "born"}, {ColumnKind::text, "act"}}),
      object_with(", CAST(to_json('age') AS VARCHAR) || ':' || CAST(hjemmel_row.\"age\" AS VARCHAR)"
                  ", CAST(to_json('born') AS VARCHAR) || ':' || '\"' || CAST(hjemmel_row.\"born\" AS VARCHAR) || '\"'"
                  ", CAST(to_json('act') AS VARCHAR) || ':' || "
                  "CAST(to_json(CAST(hjemmel_row.\"act\" AS VARCHAR)) AS VARCHAR)"));
}

TEST(RowQuery, a_name_is_quoted_in_both_ways) {
  EXPECT_EQ(row_as_json({{ColumnKind::plain, "a'b\"c"}}),
            object_with(", CAST(to_json('a''b\"c') AS VARCHAR) || ':' || CAST(hjemmel_row.\"a'b\"\"c\" AS VARCHAR)"));
}

TEST(RowQuery, a_record_that_is_empty_is_left_out_and_its_fields_stand_within) {
  EXPECT_EQ(
      row_as_json({{ColumnKind::record, "case"}, {ColumnKind::plain, "stage", 0}}),
      object_with(", CAST(to_json('case') AS VARCHAR) || ':' || CASE WHEN hjemmel_row.\"case\" IS NOT NULL THEN " +
                  object_with(", CAST(to_json('stage') AS VARCHAR) || ':' || "
                              "CAST(struct_extract(hjemmel_row.\"case\", 'stage') AS VARCHAR)") +
                  " END"));
}

TEST(RowQuery, elements_of_lists_within_lists_have_names_of_their_own) {
  EXPECT_EQ(
      row_as_json({{ColumnKind::list, "rows"}, {ColumnKind::list, "", 0}, {ColumnKind::plain, "", 1}}),
      object_with(", CAST(to_json('rows') AS VARCHAR) || ':' || '[' || array_to_string([coalesce("
                  "'[' || array_to_string([coalesce(CAST(element_1 AS VARCHAR), 'null') for element_1 in element_0], "
                  "',') || ']', 'null') for element_0 in hjemmel_row.\"rows\"], ',') || ']'"));
}

TEST(RowQuery, no_columns_are_an_object_without_facts) { EXPECT_EQ(row_as_json({}), "'{}'"); }

}  // namespace
}  // namespace hjemmel::parquet
