// Presumptions: what counts where a fact was asked for and is not known.
#include <algorithm>

#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using ir::TypeKind;
using syntax::NodeKind;

class PresumptionBuilder {
 public:
  PresumptionBuilder(Workbench& bench, syntax::PresumptionView view) : bench_(bench), view_(view) {}

  void run() {
    refuse_repeats(bench_, view_, {NodeKind::when, NodeKind::when_in_doubt});
    auto const fact = find_fact(bench_, view_.path().text());
    if (!fact) {
      bench_.sink.add(diag::Kind::unknown_name, view_.path().span(),
                      "the facts have no `" + std::string(view_.path().text()) + "`",
                      did_you_mean(view_.path().text(), bench_.fact_paths));
      return;
    }
    ir::Presumption presumption;
    presumption.fact = *fact;
    presumption.span = view_.path().span();
    presumption.citations = read_citations(bench_, view_);
    if (view_.condition()) {
      auto const condition = Expressions(bench_).condition(view_.condition());
      presumption.when = condition.value_or(ir::ExprId{});
    }
    if (is_second(presumption) || !read_value(presumption) || !is_allowed(presumption)) {
      return;
    }
    bench_.program.presumptions.push_back(std::move(presumption));
  }

 private:
  bool is_second(ir::Presumption const& presumption) {
    auto const& all = bench_.program.presumptions;
    auto const first = std::find_if(all.begin(), all.end(), [&](auto const& p) { return p.fact == presumption.fact; });
    if (first != all.end()) {
      bench_.sink.add({diag::Kind::bad_presumption,
                       presumption.span,
                       "`" + std::string(view_.path().text()) + "` is presumed twice",
                       "keep one of them; which of two presumptions counts would not be said",
                       {{first->span, "the first one is here"}}});
    }
    return first != all.end();
  }

  bool read_value(ir::Presumption& presumption) {
    ir::Type const type = bench_.program.facts[presumption.fact.index].info.type;
    if (type.kind == TypeKind::list || type.kind == TypeKind::amount) {
      bench_.sink.add(diag::Kind::bad_presumption, presumption.span,
                      "`" + std::string(view_.path().text()) + "` is " + type_name(bench_, type) +
                          ", and only a single value can be presumed",
                      "presume a fact that holds one value");
      return false;
    }
    if (view_.value()) {
      auto const value = view_.is_not() ? std::nullopt : read_constant(bench_, view_.value(), type);
      if (view_.is_not()) {
        bench_.sink.add(diag::Kind::bad_presumption, view_.is_not().span(), "`not` and a value do not go together",
                        "write `presume not` the fact, or `presume` the fact `is` and its value");
        return false;
      }
      presumption.value = value ? value->number : base::Decimal();
      presumption.text = value ? value->text : "";
      return value.has_value();
    }
    if (type.kind != TypeKind::boolean) {
      bench_.sink.add(diag::Kind::bad_presumption, presumption.span,
                      "`" + std::string(view_.path().text()) + "` is " + type_name(bench_, type) +
                          ", so it must be said what is presumed",
                      "add `is` and the value behind the fact");
      return false;
    }
    presumption.value = base::Decimal::of(view_.is_not() ? 0 : 1);
    return true;
  }

  bool is_allowed(ir::Presumption const& presumption) {
    ir::FactInfo const& info = bench_.program.facts[presumption.fact.index].info;
    bool const outside =
        (info.minimum && presumption.value < *info.minimum) || (info.maximum && presumption.value > *info.maximum);
    if (outside) {
      bench_.sink.add(diag::Kind::bad_presumption, view_.value().span(),
                      "`" + info.name + "` can never have this value",
                      "the fact schema sets its smallest and greatest value; presume one between them");
    }
    return !outside;
  }

  Workbench& bench_;
  syntax::PresumptionView view_;
};

}  // namespace

void build_presumptions(Workbench& bench) {
  bench.each<syntax::PresumptionView>(NodeKind::presumption_declaration,
                                      [&](syntax::PresumptionView view) { PresumptionBuilder(bench, view).run(); });
}

}  // namespace hjemmel::check
