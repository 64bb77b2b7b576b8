// The lists of a plugin's table: functions, adapters, policies, and the packages and schemas that belong to it.
//
// In: the table, its head checked. Out: copies of what the lists say, or what is wrong with the first line at fault. Called by
// contract.cpp; tested in tests/unit/host/contract_test.cpp.
#pragma once

#include <optional>

#include "engine/base/result.h"
#include "engine/host/contract.h"

namespace hjemmel::host {

[[nodiscard]] std::optional<base::Error> read_functions(jurisdiction_v1 const& table, Contract& contract);
[[nodiscard]] std::optional<base::Error> read_adapters(jurisdiction_v1 const& table, Contract& contract);
[[nodiscard]] std::optional<base::Error> read_policies(jurisdiction_v1 const& table, Contract& contract);
[[nodiscard]] std::optional<base::Error> read_belongings(jurisdiction_v1 const& table, Contract& contract);

}  // namespace hjemmel::host
