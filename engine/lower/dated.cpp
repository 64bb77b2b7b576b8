// What reads the selecting date is dated, and so is what reads that; repeated until nothing is added.
#include "engine/lower/dated.h"

#include <algorithm>

namespace hjemmel::lower {
namespace {

using ir::ExprOp;

class Dates {
 public:
  explicit Dates(ir::Program const& program) : program_(program), dated_(program.exprs.size()) {}

  std::vector<bool> run() {
    for (bool more = is_read_as_of_two_dates(); more;) {
      more = false;
      for (std::size_t i = 0; i < dated_.size(); ++i) {
        if (!dated_[i] && is_dated(program_.exprs[i])) {
          dated_[i] = true;
          more = true;
        }
      }
    }
    return std::move(dated_);
  }

 private:
  // `… at d` puts another date in the place of the one that picks the law, and most programs have none that does.
  [[nodiscard]] bool is_read_as_of_two_dates() const {
    return program_.milder_for.has_value() ||
           (program_.selecting.has_value() &&
            std::any_of(program_.exprs.begin(), program_.exprs.end(),
                        [](ir::Expr const& expr) { return expr.op == ExprOp::as_of_date; }));
  }

  bool is_dated(ir::Expr const& expr) const {
    bool const below =
        std::any_of(expr.children.begin(), expr.children.end(), [this](ir::ExprId child) { return has(child); });
    switch (expr.op) {
      case ExprOp::selecting_date:
      case ExprOp::out_of_force:
      case ExprOp::may_be:  // a decision hangs on its rules, which may have periods
      case ExprOp::is_only:
      case ExprOp::figure:
        return true;
      case ExprOp::definition:
        return has(program_.definitions[expr.definition.index].body);
      case ExprOp::table:
        return below || of_table(program_.tables[expr.more->table.index]);
      case ExprOp::fact:
        return is_presumed_by_date(expr.fact);
      default:
        return below;
    }
  }

  bool of_table(ir::Table const& table) const {
    return has(table.otherwise) || std::any_of(table.rows.begin(), table.rows.end(),
                                               [this](ir::TableRow const& row) { return has(row.value); });
  }

  bool is_presumed_by_date(ir::FactId fact) const {
    return std::any_of(program_.presumptions.begin(), program_.presumptions.end(),
                       [&](ir::Presumption const& one) { return one.fact == fact && has(one.when); });
  }

  bool has(ir::ExprId id) const { return id.has_value() && dated_[id.index]; }

  ir::Program const& program_;
  std::vector<bool> dated_;
};

}  // namespace

std::vector<bool> dated_expressions(ir::Program const& program) { return Dates(program).run(); }

}  // namespace hjemmel::lower
