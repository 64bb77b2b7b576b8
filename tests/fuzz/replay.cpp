// Runs a fuzz target once over each file of a folder, with any compiler: the ctest tests `fuzz.<target>`.
//
// In: the folder. Out: exit status 0 and a count; 1 where the folder holds no file. A fault of the target ends the process.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/run_one.h"

int main(int count, char** arguments) {
  int files = 0;
  for (int i = 1; i < count; ++i) {
    for (auto const& entry : std::filesystem::directory_iterator(arguments[i])) {
      std::ifstream stream(entry.path(), std::ios::binary);
      std::string const text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
      std::printf("%s\n", entry.path().c_str());
      static_cast<void>(std::fflush(stdout));
      static_cast<void>(run_one(reinterpret_cast<std::uint8_t const*>(text.data()), text.size()));
      ++files;
    }
  }
  std::printf("%d files\n", files);
  return files > 0 ? 0 : 1;
}
