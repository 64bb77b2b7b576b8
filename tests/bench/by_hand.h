// by_hand: the package no.penal.minor_narcotics as a programmer would write it in plain C++, to measure the engine against.
//
// In: the facts of one case as enums, day numbers and whole millionths of a unit. Out: the reaction: status, modality, options
// with their bounds and conditions, what follows for a decider who departs, and what is possible where the case leaves it open.
// Nothing of the engine is used here. tests/bench/agree.h holds its answers against the engine's before anything is timed.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace hjemmel::bench::by_hand {

enum class Act : std::uint8_t { use, acquisition, holding, other };
enum class Substance : std::uint8_t { cannabis, cocaine, amphetamine, heroin, ghb, lsd, other };
enum class Proof : std::uint8_t { not_shown, reason_to_believe, preponderance, beyond_reasonable_doubt };
inline constexpr std::size_t kSubstances = 7;

struct Seizure {
  Substance substance = Substance::cannabis;
  std::int64_t amount = 0;  // micrograms; of GHB millionths of a decilitre, of LSD of a blotter
};

// What people judge. The bits of Facts::open.
enum Assessment : std::uint8_t {
  for_own_use = 1,
  drug_dependent = 2,
  young = 4,
  dependence_shown = 8,
  risk_shown = 16,
  comparable = 32,
  penal_purpose = 64,
};
inline constexpr unsigned kAssessments = 7;

struct Facts {
  std::int32_t act_day = 0;    // days since 1970-01-01
  std::int32_t birth_day = 0;  // the same; never after the act
  Act act = Act::holding;
  bool for_own_use = false;
  bool drug_dependent = false;
  bool young = false;
  bool comparable = false;
  bool penal_purpose = false;
  Proof dependence_shown = Proof::not_shown;
  Proof risk_shown = Proof::not_shown;
  std::vector<Seizure> seizures;
  std::uint8_t open = 0;  // assessments that nobody has made; what stands in their members is then without meaning
};

enum class Status : std::uint8_t { decided, undetermined, not_applicable };
enum class Modality : std::uint8_t { none, normally_is, may_be };
enum class Reaction : std::uint8_t {  // mildest first
  unconditional_waiver,
  sentencing_waiver,
  conditional_waiver,
  deferred_sentencing,
  fine,
  imprisonment,
};
enum class Force : std::uint8_t { absent, may_carry, must_carry };

// Each bound is the most that is allowed, 0 where there is none.
struct Option {
  Reaction reaction = Reaction::fine;
  std::uint8_t imprisonment_months = 0;
  Force attendance = Force::absent;  // at the advisory unit
  std::uint8_t meetings = 0;
  std::uint8_t meetings_within_months = 0;
  Force testing = Force::absent;
  std::uint8_t testing_months = 0;
  bool testing_must_be_stated = false;  // which test, how often, for how long

  friend bool operator==(Option const&, Option const&) = default;
};

struct Result {
  Status status = Status::not_applicable;
  Modality modality = Modality::none;
  std::uint8_t count = 0;  // of `options`
  std::array<Option, 4> options{};

  friend bool operator==(Result const&, Result const&) = default;
};

// Undetermined: `result` has the status alone, and `possible` what it can become, in no order.
struct Answer {
  Result result;
  std::vector<Result> possible;
};

struct Decision {
  Answer answer;
  bool may_depart = false;  // the modality is normally_is
  Answer if_departing;
};

[[nodiscard]] Decision decide(Facts const& facts);

}  // namespace hjemmel::bench::by_hand
