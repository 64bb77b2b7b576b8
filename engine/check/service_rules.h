// The rules of services' decisions, made from services that are read to their end.
//
// A service becomes a decision with at most three rules: it is given, unless a criterion fails or an exclusion is met
// (`refused`, a ground for each), unless it is not offered here or now at all (`not_offered`, which goes before `refused`; its
// grounds are the place and the time).
#pragma once

#include <array>
#include <atomic>
#include <optional>
#include <span>

#include "engine/base/apart.h"
#include "engine/base/helper.h"
#include "engine/ir/program.h"

namespace hjemmel::check {

// Many services' rules are made by the helper while the next services are read. In the meantime the program's rules, and
// the lists of rules of the services' decisions, are this one's alone.
class ServiceRules {
 public:
  // Of `count` services that will stand in the program behind those it has, which has room for them: they are not moved.
  ServiceRules(ir::Program& program, std::size_t count, base::Helper* helper);
  ServiceRules(ServiceRules const&) = delete;
  ServiceRules& operator=(ServiceRules const&) = delete;
  ~ServiceRules();

  // So many of them are read to their end.
  void are_read(std::size_t services);
  void all_are_read();
  // All of them are; waits for the rules. What could not be made is thrown here.
  void finish();

 private:
  void run();
  void add_rules(ir::Service const& service);
  void add_refusal(ir::Service const& service);
  void add_elsewhere(ir::Service const& service);
  ir::Rule& add_rule(ir::Service const& service, std::string_view what, ir::ServiceOption option);

  std::vector<ir::Rule>& rules_;
  std::span<ir::Decision> decisions_;
  ir::Service const* services_;
  std::size_t count_;
  std::array<base::Apart<ir::Choice>, 4> choices_;  // by ir::ServiceOption; the rules share them
  std::atomic<std::size_t> read_ = 0;               // of the services; kGivenUp: no more will come
  std::optional<base::Pending<void>> made_;         // begun last, when all else is there
};

}  // namespace hjemmel::check
