// The services of a saved file, which are read without the rest of it: what they ask, flat as it lies in memory, and their names.
//
// Private to this folder; services.h is its face. First the counts, then tests (rows::CriterionTest), by service where its tests end
// and its name, by test its criterion's name, by name where its letters end, by service whether it is a right, the letters,
// and the directory, which the codec writes. Numbers of more than a byte lie as this machine has them, lowest byte first.
#pragma once

#include <optional>

#include "engine/package/loader.h"
#include "engine/rows/criteria.h"
#include "engine/saved/services.h"

namespace hjemmel::saved {

// What there are few of.
struct ServicesDirectory {
  std::string package;
  std::vector<ServiceFact> facts;
  std::vector<std::optional<columns::Slot>> slots;  // by fact
  std::vector<columns::Node> nodes;                 // of rows::ComputedTruths, as are sets and roots
  std::vector<std::vector<std::uint8_t>> sets;
  std::vector<std::uint32_t> roots;
  std::vector<std::string> others;  // services that are not here
};

struct ServicesCounts {
  std::uint32_t tests = 0;
  std::uint32_t services = 0;
  std::uint32_t names = 0;
  std::uint32_t letters = 0;
  std::uint32_t directory = 0;  // bytes
  std::uint32_t nothing = 0;
};

[[nodiscard]] std::string services_part(package::LoadedPackage const& package);

// What points into `bytes`, which lie at an address for numbers of eight bytes and outlive it; none where they are damaged.
[[nodiscard]] std::optional<ServicesView> read_services_part(std::string_view bytes);

}  // namespace hjemmel::saved
