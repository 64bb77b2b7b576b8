// BlockDecider: decides what it can of many cases at once, by column; the machine decides the other rows.
//
// In: a block of facts. Out: of each row whether it is settled, and then the rest of its line. The seam between `hjemmel batch` and
// whatever decides by columns: what it settles must be what the machine says of the same record, to the byte. Private to this folder.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "engine/columns/block.h"

namespace hjemmel::api {

class Package;
struct BatchQuestion;

struct SettledRow {
  bool settled = false;
  bool undetermined = false;
  bool rules_at_fault = false;
  // What stands behind the number of the line, with its own line end: `,"outcome":{…}}` of documents, `,decided,…,` of a table. Good
  // until the next call.
  std::string_view text;
};

// For one thread.
class BlockDecider {
 public:
  BlockDecider() = default;
  BlockDecider(BlockDecider const&) = delete;
  BlockDecider& operator=(BlockDecider const&) = delete;
  virtual ~BlockDecider() = default;

  // `rows`: one of each row of the block, unsettled. An irregular row stays so.
  virtual void decide(columns::Block const& block, std::span<SettledRow> rows) = 0;
};

// Null where the question cannot be answered by columns.
using MakeBlockDecider = std::function<std::unique_ptr<BlockDecider>(Package const&, BatchQuestion const&)>;

}  // namespace hjemmel::api
