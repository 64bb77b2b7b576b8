// The functions of speed_functions.h as a plugin. Its id is `sp`.
#include "tests/plugin/speed_functions.h"

namespace {

std::string check() { return ""; }

constexpr std::array kFunctions{
    jur::function<hjemmel::host::next_day>("next_day", "The day after a day"),
    jur::function<hjemmel::host::next_working_day>("next_working_day", "The first working day after a day"),
};
constexpr jurisdiction_v1 kTable = jur::jurisdiction(
    "sp", "0.1.0", "What is timed", kFunctions, std::array<jur_adapter, 0>(), std::array<jur_policy, 0>(),
    std::array<char const*, 0>(), std::array<char const*, 0>(), jur::self_test<check>());

}  // namespace

JUR_EXPORT(kTable)
