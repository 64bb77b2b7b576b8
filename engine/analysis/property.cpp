// Own cases first, then chance; the first group that fails ends it.
#include "engine/analysis/property.h"

#include <algorithm>

namespace hjemmel::analysis {
namespace {

constexpr std::size_t kNearOwnIn = 2;  // one case that is made up in so many lies near one of the package's own

class Run {
 public:
  Run(ir::Program const& program, eval::Plan const& plan, std::uint32_t property, std::span<eval::Case const> own)
      : values_(program, plan),
        maker_(program, plan, values_),
        judge_(program, plan, property),
        property_(program.properties[property]) {
    for (eval::Case const& facts : own) {
      own_.push_back(maker_.with_plain_text(facts));
    }
  }

  Tried run(Trial const& trial) {
    for (std::size_t i = 0; i < own_.size(); ++i) {
      if (maker_.is_complete(own_[i])) {
        complete_.push_back(i);
      }
    }
    tried_.own_incomplete = own_.size() - complete_.size();
    try_own();
    Random random(trial.seed);
    for (std::uint32_t i = 0; i < std::min(trial.random, kMostRandom) && !failed(); ++i) {
      bool const near = !own_.empty() && random.one_in(kNearOwnIn);
      eval::Case base = near ? maker_.draw_near(own_[random.below(own_.size())], random) : maker_.draw(random);
      if (auto const group = maker_.group(property_, std::move(base), random)) {
        hear(*group, tried_.random, std::nullopt);
      }
    }
    return std::move(tried_);
  }

 private:
  [[nodiscard]] bool failed() const { return tried_.counterexample.has_value(); }

  void try_own() {
    std::uint32_t left = kMostOwnGroups;
    bool const two = property_.cases.size() == 2;
    for (std::size_t i = 0; i < complete_.size() && !failed(); ++i) {
      eval::Case const& base = own_[complete_[i]];
      if (!two) {
        hear({{base}, 0}, tried_.own, complete_[i]);
        continue;
      }
      maker_.each_varied(property_, base, [&](Group const& group) { return hear_own(group, complete_[i], left); });
      for (std::size_t j = i + 1; j < complete_.size() && !property_.variation; ++j) {
        if (!hear_own({{base, own_[complete_[j]]}, 0}, complete_[i], left)) {
          break;
        }
      }
    }
  }

  bool hear_own(Group const& group, std::size_t own, std::uint32_t& left) {
    if (left == 0 || failed()) {
      return false;
    }
    --left;
    hear(group, tried_.own, own);
    return !failed();
  }

  void hear(Group group, Tally& tally, std::optional<std::size_t> own) {
    for (bool const turned : {false, true}) {
      if (turned) {
        if (group.cases.size() != 2) {
          return;
        }
        std::swap(group.cases[0], group.cases[1]);
      }
      Verdict const verdict = judge_.judge(group);
      tally.holds += verdict == Verdict::holds ? 1 : 0;
      tally.fails += verdict == Verdict::fails ? 1 : 0;
      tally.not_met += verdict == Verdict::not_met ? 1 : 0;
      tally.does_not_count += verdict == Verdict::does_not_count ? 1 : 0;
      if (verdict == Verdict::fails) {
        Shrunk shrunk = shrink(judge_, maker_, values_, std::move(group));
        tried_.counterexample = Counterexample{std::move(shrunk.group), own, shrunk.to_the_end};
        return;
      }
    }
  }

  Values values_;
  CaseMaker maker_;
  Judge judge_;
  ir::Property const& property_;
  std::vector<eval::Case> own_;
  std::vector<std::size_t> complete_;
  Tried tried_;
};

}  // namespace

Tried try_property(ir::Program const& program, eval::Plan const& plan, std::uint32_t property,
                   std::span<eval::Case const> own, Trial const& trial) {
  return Run(program, plan, property, own).run(trial);
}

}  // namespace hjemmel::analysis
