// Holds a plugin's table against the contract, and copies what it says.
//
// In: the table that the entry symbol gave. Out: its content, checked, or the first thing that is wrong with it. Nothing of the
// table is read behind that, so that a plugin cannot change it afterwards; its functions stay where they are. A pointer that is
// not null and leads nowhere cannot be told from a good one. Tested in tests/unit/host/contract_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/foreign.h"
#include "engine/base/result.h"
#include "plugins/abi/jurisdiction.h"

namespace hjemmel::host {

struct Adapter {
  std::string name;     // `police_csv`
  std::string schema;   // `no/narcotics_case`
  std::string summary;  // one sentence in English
};

struct Policy {
  std::string name;  // `milder_law`
  std::string value;
};

// The code behind a function of the same place.
struct FunctionCode {
  decltype(jur_function::scalar) scalar = nullptr;
  decltype(jur_function::batch) batch = nullptr;  // may be null
};

struct Contract {
  std::string id;                  // `no`
  std::string version;             // `1.0.0`
  std::string title;               // `Norway`
  std::uint32_t major_number = 0;  // of the contract that it was built for
  std::uint32_t minor_number = 0;
  std::vector<base::ForeignFunction> functions;
  std::vector<FunctionCode> codes;
  std::vector<Adapter> adapters;
  std::vector<decltype(jur_adapter::convert)> converts;
  std::vector<Policy> policies;
  std::vector<std::string> packages;
  std::vector<std::string> schemas;
};

// `id`: what the plugin is listed as, and must call itself. Runs the plugin's self-test last.
[[nodiscard]] base::Result<Contract> check_contract(jurisdiction_v1 const* table, std::string_view id);

}  // namespace hjemmel::host
