// The entries of the shipped plugins as they are linked in statically (cmake/Plugin.cmake), for tests and fuzz targets.
//
// Each has the type jur_entry and gives the same table as the shared library of that id. A target that uses one links
// `hjemmel_plugin_<id>_static`. Tested in tests/plugin_functions/border_test.cpp.
#pragma once

#include <cstdint>

#include "plugins/abi/jurisdiction.h"

extern "C" {
jurisdiction_v1 const* hjemmel_jurisdiction_v1_no(std::uint32_t host_major, std::uint32_t host_minor);
jurisdiction_v1 const* hjemmel_jurisdiction_v1_de(std::uint32_t host_major, std::uint32_t host_minor);
jurisdiction_v1 const* hjemmel_jurisdiction_v1_dk(std::uint32_t host_major, std::uint32_t host_minor);
jurisdiction_v1 const* hjemmel_jurisdiction_v1_example(std::uint32_t host_major, std::uint32_t host_minor);
}
