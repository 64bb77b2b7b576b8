// Sets of facts one after another; in each, assignments of values one after another.
#include "tests/differential/oracle_flip.h"

#include <algorithm>

#include "tests/differential/oracle_flip_spots.h"
#include "tests/differential/oracle_milder.h"

namespace hjemmel::oracle {
namespace {

using base::Decimal;
using eval::Status;

// One completion: its outcome, and which value each unknown that it asked for had.
struct Leaf {
  std::vector<Pick> picks;
  Point point;
};

class Flipper {
 public:
  Flipper(ir::Program const& program, eval::Case const& facts, Grid const& grid, Point const& present,
          FlipSearch const& search)
      : program_(program), facts_(facts), grid_(grid), present_(present), search_(search), outcomes_(program) {
    std::vector<bool> const mentioned = facts_mentioned(program, search.decision);
    for (Spot const& spot : spots_of(program, facts, grid)) {
      if (mentioned[spot.place.index]) {
        spots_.push_back(spot);
      }
    }
  }

  AllFlips run() {
    for (std::uint32_t size = 1; size <= search_.max_changes && result_.found.empty(); ++size) {
      std::vector<std::size_t> set;
      sets_of(size, 0, set);
      if (work_ > search_.max_work) {
        result_.complete = false;
        result_.found.clear();
        return std::move(result_);
      }
      result_.searched = size;
    }
    return std::move(result_);
  }

 private:
  void sets_of(std::uint32_t size, std::size_t from, std::vector<std::size_t>& set) {
    if (set.size() == size) {
      eval::Case changed = facts_;
      change_directly(set, 0, changed);
      return;
    }
    for (std::size_t at = from; at < spots_.size() && work_ <= search_.max_work; ++at) {
      set.push_back(at);
      sets_of(size, at + 1, set);
      set.pop_back();
    }
  }

  // Value by value for those that are changed in the case itself; what is left is left open.
  void change_directly(std::vector<std::size_t> const& set, std::size_t place, eval::Case const& changed) {
    if (place == set.size()) {
      complete(set, changed);
      return;
    }
    Spot const& spot = spots_[set[place]];
    eval::Case next = changed;
    eval::Value& stored = spot.is_cell() ? next.lists[spot.place.index].cell(spot.place.row, spot.place.field)
                                         : next.scalars[spot.place.index];
    if (!spot.direct) {
      std::uint32_t const range = stored.is_open() ? stored.detail : eval::kNoDetail;  // that a presumption filled
      stored = eval::Value::of(eval::State::not_asked);
      stored.detail = range;
      next.basis.freed.push_back(spot.place);
      change_directly(set, place + 1, next);
      return;
    }
    for (eval::Value const& value : direct_values(spot)) {
      stored = value;
      change_directly(set, place + 1, next);
    }
  }

  std::vector<eval::Value> direct_values(Spot const& spot) const {
    std::vector<eval::Value> values;
    ir::Fact const& fact = program_.facts[spot.place.index];
    std::vector<Decimal> const& grid =
        spot.is_cell() ? grid_.fields[fact.info.type.record.index][spot.place.field] : grid_.facts[spot.place.index];
    for (Decimal const number : grid) {
      bool const allowed = (!spot.info->minimum || number >= *spot.info->minimum) &&
                           (!spot.info->maximum || number <= *spot.info->maximum);
      bool const differs = !spot.present.is_known() || number != spot.present.number();
      if (allowed && differs && spot.is_cell()) {
        values.push_back(eval::Value::known(number, spot.present.dimension));
      } else if (allowed && differs) {
        values.push_back(eval::Value::moment(number, spot.present.is_known() ? spot.present.offset() : 0));
      }
    }
    if (spot.info->may_be_not_applicable && spot.present.is_known()) {
      values.push_back(eval::Value::of(eval::State::not_applicable));
    }
    return values;
  }

