// What programs ask of mimalloc: see Allocator.cmake.
#include <mimalloc.h>

namespace {

// The memory that a further thread begins with can be used at once. It is touched no earlier for that, but only what can be used
// at once can lie in large pages (engine/base/large_pages.h).
[[maybe_unused]] bool const kIsSet = [] {
  mi_option_set(mi_option_eager_commit_delay, 0);
  return true;
}();

}  // namespace
