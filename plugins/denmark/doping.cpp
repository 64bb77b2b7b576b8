// A short table, looked through from its beginning.
#include "plugins/denmark/doping.h"

namespace denmark {
namespace {

std::string fold(std::string_view text) {
  constexpr std::string_view kCapital = "Æ";
  std::string folded;
  while (!text.empty()) {
    bool const two_bytes = text.starts_with(kCapital);
    char const letter = text.front();
    if (two_bytes) {
      folded += "æ";
    } else if (letter >= 'A' && letter <= 'Z') {
      folded += static_cast<char>(letter - 'A' + 'a');
    } else if (letter != ' ' && letter != '-') {
      folded += letter;
    }
    text.remove_prefix(two_bytes ? kCapital.size() : 1);
  }
  return folded;
}

template <std::size_t N>
bool contains(std::array<std::string_view, N> const& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::optional<std::string> doping_group(std::string_view substance) {
  std::string const name = fold(substance);
#define DOPING(group, ...)                                              \
  if (contains(std::to_array<std::string_view>({__VA_ARGS__}), name)) { \
    return group;                                                       \
  }
#include "plugins/denmark/doping.def"
#undef DOPING
  return std::nullopt;
}

bool doping_act_in_force(jur::Date day) { return day >= kDopingAct; }

}  // namespace denmark
