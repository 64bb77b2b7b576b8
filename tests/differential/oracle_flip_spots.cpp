// What a case says, one fact or cell after another, and every expression that a decision may reach.
#include "tests/differential/oracle_flip_spots.h"

#include <algorithm>

#include "engine/ir/bounds.h"
#include "tests/differential/oracle_judge.h"

namespace hjemmel::oracle {
namespace {

class Spots {
 public:
  Spots(ir::Program const& program, eval::Case const& facts, Grid const& grid)
      : program_(program), facts_(facts), grid_(grid) {}

  std::vector<Spot> run() {
    for (std::uint32_t i = 0; i < program_.facts.size(); ++i) {
      ir::Fact const& fact = program_.facts[i];
      if (fact.info.type.kind == ir::TypeKind::list) {
        cells(i);
      } else if (fact.open_law.empty() && !fact.info.fixed) {
        scalar(i);
      }
    }
    return std::move(all_);
  }

 private:
  void scalar(std::uint32_t i) {
    ir::FactInfo const& info = program_.facts[i].info;
    eval::Value const stored = facts_.scalars[i];
    eval::Unknown const place{eval::UnknownKind::fact, i, 0, 0};
    if (!stored.is_open()) {
      all_.push_back({place, &info, stored});
      if (stored.is_known() && info.type.kind == ir::TypeKind::text) {
        all_.back().text = facts_.texts[static_cast<std::size_t>(stored.coefficient)];
      }
    } else if (stored.state == eval::State::not_asked && info.default_value) {
      all_.push_back({place, &info, eval::Value::known(*info.default_value)});
      all_.back().text = info.default_text;
    } else if (stored.state == eval::State::unknown && is_presumed(i)) {
      all_.push_back({place, &info, eval::Value::known(presumption_of(i).value)});
      all_.back().text = presumption_of(i).text;
    } else {
      return;
    }
    all_.back().direct = info.type.kind == ir::TypeKind::moment;
  }

  // In three-valued logic, under every law.
  bool is_presumed(std::uint32_t i) const {
    Outcomes outcomes(program_);
    if (std::none_of(program_.presumptions.begin(), program_.presumptions.end(),
                     [i](ir::Presumption const& one) { return one.fact.index == i; })) {
      return false;
    }
    for (bool const at_decision : {false, true}) {
      Judge judge(program_, facts_, grid_, nullptr, outcomes, at_decision && program_.milder_for.has_value());
      if (judge.fact(ir::FactId(i)).kind != Kind::known) {
        return false;
      }
    }
    return true;
  }

  ir::Presumption const& presumption_of(std::uint32_t i) const {
    return *std::find_if(program_.presumptions.begin(), program_.presumptions.end(),
                         [i](ir::Presumption const& one) { return one.fact.index == i; });
  }

  void cells(std::uint32_t i) {
    ir::Fact const& fact = program_.facts[i];
    auto const& fields = program_.records[fact.info.type.record.index].fields;
    eval::ListFact const& list = facts_.lists[i];
    for (std::uint32_t row = 0; !fact.info.fixed && row < list.rows; ++row) {
      for (std::uint32_t field = 0; field < fields.size(); ++field) {
        cell({eval::UnknownKind::cell, i, row, field}, fields[field]);
      }
    }
  }

  void cell(eval::Unknown const& place, ir::Field const& field) {
    eval::ListFact const& list = facts_.lists[place.index];
    eval::Value const stored = list.cell(place.row, place.field);
    bool const by_default = stored.state == eval::State::not_asked && field.info.default_value.has_value();
    if (field.info.fixed || (stored.is_open() && !by_default)) {
      return;
    }
    Spot spot{place, &field.info, by_default ? eval::Value::known(*field.info.default_value) : stored, field.key_field};
    if (field.key_field != UINT32_MAX) {
      eval::Value const key = list.cell(place.row, field.key_field);
      if (!key.is_known() && !stored.is_known()) {
        return;
      }
      spot.direct = !key.is_known();
    }
    all_.push_back(spot);
  }

  ir::Program const& program_;
  eval::Case const& facts_;
  Grid const& grid_;
  std::vector<Spot> all_;
};

// Facts and lists that a decision may ask for, through definitions, presumptions and other decisions.
class Mentioned {
 public:
  Mentioned(ir::Program const& program, std::uint32_t decision)
      : program_(program), seen_(program.exprs.size()), facts_(program.facts.size()) {
    add_decision(decision);
    add(program.in_force);
    if (program.milder_for.has_value()) {
      add_decision(program.milder_for.index);
      facts_[program.milder_question.index] = true;
    }
    for (ir::DefinitionId const id : {program.selecting, program.selecting_decided}) {
      if (id.has_value()) {
        add(program.definitions[id.index].body);
      }
    }
  }

  [[nodiscard]] std::vector<bool> const& facts() const { return facts_; }

 private:
  void add_decision(std::uint32_t decision) {
    add(program_.decisions[decision].when);
    for (ir::RuleId const id : program_.decisions[decision].rules) {
      ir::Rule const& rule = program_.rules[id.index];
      add(rule.when);
      add(rule.unless);
      for (ir::Ground const& ground : rule.grounds) {
        add(ground.condition);
      }
      for (ir::ExprId const bound : ir::computed_bounds(rule)) {
        add(bound);
      }
    }
  }

  void add(ir::ExprId id) {
    if (!id.has_value() || seen_[id.index]) {
      return;
    }
    seen_[id.index] = true;
    ir::Expr const& expr = program_.exprs[id.index];
    for (ir::ExprId const child : expr.children) {
      add(child);
    }
    if (expr.fact.has_value()) {
      facts_[expr.fact.index] = true;
      for (ir::Presumption const& presumption : program_.presumptions) {
        if (presumption.fact == expr.fact) {
          add(presumption.when);
        }
      }
    }
    if (expr.op == ir::ExprOp::definition) {
      add(program_.definitions[expr.definition.index].body);
    }
    if (expr.op == ir::ExprOp::table) {
      add_table(program_.tables[expr.more->table.index]);
    }
    if (expr.op == ir::ExprOp::may_be || expr.op == ir::ExprOp::is_only || expr.op == ir::ExprOp::figure) {
      add_decision(expr.decision.index);
    }
  }

  void add_table(ir::Table const& table) {
    add(table.otherwise);
    for (ir::TableRow const& row : table.rows) {
      add(row.value);
    }
  }

  ir::Program const& program_;
  std::vector<bool> seen_;
  std::vector<bool> facts_;
};

}  // namespace

std::vector<Spot> spots_of(ir::Program const& program, eval::Case const& facts, Grid const& grid) {
  return Spots(program, facts, grid).run();
}

std::string path_of(ir::Program const& program, Spot const& spot) {
  std::string const& name = program.facts[spot.place.index].info.name;
  return spot.is_cell() ? name + "[" + std::to_string(spot.place.row + 1) + "]." + spot.info->name : name;
}

std::vector<bool> facts_mentioned(ir::Program const& program, std::uint32_t decision) {
  return Mentioned(program, decision).facts();
}

}  // namespace hjemmel::oracle
