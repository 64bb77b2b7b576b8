// The drawn cases of the two workloads, and their answers by hand: the yardstick beside tests/bench/by_hand.h.
//
// In: the number of a case. Out: the same facts as tests/bench/packages/draw.py draws, and what a programmer's function makes of
// them. Nothing of the engine is used here.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace hjemmel::bench::drawn {

inline constexpr std::size_t kSubstances = 12;
inline constexpr std::size_t kServices = 40;
// Hundredths of a gram, by substance; the limit itself is within.
inline constexpr std::array<std::int32_t, kSubstances> kLimits = {1000, 1000, 200,  200,   100, 150,
                                                                  2000, 25,   3000, 50000, 250, 500};
// Kroner, by earlier acts; the last one for all further ones.
inline constexpr std::array<std::int32_t, 4> kFines = {3000, 5000, 8000, 12000};

struct Weight {
  std::uint8_t substance = 0;   // in the order of the schema
  std::int32_t hundredths = 0;  // of a gram
};

struct Act {
  std::int32_t age = 0;
  std::int32_t earlier = 0;
  bool addicted = false;
  bool at_risk = false;
  bool own_use = false;
  bool penalty_required = false;
  std::uint8_t act = 0;
  std::uint8_t count = 0;  // of `weights`
  std::array<Weight, 3> weights{};
};

enum class Outcome : std::uint8_t {  // mildest first
  unconditional_waiver,
  waiver_or_deferral,
  conditional_waiver,
  fine,
  section_231
};

inline constexpr std::array<std::string_view, kSubstances> kSubstanceNames = {
    "cannabis", "hash", "amphetamine", "cocaine", "heroin",   "mdma",
    "ghb",      "lsd",  "psilocybin",  "khat",    "ketamine", "benzodiazepine"};
inline constexpr std::array<std::string_view, 3> kActNames = {"use", "acquire", "possess"};
inline constexpr std::array<std::string_view, 5> kOutcomeNames = {"unconditional_waiver", "waiver_or_deferral",
                                                                  "conditional_waiver", "fine", "section_231"};

struct Answer {
  Outcome outcome = Outcome::section_231;
  std::uint8_t meetings = 0;  // within three months
  std::int32_t kroner = 0;

  friend bool operator==(Answer const&, Answer const&) = default;
};

struct Person {
  std::array<bool, 20> b{};
  std::array<std::int32_t, 20> n{};
  std::array<std::uint8_t, 10> e{};
  std::array<std::int32_t, 10> d{};  // days since 1970-01-01
};

using Failed = std::array<std::uint8_t, kServices>;  // by service: one bit a criterion, the first one lowest

[[nodiscard]] Act draw_act(std::uint64_t number);
[[nodiscard]] Answer decide(Act const& act);
[[nodiscard]] Person draw_person(std::uint64_t number);
void check(Person const& person, Failed& failed);

// One after the other; as many places as cases.
void decide_all(std::span<Act const> acts, std::span<Answer> answers);
void check_all(std::span<Person const> persons, std::span<Failed> failed);

}  // namespace hjemmel::bench::drawn
