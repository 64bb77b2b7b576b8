// What columns are asked: a kernel of the package and the schedule of one question, where tables can be written by them.
//
// In: a package and a question about many cases. Out: none where columns cannot answer it: documents (they tell what an outcome rests on),
// duties, readings that the case chooses, a decision without code. Private to this folder; used by column_decider.cpp and native.cpp.
#pragma once

#include <optional>

#include "engine/api/batch.h"
#include "engine/api/package_data.h"
#include "engine/columns/schedule.h"

namespace hjemmel::api {

struct ColumnsOfQuestion {
  columns::Kernel kernel;
  columns::Schedule schedule;
};

[[nodiscard]] std::optional<ColumnsOfQuestion> columns_of(Package const& package, BatchQuestion const& question);

}  // namespace hjemmel::api
