// Values that are written out: what a parameter, a presumption or the end of a range may be. Nothing is computed here.
#include "engine/check/expressions.h"

namespace hjemmel::check {

std::optional<Constant> read_constant(Workbench& bench, syntax::ExprView view, ir::Type const& type) {
  auto const typed = Expressions(bench).of_type(view, type);
  if (!typed) {
    return std::nullopt;
  }
  ir::Expr const& written = bench.program.exprs[typed->expr.index];
  bool const negative = written.op == ir::ExprOp::negate;
  ir::Expr const& value = negative ? bench.program.exprs[written.children[0].index] : written;
  if (value.op != ir::ExprOp::constant) {
    bench.sink.add(diag::Kind::not_a_constant, view.span(),
                   "this is computed, where a value is needed that is written out",
                   "write the value itself, with its unit; what is computed belongs in a `define`");
    return std::nullopt;
  }
  return Constant{negative ? base::negate(value.number) : value.number, *value.more->text};
}

}  // namespace hjemmel::check
