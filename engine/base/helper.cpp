// The thread begins with the first work.
#include "engine/base/helper.h"

#include <system_error>

namespace hjemmel::base {

// A crew drops what still waits: so it ends behind the last that was asked for.
Helper::~Helper() {
  if (crew_) {
    ask([] {}).wait();
  }
}

bool Helper::has_thread() {
  if (!crew_) {
    try {
      crew_.emplace(1);
    } catch (std::system_error const&) {
      return false;
    }
  }
  return true;
}

}  // namespace hjemmel::base
