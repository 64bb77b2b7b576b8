// What an answer rules out is counted over all services that may still be given.
#include "engine/eval/best_questions.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace hjemmel::eval {
namespace {

// log2 of 1, 2, … in millionths: what an answer rules out adds up over services, and nothing here is a float.
constexpr std::array<std::int64_t, 9> kMillionths{0, 0, 1000000, 1584963, 2000000, 2321928, 2584963, 2807355, 3000000};

std::int64_t bits(std::size_t outcomes) { return kMillionths[std::min(outcomes, kMillionths.size() - 1)]; }

using QuestionKey = std::tuple<MissingKind, std::string, std::string>;

struct Ranked {
  SharedQuestion question;
  std::int64_t ruled_out = 0;
  std::size_t place = SIZE_MAX;  // the first among the criteria of any of the services
};

// Where the criteria, as written, first read the fact; past them all where it is asked for another reason.
std::size_t place_in_criteria(Entitlement const& service, std::string const& fact) {
  std::size_t place = 0;
  for (CriterionTrace const& criterion : service.criteria) {
    for (std::string const& unknown : criterion.unknowns) {
      if (unknown == fact) {
        return place;
      }
      ++place;
    }
  }
  return place;
}

void add_questions(Entitlement const& service, std::size_t place, std::map<QuestionKey, Ranked>& questions) {
  for (Missing const& missing : service.missing) {
    auto const [at, is_new] = questions.try_emplace({missing.kind, missing.name, missing.key});
    Ranked& ranked = at->second;
    if (is_new) {
      ranked.question.missing = missing;
    }
    ranked.question.services.push_back(place);
    ranked.ruled_out += 2 * bits(service.possible.size()) - bits(missing.outcomes_left) - bits(missing.fewest_left);
    ranked.place = std::min(ranked.place, place_in_criteria(service, missing.name));
  }
}

}  // namespace

std::vector<SharedQuestion> best_questions(std::span<Entitlement const* const> all) {
  std::map<QuestionKey, Ranked> questions;
  for (std::size_t place = 0; place < all.size(); ++place) {
    if (all[place]->may_still_be_given()) {
      add_questions(*all[place], place, questions);
    }
  }
  auto const rank_of = [](Ranked const& one) {
    Missing const& missing = one.question.missing;
    return std::tuple(-one.ruled_out, -static_cast<std::int64_t>(one.question.services.size()), missing.kind,
                      missing.cost, one.place, missing.name, missing.key);
  };
  std::vector<Ranked> ranked;
  for (auto& [key, question] : questions) {
    ranked.push_back(std::move(question));
  }
  std::sort(ranked.begin(), ranked.end(), [&](Ranked const& a, Ranked const& b) { return rank_of(a) < rank_of(b); });
  std::vector<SharedQuestion> best;
  for (Ranked& one : ranked) {
    best.push_back(std::move(one.question));
  }
  return best;
}

}  // namespace hjemmel::eval
