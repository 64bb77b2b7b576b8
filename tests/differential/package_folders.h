// The packages under rules/, for tests that take each of them; run from the root of the repository.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "engine/api/bundles_data.h"

namespace hjemmel::differential {

// Sorted.
[[nodiscard]] std::vector<std::string> package_folders();
// The code of the jurisdictions that packages use, from the bundle beside the test.
[[nodiscard]] std::shared_ptr<api::Bundles const> bundles();
// `no_penal_minor_narcotics`, as the name of a test.
[[nodiscard]] std::string name_of_folder(testing::TestParamInfo<std::string> const& info);

}  // namespace hjemmel::differential
