// The drawn cases as files that every engine of the comparison reads.
//
// In: drawn cases. Out: one JSON object a line, as a line of a measured file has it (tests/bench/packages/README.md), and what is
// expected of them: the outcome lines of tests/bench/files_by_hand.h, and of persons the bytes of drawn::Failed, 40 a person.
#pragma once

#include <span>
#include <string>

#include "tests/bench/drawn.h"
#include "tests/bench/open_by_hand.h"

namespace hjemmel::bench::files {

[[nodiscard]] std::string lines_of(std::span<drawn::Act const> acts);
[[nodiscard]] std::string lines_of(std::span<drawn::Person const> persons);
[[nodiscard]] std::string lines_of(std::span<drawn::OpenAct const> acts);        // what nobody knows is "unknown"
[[nodiscard]] std::string line_of(std::size_t id, drawn::Person const& person);  // with its line end

[[nodiscard]] std::string expected_lines(std::span<drawn::Act const> acts);
[[nodiscard]] std::string expected_bytes(std::span<drawn::Person const> persons);

// False where the file cannot be written.
[[nodiscard]] bool write_file(std::string const& path, std::string const& text);

}  // namespace hjemmel::bench::files
