// Numbers are told by the ends that the schema does not set anyway.
#include "engine/eval/flip_words.h"

#include <algorithm>

#include "engine/eval/missing.h"
#include "engine/eval/value_text.h"

namespace hjemmel::eval {
namespace {

using base::Decimal;

std::optional<Decimal> halfway(Decimal low, Decimal high) {
  auto const sum = base::add(low, high);
  return sum ? base::multiply(*sum, Decimal::of(5, 1)) : std::nullopt;
}

// Some number within; both ends may be left out.
std::optional<Decimal> inside(Interval const& values) {
  if (values.low.value && values.low.included) {
    return values.low.value;
  }
  if (values.high.value && values.high.included) {
    return values.high.value;
  }
  if (values.low.value && values.high.value) {
    return halfway(*values.low.value, *values.high.value);
  }
  if (values.low.value) {
    return base::add(*values.low.value, Decimal::of(1));
  }
  return values.high.value ? base::subtract(*values.high.value, Decimal::of(1)) : Decimal();
}

bool is_set_by(std::optional<Decimal> const& bound, End const& end) { return end.included && end.value == bound; }

class Teller {
 public:
  Teller(LeftOpen const& open, Texts const& texts, std::vector<Target> const& targets, std::size_t place)
      : open_(open), texts_(texts), targets_(targets), place_(place), changed_(open.all[open.set[place]]) {}

  Change run() {
    FactPlan const& fact = *changed_.fact;
    change_.place = changed_.place;
    change_.fact = unknown_name(open_.plan, changed_.place);
    change_.assessment = fact.assessment;
    if (fact.assessment) {
      change_.by = fact.by;
    }
    change_.filled_by = changed_.filled_by;
    change_.from = words(changed_.present);
    change_.present = changed_.present;
    tell(targets_[place_]);
    return std::move(change_);
  }

 private:
  std::string words(Value value) const { return fact_text(open_.plan, texts_.with_other, *changed_.fact, value); }

  std::string number_words(Decimal number) const {
    return words(value_of(changed_, number, dimension_in(open_, targets_, place_)));
  }

  void tell(Target const& target) {
    if (target.not_applicable) {
      change_.kind = ChangeKind::not_applicable;
    } else if (changed_.fact->domain == Domain::text) {
      tell_texts(target);
    } else if (!target.choices.empty()) {
      for (std::uint32_t const choice : target.choices) {
        change_.values.push_back(words(Value::known(Decimal::of(choice))));
      }
    } else {
      tell_numbers(target);
    }
    if (change_.kind == ChangeKind::one_of && change_.values.size() == 1) {
      change_.nearest = change_.values.front();
    }
  }

  void tell_texts(Target const& target) {
    auto const other = static_cast<std::uint32_t>(texts_.values.size() - 1);
    bool const any_other = target.choices.back() == other;
    change_.kind = any_other ? ChangeKind::other_text : ChangeKind::one_of;
    for (std::uint32_t choice = 0; choice < other; ++choice) {
      bool const does = std::binary_search(target.choices.begin(), target.choices.end(), choice);
      if (does != any_other) {
        change_.values.push_back(words(texts_.values[choice]));
      }
    }
  }

  void tell_numbers(Target const& target) {
    Interval values = target.values;
    change_.numbers = values;
    bool const same_dimension = dimension_in(open_, targets_, place_) == changed_.present.dimension;
    auto const picked = pick_number(changed_, target, same_dimension);
    change_.nearest = picked && picked->is_nearest ? number_words(picked->number) : "";
    if (values.low.value && values.low == values.high) {
      change_.values.push_back(number_words(*values.low.value));
      return;
    }
    values.low = is_set_by(changed_.fact->minimum, values.low) ? End{} : values.low;
    values.high = is_set_by(changed_.fact->maximum, values.high) ? End{} : values.high;
    change_.low = values.low.value ? number_words(*values.low.value) : "";
    change_.high = values.high.value ? number_words(*values.high.value) : "";
    change_.low_included = values.low.included;
    change_.high_included = values.high.included;
    if (values.low.value) {
      ChangeKind const one_sided = values.low.included ? ChangeKind::at_least : ChangeKind::more_than;
      change_.kind = values.high.value ? ChangeKind::between : one_sided;
    } else if (values.high.value) {
      change_.kind = values.high.included ? ChangeKind::at_most : ChangeKind::less_than;
    } else {
      change_.kind = ChangeKind::any_value;
    }
  }

  LeftOpen const& open_;
  Texts const& texts_;
  std::vector<Target> const& targets_;
  std::size_t place_;
  Changeable const& changed_;
  Change change_;
};

}  // namespace

std::optional<Picked> pick_number(Changeable const& changed, Target const& target, bool same_dimension) {
  Interval const& values = target.values;
  if (changed.present.is_known() && same_dimension) {
    Decimal const now = changed.present.number();
    bool const lies_above = values.low.value && *values.low.value >= now;
    End const& near = lies_above ? values.low : values.high;
    if (near.value && near.included) {
      return Picked{*near.value, true};
    }
  }
  auto const number = inside(values);
  return number ? std::optional(Picked{*number, false}) : std::nullopt;
}

Value value_of(Changeable const& changed, Decimal number, base::Dimension dimension) {
  if (changed.fact->is_moment()) {
    return Value::moment(number, changed.present.is_known() ? changed.present.offset() : 0);
  }
  return Value::known(number, dimension);
}

Texts candidate_texts(Plan const& plan, Case const& facts) {
  Texts texts{{}, facts};
  std::vector<std::string> seen;
  auto const add = [&](std::string const& text, std::int64_t at) {
    if (std::find(seen.begin(), seen.end(), text) == seen.end()) {
      seen.push_back(text);
      texts.values.push_back(Value::known(Decimal::of(at)));
    }
  };
  for (std::size_t at = 0; at < plan.texts.size(); ++at) {
    add(plan.texts[at], -1 - static_cast<std::int64_t>(at));
  }
  for (std::size_t at = 0; at < facts.texts.size(); ++at) {
    add(facts.texts[at], static_cast<std::int64_t>(at));
  }
  std::string other = "…";
  while (std::find(seen.begin(), seen.end(), other) != seen.end()) {
    other += "…";
  }
  texts.values.push_back(Value::known(Decimal::of(static_cast<std::int64_t>(facts.texts.size()))));
  texts.with_other.texts.push_back(std::move(other));
  return texts;
}

Change change_of(LeftOpen const& open, Texts const& texts, std::vector<Target> const& targets, std::size_t place) {
  return Teller(open, texts, targets, place).run();
}

}  // namespace hjemmel::eval
