// Bundles on the command line: the search path of jurisdictions, and loading packages with it.
//
// The path is: each `--bundle DIR`, then those of the environment variable HJEMMEL_BUNDLE (separated by colons), then what is
// installed beside the program: `../share/hjemmel` and `bundle`, seen from its folder. Tested in tests/golden/jurisdiction.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/api/bundles.h"

namespace hjemmel::cli {

struct BundleOptions {
  std::vector<std::string> bundles;
  std::vector<std::string> key_files;  // each holds one public key in base64; HJEMMEL_PLUGIN_KEYS names more
  bool allow_unlisted = false;         // or HJEMMEL_ALLOW_UNLISTED_PLUGINS is 1
};

[[nodiscard]] api::BundlesResult open_bundles(BundleOptions const& options);

// `package`: a folder, or the name of a package in a bundle. One that uses no jurisdiction loads whatever the bundles are like.
[[nodiscard]] api::LoadResult load_package(std::string const& package, std::vector<std::string> const& amendments,
                                           BundleOptions const& options);

}  // namespace hjemmel::cli
