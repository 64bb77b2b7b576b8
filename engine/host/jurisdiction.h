// Jurisdiction: a loaded plugin, behind which nothing of the border is seen: calls are typed, and every result is checked.
//
// In: a checked contract. Out: answers of its functions, one at a time (base::Foreign) or many (call_batch), facts from records
// (convert), and what the plugin says of itself. A function that breaks the contract gives a fault, and the host goes on. It is
// safe to use from many threads. Tested in tests/plugin/{call,batch,convert}_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/foreign.h"
#include "engine/host/batch.h"
#include "engine/host/breach.h"
#include "engine/host/contract.h"
#include "engine/host/distrust.h"
#include "engine/host/trust.h"

namespace hjemmel::host {

class BatchResults;

// What an adapter made of a record.
struct Converted {
  base::ForeignStatus status = base::ForeignStatus::ok;  // never unknown
  std::string_view facts;  // ok: YAML or JSON; lies in the scratch, and is not yet checked against the schema
  std::string fault;       // bad_argument: what is wrong with the record, as the adapter says; fault: of the adapter
};

class Jurisdiction final : public base::Foreign {
 public:
  // `sha256`: of the file, 64 hexadecimal digits. The code must stay loaded for as long as the process lives.
  Jurisdiction(Contract contract, std::string const& sha256, Trust trust);

  [[nodiscard]] std::string const& id() const override { return contract_.id; }
  [[nodiscard]] std::string const& version() const override { return contract_.version; }
  [[nodiscard]] std::string const& digest() const override { return digest_; }
  [[nodiscard]] bool is_unlisted() const override { return trust_ == Trust::unlisted; }
  [[nodiscard]] std::vector<base::ForeignFunction> const& functions() const override { return contract_.functions; }

  [[nodiscard]] Trust trust() const { return trust_; }
  [[nodiscard]] std::string const& title() const { return contract_.title; }
  [[nodiscard]] std::string contract_version() const;  // `1.0`: what it was built for
  [[nodiscard]] std::vector<Adapter> const& adapters() const { return contract_.adapters; }
  [[nodiscard]] std::vector<Policy> const& policies() const { return contract_.policies; }
  [[nodiscard]] std::vector<std::string> const& packages() const { return contract_.packages; }
  [[nodiscard]] std::vector<std::string> const& schemas() const { return contract_.schemas; }
  // The value of a policy; nothing where the jurisdiction has not settled it.
  [[nodiscard]] std::optional<std::string_view> policy(std::string_view name) const;

  // No text among the arguments lies in the scratch. A decimal of more than 9 decimals and a text of more than JUR_MAX_TEXT
  // bytes cannot cross: bad_argument.
  [[nodiscard]] base::ForeignAnswer call(std::size_t function, std::span<base::ForeignValue const> arguments,
                                         base::ForeignScratch& scratch) const override;

  // One column for each argument, each of `rows` rows (at most kMaxBatchRows), every argument known. Row by row the same as
  // `call`. The answer refers to the scratch, and holds until it is used again.
  [[nodiscard]] BatchAnswer call_batch(std::size_t function, std::span<jur_column const> arguments, std::size_t rows,
                                       BatchScratch& scratch) const;

  // `adapter`: its place in adapters(). `header`: the register's header line, empty where there is none. A header and record of
  // more than JUR_MAX_RECORD bytes: bad_argument.
  [[nodiscard]] Converted convert(std::size_t adapter, std::string_view header, std::string_view record,
                                  base::ForeignScratch& scratch) const;

 private:
  [[nodiscard]] base::ForeignAnswer answer(std::size_t function, jur_value const* arguments,
                                           base::ForeignScratch& scratch) const;
  [[nodiscard]] base::ForeignAnswer number_answer(std::size_t function, jur_value const* arguments) const;
  [[nodiscard]] base::ForeignAnswer text_answer(std::size_t function, jur_value const* arguments,
                                                base::ForeignScratch& scratch) const;
  [[nodiscard]] base::ForeignAnswer other_answer(std::size_t function, jur_status status) const;
  [[nodiscard]] base::ForeignAnswer fault(std::size_t function, Breach breach) const;
  [[nodiscard]] base::ForeignAnswer cannot_cross(std::size_t function) const;
  [[nodiscard]] BatchAnswer native_batch(std::size_t function, std::span<jur_column const> arguments, std::size_t rows,
                                         BatchScratch& scratch) const;
  [[nodiscard]] BatchAnswer row_by_row(std::size_t function, std::span<jur_column const> arguments, std::size_t rows,
                                       BatchScratch& scratch) const;
  [[nodiscard]] BatchAnswer checked(std::size_t function, BatchResults& results) const;
  [[nodiscard]] BatchAnswer batch_other(std::size_t function, jur_status status) const;
  [[nodiscard]] BatchAnswer batch_fault(std::size_t function, Breach breach) const;
  [[nodiscard]] Converted convert_fault(std::size_t adapter, Breach breach) const;
  // The sentence; a plugin that wrote outside is not called again.
  [[nodiscard]] std::string note(Breach breach, std::string const& what) const;
  [[nodiscard]] std::string function_words(std::size_t function) const;

  Contract contract_;
  std::string digest_;
  Trust trust_;
  mutable Distrust distrust_;
};

}  // namespace hjemmel::host
