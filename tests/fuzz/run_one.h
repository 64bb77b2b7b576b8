// The one function of a fuzz target: any bytes in, no crash, no hang, no leak.
//
// fuzz_entry.cpp hands it to libFuzzer (`./dev fuzz`), replay.cpp runs it over the kept corpus in every build of the tests.
#pragma once

#include <cstddef>
#include <cstdint>

int run_one(std::uint8_t const* data, std::size_t size);
