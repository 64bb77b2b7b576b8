// Names of substances: what police, laboratories and people call them, and the name that rules know.
//
// In: a text in Norwegian or English. Out: the value of the enumeration Substance of rules/no/penal/minor_narcotics. The names
// stand in substance.def. A name that is not there has no answer: it is never taken for another substance. Tested in
// tests/plugin_functions/substance_test.cpp.
#pragma once

#include "plugins/abi/author.h"

namespace norway {

// Capitals (also Æ, Ø, Å), spaces and hyphens make no difference.
std::optional<std::string> canonical_substance(std::string_view name);

}  // namespace norway
