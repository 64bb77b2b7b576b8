// Parameters, readings, defaults and presumptions by the definition: a default fills what was not asked, a presumption what was
// asked and is not known, within what is known of it; a parameter without a value is one unknown.
#include <algorithm>

#include "tests/differential/oracle_value.h"

namespace hjemmel::oracle {

bool Evaluator::is_freed(eval::Unknown const& unknown) const {
  auto const& freed = facts_.basis.freed;
  return std::find(freed.begin(), freed.end(), unknown) != freed.end();
}

Result Evaluator::default_of(ir::FactInfo const& info) const {
  Result result = Result::known(*info.default_value);
  if (info.type.kind == ir::TypeKind::text) {
    result.text = &info.default_text;
  }
  return result;
}

std::optional<Result> Evaluator::filled(std::uint32_t id) {
  eval::Value const& stored = facts_.scalars[id];
  ir::FactInfo const& info = program_.facts[id].info;
  if (!stored.is_open() || is_freed({eval::UnknownKind::fact, id, 0, 0})) {
    return std::nullopt;
  }
  if (stored.state == eval::State::not_asked) {
    return info.default_value ? std::optional(default_of(info)) : std::nullopt;
  }
  for (ir::Presumption const& presumption : program_.presumptions) {
    if (presumption.fact.index != id) {
      continue;
    }
    Result value = Result::known(presumption.value);
    if (info.type.kind == ir::TypeKind::text) {
      value.text = &presumption.text;
    }
    if (!within_range(stored, value)) {
      return std::nullopt;
    }
    std::optional<Result> outside;  // what a fact is hangs on no other date
    outside.swap(put_);
    Result const condition = presumption.when.has_value() ? evaluate(presumption.when) : Result::truth(true);
    outside.swap(put_);
    switch (truth_of(condition)) {
      case Truth::yes:
        return value;
      case Truth::no:
        return std::nullopt;
      case Truth::unknown:
        return Result::of(Kind::unknown);
      case Truth::error:
        return Result::of(Kind::error);
    }
  }
  return std::nullopt;
}

Result Evaluator::parameter(std::uint32_t index) {
  ir::LawParameter const& parameter = program_.parameters[index];
  if (parameter.value && !is_freed({eval::UnknownKind::parameter, index, 0, 0})) {
    return Result::known(*parameter.value);
  }
  if (completions_ == nullptr) {
    return Result::of(Kind::unknown);
  }
  return completions_->choose({UnknownKind::parameter, {index}}, [&] {
    std::vector<Result> all = candidate_numbers(parameter.type, grid_.parameters[index]);
    std::erase_if(all, [&](Result const& one) { return one.number < *parameter.low || one.number > *parameter.high; });
    return all;
  });
}

Result Evaluator::reading(ir::Expr const& expr) {
  auto const& taken = facts_.basis.readings;
  std::size_t choice = expr.index < taken.size() ? taken[expr.index] : 0;
  if (expr.index == grid_.freed_reading && completions_ != nullptr) {
    Result const chosen = completions_->choose({UnknownKind::reading, {expr.index}}, [&] {
      std::vector<Result> all;
      for (std::size_t i = 0; i < expr.children.size(); ++i) {
        all.push_back(Result::known(base::Decimal::of(static_cast<std::int64_t>(i))));
      }
      return all;
    });
    choice = static_cast<std::size_t>(chosen.number.coefficient());
  }
  return value(expr.children[choice]);
}

}  // namespace hjemmel::oracle