  void complete(std::vector<std::size_t> const& set, eval::Case const& changed) {
    Completions completions;
    std::vector<Leaf> leaves;
    bool more = true;
    while (more && work_ <= search_.max_work) {
      ++work_;
      leaves.push_back({{}, point_in(changed, completions)});
      leaves.back().picks = completions.taken();
      more = completions.next();
    }
    if (work_ <= search_.max_work) {
      look_at(set, leaves, completions.domains());
    }
  }

  Point point_in(eval::Case const& changed, Completions& completions) {
    Judge at_act(program_, changed, grid_, &completions, outcomes_);
    if (!program_.milder_for.has_value()) {
      return at_act.steps(search_.decision).front().point;
    }
    Judge at_decision(program_, changed, grid_, &completions, outcomes_, true);
    Judge& judge = decision_is_milder(program_, at_act, at_decision) ? at_decision : at_act;
    Point const point = judge.steps(search_.decision).front().point;
    bool const faulty = search_.decision != program_.milder_for.index &&
                        is_fault(judge.steps(program_.milder_for.index).front().point.status);
    return faulty ? Point{Status::error, std::nullopt, {}} : point;
  }

  static bool is_of(Spot const& spot, UnknownId const& id) {
    return spot.is_cell() ? id.kind == UnknownKind::cell && id.at[0] == spot.place.index &&
                                id.at[1] == spot.place.row && id.at[2] == spot.place.field
                          : id.kind == UnknownKind::fact && id.at[0] == spot.place.index;
  }

  // Which spot of the set an unknown is; none of another.
  std::size_t spot_of(std::vector<std::size_t> const& set, UnknownId const& id) const {
    for (std::size_t const at : set) {
      if (!spots_[at].direct && is_of(spots_[at], id)) {
        return at;
      }
    }
    return SIZE_MAX;
  }

  bool is_present(Spot const& spot, UnknownId const& id, Result const& value) const {
    if (value.kind != Kind::known || !spot.present.is_known()) {
      return value.kind != Kind::known && !spot.present.is_known();
    }
    if (value.text != nullptr) {
      return *value.text == spot.text;
    }
    if (spot.key_field == UINT32_MAX) {
      return value.number == spot.present.number();
    }
    bool const only_applies = id.at[3] == UINT32_MAX;  // of what has no unit
    return only_applies || (id.at[3] == spot.present.dimension.code && value.number == spot.present.number());
  }

  // Every assignment to the set in which each of its facts is asked for, changed, and which settles the outcome.
  void look_at(std::vector<std::size_t> const& set, std::vector<Leaf> const& leaves,
               std::vector<Domain> const& domains) {
    std::vector<std::uint32_t> own;  // domains of the set
    for (std::uint32_t at = 0; at < domains.size(); ++at) {
      if (spot_of(set, domains[at].id) != SIZE_MAX) {
        own.push_back(at);
      }
    }
    for (Leaf const& leaf : leaves) {
      if (!wanted(leaf.point)) {
        continue;
      }
      extend(set, leaves, domains, own, own_picks(leaf, own), leaf.point);
    }
  }

  static std::vector<Pick> own_picks(Leaf const& leaf, std::vector<std::uint32_t> const& own) {
    std::vector<Pick> picks;
    for (Pick const& pick : leaf.picks) {
      if (std::find(own.begin(), own.end(), pick.domain) != own.end()) {
        picks.push_back(pick);
      }
    }
    return picks;
  }

  static std::uint32_t const* value_in(std::vector<Pick> const& picks, std::uint32_t domain) {
    for (Pick const& pick : picks) {
      if (pick.domain == domain) {
        return &pick.value;
      }
    }
    return nullptr;
  }

  static bool agree(std::vector<Pick> const& assigned, Leaf const& leaf) {
    return std::all_of(leaf.picks.begin(), leaf.picks.end(), [&](Pick const& pick) {
      std::uint32_t const* const value = value_in(assigned, pick.domain);
      return value == nullptr || *value == pick.value;
    });
  }

