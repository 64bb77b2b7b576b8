// Each list: its number against the cap, its pointer, and then line by line with no name twice.
#include "engine/host/contract_lists.h"

#include <algorithm>
#include <set>

#include "engine/host/signature.h"
#include "engine/host/table_text.h"

namespace hjemmel::host {
namespace {

using Fault = std::optional<base::Error>;
using Names = std::set<std::string, std::less<>>;

// `lines`: `functions`, in messages.
Fault check_list(void const* list, std::uint64_t count, std::string const& lines) {
  if (count > JUR_MAX_FUNCTIONS) {
    return base::Error{"it has " + std::to_string(count) + " " + lines + ", and a plugin may have " +
                       std::to_string(JUR_MAX_FUNCTIONS)};
  }
  if (count > 0 && list == nullptr) {
    return base::Error{"it counts " + std::to_string(count) + " " + lines + ", and their list is a null pointer"};
  }
  return std::nullopt;
}

// `line`: `function`, in messages.
base::Result<std::string> new_name(char const* text, NameForm form, std::string const& line, std::uint64_t at,
                                   Names& names) {
  auto name = table_name(text, form, "the name of " + line + " " + std::to_string(at + 1));
  if (name && !names.insert(*name).second) {
    return base::Error{"it has two " + (line == "policy" ? "policies" : line + "s") + " of the name `" + *name + "`"};
  }
  return name;
}

// Names say which policy or function is meant; severity orders and the like are told apart by points.
base::Result<base::ForeignFunction> read_function(jur_function const& function, std::uint64_t at, Names& names) {
  auto name = new_name(function.name, NameForm::word, "function", at, names);
  if (!name) {
    return name.error();
  }
  std::string const of = " of function `" + *name + "`";
  auto const text = table_text(function.signature, "the signature" + of);
  if (!text) {
    return text.error();
  }
  auto signature = parse_signature(*text);
  if (!signature) {
    return signature.error().while_doing("the signature `" + *text + "`" + of);
  }
  auto summary = table_text(function.summary, "the summary" + of);
  if (!summary) {
    return summary.error();
  }
  if (function.scalar == nullptr) {
    return base::Error{"the code" + of + " is a null pointer"};
  }
  return base::ForeignFunction{*std::move(name), std::move(signature->arguments), signature->result,
                               *std::move(summary)};
}

base::Result<Adapter> read_adapter(jur_adapter const& adapter, std::uint64_t at, Names& names) {
  auto name = new_name(adapter.name, NameForm::word, "adapter", at, names);
  if (!name) {
    return name.error();
  }
  std::string const of = " of adapter `" + *name + "`";
  auto schema = table_name(adapter.schema, NameForm::schema_path, "the schema" + of);
  if (!schema) {
    return schema.error();
  }
  auto summary = table_text(adapter.summary, "the summary" + of);
  if (!summary) {
    return summary.error();
  }
  if (adapter.convert == nullptr) {
    return base::Error{"the code" + of + " is a null pointer"};
  }
  return Adapter{*std::move(name), *std::move(schema), *std::move(summary)};
}

Fault read_names(char const* const* list, std::uint64_t count, NameForm form, std::string const& line,
                 std::vector<std::string>& into) {
  if (auto fault = check_list(list, count, line + "s")) {
    return fault;
  }
  Names names;
  for (std::uint64_t at = 0; at < count; ++at) {
    auto name = new_name(list[at], form, line, at, names);
    if (!name) {
      return name.error();
    }
    into.push_back(*std::move(name));
  }
  return std::nullopt;
}

}  // namespace

Fault read_functions(jurisdiction_v1 const& table, Contract& contract) {
  if (auto fault = check_list(table.functions, table.function_count, "functions")) {
    return fault;
  }
  Names names;
  for (std::uint64_t at = 0; at < table.function_count; ++at) {
    jur_function const function = table.functions[at];
    auto read = read_function(function, at, names);
    if (!read) {
      return read.error();
    }
    contract.functions.push_back(*std::move(read));
    contract.codes.push_back({function.scalar, function.batch});
  }
  return std::nullopt;
}

Fault read_adapters(jurisdiction_v1 const& table, Contract& contract) {
  if (auto fault = check_list(table.adapters, table.adapter_count, "adapters")) {
    return fault;
  }
  Names names;
  for (std::uint64_t at = 0; at < table.adapter_count; ++at) {
    jur_adapter const adapter = table.adapters[at];
    auto read = read_adapter(adapter, at, names);
    if (!read) {
      return read.error();
    }
    contract.adapters.push_back(*std::move(read));
    contract.converts.push_back(adapter.convert);
  }
  return std::nullopt;
}

Fault read_policies(jurisdiction_v1 const& table, Contract& contract) {
  if (auto fault = check_list(table.policies, table.policy_count, "policies")) {
    return fault;
  }
  Names names;
  for (std::uint64_t at = 0; at < table.policy_count; ++at) {
    auto name = new_name(table.policies[at].name, NameForm::dotted, "policy", at, names);
    if (!name) {
      return name.error();
    }
    auto value = table_text(table.policies[at].value, "the value of policy `" + *name + "`");
    if (!value) {
      return value.error();
    }
    contract.policies.push_back({*std::move(name), *std::move(value)});
  }
  return std::nullopt;
}

Fault read_belongings(jurisdiction_v1 const& table, Contract& contract) {
  if (auto fault = read_names(table.packages, table.package_count, NameForm::dotted, "package", contract.packages)) {
    return fault;
  }
  return read_names(table.schemas, table.schema_count, NameForm::schema_path, "schema", contract.schemas);
}

}  // namespace hjemmel::host
