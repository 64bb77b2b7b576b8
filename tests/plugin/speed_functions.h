// Two functions that are timed in a plugin and linked in: one that does nothing to speak of, and one as a jurisdiction has it.
#pragma once

#include "plugins/abi/author.h"

namespace hjemmel::host {

jur::Date next_day(jur::Date day);
// The first day behind it that is no Saturday, no Sunday and none of the feasts around Easter.
jur::Date next_working_day(jur::Date day);

}  // namespace hjemmel::host
