// Each case in a struct, its services by criteria and by the machine.
#include "tests/differential/compare_criteria.h"

#include "engine/eval/entitle.h"
#include "engine/rows/criteria.h"
#include "tests/differential/packed_case.h"

namespace hjemmel::differential {
namespace {

class Comparison {
 public:
  Comparison(eval::Plan const& plan, columns::Kernel const& kernel, rows::Layout const& layout, ColumnTally& tally)
      : plan_(plan), tally_(tally), table_(rows::criteria_of(kernel, all_of(plan))) {
    std::vector<rows::HostField> fields;
    for (std::size_t fact = 0; fact < plan.facts.size(); ++fact) {
      auto const& slot = kernel.slots.scalars[fact];
      fields.push_back({layout.scalars[fact], slot ? slot->width : columns::Width::u8});
    }
    criteria_.emplace(rows::view_of(table_), std::move(fields));
  }

  [[nodiscard]] bool is_sound() const { return rows::is_sound(rows::view_of(table_)); }

  std::string run(eval::Case const& facts, void const* row) {
    criteria_->check(row);
    for (std::size_t at = 0; at < table_.services.size(); ++at) {
      std::uint32_t const service = table_.services[at];
      eval::Entitlement const found = eval::entitle(plan_, facts, service);
      if (std::string const what = compare(found, service, criteria_->failed(at), criteria_->open(at)); !what.empty()) {
        return "service " + found.service + " by criteria: " + what;
      }
    }
    return "";
  }

 private:
  static std::vector<std::uint32_t> all_of(eval::Plan const& plan) {
    std::vector<std::uint32_t> all;
    for (std::uint32_t service = 0; service < plan.services.size(); ++service) {
      all.push_back(service);
    }
    return all;
  }

  std::string compare(eval::Entitlement const& found, std::uint32_t index, std::uint64_t failed, std::uint64_t open) {
    for (std::size_t at = 0; at < found.criteria.size(); ++at) {
      if ((open >> at & 1U) == 0) {
        ++tally_.criteria;
        if (((failed >> at & 1U) != 0) != found.criteria[at].fails()) {
          return "criterion " + found.criteria[at].name;
        }
      }
    }
    eval::ServicePlan const& service = plan_.services[index];
    bool const hangs_on_more = plan_.in_force || plan_.milder || service.offered || service.in_force;
    if (hangs_on_more || (failed == 0 && open != 0)) {
      return "";
    }
    ++tally_.states;
    bool const is_refused = found.state == eval::ServiceState::refused;
    bool const is_given =
        found.state == eval::ServiceState::entitled || found.state == eval::ServiceState::may_be_given;
    return (failed != 0 ? is_refused : is_given) ? "" : "its state is " + std::string(service_state_name(found.state));
  }

  eval::Plan const& plan_;
  ColumnTally& tally_;
  rows::CriteriaTable table_;
  std::optional<rows::Criteria> criteria_;
};

}  // namespace

std::string compare_criteria(eval::Plan const& plan, columns::Kernel const& kernel,
                             std::vector<eval::Case> const& cases, columns::Block const& block,
                             rows::Layout const& layout, ColumnTally& tally) {
  Comparison comparison(plan, kernel, layout, tally);
  if (!comparison.is_sound()) {
    return "criteria that are not sound";
  }
  for (std::uint32_t row = 0; row < block.rows; ++row) {
    PackedCase const packed(plan, kernel.slots, layout, cases[row]);
    if (packed.is_whole() && block.irregular[row] == 0) {
      if (std::string const found = comparison.run(cases[row], packed.data()); !found.empty()) {
        return "case " + std::to_string(row) + ", " + found;
      }
    }
  }
  return "";
}

}  // namespace hjemmel::differential
