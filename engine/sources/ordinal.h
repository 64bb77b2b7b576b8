// Ordinals as citations write them, in English and in both written forms of Norwegian: `third`, `tredje`, `annet`, `andre`, `3.`, `3rd`.
//
// In: a word. Out: the number, from 1; and back, in English. Tested in tests/unit/sources/ordinal_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hjemmel::sources {

[[nodiscard]] std::optional<std::uint32_t> read_ordinal(std::string_view word);

// `third`; past the twentieth `21.`
[[nodiscard]] std::string ordinal_word(std::uint32_t number);

// A number of digits alone, not 0 and less than a million.
[[nodiscard]] std::optional<std::uint32_t> read_count(std::string_view digits);

// a is 1, z is 26, then æ, ø and å; a capital letter counts as a small one.
[[nodiscard]] std::optional<std::uint32_t> read_letter(std::string_view word);
// Empty past å.
[[nodiscard]] std::string letter(std::uint32_t number);

}  // namespace hjemmel::sources
