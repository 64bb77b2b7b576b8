// Norwegian identity numbers («fødselsnummer», «d-nummer»): whether one is well formed, of what kind it is, and which day of birth
// it tells.
//
// In: a text, and the day on which it is judged. Out: bool, a word, a date. Nobody is looked up: a well-formed number need not
// have been given to anyone.
//
// Certain: eleven digits, DDMMYY, three digits of an individual number, two control digits; the century from the individual
// number until 2031 (folkeregisterforskriften, chapter 2); D-numbers add 40 to the day; the tax administration's synthetic
// numbers (Tenor) add 80 to the month. From 2032 the first control sum may leave 0, 1, 2 or 3, the second stays, and neither
// century nor sex follows from the individual number: so the tax administration has published, with code.
// Less certain: 1 January 2032 as the first day (sources say «from 2032»). Of a month with 40 added nobody can tell from the
// number whether it is a help number of the health service or a test number of the labour and welfare administration (Dolly);
// the day of birth in a help number may be made up, so none is told. Other offsets (20, 60, 65), which single services use among
// themselves, are no identity numbers here. Tested in tests/plugin_functions/identity_number_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace norway {

// The first day on which numbers of the new form are given out.
inline constexpr jur::Date kNewNumbers = jur::date(2032, 1, 1);

// As the rules stand until 2031; synthetic numbers are well formed too, so a host that meets them asks for the kind.
bool identity_number_is_valid(std::string_view text);

// By the rules of that day; a number whose day of birth is still to come is not valid yet.
bool identity_number_is_valid_on(std::string_view text, jur::Date day);

// birth_number, d_number, synthetic, synthetic_d_number, help_or_test, help_or_test_d_number; empty where it is not valid.
std::optional<std::string> identity_number_kind(std::string_view text);
std::optional<std::string> identity_number_kind_on(std::string_view text, jur::Date day);

// Empty where the number is not valid, where its kind tells none, and from 2032 where more than one century fits.
std::optional<jur::Date> identity_number_birth_date(std::string_view text);
std::optional<jur::Date> identity_number_birth_date_on(std::string_view text, jur::Date day);

}  // namespace norway
