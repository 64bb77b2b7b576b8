// Parameters: figures that the rules name, fixed, chosen within a range, or left open by the sources within a range.
#include <algorithm>

#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using ir::TypeKind;
using syntax::NodeKind;

bool may_have_range(ir::Type const& type) {
  return type.kind == TypeKind::integer || type.kind == TypeKind::decimal || type.kind == TypeKind::date ||
         type.kind == TypeKind::ratio || type.kind == TypeKind::quantity;
}

class ParameterBuilder {
 public:
  ParameterBuilder(Workbench& bench, syntax::ParameterDeclarationView view, ir::LawParameter& parameter)
      : bench_(bench), view_(view), parameter_(parameter) {}

  void run() {
    refuse_repeats(bench_, view_, {NodeKind::value, NodeKind::within});
    parameter_.citations = read_citations(bench_, view_);
    if (bench_.values.is_broken(parameter_.name)) {
      return;
    }
    if (!view_.value() && !view_.within()) {
      bench_.sink.add(diag::Kind::bad_parameter, view_.name().span(),
                      "the parameter `" + parameter_.name + "` has neither a value nor a range",
                      "write `= 2`, or `within 1 to 5` where the sources give no figure");
      return;
    }
    read_value();
    read_range();
    if (!parameter_.value) {
      std::string const reason = view_.within() ? view_.within().reason().value() : "";
      parameter_.reason = reason.empty() ? "the sources give no figure for this, only a range" : reason;
    }
  }

 private:
  void read_value() {
    auto const value = view_.value() ? read_constant(bench_, view_.value(), parameter_.type) : std::nullopt;
    if (value) {
      parameter_.value = value->number;
      parameter_.text = value->text;
    }
  }

  void read_range() {
    syntax::WithinView const within = view_.within();
    if (!within) {
      return;
    }
    if (!may_have_range(parameter_.type)) {
      bench_.sink.add(
          diag::Kind::bad_parameter, within.span(),
          type_name(bench_, parameter_.type) + " has no range from one value to another",
          "give the parameter a number, a quantity or a date, or write a `reading` with a line for each choice");
      return;
    }
    auto const low = read_constant(bench_, within.low(), parameter_.type);
    auto const high = read_constant(bench_, within.high(), parameter_.type);
    if (!low || !high) {
      return;
    }
    if (high->number <= low->number) {
      bench_.sink.add(diag::Kind::bad_parameter, within.span(), "the range holds nothing but its beginning",
                      "write the smaller end first, and a greater one after `to`");
    } else if (parameter_.value && (*parameter_.value < low->number || *parameter_.value > high->number)) {
      bench_.sink.add(diag::Kind::bad_parameter, view_.value().span(), "the value lies outside its own range",
                      "both ends belong to the range; widen it, or choose a value within it");
    } else {
      parameter_.low = low->number;
      parameter_.high = high->number;
    }
  }

  Workbench& bench_;
  syntax::ParameterDeclarationView view_;
  ir::LawParameter& parameter_;
};

ir::ExprId read_parameter(Workbench& bench, std::uint32_t parameter) {
  ir::Expr expr;
  expr.op = ir::ExprOp::parameter;
  expr.type = bench.program.parameters[parameter].type;
  expr.span = bench.program.parameters[parameter].span;
  expr.index = parameter;
  bench.program.exprs.push_back(std::move(expr));
  return ir::ExprId(bench.program.exprs.size() - 1);
}

}  // namespace

void declare_parameters(Workbench& bench) {
  bench.each<syntax::ParameterDeclarationView>(NodeKind::parameter_declaration, [&](auto view) {
    ir::LawParameter parameter;
    parameter.name = std::string(view.name().text());
    parameter.span = view.name().span();
    auto const type = read_type(bench, view.type());
    if (type && type->kind == TypeKind::amount) {
      bench.sink.add(diag::Kind::bad_parameter, view.type().span(),
                     "a parameter cannot be an amount of different things",
                     "give it one unit, such as `mass`, or write a `table`");
    }
    if (type && type->kind != TypeKind::amount) {
      parameter.type = *type;
    } else {
      bench.values.declare_broken(parameter.name);
    }
    bench.program.parameters.push_back(std::move(parameter));
  });
}

void declare_dated_parameters(Workbench& bench) {
  bench.first_dated_parameter = bench.program.definitions.size();
  for (std::vector<std::uint32_t> const& versions : bench.dated_parameters) {
    ir::LawParameter const& first = bench.program.parameters[versions.front()];
    bench.program.definitions.push_back({first.name, first.type, {}, {}, first.span});
    for (std::uint32_t const version : versions) {
      ir::LawParameter const& other = bench.program.parameters[version];
      if (other.type != first.type && !bench.values.is_broken(first.name)) {
        bench.sink.add({diag::Kind::type_mismatch,
                        other.span,
                        "this is " + type_name(bench, other.type) + ", and another version of `" + first.name +
                            "` is " + type_name(bench, first.type),
                        "versions of one parameter have one type",
                        {{first.span, "the other version is here"}}});
        bench.values.declare_broken(first.name);
      }
    }
  }
}

void fill_parameters(Workbench& bench) {
  std::vector<syntax::View> views;
  bench.each<syntax::ParameterDeclarationView>(NodeKind::parameter_declaration, [&](auto view) {
    ParameterBuilder(bench, view, bench.program.parameters[views.size()]).run();
    views.push_back(view);
  });
  for (std::size_t i = 0; i < bench.dated_parameters.size(); ++i) {
    std::vector<Version> versions;
    std::size_t const place = bench.first_dated_parameter + i;
    for (std::uint32_t const parameter : bench.dated_parameters[i]) {
      versions.push_back({read_period(bench, views[parameter], bench.program.parameters[parameter].name),
                          read_parameter(bench, parameter)});
      ir::Citations const& citations = bench.program.parameters[parameter].citations;
      ir::Definition& definition = bench.program.definitions[place];
      append(citations, definition.citations);
    }
    ir::ExprId const body = value_in_force(bench, versions, bench.program.definitions[place].name, ir::ExprId());
    bench.program.definitions[place].body = body;
  }
}

}  // namespace hjemmel::check
