// Adapter `police_csv`: one record of a police register's CSV export, with its header line, as facts of no/narcotics_case.
//
// Columns, in any order, each of them there exactly once:
//   fodselsnummer     an identity number; tells the day of birth where it can be said, and is not carried further
//   fodselsdato       04.05.2026 or 2026-05-04; likewise the two dates below. Must agree with the number where both are given
//   handlingsdato     the day of the act
//   avgjorelsesdato   the day of the decision; the identity number is judged by the rules of this day, or else of the act's
//   handling          bruk, erverv, innehav, annen
//   egen_bruk         ja, nei
//   stoff_1 mengde_1  a substance by any of its names, and `12,5 g`; and so on, up to stoff_100. `ingen` alone in stoff_1: no find
// An empty field leaves its fact out (nobody has asked), `ukjent` makes it unknown (asked, and not known). What the police do not
// judge, such as dependence, has no column. Any other column, a missing one, or a value of another form refuses the record, with
// one sentence that names the column and repeats nothing of what stands in it. Tested in
// tests/plugin_functions/police_csv_test.cpp.
#pragma once

#include "plugins/abi/author.h"

namespace norway {

// JSON, or the sentence.
jur::Converted convert_police_csv(std::string_view header, std::string_view record);

}  // namespace norway
