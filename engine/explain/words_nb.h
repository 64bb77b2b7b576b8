// The table of words in bokmål; `words_in` of words.h gives it.
#pragma once

#include "engine/explain/words.h"

namespace hjemmel::explain {

extern Words const kBokmaal;

}  // namespace hjemmel::explain
