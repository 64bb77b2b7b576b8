// The two workloads over columns, by hand: the limit that a column engine is held against.
//
// In: many drawn cases, one column a fact, as narrow as their values allow. Out: what drawn::decide and drawn::check say of each,
// likewise by column. Rows are taken in blocks that stay in the nearest cache, without a branch on data. The .cpp is compiled with
// -O3 for processors since 2009 (x86-64-v2). tests/bench/agreement.cpp holds all cases against the functions over rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/bench/drawn.h"

namespace hjemmel::bench::drawn {

inline constexpr std::uint8_t kNoSubstance = kSubstances;  // where a case has fewer than three; it has no limit

enum ActFlag : std::uint8_t { kAddicted = 1, kAtRisk = 2, kOwnUse = 4, kPenaltyRequired = 8 };

struct ActColumns {
  std::vector<std::uint8_t> age;
  std::vector<std::uint8_t> earlier;
  std::vector<std::uint8_t> flags;  // of ActFlag
  std::array<std::vector<std::uint8_t>, 3> substance;
  std::array<std::vector<std::int32_t>, 3> hundredths;

  [[nodiscard]] std::size_t size() const { return age.size(); }
};

struct AnswerColumns {
  std::vector<std::uint8_t> outcome;  // of Outcome
  std::vector<std::int32_t> figure;   // kroner of a fine, meetings of a conditional waiver, otherwise 0
};

struct PersonColumns {
  std::array<std::vector<std::uint8_t>, 20> b;
  std::array<std::vector<std::int16_t>, 20> n;
  std::array<std::vector<std::uint8_t>, 10> e;
  std::array<std::vector<std::int16_t>, 10> d;  // days since 1970-01-01

  [[nodiscard]] std::size_t size() const { return b[0].size(); }
};

using FailedColumns = std::array<std::vector<std::uint8_t>, kServices>;  // as Failed

[[nodiscard]] ActColumns columns_of(std::span<Act const> acts);
[[nodiscard]] PersonColumns columns_of(std::span<Person const> persons);

// Rows [first, end); `answers` and `failed` have a place for every row. Of several threads each may take rows of its own.
void decide(ActColumns const& acts, std::size_t first, std::size_t end, AnswerColumns& answers);
void check(PersonColumns const& persons, std::size_t first, std::size_t end, FailedColumns& failed);

}  // namespace hjemmel::bench::drawn
