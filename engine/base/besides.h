// How work is begun that another thread can do meanwhile.
#pragma once

#include <future>

namespace hjemmel::base {

// A thread of its own, or, where none can be had, whoever asks for the result does it then.
inline constexpr auto kBesides = std::launch::async | std::launch::deferred;

}  // namespace hjemmel::base
