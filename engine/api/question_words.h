// What a question names, for people: the labels of one package.
//
// Private to this folder.
#pragma once

#include "engine/api/ask.h"
#include "engine/explain/names.h"

namespace hjemmel::api {

[[nodiscard]] QuestionWords words_of(explain::Names const& names, interview::Question const& question);

}  // namespace hjemmel::api
