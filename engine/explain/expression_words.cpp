// Denials go down to the comparisons: not both of two is one of them not.
#include "engine/explain/expression_words.h"

#include <algorithm>

#include "engine/explain/figure.h"
#include "engine/explain/phrases.h"
#include "engine/explain/value_words.h"
#include "engine/ir/comparison.h"

namespace hjemmel::explain {
namespace {

using ir::Expr;
using ir::ExprId;
using ir::ExprOp;
using Said = std::optional<std::string>;

class Speaker {
 public:
  Speaker(ir::Program const& program, Names const& names)
      : program_(program), names_(names), say_(phrases_in(names.language())), words_(words_in(names.language())) {}

  Said claim(ExprId id, bool holds, int depth) const {
    if (!id.has_value() || id.index >= program_.exprs.size() || depth > kMostLevelsSaid) {
      return std::nullopt;
    }
    Expr const& expr = program_.exprs[id.index];
    if (ir::is_comparison(expr.op)) {
      return comparison(expr, holds ? expr.op : ir::opposite(expr.op), depth);
    }
    switch (expr.op) {
      case ExprOp::fact:
        return named(names_.fact_claim(fact_name(expr), holds), fact_label(expr), holds);
      case ExprOp::field:
        return named(field_claim(expr, holds), field_label(expr), holds);
      case ExprOp::definition: {
        std::string const& name = program_.definitions[expr.definition.index].name;
        return named(names_.claim(name, holds), names_.word(name), holds);
      }
      case ExprOp::table: {  // of yes and no
        std::string const& name = program_.tables[expr.more->table.index].name;
        Said const said = table(expr, depth);
        std::string const whole = names_.claim(name, holds);
        return said || !whole.empty() ? Said(named(whole, said.value_or(""), holds)) : std::nullopt;
      }
      case ExprOp::negation:
        return claim(expr.children[0], !holds, depth + 1);
      case ExprOp::conjunction:
      case ExprOp::disjunction:
        return joined(expr, holds, depth);
      case ExprOp::member:
        return membership(expr, holds, depth);
      case ExprOp::is_applicable:
        return phrase_of(holds ? say_.applicable : say_.not_applicable, noun(expr.children[0], depth + 1));
      case ExprOp::may_be:
      case ExprOp::is_only:
        return option(expr, holds);
      case ExprOp::every:
      case ExprOp::some:
      case ExprOp::no:
        return quantified(expr, holds, depth);
      default:
        return std::nullopt;
    }
  }

 private:
  static Said phrase_of(std::string_view pattern, Said const& first) {
    return first ? Said(phrase(pattern, *first)) : std::nullopt;
  }
  static Said phrase_of(std::string_view pattern, Said const& first, Said const& second) {
    return first && second ? Said(phrase(pattern, *first, *second)) : std::nullopt;
  }

  Said named(std::string const& whole, std::string const& label, bool holds) const {
    if (!whole.empty()) {
      return whole;
    }
    return phrase(holds ? say_.holds : say_.fails, label);
  }

  std::string const& fact_name(Expr const& expr) const { return program_.facts[expr.fact.index].info.name; }
  std::string fact_label(Expr const& expr) const {
    std::string const label = names_.fact_label(fact_name(expr));
    return label.empty() ? fact_name(expr) : label;
  }
  ir::FactInfo const& field_info(Expr const& expr, std::uint32_t field) const {
    ir::RecordId const record = program_.facts[expr.fact.index].info.type.record;
    return program_.records[record.index].fields[field].info;
  }
  std::string field_label(Expr const& expr) const {
    ir::FactInfo const& info = field_info(expr, expr.index);
    std::string const label = names_.label(info.label);
    return label.empty() ? Names::plain(info.name) : label;
  }
  std::string field_claim(Expr const& expr, bool holds) const {
    ir::FactInfo const& info = field_info(expr, expr.index);
    return names_.label(holds ? info.if_true : info.if_false);
  }

  Said joined(Expr const& expr, bool holds, int depth) const {
    std::vector<std::string> parts;
    for (ExprId const child : expr.children) {
      Said part = claim(child, holds, depth + 1);
      if (!part) {
        return std::nullopt;
      }
      parts.push_back(*std::move(part));
    }
    bool const all = (expr.op == ExprOp::conjunction) == holds;
    return join(parts, all ? words_.and_word : words_.or_word);
  }

  std::string value_name(Expr const& of, std::uint32_t ordinal) const {
    ir::EnumValue const& value = program_.enums[of.type.enumeration.index].values[ordinal];
    std::string const label = names_.label(value.label);
    return label.empty() ? Names::plain(value.name) : label;
  }

  Said membership(Expr const& expr, bool holds, int depth) const {
    Said const what = noun(expr.children[0], depth + 1);
    std::vector<std::string> values;
    for (std::uint32_t const ordinal : expr.more->set) {
      values.push_back(value_name(program_.exprs[expr.children[0].index], ordinal));
    }
    if (!what || values.empty()) {
      return std::nullopt;
    }
    if (holds || values.size() == 1) {
      return phrase(holds ? say_.equal : say_.not_equal, *what, join(values, words_.or_word));
    }
    return phrase(say_.none_of, *what, join(values, say_.nor_word));
  }

