// One line of a semicolon-separated file, cut into its fields.
//
// In: a header line or a record, with or without its line end; fields may stand in quotation marks, two of them inside stand for
// one. Out: the fields, trimmed of spaces. Strict: an open quotation mark, text behind a closed one, or a control character is a
// fault, told by the number of the field and never by what stands in it. Tested in tests/plugin_functions/police_csv_test.cpp.
#pragma once

#include <vector>

#include "plugins/abi/author.h"

namespace norway {

struct CsvLine {
  std::vector<std::string> fields;
  std::string fault;  // empty where all is well: «field 3 …»
};

CsvLine cut_csv(std::string_view line);

}  // namespace norway
