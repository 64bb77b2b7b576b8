// Guards see a write anywhere in them, and nothing else.
#include "engine/host/guard.h"

#include <vector>

#include <gtest/gtest.h>

namespace hjemmel::host {
namespace {

TEST(Guard, sees_a_change_of_each_of_its_bytes_and_of_none_between) {
  for (std::size_t const capacity : {0U, 1U, 8U, 13U}) {
    std::vector<char> memory(guarded_size(capacity));
    EXPECT_EQ(set_guards(memory.data(), capacity), memory.data() + kGuardBytes);
    for (std::size_t at = 0; at < memory.size(); ++at) {
      bool const inside = at >= kGuardBytes && at < kGuardBytes + capacity;
      memory[at] = static_cast<char>(memory[at] ^ 1);
      EXPECT_EQ(guards_intact(memory.data(), capacity), inside) << at;
      memory[at] = static_cast<char>(memory[at] ^ 1);
    }
    EXPECT_TRUE(guards_intact(memory.data(), capacity));
  }
}

}  // namespace
}  // namespace hjemmel::host
