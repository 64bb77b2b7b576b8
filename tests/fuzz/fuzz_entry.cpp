// The name that libFuzzer calls. Linked only in the preset `fuzz`.
//
// In: bytes that libFuzzer made. Out: what the target's run_one gives.
#include "tests/fuzz/run_one.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) { return run_one(data, size); }
