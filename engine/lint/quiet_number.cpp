// Quiet numbers: a figure that stands in a definition of its own and cites nothing. An open term («young») is judged, or is a
// parameter that says within what range it may be; a figure that the law gives says where.
#include "engine/lint/workbench.h"

namespace hjemmel::lint {
namespace {

bool is_figure(ir::Expr const& expr) {
  bool const kind = expr.type.kind != ir::TypeKind::boolean && expr.type.kind != ir::TypeKind::text &&
                    expr.type.kind != ir::TypeKind::enumeration;
  return expr.op == ir::ExprOp::constant && kind;
}

}  // namespace

void find_quiet_numbers(Workbench& bench) {
  for (ir::Definition const& definition : bench.program().definitions) {
    bool const own = is_written(definition.name) && bench.is_own(definition.span);
    if (!own || !definition.citations.empty() || !definition.body.has_value()) {
      continue;
    }
    ir::Expr const& body = bench.expr(definition.body);
    if (is_figure(body)) {
      bench.sink.add(diag::Kind::quiet_number, body.span,
                     "the figure " + bench.text(body.span) + " of `" + definition.name + "` comes from no source",
                     "cite the source that gives it; where the sources give none, write `parameter " + definition.name +
                         "` with `within` and what else it may be, or let an assessment judge it");
    }
  }
}

}  // namespace hjemmel::lint
