// Which libraries are taken and which are refused: the stand-ins of tests/parquet/stand_in.c, and what is no library at all.
// Says nothing of what they do with a file: tests/parquet/source_test.cpp.

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/parquet/duckdb_library.h"

namespace hjemmel::parquet {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

std::string const kStandIns = HJEMMEL_STAND_INS;

std::string refusal(std::string const& path) {
  auto const api = load_duckdb(path);
  return api ? "" : api.error().message;
}

TEST(DuckdbLibrary, one_with_all_functions_is_taken) {
  auto const api = load_duckdb(kStandIns + "/stand_in.so");
  ASSERT_TRUE(api) << api.error().message;
  EXPECT_NE(api->open_ext, nullptr);
  EXPECT_NE(api->vector_get_validity, nullptr);
}

TEST(DuckdbLibrary, one_that_is_not_there_is_told_with_what_to_install) {
  EXPECT_THAT(refusal("/not/there/libduckdb.so"),
              AllOf(HasSubstr("install libduckdb.so"), HasSubstr("HJEMMEL_DUCKDB"),
                    HasSubstr("the loader says: /not/there/libduckdb.so: cannot open")));
}

TEST(DuckdbLibrary, what_is_no_library_is_refused) {
  std::string const path = testing::TempDir() + "/no_library.so";
  std::ofstream(path) << "no library\n";
  EXPECT_THAT(refusal(path), HasSubstr("the loader says: "));
}

TEST(DuckdbLibrary, the_function_that_is_missing_is_named) {
  EXPECT_THAT(refusal(kStandIns + "/without_fetch.so"),
              AllOf(StartsWith("`" + kStandIns + "/without_fetch.so` has no function `duckdb_fetch_chunk`"),
                    HasSubstr("version 1.2 or later")));
}

TEST(DuckdbLibrary, a_path_from_the_working_directory_is_refused) {
  EXPECT_EQ(refusal("stand_in.so"), "HJEMMEL_DUCKDB is `stand_in.so`, which is no path from the root; write it whole");
}

}  // namespace
}  // namespace hjemmel::parquet
