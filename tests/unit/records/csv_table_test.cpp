// Records of CSV as JSON, and every way in which a head or a record can be wrong.
#include "engine/records/csv_table.h"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/records/csv_cells.h"
#include "tests/unit/facts/reading_facts.h"

namespace hjemmel::records {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string json_of(std::string const& head, std::string const& record) {
  CsvTable const table(head, facts::sample_program());
  EXPECT_EQ(table.fault(), "");
  CsvTable::Converted const converted = table.convert(record);
  return converted.fault.empty() ? converted.json : "fault: " + converted.fault;
}

std::string head_fault(std::string const& head) { return CsvTable(head, facts::sample_program()).fault(); }

TEST(CsvCells, are_what_stands_between_commas_and_quotes) {
  EXPECT_THAT(read_csv_cells("a,b,,\"c,\"\"d\"\"\n\"").cells, ElementsAre("a", "b", "", "c,\"d\"\n"));
  EXPECT_THAT(read_csv_cells("").cells, ElementsAre(""));
  EXPECT_THAT(read_csv_cells(",").cells, ElementsAre("", ""));
  EXPECT_THAT(read_csv_cells("\"\",\"a\",").cells, ElementsAre("", "a", ""));
  EXPECT_THAT(read_csv_cells("a,\"b").fault, HasSubstr("cell 2 of the record has a quote that is never closed"));
  EXPECT_THAT(read_csv_cells("\"a\"b,c").fault, HasSubstr("cell 1 of the record goes on"));
  EXPECT_THAT(read_csv_cells("a,5\" disk,c").fault, HasSubstr("cell 2 of the record has a quote in it"));
}

TEST(CsvTable, cells_are_written_as_their_type_has_them) {
  EXPECT_EQ(
      json_of("case.act,case.own_use,case.persons,case.factor,case.weight,reference",
              "use,true,3,1.50,300 mg,\"A \"\"7\"\"\""),
      R"({"reference":"A \"7\"","case":{"act":"use","factor":1.50,"own_use":true,"persons":3,"weight":"300 mg"}})");
  EXPECT_EQ(json_of("case.own_use,case.persons,case.factor", "yes,three,1e5"),
            R"({"case":{"factor":"1e5","own_use":"yes","persons":"three"}})");
  EXPECT_EQ(json_of("\xEF\xBB\xBF\"case.own_use\",offender.dependent,case.persons", "unknown,false,not_applicable"),
            R"({"case":{"own_use":"unknown","persons":"not_applicable"},"offender":{"dependent":false}})");
}

TEST(CsvTable, an_empty_cell_was_not_asked) {
  EXPECT_EQ(json_of("case.act,offender.dependent", ","), "{}");
  EXPECT_EQ(json_of("case.act,offender.dependent", ",true"), R"({"offender":{"dependent":true}})");
  EXPECT_EQ(json_of("case.act,reference", "\"\",x"), R"({"reference":"x"})");
}

constexpr char const* kList =
    "case.seizures[2].substance,case.seizures,case.seizures[1].amount,case.seizures[1].substance";

TEST(CsvTable, a_list_has_the_elements_that_have_a_cell) {
  EXPECT_EQ(json_of(kList, ",,5 g,cannabis"), R"({"case":{"seizures":[{"amount":"5 g","substance":"cannabis"}]}})");
  EXPECT_EQ(json_of(kList, "lsd,,,heroin"), R"({"case":{"seizures":[{"substance":"heroin"},{"substance":"lsd"}]}})");
  EXPECT_EQ(json_of(kList, ",,,"), "{}");
  EXPECT_EQ(json_of(kList, ",none,,"), R"({"case":{"seizures":[]}})");
  EXPECT_EQ(json_of(kList, ",unknown,,"), R"({"case":{"seizures":"unknown"}})");
  EXPECT_THAT(json_of(kList, "lsd,,,"), HasSubstr("no cell of the element before it"));
  EXPECT_THAT(json_of(kList, ",none,,lsd"), HasSubstr("its elements tell of it"));
  EXPECT_THAT(json_of(kList, ",some,,"), HasSubstr("is a list"));
}

TEST(CsvTable, a_record_has_as_many_cells_as_the_head) {
  EXPECT_THAT(json_of("case.act,reference", "use"), HasSubstr("the record has 1 cells, and the head of the table 2"));
  EXPECT_THAT(json_of("case.act", "use,"), HasSubstr("has 2 cells"));
}

TEST(CsvTable, a_head_that_names_no_facts_is_refused) {
  EXPECT_THAT(head_fault("case.akt"),
              HasSubstr("`case.akt` is not a fact of this package's fact schema; did you mean `case.act`?"));
  EXPECT_THAT(head_fault("case.act;case.own_use"), HasSubstr("cells are divided by commas"));
  EXPECT_THAT(head_fault("case.act,case.act"), HasSubstr("`case.act` stands twice"));
  EXPECT_THAT(head_fault("case.seizures[4].note"), HasSubstr("past the 3 items"));
  EXPECT_THAT(head_fault("case.seizures[2].note"), HasSubstr("but no element 1"));
  EXPECT_THAT(head_fault("case.seizures[1].colour"), HasSubstr("is not a fact"));
  for (std::string const name : {"case.act[1].note", "case.seizures[0].note", "case.seizures[01].note",
                                 "case.seizures[x].note", "case.seizures.note", "", "case", "case.seizures[1]note"}) {
    EXPECT_THAT(head_fault(name), HasSubstr("is not a fact")) << name;
  }
  EXPECT_THAT(head_fault("\"case.act"), HasSubstr("never closed"));
}

}  // namespace
}  // namespace hjemmel::records
