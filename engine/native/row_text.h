// What stands in front of the rows of a library (row_source.h): the words of their texts. Private to engine/native.
#pragma once

#include <string_view>

namespace hjemmel::native {

extern std::string_view const kRowPrelude;

}  // namespace hjemmel::native
