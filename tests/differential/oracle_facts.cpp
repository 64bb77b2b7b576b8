// Reading facts in a completion: known values as they are, unknown ones tried over the grid within type, minimum, maximum and
// range; elements that an open list may hold besides; amounts in the dimension of what they are amounts of.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/moment.h"
#include "tests/differential/oracle_value.h"

namespace hjemmel::oracle {
namespace {

bool fits_dimension(ir::EnumValue const& value, base::Dimension dimension) {
  return value.any_unit || value.dimension == dimension;
}

bool below(eval::End const& end, base::Decimal number) {
  return end.value && (number < *end.value || (number == *end.value && !end.included));
}
bool above(eval::End const& end, base::Decimal number) {
  return end.value && (number > *end.value || (number == *end.value && !end.included));
}

bool may_have_more(eval::ListState state) {
  return state != eval::ListState::complete && state != eval::ListState::not_applicable;
}

}  // namespace

Result Evaluator::text_of(eval::Value const& cell) const {
  Result result = Result::known({});
  result.text = &facts_.texts[static_cast<std::size_t>(cell.coefficient)];
  return result;
}

Result Evaluator::fact(ir::Expr const& expr) { return read_fact(expr.fact.index); }

Result Evaluator::read_fact(std::uint32_t id) {
  if (auto const value = filled(id)) {
    return *value;
  }
  return read(facts_.scalars[id], program_.facts[id].info, grid_.facts[id], {UnknownKind::fact, {id}});
}

std::vector<Result> Evaluator::values_of_fact(std::uint32_t id) const {
  eval::Value const& value = facts_.scalars[id];
  if (value.is_open()) {
    return candidates(value, program_.facts[id].info, grid_.facts[id]);
  }
  return {value.is_known() ? Result::known(value.number()) : Result::of(Kind::not_applicable)};
}

// A list that the schema lets be not applicable reads as an empty one; only its state tells the two apart.
Result Evaluator::list_is_applicable(std::uint32_t list) const {
  eval::ListState const state = facts_.lists[list].state;
  bool const open = state == eval::ListState::unknown || state == eval::ListState::not_asked;
  CHECK(!open || !program_.facts[list].info.may_be_not_applicable);
  return Result::truth(state != eval::ListState::not_applicable);
}

Result Evaluator::read(eval::Value const& cell, ir::FactInfo const& info, std::vector<base::Decimal> const& grid,
                       UnknownId const& id) {
  switch (cell.state) {
    case eval::State::known:
      if (info.type.kind == ir::TypeKind::moment) {
        return moment_at(cell.number(), cell.offset());
      }
      return info.type.kind == ir::TypeKind::text ? text_of(cell) : Result::known(cell.number());
    case eval::State::not_applicable:
      return Result::of(Kind::not_applicable);
    case eval::State::error:
      return Result::of(Kind::error);
    case eval::State::unknown:
    case eval::State::not_asked:
      break;
  }
  if (completions_ == nullptr) {
    return Result::of(Kind::unknown);
  }
  return completions_->choose(id, [&] { return candidates(cell, info, grid); });
}

std::vector<Result> Evaluator::candidates(eval::Value const& cell, ir::FactInfo const& info,
                                          std::vector<base::Decimal> const& grid) const {
  std::vector<Result> all = candidate_numbers(info.type, grid);
  std::erase_if(all, [&](Result const& one) {
    bool const outside =
        one.text == nullptr && ((info.minimum && one.number < *info.minimum) ||
                                (info.maximum && one.number > *info.maximum) || !within_range(cell, one));
    return outside;
  });
  if (info.may_be_not_applicable && cell.detail == eval::kNoDetail) {
    all.push_back(Result::of(Kind::not_applicable));
  }
  CHECK(!all.empty());
  return all;
}

bool Evaluator::within_range(eval::Value const& cell, Result const& candidate) const {
  if (cell.detail == eval::kNoDetail) {
    return true;
  }
  eval::Interval const& range = facts_.ranges[cell.detail];
  return !below(range.low, candidate.number) && !above(range.high, candidate.number);
}

std::vector<Result> Evaluator::candidate_numbers(ir::Type const& type, std::vector<base::Decimal> const& grid) const {
  std::vector<Result> all;
  if (type.kind == ir::TypeKind::boolean) {
    return {Result::truth(false), Result::truth(true)};
  }
  if (type.kind == ir::TypeKind::enumeration) {
    for (std::size_t i = 0; i < program_.enums[type.enumeration.index].values.size(); ++i) {
      all.push_back(Result::known(base::Decimal::of(static_cast<std::int64_t>(i))));
    }
    return all;
  }
  if (type.kind == ir::TypeKind::text) {
    for (std::string const& text : grid_.texts) {
      all.push_back({Kind::known, {}, &text, false, {}, {}});
    }
    return all;
  }
  if (type.kind == ir::TypeKind::moment) {
    for (base::Decimal const number : grid) {
      all.push_back(moment_at(number, base::kLeastOffset));
      all.push_back(moment_at(number, base::kGreatestOffset));
    }
    return all;
  }
  bool const whole = type.kind == ir::TypeKind::integer || type.kind == ir::TypeKind::date ||
                     (type.kind == ir::TypeKind::quantity && type.dimension == base::kPeriod);
  for (base::Decimal const number : grid) {
    if (!whole || number.is_integer()) {
      all.push_back(Result::known(number));
    }
  }
  return all;
}

Evaluator::Rows Evaluator::rows(std::uint32_t list) {
  eval::ListFact const& known = facts_.lists[list];
  std::uint32_t const most = program_.facts[list].max_items;
  if (!may_have_more(known.state) || known.rows >= most) {
    return {known.rows, false};
  }
  if (completions_ == nullptr) {
    return {known.rows, true};
  }
  std::uint32_t const room = std::min(most - known.rows, grid_.further);
  Result const further = completions_->choose({UnknownKind::further_count, {list}}, [&] {
    std::vector<Result> counts;
    for (std::uint32_t i = 0; i <= room; ++i) {
      counts.push_back(Result::known(base::Decimal::of(i)));
    }
    return counts;
  });
  return {known.rows + static_cast<std::uint32_t>(further.number.coefficient()), false};
}

// Of a further element nothing is asked yet.
eval::Value Evaluator::raw_cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) const {
  eval::ListFact const& known = facts_.lists[list];
  return row < known.rows ? known.cell(row, field) : eval::Value{};
}

