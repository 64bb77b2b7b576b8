// Whether what is done by hand in several ways comes to the same: asked before any of it is timed.
//
// In: all drawn cases, drawn once. Out: the first difference in words; empty where there is none. The functions over rows,
// drawn::decide and drawn::check, are what the others are held against, case by case; their own sums are held against those that
// are kept here, so that another drawing, or another rule, does not go unseen.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tests/bench/columns_by_hand.h"
#include "tests/bench/workloads.h"

namespace hjemmel::bench {

inline constexpr std::size_t kActs = 1'000'000;
inline constexpr std::size_t kPersons = 100'000;
inline constexpr std::size_t kOpenActsCompared = 5'000;

struct Drawn {
  std::vector<drawn::Act> acts;
  std::vector<drawn::Person> persons;
  drawn::ActColumns act_columns;
  drawn::PersonColumns person_columns;
};

[[nodiscard]] Drawn draw_all();

[[nodiscard]] std::string compare_sums(Drawn const& drawn);
[[nodiscard]] std::string compare_steps(std::span<drawn::Act const> acts);
[[nodiscard]] std::string compare_columns(Drawn const& drawn);
// Of columns that anybody filled.
[[nodiscard]] std::string compare_answers(std::span<drawn::Act const> acts, drawn::AnswerColumns const& answers);
[[nodiscard]] std::string compare_failed(std::span<drawn::Person const> persons, drawn::FailedColumns const& failed);
// Both readers of files, with one thread and with two. `folder` has reaction.jsonl, and gets what they write.
[[nodiscard]] std::string compare_files(std::string const& folder, std::string const& expected);
// The outcomes that are possible where facts are unknown, by hand and by the engine.
[[nodiscard]] std::string compare_open(package::LoadedPackage const& reaction);

}  // namespace hjemmel::bench
