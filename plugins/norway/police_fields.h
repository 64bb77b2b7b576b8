// The values of single fields of police_csv: dates, words, amounts.
//
// In: a field that is neither empty nor `ukjent`. Out: the fact's value as JSON, or nothing where the field has another form.
// Apart from police_csv.cpp, which knows columns and not forms. Tested in tests/plugin_functions/police_csv_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace norway {

// `04.05.2026` or `2026-05-04`.
std::optional<jur::Date> read_date(std::string_view field);
std::string iso_text(jur::Date date);

// bruk, erverv, innehav, annen: the schema's word, as JSON.
std::optional<std::string> read_act(std::string_view field);

// ja, nei: true or false.
std::optional<std::string> read_yes_no(std::string_view field);

// `12,5 g`: `"12.5 g"`. Decimal comma or point, no sign, no mark between thousands; units g, mg, kg, µg, l, dl, ml, papirlapp.
std::optional<std::string> read_amount(std::string_view field);

// Any name of a substance: its canonical name, as JSON.
std::optional<std::string> read_substance(std::string_view field);

}  // namespace norway
