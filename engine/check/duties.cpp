// Duties: when a body owes something, by when, and what shows that it is done; and the decision that says what has become of it.
//
// A duty becomes a decision with a rule for each state, the later ones before the earlier: it is open, unless the day has
// passed (`missed`), unless it is done (`done`), unless that was too late (`done_late`), unless nothing is owed (`not_owed`).
#include <algorithm>
#include <array>

#include "engine/check/expressions.h"

namespace hjemmel::check {
namespace {

using ir::ExprOp;
using syntax::NodeKind;

constexpr std::array<std::string_view, 5> kOptions{"not_owed", "open", "done", "done_late", "missed"};
constexpr std::array kDueKinds{NodeKind::due_within, NodeKind::due_by, NodeKind::due_before, NodeKind::due_every};

constexpr ir::Type kDate{ir::TypeKind::date, {}, {}, {}};

// One enumeration for all duties. A name with a blank: no author can write it.
ir::EnumId add_options(Workbench& bench) {
  ir::Enum options;
  options.name = "state of a duty";
  for (std::string_view const name : kOptions) {
    ir::EnumValue& value = options.values.emplace_back();
    value.name = std::string(name);
    value.rank = static_cast<std::uint32_t>(options.values.size() - 1);
  }
  bench.program.enums.push_back(std::move(options));
  return ir::EnumId(bench.program.enums.size() - 1);
}

bool is_term(syntax::ExprView view) {
  return view.kind() == NodeKind::term_after || view.kind() == NodeKind::term_from ||
         view.kind() == NodeKind::working_days_after || view.kind() == NodeKind::working_days_from;
}

class DutyBuilder {
 public:
  DutyBuilder(Workbench& bench, syntax::DutyView view, ir::DecisionId decision) : bench_(bench), view_(view) {
    duty_.decision = decision;
  }

  void run() {
    refuse_repeats(bench_, view_, {NodeKind::when, NodeKind::suspended_during});
    duty_.name = std::string(view_.name().text());
    duty_.on = std::string(view_.body().text());
    duty_.owed_to = view_.owed_to() ? std::string(view_.owed_to().text()) : "";
    duty_.span = view_.name().span();
    duty_.citations = read_citations(bench_, view_);
    if (duty_.citations.empty()) {
      bench_.sink.add(diag::Kind::uncited_rule, duty_.span, "the duty `" + duty_.name + "` cites no law",
                      "add `cites` and the source, the place and the catalogue entry");
    }
    bool const good = read_decided_on() && read_due() && read_done();
    if (view_.guard()) {
      auto const condition = Expressions(bench_).condition(view_.guard());
      owed_ = condition.value_or(ir::ExprId());
    }
    if (!good) {
      return;
    }
    add_rules();
    bench_.program.duties.push_back(std::move(duty_));
  }

 private:
  void refuse(syntax::View at, std::string const& message, std::string const& help) {
    bench_.sink.add(diag::Kind::bad_duty, at ? at.span() : duty_.span, message, help);
  }

  bool read_decided_on() {
    ir::FactId const decided_on = bench_.program.decided_on;
    if (!decided_on.has_value()) {
      refuse({}, "it is not said on which day the duty is judged",
             "name the fact that holds it in the package's head: `decided on …`");
      return false;
    }
    ir::Expr expr;
    expr.op = ExprOp::fact;
    expr.fact = decided_on;
    today_ = add(std::move(expr), kDate, duty_.span);
    return true;
  }

  // The one clause among `kinds`; a message where there is none or more.
  syntax::View only_clause(std::span<NodeKind const> kinds, std::string const& none, std::string const& help) {
    syntax::View found;
    for (syntax::NodeRef const child : view_.children()) {
      if (std::find(kinds.begin(), kinds.end(), view_.tree->kind(child)) == kinds.end()) {
        continue;
      }
      if (found) {
        bench_.sink.add(diag::Kind::repeated_clause, syntax::View{view_.tree, child}.span(),
                        "this stands here already in another form", "keep one of the two");
        return {};
      }
      found = {view_.tree, child};
    }
    if (!found) {
      bench_.sink.add(diag::Kind::missing_clause, duty_.span, none, help);
    }
    return found;
  }

