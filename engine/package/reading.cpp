// Looks the two names up.
#include "engine/package/reading.h"

#include <algorithm>

#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

template <class List>
std::vector<std::string> names_in(List const& things) {
  std::vector<std::string> names;
  for (auto const& thing : things) {
    names.push_back(thing.name);
  }
  return names;
}

}  // namespace

ReadingFault take_reading(ir::Program const& program, std::string_view name, std::string_view choice,
                          eval::Case& facts) {
  std::vector<std::string> const readings = names_in(program.readings);
  auto const reading = static_cast<std::size_t>(std::find(readings.begin(), readings.end(), name) - readings.begin());
  std::string const quoted = "`" + std::string(name) + "`";
  if (reading == readings.size()) {
    return {false, quoted + " is not a reading of this package",
            readings.empty() ? "the package has no readings" : suggest(std::string(name), readings)};
  }
  std::vector<std::string> const choices = names_in(program.readings[reading].choices);
  auto const at = static_cast<std::size_t>(std::find(choices.begin(), choices.end(), choice) - choices.begin());
  if (at == choices.size()) {
    return {true, "the reading " + quoted + " has no choice `" + std::string(choice) + "`",
            suggest(std::string(choice), choices)};
  }
  facts.basis.readings.resize(readings.size());
  facts.basis.readings[reading] = static_cast<std::uint32_t>(at);
  return {};
}

}  // namespace hjemmel::package
