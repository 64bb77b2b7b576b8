// The results of one batch as the plugin writes them: memory between guards, and the look at what was written.
//
// In: the type of the result and the number of rows. Out: a jur_results for the plugin; behind the call, the first breach of the
// whole, and rows whose value is unsound marked as faults. Called by jurisdiction_batch.cpp; tested in
// tests/plugin/batch_test.cpp.
#pragma once

#include "engine/host/batch.h"
#include "engine/host/breach.h"
#include "engine/host/guarded_result.h"

namespace hjemmel::host {

class BatchResults {
 public:
  // `text_capacity`: bytes for the texts of all rows.
  BatchResults(base::ForeignType type, std::size_t rows, std::size_t text_capacity, BatchScratch& scratch);

  [[nodiscard]] jur_results* for_plugin() { return &results_.value; }
  [[nodiscard]] jur_results const& written() const { return results_.value; }

  // What must hold whatever the status is.
  [[nodiscard]] Breach frame_breach() const;
  // Of a batch with JUR_OK: what makes all of it useless.
  [[nodiscard]] Breach whole_breach() const;
  // Marks each row that is unsound as JUR_INTERNAL; gives the first breach of a row, `none` where all are sound. A row with
  // JUR_INTERNAL of its own counts as `internal`.
  Breach check_rows();
  // The first row with JUR_BAD_ARGUMENT; rows where there is none.
  [[nodiscard]] std::size_t first_bad_argument() const;

  [[nodiscard]] BatchAnswer answer() const;

 private:
  [[nodiscard]] bool is_plainly_sound() const;
  [[nodiscard]] Breach row_breach(std::size_t row) const;

  base::ForeignType type_;
  std::size_t rows_;
  BatchScratch* scratch_;  // of the caller, which outlives this
  jur_results start_;
  GuardedResult<jur_results> results_;
};

}  // namespace hjemmel::host