  bool read_due() {
    syntax::View const clause = only_clause(kDueKinds, "it is not said by when the duty must be done",
                                            "write `due within 10 days after …`, `due by …`, `due before …` or "
                                            "`due every 3 months after …`");
    if (!clause) {
      return false;
    }
    due_kind_ = clause.kind();
    due_span_ = clause.span();
    syntax::ExprView const view = view_.due(due_kind_);
    bool const needs_term = due_kind_ == NodeKind::due_within || due_kind_ == NodeKind::due_every;
    if (needs_term && !is_term(view)) {
      refuse(view, "here stands how long the body has, and from which day",
             "write `10 days after …` or `10 days from …`; of a date write `due by …`");
      return false;
    }
    duty_.before = due_kind_ == NodeKind::due_before;
    Expressions expressions(bench_);
    std::size_t const terms_before = bench_.program.terms.size();
    if (view_.suspended() && !suspend(expressions)) {
      return false;
    }
    auto const due = expressions.of_type(view, kDate);
    if (due && view_.suspended() && bench_.program.terms.size() == terms_before) {
      refuse(view_.suspended(), "no days are counted here that could be suspended",
             "write the term in the `due` line: `due within 10 days after …`");
      return false;
    }
    duty_.due = due ? due->expr : ir::ExprId();
    return due.has_value();
  }

  // The list's two dates: the first and the last day of each period.
  bool suspend(Expressions& expressions) {
    auto const list = find_list(view_.suspended());
    auto const dates = list ? dates_of(*list) : std::vector<std::uint32_t>();
    if (list && dates.size() != 2) {
      refuse(view_.suspended(), "the records of a suspension have two dates, its first and its last day",
             "this list's records have " + std::to_string(dates.size()));
    }
    if (dates.size() != 2) {
      return false;
    }
    expressions.suspend_during({{}, *list, dates[0], dates[1]});
    return true;
  }

  std::optional<ir::FactId> find_list(syntax::NameView path) {
    auto const fact = find_fact(bench_, path.text());
    if (fact && bench_.program.facts[fact->index].info.type.kind == ir::TypeKind::list) {
      return fact;
    }
    std::string const near = fact ? "" : did_you_mean(path.text(), bench_.fact_paths);
    bench_.sink.add(fact ? diag::Kind::not_a_list : diag::Kind::unknown_name, path.span(),
                    fact ? "`" + std::string(path.text()) + "` is not a list"
                         : "there is no list called `" + std::string(path.text()) + "`",
                    near.empty() ? "name a list of the fact schema" : near);
    return std::nullopt;
  }

  ir::Record const& record_of(ir::FactId list) const {
    return bench_.program.records[bench_.program.facts[list.index].info.type.record.index];
  }

  std::vector<std::uint32_t> dates_of(ir::FactId list) const {
    std::vector<std::uint32_t> dates;
    auto const& fields = record_of(list).fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (fields[i].info.type == kDate) {
        dates.push_back(static_cast<std::uint32_t>(i));
      }
    }
    return dates;
  }

  bool read_done() {
    syntax::View const clause =
        only_clause(std::array{NodeKind::done_on, NodeKind::done_in}, "it is not said what shows that the duty is done",
                    "write `done` and the fact that holds the day, or `done in` and a list of dated records");
    if (!clause) {
      return false;
    }
    done_span_ = clause.span();
    if (clause.kind() == NodeKind::done_in) {
      return read_done_in();
    }
    if (due_kind_ == NodeKind::due_every) {
      refuse(clause, "what is due every so often is done more than once",
             "write `done in` and a list of dated records");
      return false;
    }
    auto const done = Expressions(bench_).of_type(view_.done_on(), kDate);
    done_ = done ? done->expr : ir::ExprId();
    return done.has_value();
  }

  bool read_done_in() {
    auto const list = find_list(view_.done_in_list());
    auto const field = list ? done_field(*list) : std::nullopt;
    if (!field) {
      return false;
    }
    done_list_ = *list;
    done_field_ = *field;
    if (due_kind_ == NodeKind::due_every) {
      return true;
    }
    ir::Expr first = over_list(ExprOp::least);
    first.children = {field_of(first.variable)};
    done_ = add(std::move(first), kDate, done_span_);
    return true;
  }

