// Findings as members of a JSON object: what documents of several faces share.
#pragma once

#include <string_view>

#include "engine/api/hjemmel.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::api {

// The keys `findings`, `not_shown` and `error`; the writer stands inside an object. An empty `error` is null.
void write_findings(Findings const& findings, std::string_view error, explain::JsonWriter& json);

}  // namespace hjemmel::api
