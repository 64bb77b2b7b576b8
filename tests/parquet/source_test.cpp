// Over the stand-in, whose file holds the rows as text (tests/parquet/stand_in.c).
#include <fstream>

#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/parquet/columns_of.h"
#include "engine/parquet/open_parquet.h"

namespace hjemmel::parquet {
namespace {

using testing::HasSubstr;

constexpr char const* kFar = R"({"id":2,"act":"longer than twelve bytes"})";

std::string written(std::string const& text) {
  std::string const name = testing::UnitTest::GetInstance()->current_test_info()->name();
  std::string const path = testing::TempDir() + "/" + name + ".rows";
  std::ofstream(path) << text;
  return path;
}

struct Given {
  std::string text;
  std::string fault;
  std::uint64_t first = 0;
};

// Read `piece` bytes at a time.
Given rows_of(std::string const& text, std::optional<batch::Shard> shard = {}, std::size_t piece = 7,
              std::string const& library = "stand_in") {
  auto const api = load_duckdb(std::string(HJEMMEL_STAND_INS) + "/" + library + ".so");
  if (!api) {
    return {"", api.error().message};
  }
  auto const opened = open_parquet(*api, written(text), "my.parquet", shard);
  if (!opened) {
    return {"", opened.error().message};
  }
  Given given{"", "", opened->first};
  std::string buffer(piece, '\0');
  std::size_t got = 0;
  do {
    got = opened->bytes->read(buffer.data(), piece);
    given.text.append(buffer, 0, got);
  } while (got == piece);
  given.fault = opened->bytes->fault();
  return given;
}

TEST(OpenParquet, rows_near_and_far_are_lines_in_their_order) {
  std::string const text = std::string("{\"id\":1}\n") + kFar + "\n{\"id\":30000}\n{}\n{\"id\":5}\n";
  for (std::size_t const piece : {1U, 7U, 10000U}) {
    Given const given = rows_of(text, {}, piece);
    EXPECT_EQ(given.text, text);
    EXPECT_EQ(given.fault, "");
    EXPECT_EQ(given.first, 1U);
  }
}

TEST(OpenParquet, no_rows_are_no_fault) {
  EXPECT_EQ(rows_of("").text, "");
  EXPECT_EQ(rows_of("").fault, "");
}

TEST(OpenParquet, parts_one_after_the_other_are_the_whole) {
  std::string const text = "a\nb\nc\nd\ne\n";
  Given const first = rows_of(text, batch::Shard{1, 2});
  Given const second = rows_of(text, batch::Shard{2, 2});
  EXPECT_EQ(first.text, "a\nb\n");
  EXPECT_EQ(second.text, "c\nd\ne\n");
  EXPECT_EQ(second.first, 3U);
  EXPECT_EQ(first.fault + second.fault, "");
}

TEST(OpenParquet, an_error_among_the_rows_is_a_fault_behind_them_without_their_values) {
  Given const given = rows_of("a\nb\nc\n!value \"Kari \"Nordmann\" is not\tvalid\nd\n");
  EXPECT_EQ(given.text, "a\nb\nc\n");
  EXPECT_EQ(given.fault, "DuckDB says: value … is not valid");
}

TEST(OpenParquet, a_row_that_is_not_given_is_a_fault) {
  EXPECT_EQ(rows_of("a\n-\nc\n").fault, "DuckDB left out 1 of its rows");
}

TEST(OpenParquet, a_row_too_many_is_a_fault) {
  EXPECT_THAT(rows_of("a\nb\n+\n").fault, HasSubstr("gave more rows than the file has"));
}

TEST(OpenParquet, a_row_that_is_null_is_a_fault) {
  Given const given = rows_of("a\n~\nc\n");
  EXPECT_EQ(given.text, "a\n");
  EXPECT_EQ(given.fault, "DuckDB gave a row without its text");
}

TEST(OpenParquet, words_of_the_library_stand_on_one_line_with_the_users_name_of_the_file) {
  EXPECT_EQ(rows_of("#refused No magic bytes\n").fault, "DuckDB says: No magic bytes  'my.parquet'");
}

TEST(OpenParquet, a_database_that_does_not_open_is_told) {
  EXPECT_EQ(rows_of("", {}, 7, "closed").fault, "DuckDB says: there is no room");
}

TEST(OpenParquet, floating_point_is_refused_with_the_place_of_the_column) {
  EXPECT_EQ(rows_of("#float\n").fault,
            "the column `substances[].grams` holds floating-point numbers, which are not exact; write it as DECIMAL");
}

TEST(OpenParquet, the_most_columns_and_one_more) {
  static_assert(kMostColumns == 4096);
  EXPECT_EQ(rows_of("#wide 4096\na\n").text, "a\n");
  EXPECT_EQ(rows_of("#wide 4097\na\n").fault, "it has more than 4,096 columns, with those within lists and structs");
}

TEST(OpenParquet, every_handle_is_given_back) {
  for (std::string const text :
       {"a\nb\nc\n", "a\n!words\n", "#refused words\n", "#float\n", "#wide 4097\n", "a\n~\n"}) {
    rows_of(text);
  }
  void* const library = ::dlopen(HJEMMEL_STAND_INS "/stand_in.so", RTLD_NOW | RTLD_LOCAL);
  ASSERT_NE(library, nullptr);
  auto const open_handles = reinterpret_cast<int (*)()>(::dlsym(library, "stand_in_open_handles"));
  ASSERT_NE(open_handles, nullptr);
  EXPECT_EQ(open_handles(), 0);
}

}  // namespace
}  // namespace hjemmel::parquet
