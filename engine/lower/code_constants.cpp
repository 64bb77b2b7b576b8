// Values that are written out: constants, each different one once, and sets of values of an enumeration.
#include <utility>

#include "engine/base/moment.h"
#include "engine/lower/code.h"

namespace hjemmel::lower {

namespace {

using eval::kNoIndex;

}  // namespace

eval::Value Coder::value(ir::Type const& type, base::Decimal number, std::string const& text) {
  if (type.kind == ir::TypeKind::moment) {
    return eval::Value::moment(number, base::parse_moment(text).value.value_or(base::Moment{}).offset);
  }
  if (type.kind != ir::TypeKind::text) {
    return eval::Value::known(number, type.kind == ir::TypeKind::quantity ? type.dimension : base::kNoDimension);
  }
  plan_.texts.push_back(text);
  return eval::Value::known(base::Decimal::of(-static_cast<std::int64_t>(plan_.texts.size())));
}

std::uint32_t Coder::whole_number(std::int64_t number) {
  ir::Expr expr;
  expr.type = {ir::TypeKind::integer, {}, {}, {}};
  expr.number = base::Decimal::of(number);
  return new_constant(expr);
}

// Of a text each time another.
std::uint32_t Coder::constant(ir::Expr const& expr) {
  std::uint32_t& known = number_of_[static_cast<std::size_t>(&expr - program_.exprs.data())];
  if (known == kNoIndex || expr.type.kind == ir::TypeKind::text) {
    known = new_constant(expr);
  }
  return known;
}

std::uint32_t Coder::new_constant(ir::Expr const& expr) {
  base::Decimal number = expr.number;
  if (expr.type.kind == ir::TypeKind::text) {
    number = base::Decimal::of(-1 - static_cast<std::int64_t>(plan_.texts.size()));
    plan_.texts.push_back(*expr.more->text);
  }
  auto const what = static_cast<std::uint64_t>(number.scale()) << 16U | expr.type.dimension.code;
  std::uint64_t const hash = (static_cast<std::uint64_t>(number.coefficient()) ^ what << 32U) * 0x9e3779b97f4a7c15;
  auto const [known, is_new] = constant_of_.find_or_add(hash ^ hash >> 32U, [&](std::uint32_t one) {
    return constants_[one].number == number && constants_[one].dimension == expr.type.dimension;
  });
  if (!is_new && expr.type.kind != ir::TypeKind::text) {
    return constants_[known].place;
  }
  if (is_new) {
    constants_.push_back({number, expr.type.dimension, static_cast<std::uint32_t>(plan_.constants.size())});
  }
  plan_.constants.push_back(number);
  plan_.constant_dimensions.push_back(expr.type.kind == ir::TypeKind::quantity || expr.type.kind == ir::TypeKind::amount
                                          ? expr.type.dimension
                                          : base::kNoDimension);
  return static_cast<std::uint32_t>(plan_.constants.size() - 1);
}

std::uint32_t Coder::set(std::span<std::uint32_t const> ordinals, ir::EnumId enumeration) {
  key_.assign(1, enumeration.index);
  key_.insert(key_.end(), ordinals.begin(), ordinals.end());
  auto const [known, is_new] = set_of_.intern(key_);
  if (!is_new) {
    return known;
  }
  std::vector<bool> members(program_.enums[enumeration.index].values.size());
  for (std::uint32_t const ordinal : ordinals) {
    members[ordinal] = true;
  }
  plan_.sets.push_back(std::move(members));
  return static_cast<std::uint32_t>(plan_.sets.size() - 1);
}

}  // namespace hjemmel::lower
