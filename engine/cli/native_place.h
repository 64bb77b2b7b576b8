// Where native libraries are kept and found: one folder of the user, so that a package that came from elsewhere brings no code with it.
//
// In: a package, and the file that the user names, if any. Out: the library to use, or none; what is named must fit, what is found by itself
// is passed over where it does not. Tested in tests/golden/native.
#pragma once

#include <memory>
#include <string>

#include "engine/api/native.h"

namespace hjemmel::cli {

// HJEMMEL_NATIVE; else hjemmel/native in XDG_CACHE_HOME, else in ~/.cache. Empty where there is none.
[[nodiscard]] std::string native_folder();

// `named`: empty where the user names none. A failure only of one that is named.
[[nodiscard]] api::NativeResult find_native(api::Package const& package, api::BatchQuestion const& question,
                                            std::string const& named);

}  // namespace hjemmel::cli
