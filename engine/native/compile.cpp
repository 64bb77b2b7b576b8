// posix_spawn in a folder made by mkdtemp; what the compiler says goes into a file there.
#include "engine/native/compile.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace hjemmel::native {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostSaid = 600;  // bytes of the compiler's words

// Goes with all that is in it.
class Workplace {
 public:
  Workplace() {
    std::error_code fault;
    fs::path const base = fs::temp_directory_path(fault);
    std::string name = ((fault ? fs::path("/tmp") : base) / "hjemmel-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) {
      path_ = name;
    }
  }
  Workplace(Workplace const&) = delete;
  Workplace& operator=(Workplace const&) = delete;
  ~Workplace() {
    if (is_there()) {
      std::error_code ignored;
      fs::remove_all(path_, ignored);
    }
  }
  [[nodiscard]] bool is_there() const { return !path_.empty(); }
  [[nodiscard]] std::string at(std::string const& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string read_whole(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> arguments_of(Compiler const& compiler, Workplace const& place) {
  std::vector<std::string> words;
  std::istringstream command(compiler.command);
  for (std::string word; command >> word;) {
    words.push_back(word);
  }
  if (words.empty()) {
    return words;
  }
  words.insert(words.end(), {"-x", "c++", "-std=c++20", "-O3", "-fwrapv", "-fno-strict-aliasing", "-fno-exceptions",
                             "-fno-rtti", "-fPIC", "-fvisibility=hidden", "-shared", "-s", "-w"});
#if defined(__x86_64__)
  words.push_back(compiler.level <= 1 ? "-march=x86-64" : "-march=x86-64-v" + std::to_string(compiler.level));
#endif
  words.insert(words.end(), {"-o", place.at("native.so"), place.at("native.cpp")});
  return words;
}

// The exit status of what ran; an Error where it could not be started or was killed.
base::Result<int> run(std::vector<std::string>& words, std::string const& said) {
  std::vector<char*> arguments;
  for (std::string& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  pid_t child = 0;
  int const fault = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (fault != 0) {
    return base::Error{"the compiler `" + words[0] + "` cannot be started: " + std::strerror(fault) +
                       "; name one that is there after `--compiler`, or in the environment variable CXX"};
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      return base::Error{std::string("the compiler cannot be waited for: ") + std::strerror(errno)};
    }
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Without the name of the folder, which only this run knows.
std::string first_words(std::string said, Workplace const& place) {
  std::string const folder = place.at("");
  for (std::size_t at = said.find(folder); at != std::string::npos; at = said.find(folder, at)) {
    said.erase(at, folder.size());
  }
  while (!said.empty() && (said.back() == '\n' || said.back() == ' ')) {
    said.pop_back();
  }
  return said.size() > kMostSaid ? said.substr(0, kMostSaid) + " …" : said;
}

}  // namespace

int processor_level() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  auto const v2 = __builtin_cpu_supports("sse4.2") != 0 && __builtin_cpu_supports("popcnt") != 0;
  auto const v3 = v2 && __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
                  __builtin_cpu_supports("bmi2") != 0 && __builtin_cpu_supports("fma") != 0;
  auto const v4 = v3 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                  __builtin_cpu_supports("avx512cd") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                  __builtin_cpu_supports("avx512vl") != 0;
  return v4 ? 4 : v3 ? 3 : v2 ? 2 : 1;
#else
  return 0;
#endif
}

base::Result<std::string> compile(std::string_view text, Compiler const& compiler) {
  Workplace const place;
  if (!place.is_there()) {
    return base::Error{std::string("no folder can be made to compile in: ") + std::strerror(errno)};
  }
  std::ofstream source(place.at("native.cpp"), std::ios::binary);
  source << text;
  source.close();
  std::vector<std::string> words = arguments_of(compiler, place);
  if (words.empty() || !source) {
    return base::Error{words.empty() ? "no compiler is named: CXX is blank"
                                     : "the source cannot be written to the folder for temporary files"};
  }
  std::string const said = place.at("said");
  auto const status = run(words, said);
  if (!status) {
    return status.error();
  }
  if (*status != 0) {
    std::string const why = first_words(read_whole(said), place);
    return base::Error{"the compiler `" + compiler.command + "` ended with " + std::to_string(*status) +
                       (why.empty() ? " and did not say why" : ": " + why)};
  }
  std::string bytes = read_whole(place.at("native.so"));
  return bytes.empty() ? base::Result<std::string>(base::Error{"the compiler `" + compiler.command +
                                                               "` made no library, and did not say why"})
                       : bytes;
}

}  // namespace hjemmel::native
