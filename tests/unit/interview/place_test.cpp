// Paths of facts, of fields of elements, and of further elements.
#include "engine/interview/place.h"

#include "tests/unit/interview/sample_program.h"

namespace hjemmel::interview {
namespace {

TEST(Place, is_found_by_its_path) {
  ir::Program const& program = sample_program();
  auto const adult = find_place(program, "home.adult");
  ASSERT_TRUE(adult);
  EXPECT_EQ(info_of(program, *adult).name, "home.adult");
  EXPECT_FALSE(adult->is_element() || adult->is_cell());
  auto const second = find_place(program, "parcel.goods[2]");
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->is_element());
  EXPECT_EQ(second->row, 1U);
  EXPECT_EQ(info_of(program, *second).name, "parcel.goods");
  auto const cold = find_place(program, "parcel.goods[1].stored_cold");
  ASSERT_TRUE(cold);
  EXPECT_TRUE(cold->is_cell());
  EXPECT_EQ(info_of(program, *cold).name, "stored_cold");
}

TEST(Place, is_none_where_the_program_has_none) {
  for (std::string_view const path :
       {"", "home", "home.adlut", "home.adult[1]", "parcel.goods[0]", "parcel.goods[3]", "parcel.goods[x]",
        "parcel.goods[1", "parcel.goods[1]x", "parcel.goods[1].", "parcel.goods[1].colour", "parcel.goods[1 ]",
        "parcel.goods[-1]", "parcel.goods[99999999999]", "parcel.goods[]"}) {
    EXPECT_FALSE(find_place(sample_program(), path)) << path;
  }
}

}  // namespace
}  // namespace hjemmel::interview
