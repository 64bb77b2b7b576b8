// Exit statuses and standard output: what cannot be written is never told as done.
#include "engine/cli/output.h"

#include <cstdio>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace hjemmel::cli {
namespace {

// Standard output leads to another file while this lives.
class Redirected {
 public:
  explicit Redirected(char const* path) {
    std::fflush(stdout);
    before_ = ::dup(STDOUT_FILENO);
    int const file = ::open(path, O_WRONLY);
    ::dup2(file, STDOUT_FILENO);
    ::close(file);
  }
  Redirected(Redirected const&) = delete;
  Redirected& operator=(Redirected const&) = delete;
  ~Redirected() {
    std::clearerr(stdout);
    ::dup2(before_, STDOUT_FILENO);
    ::close(before_);
  }

 private:
  int before_ = -1;
};

TEST(Output, what_is_written_keeps_its_status) {
  Redirected const redirected("/dev/null");
  EXPECT_EQ(write_out("text\n", kDone), kDone);
  EXPECT_EQ(write_out("text\n", kFaults), kFaults);
}

TEST(Output, a_full_disk_is_a_failure_of_the_world) {
  Redirected const redirected("/dev/full");
  EXPECT_EQ(write_out("text\n", kDone), kWorld);
}

TEST(Output, statuses_tell_whose_fault_it_is) {
  EXPECT_EQ(status_of(api::Failure::none), 0);
  EXPECT_EQ(status_of(api::Failure::input), 1);
  EXPECT_EQ(status_of(api::Failure::use), 2);
  EXPECT_EQ(status_of(api::Failure::world), 3);
}

TEST(Output, one_is_not_many) {
  EXPECT_EQ(counted(0, "rule", "rules"), "0 rules");
  EXPECT_EQ(counted(1, "rule", "rules"), "1 rule");
}

}  // namespace
}  // namespace hjemmel::cli
