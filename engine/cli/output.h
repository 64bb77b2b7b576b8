// What every verb of the command line shares: exit statuses, writing to standard output and error, showing findings.
//
// In: texts and findings. Out: bytes on the two streams, and the exit status that tells how it went. A full disk or a closed
// pipe behind standard output is a failure of the world and never passes for done. Tested in tests/golden/cli.
#pragma once

#include <string>
#include <string_view>

#include "engine/api/hjemmel.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::cli {

enum class Format { text, json, tap, sarif };

// Exit statuses; where a verb does several things, the greatest counts.
inline constexpr int kDone = 0;
inline constexpr int kFaults = 1;    // in what was given: findings, failed cases, a conflict or a missing rule
inline constexpr int kWrongUse = 2;  // of the command line
inline constexpr int kWorld = 3;     // a file, the disk, memory

// `status` when all of the text reached standard output, else kWorld, with a message.
[[nodiscard]] int write_out(std::string_view text, int status);
// One sentence on standard error, behind the program's name.
void write_error(std::string_view sentence);

// Findings and the reason of a failure on standard error: text for people, or with Format::json one JSON document on one line.
// Nothing is written when there is nothing to say. Gives the exit status of the failure.
int report(api::Findings const& findings, api::Failure failure, std::string_view error, Format format);
[[nodiscard]] int status_of(api::Failure failure);

// `1 rule`, `2 rules`.
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

[[nodiscard]] std::string version_line();

}  // namespace hjemmel::cli