  // The service or duty whose state it is.
  std::string state_of_what(ir::DecisionId id) const {
    std::string const& name = program_.decisions[id.index].name;
    for (ir::Service const& service : program_.services) {
      std::string label = service.decision == id ? names_.label(service.label) : "";
      if (!label.empty()) {
        return label;
      }
    }
    return the_name(name);
  }

  Said option(Expr const& expr, bool holds) const {
    ir::Decision const& decision = program_.decisions[expr.decision.index];
    if (decision.of_service || decision.of_duty) {
      StatePhrases const& state = decision.of_service ? say_.service_states[expr.index] : say_.duty_states[expr.index];
      return phrase(holds ? state.holds : state.fails, state_of_what(expr.decision));
    }
    std::string const name = program_.enums[decision.options.index].values[expr.index].name;
    bool const only = expr.op == ExprOp::is_only;
    std::string_view const pattern =
        only ? (holds ? say_.equal : say_.not_equal) : (holds ? say_.option_may : say_.option_may_not);
    std::string const label = names_.name_label(decision.name);
    return phrase(pattern, label.empty() ? phrase(say_.the_name, Names::plain(decision.name)) : label,
                  names_.option(decision.name, name));
  }

  Said quantified(Expr const& expr, bool holds, int depth) const {
    if (expr.has_where || expr.source == ir::SourceKind::group) {
      return std::nullopt;
    }
    Said const body = claim(expr.children.back(), true, depth + 1);
    if (!body) {
      return std::nullopt;
    }
    // What is said of each key names the key itself.
    std::string text = *body;
    if (expr.source == ir::SourceKind::list && expr.op != ExprOp::every) {
      bool const some = (expr.op == ExprOp::some) == holds;
      return phrase(some ? say_.some : say_.none, fact_label(expr), text);
    }
    if (expr.op != ExprOp::every) {
      return std::nullopt;
    }
    text = expr.source == ir::SourceKind::list ? phrase(say_.every, fact_label(expr), text) : text;
    return holds ? text : phrase(say_.not_so, text);
  }

  // ---- comparisons
  Said comparison(Expr const& expr, ExprOp op, int depth) const {
    Expr const& left = program_.exprs[expr.children[0].index];
    if (left.type.kind == ir::TypeKind::boolean) {
      return std::nullopt;
    }
    if (left.op == ExprOp::age) {
      return age(left, op, noun(expr.children[1], depth + 1));
    }
    Said const right = left.type.kind == ir::TypeKind::enumeration ? enum_side(expr.children[1], depth)
                                                                   : noun(expr.children[1], depth + 1);
    bool const days = left.type.kind == ir::TypeKind::date || left.type.kind == ir::TypeKind::moment ||
                      left.type.kind == ir::TypeKind::month || left.type.kind == ir::TypeKind::year;
    return phrase_of(pattern_of(op, days), noun(expr.children[0], depth + 1), right);
  }

  Said enum_side(ExprId id, int depth) const {
    Expr const& expr = program_.exprs[id.index];
    return expr.op == ExprOp::constant
               ? Said(phrase(say_.quoted, value_name(expr, static_cast<std::uint32_t>(expr.number.coefficient()))))
               : noun(id, depth + 1);
  }

  std::string_view pattern_of(ExprOp op, bool days) const {
    switch (op) {
      case ExprOp::less:
        return days ? say_.before : say_.less;
      case ExprOp::less_equal:
        return days ? say_.no_later : say_.at_most;
      case ExprOp::greater:
        return days ? say_.after : say_.more;
      case ExprOp::greater_equal:
        return days ? say_.no_earlier : say_.at_least;
      case ExprOp::equal:
        return say_.equal;
      default:
        return say_.not_equal;
    }
  }

  std::string_view age_pattern(ExprOp op) const {
    switch (op) {
      case ExprOp::less:
        return say_.age_less;
      case ExprOp::less_equal:
        return say_.age_at_most;
      case ExprOp::greater:
        return say_.age_more;
      case ExprOp::greater_equal:
        return say_.age_at_least;
      case ExprOp::equal:
        return say_.age_equal;
      default:
        return say_.age_not_equal;
    }
  }

  // The person that a birth date belongs to, where it is a fact of a group.
  std::string person(Expr const& birth) const {
    return birth.op == ExprOp::fact ? names_.word(group_of(fact_name(birth))) : "";
  }

  Said age(Expr const& age, ExprOp op, Said const& years) const {
    Expr const& birth = program_.exprs[age.children[0].index];
    Said const day = noun(age.children[1], 1);
    std::string const who = person(birth);
    if (!years || !day || who.empty()) {
      return std::nullopt;
    }
    return phrase(say_.on_day, phrase(age_pattern(op), who, *years), *day);
  }

