// The steps in their order: the head of the table, its names, its lists, and the self-test.
#include "engine/host/contract.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "engine/base/utf8.h"
#include "engine/host/contract_lists.h"
#include "engine/host/guard.h"
#include "engine/host/plugin_list.h"
#include "engine/host/table_text.h"

namespace hjemmel::host {
namespace {

using Fault = std::optional<base::Error>;

// Three numbers of up to six digits with points between, without zeros in front.
bool is_version(std::string_view text) {
  std::size_t parts = 0;
  for (std::size_t at = 0; at <= text.size(); ++parts) {
    std::size_t const end = std::min(text.find('.', at), text.size());
    std::string_view const part = text.substr(at, end - at);
    bool const digits = part.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || part.empty() || part.size() > 6 || (part.size() > 1 && part.front() == '0')) {
      return false;
    }
    at = end + 1;
  }
  return parts == 3;
}

// Reads the four numbers that every version of the table begins with, and no more.
Fault check_head(jurisdiction_v1 const& table) {
  if (table.magic != JUR_MAGIC) {
    return base::Error{"what its entry gives is no table of a jurisdiction; build it with this host's jurisdiction.h"};
  }
  if (table.abi_major != JUR_ABI_MAJOR) {
    return base::Error{"it is built for contract " + std::to_string(table.abi_major) + ", and this host has contract " +
                       std::to_string(JUR_ABI_MAJOR) + "; install the plugin's version for this host"};
  }
  if (table.struct_size < sizeof(jurisdiction_v1)) {
    return base::Error{"its table has " + std::to_string(table.struct_size) + " bytes, and this host needs " +
                       std::to_string(sizeof(jurisdiction_v1)) + "; install a newer version of the plugin"};
  }
  return std::nullopt;
}

Fault read_identity(jurisdiction_v1 const& table, Contract& contract) {
  auto own = table_text(table.id, "its id");
  if (!own) {
    return own.error();
  }
  if (!is_jurisdiction_id(*own)) {
    return base::Error{"its id `" + *own + "` is not two to eight letters a to z"};
  }
  auto version = table_text(table.version, "its version");
  if (!version) {
    return version.error();
  }
  if (!is_version(*version)) {
    return base::Error{"its version `" + *version + "` is not three numbers, as in `1.0.0`"};
  }
  auto title = table_text(table.title, "its title");
  if (!title) {
    return title.error();
  }
  contract.id = *std::move(own);
  contract.version = *std::move(version);
  contract.title = *std::move(title);
  return std::nullopt;
}

// What the plugin wrote of its fault, if it is fit to be shown.
std::string self_test_words(std::string_view message) {
  bool const plain = !message.empty() && !base::find_utf8_fault(message) &&
                     std::none_of(message.begin(), message.end(),
                                  [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; });
  return plain ? ": " + std::string(message) : ", and it does not say in a readable way why";
}

struct SelfTest {
  jur_status status = JUR_INTERNAL;
  bool threw = false;
  std::uint64_t size = 0;
};

SelfTest run_self_test(jurisdiction_v1 const& table, char* message, std::size_t capacity) {
  SelfTest run;
  try {
    run.status = table.self_test(message, capacity, &run.size);
  } catch (...) {
    run.threw = true;
  }
  return run;
}

Fault check_self_test(jurisdiction_v1 const& table) {
  constexpr std::size_t kCapacity = 1024;
  if (table.self_test == nullptr) {
    return base::Error{"its self-test is a null pointer"};
  }
  std::array<char, guarded_size(kCapacity)> memory{};
  char* const message = set_guards(memory.data(), kCapacity);
  SelfTest const run = run_self_test(table, message, kCapacity);
  if (!guards_intact(memory.data(), kCapacity)) {
    return base::Error{"its self-test writes outside of the memory that it is given"};
  }
  if (run.threw) {
    return base::Error{"its self-test throws an exception across the border"};
  }
  if (run.status != JUR_OK) {
    std::string_view const words(message, run.size <= kCapacity ? run.size : 0);
    return base::Error{"its self-test fails" + self_test_words(words)};
  }
  return std::nullopt;
}

Fault read_table(jurisdiction_v1 const& table, Contract& contract) {
  if (auto fault = read_identity(table, contract)) {
    return fault;
  }
  if (auto fault = read_functions(table, contract)) {
    return fault;
  }
  if (auto fault = read_adapters(table, contract)) {
    return fault;
  }
  if (auto fault = read_policies(table, contract)) {
    return fault;
  }
  return read_belongings(table, contract);
}

Fault check_id(std::string const& own, std::string_view id) {
  if (own == id) {
    return std::nullopt;
  }
  return base::Error{"it calls itself `" + own + "`, not `" + std::string(id) +
                     "`; correct its line in `plugins.yaml`, or the name of its file"};
}

// Of what an administrator cannot mend.
base::Error for_author(base::Error const& fault) {
  return base::Error{fault.message + "; take another version of the plugin, and tell its author"};
}

}  // namespace

base::Result<Contract> check_contract(jurisdiction_v1 const* table, std::string_view id) {
  if (table == nullptr) {
    return base::Error{"it does not work with this host, whose contract is " + std::to_string(JUR_ABI_MAJOR) + "." +
                       std::to_string(JUR_ABI_MINOR) +
                       ": its entry gives no table; install the plugin's version for it"};
  }
  if (auto fault = check_head(*table)) {
    return *fault;
  }
  Contract contract;
  contract.major_number = table->abi_major;
  contract.minor_number = table->abi_minor;
  if (auto fault = read_table(*table, contract)) {
    return for_author(*fault);
  }
  if (auto fault = check_id(contract.id, id)) {
    return *fault;
  }
  if (auto fault = check_self_test(*table)) {
    return for_author(*fault);
  }
  return contract;
}

}  // namespace hjemmel::host
