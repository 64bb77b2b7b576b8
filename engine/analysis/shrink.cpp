// Rows first, then values; what both cases share is made simpler in both.
#include "engine/analysis/shrink.h"

#include <algorithm>

namespace hjemmel::analysis {
namespace {

using eval::Case;
using eval::ListFact;
using eval::Value;

using Visit = std::function<bool(Group const&)>;

// The sides of a group that change together: both where the property lets them differ in something else only.
class Simpler {
 public:
  Simpler(ir::Property const& property, CaseMaker const& maker, Values const& values, Group const& group,
          Visit const& visit)
      : property_(property), maker_(maker), values_(values), group_(group), visit_(visit) {}

  void run() {
    auto const facts = static_cast<std::uint32_t>(group_.cases.front().scalars.size());
    for (std::uint32_t fact = 0; fact < facts && going_; ++fact) {
      if (maker_.is_list(fact)) {
        rows(fact);
      }
    }
    for (std::uint32_t fact = 0; fact < facts && going_; ++fact) {
      if (maker_.is_list(fact)) {
        cells(fact);
      } else if (maker_.is_asked(fact)) {
        scalar(fact);
      }
    }
  }

 private:
  using Sides = std::vector<std::size_t>;

  // Which cases change together at this place.
  std::vector<Sides> sides(std::uint32_t fact, std::uint32_t row, std::uint32_t field) const {
    if (group_.cases.size() == 1) {
      return {{0}};
    }
    if (!property_.variation) {
      return {{0, 1}, {0}, {1}};
    }
    bool const varied_fact = property_.variation->fact.index == fact;
    bool const varied = varied_fact && (!property_.variation->of_element() ||
                                        (group_.row == row && property_.variation->field == field));
    return varied ? std::vector<Sides>{{0}, {1}} : std::vector<Sides>{{0, 1}};
  }

  void offer(Group const& simpler) { going_ = going_ && (!differs_no_more(simpler) ? visit_(simpler) : true); }

  // Two cases that are to differ must.
  bool differs_no_more(Group const& group) const {
    if (!property_.variation) {
      return false;
    }
    std::uint32_t const fact = property_.variation->fact.index;
    Case const& a = group.cases[0];
    Case const& b = group.cases[1];
    if (!maker_.is_list(fact)) {
      return same_value(a.scalars[fact], b.scalars[fact]);
    }
    return a.lists[fact].state == b.lists[fact].state &&
           std::equal(a.lists[fact].cells.begin(), a.lists[fact].cells.end(), b.lists[fact].cells.begin(),
                      b.lists[fact].cells.end(), same_value);
  }

  void rows(std::uint32_t fact) {
    bool const of_element =
        property_.variation && property_.variation->fact.index == fact && property_.variation->of_element();
    for (Sides const& which : sides(fact, eval::kNoIndex, eval::kNoIndex)) {
      std::uint32_t rows = 0;
      for (std::size_t const side : which) {
        rows = std::max(rows, group_.cases[side].lists[fact].rows);
      }
      for (std::uint32_t row = 0; row < rows && going_; ++row) {
        if (of_element && row == group_.row) {
          continue;
        }
        Group simpler = group_;
        for (std::size_t const side : which) {
          take_row(simpler.cases[side].lists[fact], row);
        }
        simpler.row -= of_element && row < group_.row ? 1 : 0;
        offer(simpler);
      }
    }
  }

  static void take_row(ListFact& list, std::uint32_t row) {
    if (row < list.rows) {
      auto const begin = list.cells.begin() + static_cast<std::ptrdiff_t>(row) * list.fields;
      list.cells.erase(begin, begin + list.fields);
      --list.rows;
    }
  }

  // The values of the ladder that come before this one.
  static std::size_t simpler_than(Ladder const& ladder, Value const& now) {
    auto const at =
        std::find_if(ladder.begin(), ladder.end(), [&](Value const& other) { return same_value(other, now); });
    return static_cast<std::size_t>(at - ladder.begin());
  }

  void scalar(std::uint32_t fact) {
    Ladder const& ladder = values_.of_fact(fact);
    for (Sides const& which : sides(fact, eval::kNoIndex, eval::kNoIndex)) {
      std::size_t many = 0;
      for (std::size_t const side : which) {
        many = std::max(many, simpler_than(ladder, group_.cases[side].scalars[fact]));
      }
      for (std::size_t at = 0; at < many && going_; ++at) {
        Group simpler = group_;
        for (std::size_t const side : which) {
          Value& value = simpler.cases[side].scalars[fact];
          value = at < simpler_than(ladder, value) ? ladder[at] : value;
        }
        offer(simpler);
      }
    }
  }

  void cells(std::uint32_t fact) {
    for (std::uint32_t row = 0; going_; ++row) {
      bool any = false;
      for (std::uint32_t field = 0; field < group_.cases.front().lists[fact].fields && going_; ++field) {
        for (Sides const& which : sides(fact, row, field)) {
          any = cell(fact, row, field, which) || any;
        }
      }
      if (!any) {
        return;
      }
    }
  }

  // False: no case has the row.
  bool cell(std::uint32_t fact, std::uint32_t row, std::uint32_t field, Sides const& which) {
    auto const has = [&](std::size_t side) { return row < group_.cases[side].lists[fact].rows; };
    if (std::none_of(which.begin(), which.end(), has)) {
      return false;
    }
    std::size_t many = 0;
    for (std::size_t const side : which) {
      many = has(side) ? std::max(many, simpler_than(ladder(side, fact, row, field), value_at(side, fact, row, field)))
                       : many;
    }
    for (std::size_t at = 0; at < many && going_; ++at) {
      Group simpler = group_;
      for (std::size_t const side : which) {
        if (has(side) && at < simpler_than(ladder(side, fact, row, field), value_at(side, fact, row, field))) {
          put(simpler.cases[side], fact, row, field, ladder(side, fact, row, field)[at]);
        }
      }
      offer(simpler);
    }
    return true;
  }

  Value const& value_at(std::size_t side, std::uint32_t fact, std::uint32_t row, std::uint32_t field) const {
    return group_.cases[side].lists[fact].cell(row, field);
  }

  Ladder ladder(std::size_t side, std::uint32_t fact, std::uint32_t row, std::uint32_t field) const {
    return maker_.values_of_cell(group_.cases[side], fact, row, field);
  }

  static void put(Case& facts, std::uint32_t fact, std::uint32_t row, std::uint32_t field, Value const& value) {
    facts.lists[fact].cell(row, field) = value;
  }

  ir::Property const& property_;
  CaseMaker const& maker_;
  Values const& values_;
  Group const& group_;
  Visit const& visit_;
  bool going_ = true;
};

}  // namespace

void each_simpler(ir::Property const& property, CaseMaker const& maker, Values const& values, Group const& group,
                  Visit const& visit) {
  Simpler(property, maker, values, group, visit).run();
}

Shrunk shrink(Judge const& judge, CaseMaker const& maker, Values const& values, Group failing, std::uint32_t most) {
  Shrunk shrunk{std::move(failing), true};
  std::uint32_t left = most;
  for (bool found = true; found;) {
    found = false;
    Group best;
    each_simpler(judge.property(), maker, values, shrunk.group, [&](Group const& simpler) {
      if (left == 0) {
        shrunk.to_the_end = false;
        return false;
      }
      --left;
      found = judge.judge(simpler) == Verdict::fails;
      if (found) {
        best = simpler;
      }
      return !found;
    });
    if (found) {
      shrunk.group = std::move(best);
    }
  }
  return shrunk;
}

}  // namespace hjemmel::analysis