Result Evaluator::cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) {
  ir::RecordId const record = program_.facts[list].info.type.record;
  ir::Field const& description = program_.records[record.index].fields[field];
  if (description.info.type.kind == ir::TypeKind::amount) {
    return amount_cell(list, row, field);
  }
  if (description.info.type.kind == ir::TypeKind::enumeration) {
    return key_cell(list, row, field);
  }
  bool const told = row < facts_.lists[list].rows;
  eval::Value const raw = raw_cell(list, row, field);
  if (told && raw.state == eval::State::not_asked && description.info.default_value &&
      !is_freed({eval::UnknownKind::cell, list, row, field})) {
    return default_of(description.info);
  }
  UnknownKind const kind = told ? UnknownKind::cell : UnknownKind::further_cell;
  return read(raw, description.info, grid_.fields[record.index][field], {kind, {list, row, field}});
}

// An enumeration that says of what another field is an amount can only be one that the amount's dimension fits.
Result Evaluator::key_cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) {
  eval::Value const raw = raw_cell(list, row, field);
  ir::FactInfo const& info = program_.records[program_.facts[list].info.type.record.index].fields[field].info;
  if (!raw.is_open() || completions_ == nullptr) {
    return read(raw, info, {}, {});
  }
  UnknownKind const kind = row < facts_.lists[list].rows ? UnknownKind::cell : UnknownKind::further_cell;
  return completions_->choose({kind, {list, row, field}}, [&] {
    std::vector<Result> all = candidates(raw, info, {});
    std::erase_if(all, [&](Result const& one) {
      return one.kind == Kind::known &&
             !key_fits_amounts(list, row, field, static_cast<std::uint32_t>(one.number.coefficient()));
    });
    CHECK(!all.empty());
    return all;
  });
}

bool Evaluator::key_fits_amounts(std::uint32_t list, std::uint32_t row, std::uint32_t field, std::uint32_t key) const {
  auto const& fields = program_.records[program_.facts[list].info.type.record.index].fields;
  for (std::uint32_t i = 0; i < fields.size(); ++i) {
    eval::Value const amount = raw_cell(list, row, i);
    bool const measured = fields[i].info.type.kind == ir::TypeKind::amount && fields[i].key_field == field;
    bool const has_dimension = amount.is_known() || (amount.is_open() && amount.detail != eval::kNoDetail);
    if (measured && has_dimension) {
      ir::EnumValue const& value = program_.enums[fields[i].info.type.enumeration.index].values[key];
      if (!fits_dimension(value, amount.dimension)) {
        return false;
      }
    }
  }
  return true;
}

Result Evaluator::amount_cell(std::uint32_t list, std::uint32_t row, std::uint32_t field) {
  ir::RecordId const record = program_.facts[list].info.type.record;
  ir::Field const& description = program_.records[record.index].fields[field];
  eval::Value const raw = raw_cell(list, row, field);
  Result const key = key_cell(list, row, description.key_field);
  if (raw.state == eval::State::not_applicable || key.kind != Kind::known) {
    return raw.state == eval::State::not_applicable ? Result::of(Kind::not_applicable) : key;
  }
  auto const ordinal = static_cast<std::size_t>(key.number.coefficient());
  ir::EnumValue const& value = program_.enums[description.info.type.enumeration.index].values[ordinal];
  UnknownKind const kind = row < facts_.lists[list].rows ? UnknownKind::cell : UnknownKind::further_cell;
  if (value.any_unit) {
    if (raw.is_open() && description.info.may_be_not_applicable && raw.detail == eval::kNoDetail &&
        completions_ != nullptr) {
      Result const applies = completions_->choose({kind, {list, row, field, UINT32_MAX}}, [] {
        return std::vector{Result::truth(true), Result::of(Kind::not_applicable)};
      });
      if (applies.kind == Kind::not_applicable) {
        return applies;
      }
    }
    return {Kind::known, {}, nullptr, true, {}, {}};
  }
  return read(raw, description.info, grid_.fields[record.index][field],
              {kind, {list, row, field, value.dimension->code}});
}

}  // namespace hjemmel::oracle