  std::optional<std::uint32_t> done_field(ir::FactId list) {
    std::vector<std::uint32_t> const dates = dates_of(list);
    syntax::NameView const name = view_.done_by();
    if (!name) {
      if (dates.size() == 1) {
        return dates.front();
      }
      refuse(view_.done_in_list(), "it is not said which date of the records shows that the duty is done",
             "write `by` and the field behind the list");
      return std::nullopt;
    }
    std::vector<std::string> names;
    for (std::uint32_t const date : dates) {
      if (record_of(list).fields[date].info.name == name.text()) {
        return date;
      }
      names.push_back(record_of(list).fields[date].info.name);
    }
    std::string const near = did_you_mean(name.text(), names);
    bench_.sink.add(diag::Kind::unknown_name, name.span(),
                    "the records have no date called `" + std::string(name.text()) + "`",
                    near.empty() ? these_are(names, "date") : near);
    return std::nullopt;
  }

  // ---- expressions
  ir::ExprId add(ir::Expr expr, ir::Type const& type, source::Span span) {
    expr.type = type;
    expr.span = span;
    bench_.program.exprs.push_back(std::move(expr));
    return ir::ExprId(bench_.program.exprs.size() - 1);
  }

  ir::ExprId condition(ExprOp op, ir::ExprIds children, source::Span span) {
    ir::Expr expr;
    expr.op = op;
    expr.children = std::move(children);
    return add(std::move(expr), {}, span);
  }

  ir::Expr over_list(ExprOp op) {
    ir::Expr expr;
    expr.op = op;
    expr.fact = done_list_;
    expr.source = ir::SourceKind::list;
    expr.variable = bench_.program.variable_count++;
    return expr;
  }

  ir::ExprId field_of(std::uint32_t variable) {
    ir::Expr expr;
    expr.op = ExprOp::field;
    expr.fact = done_list_;
    expr.variable = variable;
    expr.index = done_field_;
    return add(std::move(expr), kDate, done_span_);
  }

  // The same term from another day.
  ir::ExprId term_from(ir::ExprId day) {
    ir::Expr expr = bench_.program.exprs[first_due_.index];
    expr.children = {day};
    return add(std::move(expr), kDate, due_span_);
  }

  // ---- what is due every so often: within the term from the day it runs from, and again from each time it is done
  ir::ExprId overdue_again() {
    ir::ExprId const first = condition(ExprOp::greater, {today_, first_due_}, due_span_);
    ir::Expr some = over_list(ExprOp::no);
    ir::ExprId const done = field_of(some.variable);
    ir::ExprId const by_now = condition(ExprOp::less_equal, {done, today_}, done_span_);
    ir::ExprId const holds = condition(ExprOp::less_equal, {today_, term_from(done)}, done_span_);
    some.children = {condition(ExprOp::conjunction, {by_now, holds}, done_span_)};
    ir::ExprId const none = add(std::move(some), {}, done_span_);
    return condition(ExprOp::conjunction, {first, none}, due_span_);
  }

  // Of the last time that it was done by now, or of the day that it runs from.
  ir::ExprId next_due() {
    ir::Expr last = over_list(ExprOp::greatest);
    ir::ExprId const day = field_of(last.variable);
    last.has_where = true;
    last.children = {condition(ExprOp::less_equal, {day, today_}, done_span_), field_of(last.variable)};
    ir::ExprId const again = term_from(add(std::move(last), kDate, done_span_));
    ir::Expr later;
    later.op = ExprOp::conditional;
    later.children = {condition(ExprOp::greater, {again, first_due_}, due_span_), again, first_due_};
    return add(std::move(later), kDate, due_span_);
  }

