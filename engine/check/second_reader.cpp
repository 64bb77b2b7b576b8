// Only what cannot be told from reading in one go is taken: services whose reading adds expressions, and nothing else.
#include "engine/check/second_reader.h"

#include <algorithm>
#include <array>

#include "engine/base/check.h"
#include "engine/base/large_pages.h"

namespace hjemmel::check {
namespace {

// The first makes the program, and the rules of the services are made beside it: so it reads more than half.
constexpr std::size_t kOfFirst = 10;
constexpr std::size_t kOfBoth = 16;

struct Declarations {
  std::size_t all = 0;
  std::size_t services = 0;
};

Declarations count(std::span<syntax::Tree const> files) {
  Declarations found;
  for (syntax::Tree const& tree : files) {
    found.all += tree.declarations().size();
    for (syntax::NodeRef const node : tree.declarations()) {
      found.services += tree.kind(node) == syntax::NodeKind::service_declaration ? 1 : 0;
    }
  }
  return found;
}

// Nearly all that the package says, so that little is declared twice; and nothing that is done once, wherever it is met first.
bool is_worth_it(Workbench const& first) {
  Declarations const found = count(first.files);
  return found.services >= kWorthTwoReaders && found.all - found.services <= found.services / 8 && first.used.empty() &&
         first.jurisdictions.empty();
}

// How much there is of all that a program holds, but for expressions and services, and what else a reading of services may change.
std::array<std::size_t, 24> others(Workbench const& bench) {
  ir::Program const& program = bench.program;
  return {bench.sink.errors(),         bench.sink.warnings(),      bench.copied,
          program.variable_count,      program.labels.size(),      program.sources.size(),
          program.enums.size(),        program.units.size(),       program.records.size(),
          program.facts.size(),        program.conditions.size(),  program.tables.size(),
          program.definitions.size(),  program.parameters.size(),  program.readings.size(),
          program.presumptions.size(), program.assessments.size(), program.decisions.size(),
          program.rules.size(),        program.properties.size(),  program.terms.size(),
          program.functions.size(),    program.duties.size(),      program.jurisdictions.size()};
}

// An expression's id among these, as it will be on the bench.
class Move {
 public:
  Move(ReadApart const& read, Workbench const& bench)
      : before_(read.before), by_(static_cast<std::uint32_t>(bench.program.exprs.size() - read.before)) {}

  void operator()(ir::ExprId& id) const {
    if (id.has_value() && id.index >= before_) {
      id.index += by_;
    }
  }

 private:
  std::size_t before_;
  std::uint32_t by_;
};

}  // namespace

SecondReader::SecondReader(Workbench const& first, base::Helper* helper) : inputs_(first) {
  if (helper != nullptr && is_worth_it(first)) {
    all_ = count(first.files).services;
    first_ = all_ * kOfFirst / kOfBoth;
    done_.emplace(helper->ask([this] { run(); }));
  }
}

std::size_t SecondReader::services_before(std::size_t all) const { return std::min(all, first_); }

std::optional<ReadApart> SecondReader::take() {
  if (!done_ || done_->is_put_off()) {
    return std::nullopt;
  }
  done_->get();
  return std::move(read_);
}

void SecondReader::run() {
  diag::Sink sink;  // of what is declared again the first tells
  Workbench bench{inputs_.files, inputs_.schema, inputs_.sources, sink, inputs_.used, inputs_.jurisdictions, 0};
  base::reserve_large(bench.program.exprs, expressions_expected(bench.files) / all_ * (all_ - first_));
  read_before_services(bench);
  auto const before = others(bench);
  ReadApart read{bench.program.exprs.size(), {}, {}};
  base::reserve_large(bench.program.services, all_ - first_);
  read_services(bench, first_, all_);
  if (others(bench) == before && bench.defined_fields.empty()) {
    read.exprs = std::move(bench.program.exprs);
    read.services = std::move(bench.program.services);
    read_ = std::move(read);
  }
}

void lay_services(ReadApart& read, std::size_t before, Workbench& bench) {
  CHECK(read.before == before);
  Move const move(read, bench);
  for (ir::Service& service : read.services) {
    move(service.offered);
    move(service.in_force);
    for (ir::Criterion& criterion : service.criteria) {
      move(criterion.condition);
    }
    bench.program.services.push_back(std::move(service));
  }
}

void lay_expressions(ReadApart read, Workbench& bench) {
  Move const move(read, bench);
  for (auto expr = read.exprs.begin() + static_cast<std::ptrdiff_t>(read.before); expr != read.exprs.end(); ++expr) {
    std::for_each(expr->children.begin(), expr->children.end(), move);
    bench.program.exprs.push_back(std::move(*expr));
  }
}

}  // namespace hjemmel::check