  // Another leaf may ask for more of the set, where something else that is unknown turns out otherwise.
  void extend(std::vector<std::size_t> const& set, std::vector<Leaf> const& leaves, std::vector<Domain> const& domains,
              std::vector<std::uint32_t> const& own, std::vector<Pick> const& assigned, Point const& point) {
    for (Leaf const& other : leaves) {
      if (!agree(assigned, other)) {
        continue;
      }
      if (other.point != point && !has_more(assigned, other, own)) {
        return;
      }
      for (Pick const& pick : own_picks(other, own)) {
        if (value_in(assigned, pick.domain) == nullptr) {
          for (std::uint32_t value = 0; value < domains[pick.domain].values.size(); ++value) {
            std::vector<Pick> longer = assigned;
            longer.push_back({pick.domain, value});
            ++work_;
            if (work_ <= search_.max_work) {
              extend(set, leaves, domains, own, longer, point);
            }
          }
          return;
        }
      }
    }
    keep(set, domains, assigned, point);
  }

  static bool has_more(std::vector<Pick> const& assigned, Leaf const& leaf, std::vector<std::uint32_t> const& own) {
    auto const picks = own_picks(leaf, own);
    return std::any_of(picks.begin(), picks.end(),
                       [&](Pick const& pick) { return value_in(assigned, pick.domain) == nullptr; });
  }

  void keep(std::vector<std::size_t> const& set, std::vector<Domain> const& domains, std::vector<Pick> const& assigned,
            Point const& point) {
    std::vector<std::string> names;
    for (std::size_t const at : set) {
      Spot const& spot = spots_[at];
      bool changes = spot.direct;
      for (Pick const& pick : assigned) {
        Domain const& domain = domains[pick.domain];
        changes = changes || (is_of(spot, domain.id) && !is_present(spot, domain.id, domain.values[pick.value]));
      }
      if (!changes && !changes_dimension(set, domains, assigned, spot)) {
        return;
      }
      names.push_back(path_of(program_, spot));
    }
    std::sort(names.begin(), names.end());
    FlipFound const flip{std::move(names), point};
    if (std::find(result_.found.begin(), result_.found.end(), flip) == result_.found.end()) {
      result_.found.push_back(flip);
    }
  }

  // An amount that nobody asks for changes all the same when what it is an amount of is measured otherwise.
  bool changes_dimension(std::vector<std::size_t> const& set, std::vector<Domain> const& domains,
                         std::vector<Pick> const& assigned, Spot const& spot) const {
    if (spot.key_field == UINT32_MAX || !spot.present.is_known()) {
      return false;
    }
    for (std::size_t const at : set) {
      Spot const& key = spots_[at];
      bool const is_key = key.is_cell() && key.place.index == spot.place.index && key.place.row == spot.place.row &&
                          key.place.field == spot.key_field;
      for (Pick const& pick : assigned) {
        Result const& value = domains[pick.domain].values[pick.value];
        if (is_key && is_of(key, domains[pick.domain].id) && value.kind == Kind::known) {
          ir::EnumValue const& kind = program_.enums[key.info->type.enumeration.index]
                                          .values[static_cast<std::size_t>(value.number.coefficient())];
          return !kind.any_unit && kind.dimension != spot.present.dimension;
        }
      }
    }
    return false;
  }

  bool wanted(Point const& point) const {
    bool const has_option =
        !search_.option || std::any_of(point.options.begin(), point.options.end(),
                                       [&](auto const& one) { return one.name == *search_.option; });
    return point.status == Status::decided && point != present_ && has_option;
  }

  ir::Program const& program_;
  eval::Case const& facts_;
  Grid const& grid_;
  Point const& present_;
  FlipSearch const& search_;
  Outcomes outcomes_;
  std::vector<Spot> spots_;
  AllFlips result_;
  std::size_t work_ = 0;
};

}  // namespace

AllFlips all_flips(ir::Program const& program, eval::Case const& facts, Grid const& grid, Point const& present,
                   FlipSearch const& search) {
  return Flipper(program, facts, grid, present, search).run();
}

}  // namespace hjemmel::oracle
