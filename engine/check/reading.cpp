// Readings: each is a definition whose body holds all choices, so that a name, a trace and a circle work as for any definition.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

void add_choice(Workbench& bench, syntax::ReadingChoiceView view, ir::Reading& reading, ir::Expr& body) {
  std::string const name(view.name().text());
  bool const twice = std::any_of(reading.choices.begin(), reading.choices.end(),
                                 [&](ir::ReadingChoice const& other) { return other.name == name; });
  if (twice) {
    bench.sink.add(diag::Kind::bad_reading, view.name().span(), "the reading has a second choice `" + name + "`",
                   "give each choice a name of its own");
    return;
  }
  reading.choices.push_back({name, read_citations(bench, view)});
  if (auto const typed = Expressions(bench).of_type(view.body(), body.type)) {
    body.children.push_back(typed->expr);
  }
}

}  // namespace

void declare_readings(Workbench& bench) {
  bench.first_reading = bench.program.definitions.size();
  bench.each<syntax::ReadingView>(NodeKind::reading_declaration, [&](syntax::ReadingView view) {
    ir::Definition definition;
    definition.name = std::string(view.name().text());
    definition.span = view.name().span();
    definition.citations = read_citations(bench, view);
    auto const type = read_type(bench, view.type());
    bool const is_amount = type && type->kind == ir::TypeKind::amount;
    if (is_amount) {
      bench.sink.add(diag::Kind::bad_reading, view.type().span(), "a reading cannot be an amount of different things",
                     "give it one unit, such as `mass`, or let the reading be the condition");
    }
    if (type && !is_amount) {
      definition.type = *type;
    } else {
      bench.values.declare_broken(definition.name);
    }
    bench.program.readings.push_back({definition.name, {}, definition.span});
    bench.program.definitions.push_back(std::move(definition));
  });
}

void fill_readings(Workbench& bench) {
  std::size_t const first = bench.first_reading;
  std::size_t index = 0;
  bench.each<syntax::ReadingView>(NodeKind::reading_declaration, [&](syntax::ReadingView view) {
    ir::Reading& reading = bench.program.readings[index];
    ir::Expr body;
    body.op = ir::ExprOp::reading;
    body.type = bench.program.definitions[first + index].type;
    body.span = view.span();
    body.index = static_cast<std::uint32_t>(index);
    bool const has_type = !bench.values.is_broken(reading.name);
    for (syntax::ReadingChoiceView const choice : view.choices()) {
      if (has_type) {
        add_choice(bench, choice, reading, body);
      }
    }
    if (view.choices().size() < 2) {
      bench.sink.add(diag::Kind::bad_reading, view.name().span(),
                     "the reading `" + reading.name + "` leaves nothing to choose",
                     "give it at least two lines, each with a name and an expression; the first is the one taken");
    }
    bench.program.exprs.push_back(std::move(body));
    bench.program.definitions[first + index].body = ir::ExprId(bench.program.exprs.size() - 1);
    ++index;
  });
}

}  // namespace hjemmel::check
