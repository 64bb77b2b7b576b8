// Cases: facts in all four states, drawn from the values that the grid is exact for.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/date.h"
#include "engine/base/moment.h"
#include "tests/differential/generate.h"

namespace hjemmel::differential {
namespace {

using base::Decimal;

class CaseMaker {
 public:
  CaseMaker(ir::Program const& program, Values const& values, Random& random, std::uint32_t unknown)
      : program_(program), values_(values), random_(random), unknown_(unknown) {}

  eval::Case make() {
    made_.texts = values_.grid.texts;
    made_.scalars.resize(program_.facts.size());
    made_.lists.resize(program_.facts.size());
    for (std::size_t i = 0; i < program_.facts.size(); ++i) {
      ir::Fact const& fact = program_.facts[i];
      if (fact.info.type.kind == ir::TypeKind::list) {
        made_.lists[i] = list(fact);
      } else if (unknown_ == 0 && ir::FactId(i) == values_.birth && random_.chance(4)) {
        made_.scalars[i] = eval::Value::known(Decimal::of(base::kLastDate.days));  // an error where an age is asked
      } else {
        made_.scalars[i] = scalar(fact.info, values_.grid.facts[i], at(values_.facts, i));
      }
    }
    for (ir::Reading const& reading : program_.readings) {
      made_.basis.readings.push_back(random_.chance(70) ? 0 : random_.below(reading.choices.size()));
    }
    return std::move(made_);
  }

 private:
  eval::Value unknown_state() {
    return eval::Value::of(random_.chance(50) ? eval::State::unknown : eval::State::not_asked);
  }

  // The entry of a table that may be shorter: then nothing.
  template <class T>
  static T at(std::vector<T> const& table, std::size_t place) {
    return place < table.size() ? table[place] : T{};
  }

  eval::Value scalar(ir::FactInfo const& info, std::vector<Decimal> const& grid, std::vector<Decimal> const& drawn) {
    if (random_.chance(unknown_)) {
      eval::Value value = unknown_state();
      bool const has_range = info.type.kind == ir::TypeKind::integer || info.type.kind == ir::TypeKind::quantity ||
                             info.type.kind == ir::TypeKind::date || info.type.kind == ir::TypeKind::moment ||
                             info.type.kind == ir::TypeKind::decimal;
      if (has_range && random_.chance(40)) {
        value.state = eval::State::unknown;
        bool const drawn_ends = !drawn.empty() && info.type.kind != ir::TypeKind::date;
        value.detail = range(info, drawn_ends ? drawn : grid);
      }
      return value;
    }
    if (info.may_be_not_applicable && random_.chance(25)) {
      return eval::Value::of(eval::State::not_applicable);
    }
    return known(info, drawn.empty() ? grid : drawn);
  }

  std::vector<Decimal> allowed(ir::FactInfo const& info, std::vector<Decimal> const& grid) const {
    std::vector<Decimal> values;
    std::copy_if(grid.begin(), grid.end(), std::back_inserter(values), [&](Decimal number) {
      return (!info.minimum || number >= *info.minimum) && (!info.maximum || number <= *info.maximum);
    });
    CHECK(!values.empty());
    return values;
  }

  eval::Value known(ir::FactInfo const& info, std::vector<Decimal> const& drawn) {
    switch (info.type.kind) {
      case ir::TypeKind::boolean:
        return eval::Value::boolean(random_.chance(50));
      case ir::TypeKind::enumeration:
        return eval::Value::known(
            Decimal::of(random_.below(program_.enums[info.type.enumeration.index].values.size())));
      case ir::TypeKind::text:
        return eval::Value::known(Decimal::of(random_.below(made_.texts.size())));
      case ir::TypeKind::moment: {
        static std::vector<std::int32_t> const offsets = {base::kLeastOffset, 0, 60, base::kGreatestOffset};
        return eval::Value::moment(random_.pick(allowed(info, drawn)), random_.pick(offsets));
      }
      default:
        return eval::Value::known(random_.pick(allowed(info, drawn)));
    }
  }

