// The order is that of `missing`; here it is only decided what can be asked at all, and what comes before it.
#include "engine/interview/question.h"

#include <algorithm>

#include "engine/base/check.h"
#include "engine/facts/reading.h"

namespace hjemmel::interview {
namespace {

using eval::Missing;

struct Candidate {
  Missing const* missing = nullptr;
  Place place;
  std::string path;
};

class Chooser {
 public:
  Chooser(ir::Program const& program, eval::Case const& facts, std::vector<Missing> const& missing,
          std::span<std::string const> skip)
      : program_(program), facts_(facts) {
    for (Missing const& one : missing) {
      add(one, skip);
    }
  }

  [[nodiscard]] Candidate const* run() const {
    if (candidates_.empty()) {
      return nullptr;
    }
    Candidate const* best = &candidates_.front();
    if (best->place.is_element()) {
      auto const cell = std::find_if(candidates_.begin(), candidates_.end(), [&](Candidate const& one) {
        return one.place.is_cell() && one.place.fact == best->place.fact;
      });
      best = cell == candidates_.end() ? best : &*cell;
    }
    Candidate const* const key = key_of(*best);
    return key == nullptr ? best : key;
  }

 private:
  void add(Missing const& missing, std::span<std::string const> skip) {
    auto place = missing.kind == eval::MissingKind::open_law ? std::nullopt : find_place(program_, missing.name);
    if (!place) {
      return;
    }
    std::string path = missing.name;
    ir::Fact const& fact = program_.facts[place->fact];
    if (!place->is_cell() && fact.info.type.kind == ir::TypeKind::list) {
      eval::ListFact const& list = facts_.lists[place->fact];
      bool const told = list.state != eval::ListState::not_asked && list.state != eval::ListState::at_least;
      if (told || list.rows >= fact.max_items) {
        return;
      }
      place->row = list.rows;
      path += "[" + std::to_string(list.rows + 1) + "]";
    } else if (missing.state != eval::State::not_asked) {
      return;
    }
    if (std::find(skip.begin(), skip.end(), path) == skip.end()) {
      candidates_.push_back({&missing, *place, std::move(path)});
    }
  }

  // Of an amount: the question what it is of, where that can be asked too.
  [[nodiscard]] Candidate const* key_of(Candidate const& amount) const {
    if (!amount.place.is_cell()) {
      return nullptr;
    }
    ir::RecordId const record = program_.facts[amount.place.fact].info.type.record;
    std::uint32_t const key = program_.records[record.index].fields[amount.place.field].key_field;
    Place place = amount.place;
    place.field = key;
    auto const found = std::find_if(candidates_.begin(), candidates_.end(),
                                    [&](Candidate const& one) { return key != kNone && one.place == place; });
    return found == candidates_.end() ? nullptr : &*found;
  }

  ir::Program const& program_;
  eval::Case const& facts_;
  std::vector<Candidate> candidates_;  // best first
};

AnswerKind kind_of(ir::TypeKind kind) {
  switch (kind) {
    case ir::TypeKind::boolean:
      return AnswerKind::yes_or_no;
    case ir::TypeKind::integer:
      return AnswerKind::whole_number;
    case ir::TypeKind::decimal:
      return AnswerKind::decimal;
    case ir::TypeKind::text:
      return AnswerKind::text;
    case ir::TypeKind::date:
      return AnswerKind::date;
    case ir::TypeKind::moment:
      return AnswerKind::moment;
    case ir::TypeKind::enumeration:
      return AnswerKind::one_of;
    case ir::TypeKind::quantity:
      return AnswerKind::quantity;
    case ir::TypeKind::amount:
      return AnswerKind::amount;
    case ir::TypeKind::list:
      return AnswerKind::element;
    case ir::TypeKind::month:
    case ir::TypeKind::year:
    case ir::TypeKind::ratio:
      break;  // no fact is of these
  }
  base::fail_check("a type that facts have", __FILE__, __LINE__);
}

bool may_be_range(AnswerKind kind) {
  return kind != AnswerKind::yes_or_no && kind != AnswerKind::one_of && kind != AnswerKind::text &&
         kind != AnswerKind::element;
}

// The unit that the element's own key gives an amount; empty where the key is not known, or takes any unit.
std::string unit_of_amount(ir::Program const& program, eval::Case const& facts, Place const& place) {
  if (!place.is_cell()) {
    return {};
  }
  ir::Record const& record = program.records[program.facts[place.fact].info.type.record.index];
  std::uint32_t const key = record.fields[place.field].key_field;
  eval::ListFact const& list = facts.lists[place.fact];
  if (key == kNone || place.row >= list.rows || !list.cell(place.row, key).is_known()) {
    return {};
  }
  ir::Enum const& of = program.enums[record.fields[place.field].info.type.enumeration.index];
  ir::EnumValue const& value = of.values[static_cast<std::size_t>(list.cell(place.row, key).coefficient)];
  return value.any_unit ? std::string{} : value.unit;
}

void describe_answer(ir::Program const& program, eval::Case const& facts, Place const& place, Question& question) {
  ir::FactInfo const& info = info_of(program, place);
  question.answer = place.is_element() ? AnswerKind::element : kind_of(info.type.kind);
  question.may_be_range = may_be_range(question.answer);
  question.may_be_not_applicable = info.may_be_not_applicable && (!place.is_element() || place.row == 0);
  if (question.answer == AnswerKind::one_of) {
    for (ir::EnumValue const& value : program.enums[info.type.enumeration.index].values) {
      question.values.push_back({value.name, value.label});
    }
  }
  question.unit = question.answer == AnswerKind::amount ? unit_of_amount(program, facts, place) : info.unit;
  facts::Slot const slot{info, question.fact};
  question.minimum = info.minimum ? facts::bound_text(slot, *info.minimum, program) : "";
  question.maximum = info.maximum ? facts::bound_text(slot, *info.maximum, program) : "";
}

}  // namespace

std::string_view answer_name(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::yes_or_no:
      return "yes_or_no";
    case AnswerKind::one_of:
      return "one_of";
    case AnswerKind::whole_number:
      return "whole_number";
    case AnswerKind::decimal:
      return "decimal";
    case AnswerKind::quantity:
      return "quantity";
    case AnswerKind::amount:
      return "amount";
    case AnswerKind::date:
      return "date";
    case AnswerKind::moment:
      return "moment";
    case AnswerKind::text:
      return "text";
    case AnswerKind::element:
      return "element";
  }
  base::fail_check("a kind of the enumeration", __FILE__, __LINE__);
}

std::optional<Question> best_question(ir::Program const& program, eval::Case const& facts, Open const& open,
                                      std::span<std::string const> skip) {
  Chooser const chooser(program, facts, open.missing, skip);
  Candidate const* const best = chooser.run();
  if (best == nullptr) {
    return std::nullopt;
  }
  Question question;
  question.decision = open.name;
  question.fact = best->path;
  question.missing = *best->missing;
  question.outcomes = open.possible;
  question.label = info_of(program, best->place).label;
  question.sensitivity = info_of(program, best->place).sensitivity;
  question.element = best->place.row == kNone ? 0 : best->place.row + 1;
  if (best->place.is_cell()) {
    question.list_label = program.facts[best->place.fact].info.label;
  }
  describe_answer(program, facts, best->place, question);
  question.reasons = reasons_for(program, open.trace, best->place);
  return question;
}

}  // namespace hjemmel::interview
