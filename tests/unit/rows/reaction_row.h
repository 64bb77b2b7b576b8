// The workload reaction in a struct, with rows of it: interpreted, and by native code for any layout and for this one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/package/loader.h"
#include "engine/rows/row.h"
#include "tests/unit/native/library_of.h"

namespace hjemmel::rows {

struct Weight {
  std::int32_t hundredths = 0;
  std::uint8_t substance = 0;
};

struct Act {
  std::int32_t age = 40;
  std::int16_t earlier = 0;
  bool addicted = false;
  bool at_risk = false;
  bool own_use = true;
  bool penalty = false;
  bool age_open = false;
  bool own_use_open = false;
  bool weights_open = false;
  Weight const* weights = nullptr;
  std::int32_t count = 0;
};

// The outcomes in the order of the package.
enum Expected : std::uint32_t { kUnconditional, kWaiver, kConditional, kFine, kSection231, kOpen };

enum class Way : std::uint8_t { interpreted, by_code_of_any_layout, by_code_of_this_layout };

// Each text is compiled once.
inline native::Library const& kept_library_of(native::RowUnit const& unit) {
  static std::map<std::string, std::shared_ptr<native::Library const>> made;
  std::shared_ptr<native::Library const>& library = made[unit.text];
  library = library == nullptr ? native::library_of(unit) : library;
  return *library;
}

class RowOfReaction : public testing::TestWithParam<Way> {
 protected:
  RowOfReaction() {
    diag::Sink sink;
    auto loaded = package::load("tests/bench/packages/reaction", sources_, sink);
    package_ = *std::move(loaded);
    slots_ = columns::slots_of(package_->plan);
    layout_.scalars.resize(package_->plan.facts.size());
    layout_.lists.resize(package_->plan.facts.size());
    put("age_at_act", {offsetof(Act, age), offsetof(Act, age_open)}, {Width::i32, 0, 0, 120});
    put("prior_offences", {offsetof(Act, earlier)}, {Width::i16, 0, 0, 100});
    put("addicted", {offsetof(Act, addicted)}, {Width::u8, 0, 0, 1});
    put("at_risk", {offsetof(Act, at_risk)}, {Width::u8, 0, 0, 1});
    put("own_use", {offsetof(Act, own_use), offsetof(Act, own_use_open)}, {Width::u8, 0, 0, 1});
    put("penal_purpose_requires", {offsetof(Act, penalty)}, {Width::u8, 0, 0, 1});
    std::uint32_t const list = fact("substances");
    layout_.lists[list] = {offsetof(Act, count),
                           Width::i32,
                           offsetof(Act, weights),
                           true,
                           sizeof(Weight),
                           offsetof(Act, weights_open),
                           {{offsetof(Weight, substance)}, {offsetof(Weight, hundredths)}}};
    slots_.fields[list] = {columns::Slot{Width::u8, 0, 0, 11}, columns::Slot{Width::i32, 2, 0, 1'000'000}};
    kernel_ = columns::build(package_->plan, slots_);
    row_ = make(kernel_);
    EXPECT_EQ(row_->refused(), "");
  }

  std::uint32_t fact(std::string const& name) const {
    auto const& facts = package_->plan.facts;
    return static_cast<std::uint32_t>(
        std::find_if(facts.begin(), facts.end(), [&](eval::FactPlan const& one) { return one.name == name; }) -
        facts.begin());
  }
  void put(std::string const& name, FieldPlace place, columns::Slot slot) {
    layout_.scalars[fact(name)] = place;
    slots_.scalars[fact(name)] = slot;
  }
  // `whole`: the struct holds all that is read.
  std::unique_ptr<Row> make(Kernel const& kernel, bool whole = true) const {
    std::optional<RowCode> code;
    if (GetParam() != Way::interpreted) {
      auto const unit = native::write_row(kernel, 0, GetParam() == Way::by_code_of_this_layout ? &layout_ : nullptr);
      code = unit ? native::row_code(kept_library_of(*unit), kernel, 0, layout_) : std::nullopt;
      EXPECT_EQ(code.has_value(), whole);
    }
    return std::make_unique<Row>(package_->plan, kernel, layout_, 0, std::move(code));
  }
  Expected decide(Act const& act) {
    RowAnswer const answer = row_->decide(&act);
    return answer.outcome == nullptr ? kOpen : static_cast<Expected>(row_->conclusion(answer).options.front().ordinal);
  }

  source::Sources sources_;
  std::optional<package::LoadedPackage> package_;
  Slots slots_;
  Layout layout_;
  Kernel kernel_;
  std::unique_ptr<Row> row_;
};

}  // namespace hjemmel::rows
