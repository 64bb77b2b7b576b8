// How reports in Norwegian (bokmål) write dates and numbers.
//
// In: a date or a decimal. Out: text, `4. mai 2026` and `−1 234,5` with no-break spaces between thousands. What the policies
// date_format, decimal_sign and thousands_sign say in a form that hosts can read, these functions do. Tested in
// tests/plugin_functions/format_test.cpp.
#pragma once

#include "plugins/abi/author.h"

namespace norway {

std::string format_date(jur::Date date);

// All digits of the scale are written: 2.50 is `2,50`. Four digits are not divided, as Norwegian typography has it.
std::string format_decimal(jur::Decimal number);

}  // namespace norway
