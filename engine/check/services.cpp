// Services: criteria, exclusions, place and time of the offer and what is given; and the decision that says whether it is given,
// with the rules of service_rules.h.
#include <algorithm>
#include <array>

#include "engine/base/large_pages.h"
#include "engine/check/expressions.h"
#include "engine/check/second_reader.h"
#include "engine/check/service_clauses.h"
#include "engine/check/service_rules.h"
#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

constexpr std::array<std::string_view, 4> kOptions{"entitled", "may_be_given", "not_offered", "refused"};

// One enumeration for all services. A name with a blank: no author can write it.
ir::EnumId add_options(Workbench& bench) {
  ir::Enum options;
  options.name = "state of a service";
  for (std::string_view const name : kOptions) {
    ir::EnumValue& value = options.values.emplace_back();
    value.name = std::string(name);
    value.rank = static_cast<std::uint32_t>(options.values.size() - 1);
  }
  bench.program.enums.push_back(std::move(options));
  return ir::EnumId(bench.program.enums.size() - 1);
}

std::size_t rows_in(syntax::View clause) { return clause ? clause.children().size() : 0; }

class ServiceBuilder {
 public:
  ServiceBuilder(Workbench& bench, syntax::ServiceView view, ir::DecisionId decision)
      : bench_(bench), view_(view), clauses_(clauses_of(view)), service_(bench.program.services.emplace_back()) {
    service_.decision = decision;
  }

  void run() {
    refuse_repeats(
        bench_, view_,
        {NodeKind::label_nb, NodeKind::label_en, NodeKind::provider, NodeKind::may_be_given, NodeKind::as_of_right,
         NodeKind::offered_in, NodeKind::in_force, NodeKind::criteria, NodeKind::excludes, NodeKind::gives});
    service_.name = clauses_.name.text();
    service_.span = clauses_.name.span();
    if (clauses_.en || clauses_.nb) {
      service_.label = ir::Label{clauses_.en.value(), clauses_.nb.value()};
    }
    if (clauses_.provider) {
      service_.provider = clauses_.provider.text();
    }
    service_.citations = read_citations(bench_, view_);
    read_force();
    if (clauses_.offered) {
      read_offer(clauses_.offered);
    }
    read_time();
    service_.criteria.reserve(rows_in(clauses_.criteria) + rows_in(clauses_.excludes));
    read_criteria(clauses_.criteria, false);
    read_criteria(clauses_.excludes, true);
    warn_if_uncited();
    read_gives();
  }

 private:
  void read_force() {
    service_.as_of_right = clauses_.as_of_right;
    if (clauses_.as_of_right == clauses_.may_be_given) {
      bool const both = clauses_.as_of_right;
      bench_.sink.add(both ? diag::Kind::repeated_clause : diag::Kind::missing_clause, view_.name().span(),
                      both ? "the service is given both as of right and at discretion"
                           : "it is not said whether the service is a right",
                      "write `as of right` where the person can claim it, `may be given` where it is at discretion");
    }
  }

