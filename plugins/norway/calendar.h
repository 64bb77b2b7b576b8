// Norway's calendar: public holidays, working days, and where a deadline ends.
//
// In: dates. Out: whether a day is a public holiday or a working day, and dates counted in working days. Holidays are those of
// helligdagsfredloven (lov/1995-02-24-12) § 2, and 1 and 17 May of the act of 26 April 1947 no. 1, for all years: earlier law is
// not told apart. Ordinary Sundays are no named holidays here, but no working days either; nor are Saturdays, which
// domstolloven § 149 first paragraph treats like Sundays. Tested in tests/plugin_functions/calendar_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace norway {

bool is_public_holiday(jur::Date date);

// Monday to Friday, and no holiday («virkedag»).
bool is_working_day(jur::Date date);

// The first one after the date.
jur::Date next_working_day(jur::Date date);

jur::Date working_day_on_or_after(jur::Date date);

jur::Date add_working_days(jur::Date date, std::int64_t count);

// The day on which a deadline of a statute ends that would end on the date: domstolloven § 149 first paragraph, which
// straffeloven § 13, skatteforvaltningsloven § 5-5 and others refer to. Acts that set another rule are not read here.
jur::Date deadline_end(jur::Date date);

}  // namespace norway
