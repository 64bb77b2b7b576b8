// Flips by the engine, each tried by the oracle, and all of them against brute force.
#include "tests/differential/compare_flips.h"

#include <algorithm>

#include "engine/lower/lower.h"
#include "tests/differential/compare.h"

namespace hjemmel::differential {
namespace {

using eval::Status;

std::string names_of(oracle::FlipFound const& flip) {
  std::string text;
  for (std::string const& name : flip.facts) {
    text += (text.empty() ? "" : " + ") + name;
  }
  return text + " gives " + oracle::describe(flip.point);
}

bool contains(std::vector<oracle::FlipFound> const& all, oracle::FlipFound const& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

class Comparison {
 public:
  Comparison(Failing const& failing, oracle::FlipSearch const& search, eval::Flips const& flips)
      : failing_(failing), search_(search), flips_(flips) {}

  std::vector<std::string> run(oracle::Point const& present, FlipTally& tally) {
    for (eval::Flip const& flip : flips_.flips) {
      holds(flip, present);
    }
    oracle::AllFlips const all = oracle::all_flips(failing_.program, failing_.facts, failing_.grid, present, search_);
    tally.too_large += all.complete ? 0 : 1;
    sizes(all);
    if (!all.complete || !flips_.exact) {
      return std::move(found_);
    }
    ++tally.compared;
    ++tally.sizes[all.found.empty() ? 0 : all.found.front().facts.size()];
    sets(all);
    return std::move(found_);
  }

 private:
  void require(bool holds, std::string const& text) {
    if (!holds) {
      found_.push_back(text);
    }
  }

  static eval::Value& stored(eval::Case& facts, eval::Unknown const& place) {
    return place.kind == eval::UnknownKind::cell ? facts.lists[place.index].cell(place.row, place.field)
                                                 : facts.scalars[place.index];
  }

  oracle::FlipFound found_by(eval::Flip const& flip) const {
    oracle::FlipFound found;
    for (eval::Change const& change : flip.changes) {
      found.facts.push_back(change.fact);
    }
    std::sort(found.facts.begin(), found.facts.end());
    found.point = point_of(flip.outcome.status, flip.outcome.modality, flip.outcome.options);
    return found;
  }

  // A text of the rules, or one that is like no other, has no place among the texts of a case.
  bool is_of_the_case(eval::Flip const& flip) const {
    return std::none_of(flip.changes.begin(), flip.changes.end(), [&](eval::Change const& change) {
      bool const is_text =
          !change.numbers && change.decided_with.is_known() && type_of(change.place) == ir::TypeKind::text;
      return is_text && (change.decided_with.coefficient < 0 ||
                         static_cast<std::size_t>(change.decided_with.coefficient) >= failing_.facts.texts.size());
    });
  }

  ir::TypeKind type_of(eval::Unknown const& place) const {
    ir::FactInfo const& info = failing_.program.facts[place.index].info;
    return place.kind == eval::UnknownKind::cell
               ? failing_.program.records[info.type.record.index].fields[place.field].info.type.kind
               : info.type.kind;
  }

  void holds(eval::Flip const& flip, oracle::Point const& present) {
    oracle::FlipFound const told = found_by(flip);
    require(told.point.status == Status::decided && told.point != present, "told: " + names_of(told));
    if (!is_of_the_case(flip)) {
      return;
    }
    eval::Case changed = failing_.facts;
    for (eval::Change const& change : flip.changes) {
      stored(changed, change.place) = change.decided_with;
    }
    try_case(changed, told, "the oracle denies: ");
    if (flip.changes.size() == 1 && flip.changes.front().numbers && !flip.varies) {
      every_number(flip.changes.front(), changed, told);
    }
  }

  void try_case(eval::Case const& changed, oracle::FlipFound const& told, std::string const& words) {
    auto const answer = oracle::decide(failing_.program, changed, failing_.grid, search_.decision).answer;
    require(!answer.complete || answer.point == told.point,
            words + names_of(told) + ", which is " + oracle::describe(answer.point));
  }

  void every_number(eval::Change const& change, eval::Case& changed, oracle::FlipFound const& told) {
    eval::Interval const& told_numbers = *change.numbers;
    ir::FactInfo const& info = failing_.program.facts[change.place.index].info;
    auto const& grid = change.place.kind == eval::UnknownKind::cell
                           ? failing_.grid.fields[info.type.record.index][change.place.field]
                           : failing_.grid.facts[change.place.index];
    for (base::Decimal const number : grid) {
      bool const above = !told_numbers.low.value || number > *told_numbers.low.value ||
                         (number == *told_numbers.low.value && told_numbers.low.included);
      bool const below = !told_numbers.high.value || number < *told_numbers.high.value ||
                         (number == *told_numbers.high.value && told_numbers.high.included);
      if (above && below) {
        eval::Value value = eval::Value::known(number, change.decided_with.dimension);
        value.detail = change.decided_with.detail;
        stored(changed, change.place) = value;
        try_case(changed, told, base::to_string(number) + " is told but not: ");
      }
    }
  }

  void sizes(oracle::AllFlips const& all) {
    std::size_t const told = flips_.flips.empty() ? 0 : flips_.flips.front().changes.size();
    for (eval::Flip const& flip : flips_.flips) {
      require(flip.changes.size() == told, "flips of two sizes");
    }
    if (flips_.exact) {
      bool const rules_out = told == 0 || all.searched < told;
      require(!rules_out || all.found.empty() || (told != 0 && all.found.front().facts.size() >= told),
              "the engine misses a smaller one: " + (all.found.empty() ? "" : names_of(all.found.front())));
    }
    require(flips_.state != eval::FlipState::impossible || all.found.empty(),
            "impossible, but " + (all.found.empty() ? "" : names_of(all.found.front())));
  }

  void sets(oracle::AllFlips const& all) {
    std::vector<oracle::FlipFound> told;
    std::vector<std::vector<std::string>> varying;
    for (eval::Flip const& flip : flips_.flips) {
      told.push_back(found_by(flip));
      if (flip.varies) {
        varying.push_back(told.back().facts);
      }
    }
    auto const varies = [&](oracle::FlipFound const& one) {
      return std::find(varying.begin(), varying.end(), one.facts) != varying.end();
    };
    for (oracle::FlipFound const& one : all.found) {
      require(contains(told, one) || varies(one), "the engine misses " + names_of(one));
    }
    for (oracle::FlipFound const& one : told) {
      require(contains(all.found, one) || varies(one), "brute force does not find " + names_of(one));
    }
  }

  Failing const& failing_;
  oracle::FlipSearch const& search_;
  eval::Flips const& flips_;
  std::vector<std::string> found_;
};

// Two dates that are both open: the grid is complete around known ones only.
bool has_incomplete_grid(std::string const& difference) {
  return difference.find("person.birth") != std::string::npos && difference.find("case.act") != std::string::npos;
}

}  // namespace

std::vector<std::string> flip_differences(Failing const& failing, oracle::FlipSearch const& search, FlipTally& tally) {
  eval::Plan const plan = lower::lower(failing.program, {});
  eval::FlipLimits limits;
  limits.max_changes = search.max_changes;
  eval::Flips const flips =
      eval::flips(plan, failing.facts, search.decision, search.option ? *search.option : std::string(), limits);
  auto const answer = oracle::decide(failing.program, failing.facts, failing.grid, search.decision).answer;
  ++tally.cases;
  tally.told += flips.flips.size();
  tally.inexact += flips.exact ? 0 : 1;
  tally.impossible += flips.state == eval::FlipState::impossible ? 1 : 0;
  std::vector<std::string> found;
  if (flips.state == eval::FlipState::undetermined) {
    ++tally.undetermined;
    if (!flips.flips.empty()) {
      found.push_back("flips of what is undetermined");
    }
    return found;
  }
  if (!answer.complete || answer.point.status == Status::undetermined) {
    ++tally.too_large;
    return found;
  }
  found = Comparison(failing, search, flips).run(answer.point, tally);
  std::erase_if(found, has_incomplete_grid);
  return found;
}

}  // namespace hjemmel::differential
