// The text of a row: places as numbers or told when it is called, what it refuses, and what row_code.h binds.
#include "engine/native/row_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/package/loader.h"
#include "tests/unit/native/library_of.h"

namespace hjemmel::native {
namespace {

using columns::kNone;
using testing::HasSubstr;
using testing::Not;

class RowSource : public testing::Test {
 protected:
  RowSource() {
    diag::Sink sink;
    auto loaded = package::load("tests/bench/packages/reaction", sources_, sink);
    package_ = std::make_unique<package::LoadedPackage>(std::move(**loaded));
    kernel_ = columns::build(package_->plan);
    layout_.scalars.resize(package_->plan.facts.size());
    layout_.lists.resize(package_->plan.facts.size());
    for (std::uint32_t at = 0; at < layout_.scalars.size(); ++at) {
      layout_.scalars[at] = {1000 + 16 * at, kNone};
      layout_.lists[at] = {5000, columns::Width::i32, 5016, true, 16, kNone, {{7}, {8}}};
    }
  }
  // A fact that a decision reads.
  [[nodiscard]] std::uint32_t read_fact() const { return write_row(kernel_, 0)->reads.facts.front(); }
  [[nodiscard]] std::uint32_t read_list() const { return write_row(kernel_, 0)->reads.lists.front(); }

  source::Sources sources_;
  std::unique_ptr<package::LoadedPackage> package_;
  columns::Kernel kernel_;
  rows::Layout layout_;
};

TEST_F(RowSource, text_has_no_words_of_the_package) {
  auto const unit = write_row(kernel_, 0);
  ASSERT_TRUE(unit);
  for (auto const& fact : package_->program.facts) {
    if (fact.info.name.size() > 3) {
      EXPECT_THAT(unit->text, Not(HasSubstr(fact.info.name)));
    }
  }
  EXPECT_THAT(unit->text, HasSubstr("static hj_word hj_row(u8 const* row, u32 const* p, i64* figures)"));
  EXPECT_EQ(unit->reads.facts.size(), 6U);
  EXPECT_EQ(unit->reads.lists.size(), 1U);
  EXPECT_EQ(unit->reads.fields.size(), 2U);
}

TEST_F(RowSource, places_stand_in_the_text_where_the_layout_is_known) {
  auto const any = write_row(kernel_, 0);
  auto const bound = write_row(kernel_, 0, &layout_);
  ASSERT_TRUE(any && bound);
  EXPECT_THAT(any->text, HasSubstr("row + p[0]"));
  EXPECT_THAT(bound->text, Not(HasSubstr("p[")));
  EXPECT_THAT(bound->text, HasSubstr("row + " + std::to_string(1000 + 16 * read_fact()) + "u"));
  EXPECT_NE(code_digest(*any), code_digest(*bound));
  layout_.scalars[read_fact()].offset += 1;
  EXPECT_NE(code_digest(*write_row(kernel_, 0, &layout_)), code_digest(*bound));
  EXPECT_EQ(code_digest(*write_row(kernel_, 0)), code_digest(*any));
}

TEST_F(RowSource, places_are_of_facts_then_lists_then_fields) {
  RowReads const reads = write_row(kernel_, 0)->reads;
  auto const places = places_of(reads, layout_);
  ASSERT_TRUE(places);
  ASSERT_EQ(places->size(), reads.facts.size() + kPlacesOfList + reads.fields.size());
  EXPECT_EQ((*places)[reads.fact_at(reads.facts[2])], 1000 + 16 * reads.facts[2]);
  std::size_t const list = reads.list_at(read_list());
  EXPECT_EQ(std::vector(places->begin() + static_cast<std::ptrdiff_t>(list),
                        places->begin() + static_cast<std::ptrdiff_t>(list + kPlacesOfList)),
            (std::vector<std::uint32_t>{5000, 2, 5016, 1, 16, 0}));
  EXPECT_EQ((*places)[reads.field_at(reads.fields[1])], 8U);
  EXPECT_THAT(opens_of(reads, layout_), testing::IsEmpty());
  layout_.scalars[reads.facts[0]].open = 40;
  layout_.lists[read_list()].open = 30;
  layout_.scalars[reads.facts[1]].open = 40;
  EXPECT_EQ(opens_of(reads, layout_), (std::vector<std::uint32_t>{30, 40}));
}

TEST_F(RowSource, what_the_struct_does_not_hold_is_interpreted) {
  rows::Layout without_fact = layout_;
  without_fact.scalars[read_fact()] = {};
  rows::Layout without_list = layout_;
  without_list.lists[read_list()] = {};
  rows::Layout with_open_field = layout_;
  with_open_field.lists[read_list()].fields[1].open = 9;
  for (rows::Layout const& layout : {without_fact, without_list, with_open_field}) {
    EXPECT_FALSE(places_of(write_row(kernel_, 0)->reads, layout));
    EXPECT_FALSE(write_row(kernel_, 0, &layout));
  }
}

TEST_F(RowSource, a_library_has_code_for_its_own_text_alone) {
  RowUnit const unit = *write_row(kernel_, 0, &layout_);
  auto const library = library_of(unit);
  ASSERT_NE(library, nullptr);
  EXPECT_NE(library->row_code(code_digest(unit)), nullptr);
  auto const code = row_code(*library, kernel_, 0, layout_);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->places, places_of(unit.reads, layout_));
  rows::Layout moved = layout_;
  moved.scalars[read_fact()].offset += 8;
  EXPECT_FALSE(row_code(*library, kernel_, 0, moved)) << "it is of another layout";
  for (columns::Node& node : kernel_.nodes) {
    node.k += node.op == columns::Op::below ? 1 : 0;
  }
  EXPECT_FALSE(row_code(*library, kernel_, 0, layout_)) << "it is of another kernel";
}

// A decision of one fact, and so many figures of it.
columns::Kernel kernel_of_figures(std::size_t figures) {
  columns::Kernel kernel;
  kernel.nodes.push_back({.op = columns::Op::load, .a = 0, .least = 0, .most = 9});
  kernel.decisions.emplace_back();
  kernel.decisions[0].figures.resize(figures);
  return kernel;
}

TEST(RowSourceCaps, figures_of_a_decision) {
  EXPECT_TRUE(write_row(kernel_of_figures(kMostRowFigures), 0));
  auto const refused = write_row(kernel_of_figures(kMostRowFigures + 1), 0);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("too many figures"));
}

TEST(RowSourceCaps, a_decision_without_code_has_none) {
  columns::Kernel kernel = kernel_of_figures(1);
  kernel.decisions[0].refused = "a reason";
  auto const refused = write_row(kernel, 0);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "a reason");
}

}  // namespace
}  // namespace hjemmel::native
