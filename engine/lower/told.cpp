// In the order of the program, so that the parts are found again by their places.
#include "engine/lower/told.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/check.h"
#include "engine/base/large_pages.h"
#include "engine/lower/named.h"
#include "engine/lower/words.h"

namespace hjemmel::lower {
namespace {

class Teller {
 public:
  Teller(ir::Program const& program, source::Sources const& sources)
      : program_(program), written_(program, sources), namer_(told_.words), citer_(program, told_.citations) {}

  Told run() {
    make_room();
    for (ir::Rule const& rule : program_.rules) {
      look_for_refusals_from(rule);
      told_.rules.push_back({namer_.new_name(rule.name), citer_.shared(rule.citations)});
      fetch(rule.grounds);
      for (ir::Ground const& ground : rule.grounds) {
        told_.grounds.push_back({namer_.name(ground.name), words(ground.condition)});
      }
    }
    for (ir::Decision const& decision : program_.decisions) {
      told_.decisions.push_back(citer_.shared(decision.citations));
    }
    for (ir::Service const& service : program_.services) {
      told_.services.push_back(
          {namer_.new_name(service.name), namer_.name(service.provider), citer_.shared(service.citations)});
      for (ir::Criterion const& criterion : service.criteria) {
        told_.criteria.push_back({name_of(criterion), citer_.shared(criterion.citations)});
      }
    }
    return std::move(told_);
  }

 private:
  void make_room() {
    std::size_t grounds = 0;
    for (ir::Rule const& rule : program_.rules) {
      grounds += rule.grounds.size();
    }
    base::reserve_large(told_.words, kUsualWords * (grounds + program_.rules.size()));
    base::reserve_large(told_.rules, program_.rules.size());
    base::reserve_large(told_.grounds, grounds);
    base::reserve_large(told_.decisions, program_.decisions.size());
    base::reserve_large(told_.services, program_.services.size());
    base::reserve_large(told_.criteria, program_.services.empty() ? 0 : grounds);
  }

  // They lie far apart, and another thread has written them: all are asked for before the first is looked at.
  void fetch(std::vector<ir::Ground> const& grounds) const {
    for (ir::Ground const& ground : grounds) {
      __builtin_prefetch(&program_.exprs[ground.condition.index].span);
    }
  }

  // Grounds of other rules come before those of the first service.
  void look_for_refusals_from(ir::Rule const& rule) {
    bool const of_service = rule.decision.has_value() && program_.decisions[rule.decision.index].of_service;
    if (!met_service_) {
      ground_ = told_.grounds.size();
      met_service_ = of_service;
    }
  }

  // Criteria come in the order in which they are grounds of refusal, which a ground of another rule may stand between.
  eval::Words name_of(ir::Criterion const& criterion) {
    std::size_t const last = std::min(ground_ + kBetween, told_.grounds.size());
    for (std::size_t at = ground_; at < last; ++at) {
      eval::Words const likely = told_.grounds[at].name;
      if (std::string_view(told_.words).substr(likely.begin, likely.size) == criterion.name) {
        ground_ = at + 1;
        return likely;
      }
    }
    return namer_.name(criterion.name);
  }

  eval::Words words(ir::ExprId expr) {
    auto const begin = static_cast<std::uint32_t>(told_.words.size());
    append_canonical_words(told_.words, written_.of(expr));
    return {begin, static_cast<std::uint32_t>(told_.words.size()) - begin};
  }

  static constexpr std::size_t kUsualWords = 24;  // bytes
  static constexpr std::size_t kBetween = 3;      // grounds that are looked at

  ir::Program const& program_;
  Written written_;
  Told told_;
  Namer namer_;
  Citer citer_;
  bool met_service_ = false;
  std::size_t ground_ = 0;  // behind the one that the last criterion was
};

}  // namespace

Told told_of(ir::Program const& program, source::Sources const& sources) { return Teller(program, sources).run(); }

void put_in(Told told, eval::Plan& plan) {
  CHECK(plan.citations.empty() && plan.rules.size() == told.rules.size() && plan.grounds.size() == told.grounds.size());
  CHECK(plan.decisions.size() == told.decisions.size() && plan.services.size() == told.services.size() &&
        plan.criteria.size() == told.criteria.size());
  auto const base = static_cast<std::uint32_t>(plan.words.size());
  auto const behind = [base](eval::Words words) { return eval::Words{base + words.begin, words.size}; };
  if (plan.words.empty()) {
    plan.words = std::move(told.words);
  } else {
    plan.words += told.words;
  }
  plan.citations = std::move(told.citations);
  for (std::size_t at = 0; at < told.rules.size(); ++at) {
    plan.rules[at].name = behind(told.rules[at].name);
    plan.rules[at].citations = told.rules[at].citations;
  }
  for (std::size_t at = 0; at < told.grounds.size(); ++at) {
    plan.grounds[at].name = behind(told.grounds[at].name);
    plan.grounds[at].text = behind(told.grounds[at].text);
  }
  for (std::size_t at = 0; at < told.decisions.size(); ++at) {
    plan.decisions[at].citations = told.decisions[at];
  }
  for (std::size_t at = 0; at < told.services.size(); ++at) {
    plan.services[at].name = behind(told.services[at].name);
    plan.services[at].provider = behind(told.services[at].provider);
    plan.services[at].citations = told.services[at].citations;
  }
  for (std::size_t at = 0; at < told.criteria.size(); ++at) {
    plan.criteria[at].name = behind(told.criteria[at].name);
    plan.criteria[at].citations = told.criteria[at].citations;
  }
}

}  // namespace hjemmel::lower
