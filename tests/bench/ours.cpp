// To be filled in where the engine decides by column: engine/columns.
#include "tests/bench/ours.h"

namespace hjemmel::bench::ours {

std::optional<double> reaction_columns(package::LoadedPackage const& /*reaction*/, Drawn const& /*drawn*/,
                                       unsigned /*threads*/) {
  return std::nullopt;
}

std::optional<double> open_columns(package::LoadedPackage const& /*reaction*/, unsigned /*threads*/) {
  return std::nullopt;
}

std::optional<double> eligibility_columns(package::LoadedPackage const& /*eligibility*/, Drawn const& /*drawn*/,
                                          unsigned /*threads*/) {
  return std::nullopt;
}

std::optional<double> reaction_file(package::LoadedPackage const& /*reaction*/, std::string const& /*folder*/,
                                    unsigned /*threads*/) {
  return std::nullopt;
}

}  // namespace hjemmel::bench::ours