  // ---- nouns
  Said noun(ExprId id, int depth) const {
    if (!id.has_value() || depth > kMostLevelsSaid) {
      return std::nullopt;
    }
    Expr const& expr = program_.exprs[id.index];
    switch (expr.op) {
      case ExprOp::constant:
        return constant(expr);
      case ExprOp::fact:
        return as_noun(fact_label(expr), say_);
      case ExprOp::field:
      case ExprOp::group_key:
        return field_label(expr);
      case ExprOp::definition:
        return the_name(program_.definitions[expr.definition.index].name);
      case ExprOp::parameter:
        return the_name(program_.parameters[expr.index].name);
      case ExprOp::selecting_date:
        return std::string(say_.selecting_date);
      case ExprOp::age: {
        std::string const who = person(program_.exprs[expr.children[0].index]);
        Said const day = noun(expr.children[1], depth + 1);
        return who.empty() || !day ? std::nullopt : Said(phrase(say_.on_day, phrase(say_.age_of, who), *day));
      }
      case ExprOp::table:
        return table(expr, depth);
      case ExprOp::total:
        return total(expr);
      case ExprOp::count:
        return expr.has_where || expr.source != ir::SourceKind::list ? std::nullopt
                                                                     : Said(phrase(say_.count, fact_label(expr)));
      default:
        return arithmetic(expr, depth);
    }
  }

  std::string the_name(std::string const& name) const {
    std::string const label = names_.name_label(name);
    return label.empty() ? phrase(say_.the_name, Names::plain(name)) : label;
  }

  Said constant(Expr const& expr) const {
    switch (expr.type.kind) {
      case ir::TypeKind::text:
        return phrase(say_.quoted, *expr.more->text);
      case ir::TypeKind::enumeration:
        return value_name(expr, static_cast<std::uint32_t>(expr.number.coefficient()));
      case ir::TypeKind::month:
      case ir::TypeKind::year:
      case ir::TypeKind::moment:
      case ir::TypeKind::boolean:
        return std::nullopt;
      default:
        return localized(people_figure(expr.number, expr.type, program_, words_), names_.language());
    }
  }

  // The key of the loop that the table stands in says nothing: it is each of them.
  Said table(Expr const& expr, int depth) const {
    std::string const name = the_name(program_.tables[expr.more->table.index].name);
    if (expr.children.size() != 1) {
      return std::nullopt;
    }
    Expr const& key = program_.exprs[expr.children[0].index];
    if (key.op == ExprOp::group_key || key.op == ExprOp::field) {
      return name;
    }
    return phrase_of(say_.table_for, name, noun(expr.children[0], depth + 1));
  }

  Said total(Expr const& expr) const {
    Expr const& body = program_.exprs[expr.children.back().index];
    if (expr.has_where || body.op != ExprOp::field) {
      return std::nullopt;
    }
    if (expr.source != ir::SourceKind::group) {
      return phrase(say_.total, field_label(body));
    }
    for (Expr const& loop : program_.exprs) {
      if (loop.source == ir::SourceKind::list_by_key && loop.variable == expr.more->group) {
        ir::FactInfo const& key = field_info(loop, loop.index);
        std::string const label = names_.label(key.label);
        return phrase(say_.total_by, field_label(body), label.empty() ? Names::plain(key.name) : label);
      }
    }
    return std::nullopt;
  }

  Said arithmetic(Expr const& expr, int depth) const {
    std::string_view pattern;
    bool const dates = expr.type.kind == ir::TypeKind::date;
    switch (expr.op) {
      case ExprOp::add:
        pattern = say_.plus;
        break;
      case ExprOp::subtract:
        pattern = say_.minus;
        break;
      case ExprOp::multiply:
        pattern = say_.times;
        break;
      case ExprOp::lesser_of:
        pattern = dates ? say_.earlier : say_.lesser;
        break;
      case ExprOp::greater_of:
        pattern = dates ? say_.later : say_.greater;
        break;
      case ExprOp::date_of:
        return phrase_of(say_.date_of, noun(expr.children[0], depth + 1));
      case ExprOp::month_of:
        return phrase_of(say_.month_of, noun(expr.children[0], depth + 1));
      case ExprOp::year_of:
        return phrase_of(say_.year_of, noun(expr.children[0], depth + 1));
      default:
        return std::nullopt;
    }
    return phrase_of(pattern, noun(expr.children[0], depth + 1), noun(expr.children[1], depth + 1));
  }

  ir::Program const& program_;
  Names const& names_;
  Phrases const& say_;
  Words const& words_;
};

}  // namespace

std::string as_noun(std::string const& label, Phrases const& say) {
  bool const is_path = label.find('.') != std::string::npos && label.find(' ') == std::string::npos;
  if (is_path) {
    return "`" + label + "`";
  }
  return label.starts_with("the ") ? label : phrase(say.the_fact, label);
}

std::string group_of(std::string_view path) { return std::string(path.substr(0, path.find('.'))); }

std::optional<std::string> claim_words(ir::Program const& program, Names const& names, ir::ExprId expr, bool holds) {
  return Speaker(program, names).claim(expr, holds, 0);
}

}  // namespace hjemmel::explain
