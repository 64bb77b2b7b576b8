// Figures of effects and of decisions: computed where a rule applies, read by name where a decision has one.
#include <algorithm>

#include "engine/eval/interval.h"
#include "engine/eval/machine.h"

namespace hjemmel::eval {

// What does not apply is no figure.
Figure Machine::figure(Condition const& computed) {
  Figure figure;
  figure.block = computed.block;
  figure.value = run(computed.block);
  if (figure.value.state == State::not_applicable) {
    figure.value = Value::of(State::error);
    if (error_place_.empty()) {
      error_place_ = no_figure(plan_.of(computed.text));
    }
  }
  figure.bounds = bounds(figure.value);
  if (figure.value.is_open()) {
    Doubt const& doubt = doubts_[figure.value.detail];
    figure.form = doubt.form;
    figure.sure = doubt.fails_at == kNoIndex && !doubt.may_be_absent && surely_applies(figure.value);
  }
  return figure;
}

std::string Machine::no_figure(std::string_view words) {
  return "`" + std::string(words) + "` does not apply, so that there is no figure";
}

// What an open figure that is not sure may turn out to fail at.
std::string Machine::fault_of(Figure const& figure, std::string const& words) const {
  std::uint32_t const at = figure.value.is_open() ? doubts_[figure.value.detail].fails_at : kNoIndex;
  return at == kNoIndex ? no_figure(words) : place_text(at);
}

// Cuts one unknown where an open figure that hangs on it meets a known one; nothing where that cannot be said.
std::uint32_t Machine::cut_figure(Figure const& open, base::Decimal known) {
  auto const cut = open.sure ? cut_of(open.value, known, CutSide::around) : std::nullopt;
  return cut ? leaf(open.form.unknown, cut) : kNoIndex;
}

Value Machine::read_figure(std::uint32_t decision, std::uint32_t at) {
  Answer const& answer = answer_of(decision);
  switch (answer.state) {
    case State::known:
      return answer.figure;
    case State::not_applicable:
      return Value::of(State::not_applicable);
    case State::unknown:
      return doubt({}, answer.cause, {}, at);
    default:
      return fault(at);
  }
}

}  // namespace hjemmel::eval
