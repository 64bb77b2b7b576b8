// What stands in the text: nothing of a package but numbers, each array once, and the digests that tell one text from another.
#include "engine/native/source.h"

#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/native/library_text.h"
#include "engine/package/loader.h"

namespace hjemmel::native {
namespace {

using testing::HasSubstr;
using testing::Not;

class Source : public testing::Test {
 protected:
  Source() {
    load("reaction");
    kernel_ = columns::build(package_->plan);
    schedule_ = columns::schedule(kernel_, {0}, {});
  }

  void load(std::string const& workload) {
    diag::Sink sink;
    auto loaded = package::load("tests/bench/packages/" + workload, sources_, sink);
    package_ = std::make_unique<package::LoadedPackage>(std::move(**loaded));
  }

  source::Sources sources_;
  std::unique_ptr<package::LoadedPackage> package_;
  columns::Kernel kernel_;
  columns::Schedule schedule_;
};

TEST_F(Source, text_has_no_words_of_the_package) {
  auto const unit = write_unit(kernel_, schedule_);
  ASSERT_TRUE(unit);
  for (auto const& fact : package_->program.facts) {
    if (fact.info.name.size() > 3) {
      EXPECT_THAT(unit->text, Not(HasSubstr(fact.info.name)));
    }
  }
  EXPECT_THAT(unit->text, HasSubstr("static void hj_unit(hj_call const* call)"));
  EXPECT_EQ(unit->lists.size(), 1U);
  EXPECT_EQ(unit->decisions_open, std::vector<bool>{false});
}

TEST_F(Source, scratch_grows_with_the_elements) {
  auto const unit = write_unit(kernel_, schedule_);
  ASSERT_TRUE(unit);
  EXPECT_GE(unit->scratch_bytes(1, {0}), unit->row_bytes);
  EXPECT_GE(unit->scratch_bytes(1, {1000}), unit->scratch_bytes(1, {0}) + 1000 * unit->element_bytes[0]);
}

TEST_F(Source, comparisons_of_columns_need_no_array) {
  load("eligibility");
  kernel_ = columns::build(package_->plan);
  std::vector<std::uint32_t> services(package_->plan.services.size());
  std::iota(services.begin(), services.end(), 0U);
  auto const unit = write_unit(kernel_, columns::schedule(kernel_, {}, services));
  ASSERT_TRUE(unit);
  EXPECT_EQ(unit->row_bytes, 0U);
  EXPECT_THAT(unit->text, HasSubstr("P80[i]"));  // the first service's criteria that fail, behind forty decisions
}

TEST_F(Source, small_tables_are_looked_up_by_stretches) {
  auto const unit = write_unit(kernel_, schedule_);
  ASSERT_TRUE(unit);
  EXPECT_THAT(unit->text, HasSubstr("[HJ_STRETCH];"));
  EXPECT_EQ(unit->element_bytes[0], 1U);  // whether each holds, and nothing of the look-up
}

TEST_F(Source, digest_tells_another_bound) {
  auto const unit = write_unit(kernel_, schedule_);
  auto const again = write_unit(kernel_, schedule_);
  ASSERT_TRUE(unit && again);
  EXPECT_EQ(code_digest(*unit), code_digest(*again));
  for (columns::Node& node : kernel_.nodes) {
    node.k += node.op == columns::Op::below ? 1 : 0;
  }
  auto const other = write_unit(kernel_, schedule_);
  ASSERT_TRUE(other);
  EXPECT_NE(code_digest(*unit), code_digest(*other));
}

TEST_F(Source, library_names_package_and_units) {
  std::vector<Unit> const units{*write_unit(kernel_, schedule_)};
  std::string const text = library_text(units, std::string(64, 'a'));
  EXPECT_THAT(text, HasSubstr(std::string(64, 'a')));
  EXPECT_THAT(text, HasSubstr(code_digest(units[0])));
  EXPECT_THAT(text, Not(HasSubstr("#include \"")));
}

}  // namespace
}  // namespace hjemmel::native