  // ---- rules
  void add_rules() {
    ir::RuleIds lower{add_rule(ir::DutyOption::open, {}, {})};
    first_due_ = duty_.due;
    if (due_kind_ == NodeKind::due_every) {
      lower.push_back(add_rule(ir::DutyOption::missed, overdue_again(), lower));
      duty_.due = next_due();
    } else {
      ExprOp const past = duty_.before ? ExprOp::greater_equal : ExprOp::greater;
      ir::ExprId const overdue = condition(past, {today_, duty_.due}, due_span_);
      lower.push_back(add_rule(ir::DutyOption::missed, overdue, lower));
      ir::ExprId const done = condition(ExprOp::less_equal, {done_, today_}, done_span_);
      lower.push_back(add_rule(ir::DutyOption::done, done, lower));
      ir::ExprId const late = condition(past, {done_, duty_.due}, due_span_);
      // That the day has passed follows; said outright, it is seen where neither of the two is known.
      ir::ExprId const passed = condition(past, {today_, duty_.due}, due_span_);
      ir::ExprId const done_late = condition(ExprOp::conjunction, {passed, done, late}, done_span_);
      lower.push_back(add_rule(ir::DutyOption::done_late, done_late, lower));
    }
    add_not_owed(lower);
  }

  // Before another step it is owed though that step has not come; within a time only once that has begun to run.
  void add_not_owed(ir::RuleIds const& lower) {
    std::vector<ir::Ground> grounds;
    if (owed_.has_value()) {
      grounds.push_back({"condition", owed_, false, true});
    }
    if (!duty_.before) {
      ir::ExprId const runs = condition(ExprOp::is_applicable, {first_due_}, due_span_);
      grounds.push_back({"time_has_not_begun", runs, false, true});
    }
    if (!grounds.empty()) {
      ir::RuleId const rule = add_rule(ir::DutyOption::not_owed, {}, lower);
      bench_.program.rules[rule.index].grounds = std::move(grounds);
    }
  }

  source::Span span_of(ir::ExprId id) const { return bench_.program.exprs[id.index].span; }

  ir::RuleId add_rule(ir::DutyOption option, ir::ExprId when, ir::RuleIds const& lower) {
    ir::Rule rule;
    rule.name = duty_.name + ": " + std::string(kOptions.at(static_cast<std::size_t>(option)));
    std::replace(rule.name.begin() + static_cast<std::ptrdiff_t>(duty_.name.size()), rule.name.end(), '_', ' ');
    rule.span = duty_.span;
    rule.decision = duty_.decision;
    rule.overrides = lower;
    rule.when = when;
    rule.citations = duty_.citations;
    rule.choice = ir::Choice{ir::Modality::is, {{static_cast<std::uint32_t>(option), {}}}, {}};
    ir::RuleId const id(bench_.program.rules.size());
    bench_.program.rules.push_back(std::move(rule));
    bench_.program.decisions[duty_.decision.index].rules.push_back(id);
    return id;
  }

  Workbench& bench_;
  syntax::DutyView view_;
  ir::Duty duty_;
  NodeKind due_kind_ = NodeKind::due_by;
  source::Span due_span_;
  source::Span done_span_;
  ir::ExprId today_;
  ir::ExprId first_due_;  // of `due every` the first day, else the only one
  ir::ExprId owed_;       // the `when`; none: always
  ir::ExprId done_;       // the day; none where it is due every so often
  ir::FactId done_list_;
  std::uint32_t done_field_ = 0;
};

}  // namespace

void declare_duties(Workbench& bench) {
  ir::EnumId options;
  bench.each<syntax::DutyView>(NodeKind::duty_declaration, [&](syntax::DutyView view) {
    options = options.has_value() ? options : add_options(bench);
    ir::Decision decision;
    decision.name = std::string(view.name().text());
    decision.span = view.name().span();
    decision.options = options;
    decision.of_duty = true;
    bench.program.decisions.push_back(std::move(decision));
  });
}

void build_duties(Workbench& bench) {
  auto const& decisions = bench.program.decisions;
  auto const first = std::find_if(decisions.begin(), decisions.end(), [](auto const& one) { return one.of_duty; });
  auto at = static_cast<std::size_t>(first - decisions.begin());
  bench.each<syntax::DutyView>(NodeKind::duty_declaration,
                               [&](syntax::DutyView view) { DutyBuilder(bench, view, ir::DecisionId(at++)).run(); });
}

}  // namespace hjemmel::check