  void read_offer(syntax::OfferedView offered) {
    auto const place = Expressions(bench_).check(offered.by());
    if (!place) {
      return;
    }
    if (place->type.kind != ir::TypeKind::enumeration) {
      bench_.sink.add(
          diag::Kind::type_mismatch, offered.by().span(),
          "a place of the offer is a value of an enumeration, and this is " + type_name(bench_, place->type),
          "name the fact that says where the person is treated");
      return;
    }
    std::vector<std::string> names;
    std::vector<std::uint32_t> places;
    for (syntax::NodeRef const name : offered.places()) {
      if (auto const ordinal = read_ordinal(bench_, place->type.enumeration, {offered.tree, name})) {
        places.push_back(*ordinal);
        names.emplace_back(offered.tree->text(name));
      }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    service_.places = std::move(names);
    service_.place = bench_.program.exprs[place->expr.index].fact;
    service_.offered = add_expr(ir::ExprOp::member, offered.span(), place->expr);
    bench_.program.exprs.back().more = ir::ExprMore{.set = {places.begin(), places.end()}};
  }

  void read_time() {
    if (clauses_.in_force) {
      service_.in_force = read_period(bench_, view_, service_.name).condition;
      service_.period = written_period(syntax::in_force_of(view_));
    }
  }

  // As the rules write it, on one line and without the words `in force`.
  static std::string written_period(syntax::View clause) {
    std::string words;
    std::uint32_t const begin = clause.tree->nodes()[clause.tree->first_child(clause.node).index].begin -
                                clause.tree->nodes()[clause.node.index].begin;
    for (char const byte : clause.text().substr(begin)) {
      bool const blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
      if (!blank) {
        words += byte;
      } else if (!words.empty() && words.back() != ' ') {
        words += ' ';
      }
    }
    return words;
  }

  // `rows` may be no clause.
  void read_criteria(syntax::View rows, bool exclusion) {
    if (!rows) {
      return;
    }
    syntax::Tree const& tree = *rows.tree;
    for (syntax::NodeRef at = tree.first_child(rows.node); at.has_value(); at = tree.next_sibling(at)) {
      CriterionParts const row = parts_of_criterion(tree, at);
      std::string_view const name = row.name.text();
      warn_if_like_word(bench_, row.name);
      auto const same = [&](ir::Criterion const& other) { return other.name == name; };
      if (std::any_of(service_.criteria.begin(), service_.criteria.end(), same)) {
        bench_.sink.add(diag::Kind::duplicate_name, row.name.span(), "`" + std::string(name) + "` stands here twice",
                        "give one of them another name");
      }
      if (auto const condition = Expressions(bench_).condition(row.guard)) {
        ir::Criterion& criterion = service_.criteria.emplace_back();
        criterion.name = name;
        criterion.condition = *condition;
        criterion.exclusion = exclusion;
        if (row.cites) {
          criterion.citations = read_citations(bench_, {&tree, at});
        }
      }
    }
  }

  void warn_if_uncited() {
    if (!service_.citations.empty()) {
      return;
    }
    for (ir::Criterion const& criterion : service_.criteria) {
      if (criterion.citations.empty()) {
        bench_.sink.add(
            diag::Kind::uncited_rule, view_.name().span(),
            "neither the service `" + service_.name + "` nor its criterion `" + criterion.name + "` cites any law",
            "add `cites` and the source, the place and the catalogue entry");
        return;
      }
    }
  }

  void read_gives() {
    if (!clauses_.gives) {
      return;
    }
    std::vector<ir::Given> gives;
    for (syntax::NodeRef const child : clauses_.gives.children()) {
      syntax::View const written{view_.tree, child};
      ir::Given given;
      given.name = std::string(syntax::operand(written, 0).text());
      for (syntax::NodeRef const part : written.children()) {
        if (view_.tree->kind(part) != NodeKind::name) {
          read_feature(syntax::view<syntax::GivenFeatureView>(view_.tree, part), given);
        }
      }
      gives.push_back(std::move(given));
    }
    service_.gives = std::move(gives);
  }

  void read_feature(syntax::GivenFeatureView view, ir::Given& given) {
    ir::GivenFeature feature;
    feature.name = std::string(view.name().text());
    for (ir::GivenFeature const& other : given.features) {
      if (other.name == feature.name) {
        bench_.sink.add(diag::Kind::duplicate_name, view.name().span(), "`" + feature.name + "` stands here twice",
                        "keep one of the two");
      }
    }
    if (view.kind() == NodeKind::given_one_of) {
      feature.one_of = read_names(view);
      feature.one_of.erase(feature.one_of.begin());
      given.features.push_back(std::move(feature));
      return;
    }
    feature.kind = view.kind() == NodeKind::bound_at_most    ? ir::BoundKind::at_most
                   : view.kind() == NodeKind::bound_at_least ? ir::BoundKind::at_least
                                                             : ir::BoundKind::exactly;
    read_figure(view.value(), feature, given);
  }

  void read_figure(syntax::ExprView value, ir::GivenFeature& feature, ir::Given& given) {
    bool const is_figure =
        value.kind() == NodeKind::number || value.kind() == NodeKind::quantity || value.kind() == NodeKind::date;
    auto const typed = is_figure ? Expressions(bench_).check(value) : std::nullopt;
    if (!is_figure) {
      bench_.sink.add(diag::Kind::bound_mismatch, value.span(), "what is said of a service's contents is a figure",
                      "write a number with its unit, or `one of {…}` with the names to choose among");
    }
    if (!typed) {
      return;
    }
    feature.type = typed->type;
    feature.value = bench_.program.exprs[typed->expr.index].number;
    bench_.program.exprs.pop_back();  // the figure stands in the feature; nothing refers to the node
    given.features.push_back(std::move(feature));
  }

  ir::ExprId add_expr(ir::ExprOp op, source::Span span, ir::ExprId child) {
    ir::Expr& expr = bench_.program.exprs.emplace_back();
    expr.op = op;
    expr.span = span;
    expr.children.push_back(child);
    return ir::ExprId(bench_.program.exprs.size() - 1);
  }

  Workbench& bench_;
  syntax::ServiceView view_;
  ServiceClauses clauses_;
  ir::Service& service_;  // in its place: one is built at a time
};

}  // namespace

void declare_services(Workbench& bench) {
  std::size_t services = 0;
  bench.each<syntax::ServiceView>(NodeKind::service_declaration, [&](syntax::ServiceView) { ++services; });
  base::reserve_large(bench.program.decisions, bench.program.decisions.size() + services);
  ir::EnumId options;
  bench.each<syntax::ServiceView>(NodeKind::service_declaration, [&](syntax::ServiceView view) {
    options = options.has_value() ? options : add_options(bench);
    ir::Decision& decision = bench.program.decisions.emplace_back();
    decision.name = view.name().text();
    decision.span = view.name().span();
    decision.options = options;
    decision.of_service = true;
  });
}

void read_services(Workbench& bench, std::size_t first, std::size_t end,
                   std::function<void(std::size_t)> const& is_read) {
  auto const& decisions = bench.program.decisions;
  auto const decided = std::find_if(decisions.begin(), decisions.end(), [](auto const& one) { return one.of_service; });
  std::size_t const before = static_cast<std::size_t>(decided - decisions.begin());
  std::size_t at = 0;
  bench.each<syntax::ServiceView>(NodeKind::service_declaration, [&](syntax::ServiceView view) {
    if (at >= first && at < end) {
      ServiceBuilder(bench, view, ir::DecisionId(before + at)).run();
      if (is_read) {
        is_read(at + 1);
      }
    }
    ++at;
  });
}

void build_services(Workbench& bench, SecondReader& second, base::Helper* helper) {
  std::size_t services = 0;
  bench.each<syntax::ServiceView>(NodeKind::service_declaration, [&](syntax::ServiceView) { ++services; });
  base::reserve_large(bench.program.services, services);
  std::size_t const own = second.services_before(services);
  std::size_t const before = bench.program.exprs.size();
  ServiceRules rules(bench.program, services, helper);
  auto const is_read = [&](std::size_t count) { rules.are_read(count); };
  read_services(bench, 0, own, is_read);
  auto others = own < services ? second.take() : std::nullopt;
  if (others) {
    lay_services(*others, before, bench);
    rules.all_are_read();
    lay_expressions(*std::move(others), bench);
  } else {
    read_services(bench, own, services, is_read);
  }
  rules.finish();
}

}  // namespace hjemmel::check
