// Functions of jurisdictions: `uses jurisdiction no` brings its code, `no.next_working_day(d)` calls it.
//
// In: the jurisdictions that were found for the package. Out: Program::jurisdictions, and a function for each that is called, typed
// from its signature. What a function gives as a text can only be compared: rules do not hold texts that no fact has.
// Tested in tests/golden/jurisdiction.
#include <algorithm>

#include "engine/check/expressions.h"
#include "engine/check/uses.h"

namespace hjemmel::check {
namespace {

ir::Type type_of(base::ForeignType type) {
  switch (type) {
    case base::ForeignType::boolean:
      return {ir::TypeKind::boolean, {}, {}, {}};
    case base::ForeignType::integer:
      return {ir::TypeKind::integer, {}, {}, {}};
    case base::ForeignType::decimal:
      return {ir::TypeKind::decimal, {}, {}, {}};
    case base::ForeignType::date:
      return {ir::TypeKind::date, {}, {}, {}};
    case base::ForeignType::text:
      break;
  }
  return {ir::TypeKind::text, {}, {}, {}};
}

// `no.next_working_day(date)`
std::string shown(base::Foreign const& code, base::ForeignFunction const& function) {
  std::string text = code.id() + "." + function.name + "(";
  for (std::size_t i = 0; i < function.arguments.size(); ++i) {
    text += (i > 0 ? ", " : "") + std::string(base::foreign_type_name(function.arguments[i]));
  }
  return text + ")";
}

base::Foreign const* jurisdiction_named(Workbench const& bench, std::string_view id) {
  auto const& all = bench.program.jurisdictions;
  auto const at = std::find_if(all.begin(), all.end(), [&](base::Foreign const* one) { return one->id() == id; });
  return at == all.end() ? nullptr : *at;
}

std::string listed(std::vector<std::string> const& names) {
  std::string text;
  for (std::string const& name : names) {
    text += (text.empty() ? "`" : ", `") + name + "`";
  }
  return text;
}

bool compares(ir::ExprOp op) { return op == ir::ExprOp::equal || op == ir::ExprOp::not_equal; }

}  // namespace

std::vector<JurisdictionLine> jurisdiction_lines(std::span<syntax::Tree const> files) {
  std::vector<JurisdictionLine> lines;
  for (syntax::Tree const& tree : files) {
    for (syntax::NodeRef const node : tree.declarations()) {
      if (tree.kind(node) == syntax::NodeKind::uses_jurisdiction) {
        auto const view = syntax::view<syntax::UsesJurisdictionView>(&tree, node);
        lines.push_back({std::string(view.id().text()), view.version() ? view.version().value() : "", view.id().span(),
                         view.version() ? view.version().span() : source::Span{}});
      }
    }
  }
  return lines;
}

void read_jurisdictions(Workbench& bench) {
  Names ids("jurisdiction");
  for (JurisdictionLine const& line : jurisdiction_lines(bench.files)) {
    if (!ids.declare(line.id, 0, line.span, bench.sink)) {
      continue;
    }
    auto const at = std::find_if(bench.jurisdictions.begin(), bench.jurisdictions.end(),
                                 [&](base::Foreign const* one) { return one->id() == line.id; });
    if (at == bench.jurisdictions.end()) {
      bench.lacking.push_back(line.id);
    } else {
      bench.program.jurisdictions.push_back(*at);
    }
  }
}

base::Calendar calendar_of(Workbench const& bench) {
  for (base::Foreign const* const one : bench.program.jurisdictions) {
    base::Calendar const calendar = base::calendar_of(*one);
    if (calendar != base::kNoCalendar) {
      return calendar;
    }
  }
  return base::kNoCalendar;
}

std::uint32_t join_functions(ir::Program& into, ir::Program const& from) {
  auto const first = static_cast<std::uint32_t>(into.functions.size());
  into.functions.insert(into.functions.end(), from.functions.begin(), from.functions.end());
  for (base::Foreign const* const one : from.jurisdictions) {
    if (std::find(into.jurisdictions.begin(), into.jurisdictions.end(), one) == into.jurisdictions.end()) {
      into.jurisdictions.push_back(one);
    }
  }
  return first;
}

// Which function of the program it is; it joins the program where it is new.
std::uint32_t Expressions::function_of(base::Foreign const& code, std::size_t place) {
  auto& all = bench_.program.functions;
  auto const known = std::find_if(all.begin(), all.end(),
                                  [&](ir::Function const& one) { return one.code == &code && one.place == place; });
  if (known == all.end()) {
    base::ForeignFunction const& function = code.functions()[place];
    ir::Function made{
        code.id() + "." + function.name, {}, type_of(function.result), &code, static_cast<std::uint32_t>(place)};
    std::transform(function.arguments.begin(), function.arguments.end(), std::back_inserter(made.arguments), type_of);
    all.push_back(std::move(made));
    return static_cast<std::uint32_t>(all.size() - 1);
  }
  return static_cast<std::uint32_t>(known - all.begin());
}

std::optional<Typed> Expressions::function_call(syntax::CallView view) {
  std::string_view const callee = view.callee().text();
  std::size_t const point = callee.find('.');
  base::Foreign const* const code = jurisdiction_named(bench_, callee.substr(0, point));
  if (code == nullptr) {
    return no_jurisdiction(view, std::string(callee.substr(0, point)));
  }
  auto const& functions = code->functions();
  auto const at = std::find_if(functions.begin(), functions.end(),
                               [&](base::ForeignFunction const& one) { return one.name == callee.substr(point + 1); });
  if (at == functions.end()) {
    std::vector<std::string> names;
    std::transform(functions.begin(), functions.end(), std::back_inserter(names),
                   [](base::ForeignFunction const& one) { return one.name; });
    std::string const near = did_you_mean(callee.substr(point + 1), names);
    bench_.sink.add(diag::Kind::unknown_function, view.callee().span(),
                    "the jurisdiction `" + code->id() + "` " + code->version() + " has no function `" +
                        std::string(callee.substr(point + 1)) + "`",
                    near.empty() ? "it has: " + listed(names) : near);
    return std::nullopt;
  }
  return call_of(view, *code, static_cast<std::size_t>(at - functions.begin()));
}

std::optional<Typed> Expressions::call_of(syntax::CallView view, base::Foreign const& code, std::size_t place) {
  base::ForeignFunction const& function = code.functions()[place];
  std::size_t const given = view.children().size() - 1;
  if (given != function.arguments.size()) {
    bench_.sink.add(diag::Kind::type_mismatch, view.span(),
                    "`" + shown(code, function) + "` takes " + std::to_string(function.arguments.size()) +
                        (function.arguments.size() == 1 ? " value" : " values") + ", and here " +
                        (given == 1 ? "stands " : "stand ") + std::to_string(given),
                    "give it one value for each");
    return std::nullopt;
  }
  ir::Expr expr;
  bool good = true;
  for (std::size_t i = 0; i < given; ++i) {
    auto const argument =
        of_type(syntax::operand(view, static_cast<std::uint32_t>(i + 1)), type_of(function.arguments[i]));
    good = good && argument;
    expr.children.push_back(argument ? argument->expr : ir::ExprId());
  }
  if (!good) {
    return std::nullopt;
  }
  expr.op = ir::ExprOp::call;
  expr.type = type_of(function.result);
  expr.span = view.span();
  expr.index = function_of(code, place);
  return add(std::move(expr));
}

std::optional<Typed> Expressions::no_jurisdiction(syntax::CallView view, std::string const& id) {
  bool const lacking =
      std::any_of(bench_.lacking.begin(), bench_.lacking.end(), [&](std::string const& one) { return one == id; });
  if (!lacking) {  // else it is told where it is named
    bench_.sink.add(diag::Kind::unknown_function, view.callee().span(), "the package uses no jurisdiction `" + id + "`",
                    "write `uses jurisdiction " + id + "` below the head; a table is read by its name alone");
  }
  return std::nullopt;
}

void refuse_loose_texts(Workbench& bench) {
  if (bench.program.functions.empty()) {
    return;
  }
  auto const& exprs = bench.program.exprs;
  std::vector<bool> compared(exprs.size());
  for (ir::Expr const& expr : exprs) {
    for (ir::ExprId const child : expr.children) {
      bool const fine = child.has_value() && (compares(expr.op) || expr.op == ir::ExprOp::call);
      if (fine) {
        compared[child.index] = true;
      }
    }
  }
  for (std::size_t i = 0; i < exprs.size(); ++i) {
    bool const gives_text = exprs[i].op == ir::ExprOp::call && exprs[i].type.kind == ir::TypeKind::text;
    if (gives_text && !compared[i]) {
      bench.sink.add(diag::Kind::type_mismatch, exprs[i].span, "a text that a jurisdiction gives can only be compared",
                     "compare it where it is called, as in `… = \"cannabis\"`");
    }
  }
}

}  // namespace hjemmel::check