  // From one value of the grid to a later one; between them there is a third, so that an end may be left out.
  std::uint32_t range(ir::FactInfo const& info, std::vector<Decimal> const& grid) {
    std::vector<Decimal> const values = allowed(info, grid);
    std::size_t const low = random_.below(values.size());
    std::size_t const high = std::min(values.size() - 1, low + random_.below(10));
    bool const may_leave_out = high >= low + 2;
    eval::Interval interval;
    interval.low = {values[low], !(may_leave_out && random_.chance(20))};
    interval.high = {values[high], !(may_leave_out && random_.chance(20))};
    if (random_.chance(15)) {
      interval.low = {};
    } else if (random_.chance(15)) {
      interval.high = {};
    }
    made_.ranges.push_back(interval);
    return static_cast<std::uint32_t>(made_.ranges.size() - 1);
  }

  eval::ListFact list(ir::Fact const& fact) {
    eval::ListFact made;
    ir::Record const& record = program_.records[fact.info.type.record.index];
    made.fields = static_cast<std::uint32_t>(record.fields.size());
    if (random_.chance(unknown_ / 2)) {
      made.state = random_.chance(50) ? eval::ListState::unknown : eval::ListState::not_asked;
      return made;
    }
    if (fact.info.may_be_not_applicable && random_.chance(20)) {
      made.state = eval::ListState::not_applicable;
      return made;
    }
    made.state = random_.chance(unknown_ / 2) ? eval::ListState::at_least : eval::ListState::complete;
    made.rows = random_.below(std::min(fact.max_items, values_.most_rows) + 1);
    for (std::uint32_t row = 0; row < made.rows; ++row) {
      add_row(record, fact.info.type.record.index, made);
    }
    return made;
  }

  void add_row(ir::Record const& record, std::size_t record_index, eval::ListFact& made) {
    std::size_t const first = made.cells.size();
    for (std::size_t field = 0; field < record.fields.size(); ++field) {
      ir::Field const& description = record.fields[field];
      std::vector<Decimal> const& grid = values_.grid.fields[record_index][field];
      eval::Value const value = scalar(description.info, grid, at(at(values_.fields, record_index), field));
      bool const is_amount = description.info.type.kind == ir::TypeKind::amount;
      made.cells.push_back(is_amount ? amount(description, made.cells[first + description.key_field], value) : value);
    }
  }

  // In the dimension of its key; where that is unknown, in one that some key has.
  eval::Value amount(ir::Field const& field, eval::Value const& key, eval::Value value) {
    auto const& kinds = program_.enums[field.info.type.enumeration.index].values;
    ir::EnumValue const& kind =
        kinds[key.is_known() ? static_cast<std::size_t>(key.coefficient) : random_.below(kinds.size())];
    bool const measured = value.is_known() || value.detail != eval::kNoDetail;
    if (measured && !key.is_known() && random_.chance(50)) {
      return unknown_state();
    }
    if (measured) {
      value.dimension = kind.dimension.value_or(base::kMass);
    }
    return value;
  }

  ir::Program const& program_;
  Values const& values_;
  Random& random_;
  std::uint32_t unknown_;
  eval::Case made_;
};

}  // namespace

eval::Case generate_case(ir::Program const& program, Values const& values, Random& random, std::uint32_t unknown) {
  eval::Case made = CaseMaker(program, values, random, unknown).make();
  // The grid of births is complete around each known act, not between two of them: only one of the two dates is open.
  eval::Value* act = nullptr;
  eval::Value const* birth = nullptr;
  for (std::size_t i = 0; i < program.facts.size(); ++i) {
    act = program.facts[i].info.name == "case.act" ? &made.scalars[i] : act;
    birth = program.facts[i].info.name == "person.birth" ? &made.scalars[i] : birth;
    if (act != nullptr && birth != nullptr && act->is_open() && birth->is_open()) {
      std::size_t const at = static_cast<std::size_t>(act - made.scalars.data());
      *act = eval::Value::known(values.facts[at].front());
    }
  }
  return made;
}

}  // namespace hjemmel::differential
