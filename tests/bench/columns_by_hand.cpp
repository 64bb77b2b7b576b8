// Loops that the compiler makes vectors of: comparisons give 0 or 1, and a later, stronger rule overwrites what weaker ones gave.
#include "tests/bench/columns_by_hand.h"

#include <algorithm>

namespace hjemmel::bench::drawn {
namespace {

constexpr std::size_t kBlock = 1024;
constexpr std::size_t kPlaces = 16;  // of the table of limits: a power of two, so that no look-up can leave it
constexpr std::array<std::int32_t, kPlaces> kLimitTable = {
    1000, 1000, 200, 200, 100, 150, 2000, 25, 3000, 50000, 250, 500, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX};

constexpr std::uint8_t of(Outcome outcome) { return static_cast<std::uint8_t>(outcome); }

struct ActBlock {
  std::size_t rows;
  std::uint8_t const* age;
  std::uint8_t const* earlier;
  std::uint8_t const* flags;
  std::array<std::uint8_t const*, 3> substance;
  std::array<std::int32_t const*, 3> hundredths;
};

ActBlock block_of(ActColumns const& acts, std::size_t first, std::size_t end) {
  ActBlock block{std::min(kBlock, end - first), &acts.age[first], &acts.earlier[first], &acts.flags[first], {}, {}};
  for (std::size_t at = 0; at < 3; ++at) {
    block.substance[at] = &acts.substance[at][first];
    block.hundredths[at] = &acts.hundredths[at][first];
  }
  return block;
}

void find_small(ActBlock const& block, std::uint8_t* __restrict small) {
  auto const [s0, s1, s2] = block.substance;
  auto const [g0, g1, g2] = block.hundredths;
  for (std::size_t row = 0; row < block.rows; ++row) {
    bool const first = g0[row] <= kLimitTable[s0[row] % kPlaces];
    bool const second = g1[row] <= kLimitTable[s1[row] % kPlaces];
    bool const third = g2[row] <= kLimitTable[s2[row] % kPlaces];
    small[row] = static_cast<std::uint8_t>(first & second & third);
  }
}

void find_outcomes(ActBlock const& block, std::uint8_t const* small, std::uint8_t* __restrict outcome) {
  for (std::size_t row = 0; row < block.rows; ++row) {
    std::uint8_t const flags = block.flags[row];
    std::uint8_t const age = block.age[row];
    bool const young_or_at_risk = (age < 25) | ((flags & kAtRisk) != 0);
    bool const no_penalty = (flags & kPenaltyRequired) == 0;
    bool const within = (small[row] != 0) & ((flags & kOwnUse) != 0);
    std::uint8_t found = (young_or_at_risk & no_penalty) ? of(Outcome::waiver_or_deferral) : of(Outcome::fine);
    found = (flags & kAddicted) != 0 ? of(Outcome::unconditional_waiver) : found;
    found = age < 18 ? of(Outcome::conditional_waiver) : found;
    outcome[row] = within ? found : of(Outcome::section_231);
  }
}

void find_figures(ActBlock const& block, std::uint8_t const* outcome, std::int32_t* __restrict figure) {
  for (std::size_t row = 0; row < block.rows; ++row) {
    std::uint8_t const earlier = block.earlier[row];
    std::int32_t fine = earlier == 0 ? 3000 : 5000;
    fine = earlier == 2 ? 8000 : fine;
    fine = earlier > 2 ? 12000 : fine;
    std::int32_t const meetings = earlier > 0 ? 3 : 1;
    std::int32_t const of_waiver = outcome[row] == of(Outcome::conditional_waiver) ? meetings : 0;
    figure[row] = outcome[row] == of(Outcome::fine) ? fine : of_waiver;
  }
}

struct PersonBlock {
  std::array<std::uint8_t const*, 20> b;
  std::array<std::int16_t const*, 20> n;
  std::array<std::uint8_t const*, 10> e;
  std::array<std::int16_t const*, 10> d;
};

template <class Columns, class Pointers>
void point(Columns const& columns, std::size_t first, Pointers& pointers) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    pointers[at] = &columns[at][first];
  }
}

template <unsigned place>
std::uint8_t bit(bool fails) {
  return fails ? 1U << place : 0U;
}

template <std::uint8_t... values>
bool among(std::uint8_t value) {
  return ((value == values) | ...);
}

template <class FailedBits>
void fill_rows(std::uint8_t* __restrict failed, std::size_t rows, FailedBits failed_bits) {
  for (std::size_t row = 0; row < rows; ++row) {
    failed[row] = static_cast<std::uint8_t>(failed_bits(row));
  }
}

}  // namespace

void decide(ActColumns const& acts, std::size_t first, std::size_t end, AnswerColumns& answers) {
  std::array<std::uint8_t, kBlock> small{};
  for (std::size_t at = first; at < end; at += kBlock) {
    ActBlock const block = block_of(acts, at, end);
    find_small(block, small.data());
    find_outcomes(block, small.data(), &answers.outcome[at]);
    find_figures(block, &answers.outcome[at], &answers.figure[at]);
  }
}

void check(PersonColumns const& persons, std::size_t first, std::size_t end, FailedColumns& failed) {
  for (std::size_t at = first; at < end; at += kBlock) {
    PersonBlock p{};
    point(persons.b, at, p.b);
    point(persons.n, at, p.n);
    point(persons.e, at, p.e);
    point(persons.d, at, p.d);
    std::size_t const rows = std::min(kBlock, end - at);
    auto const fill = [&](std::size_t service, auto failed_bits) {
      fill_rows(&failed[service][at], rows, failed_bits);
    };
#include "tests/bench/packages/eligibility_columns_by_hand.inc"
  }
}

}  // namespace hjemmel::bench::drawn
