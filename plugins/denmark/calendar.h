// Denmark's calendar: public holidays, working days, and where a deadline ends.
//
// In: dates. Out: bool, dates. Holidays are the established church's; the fourth Friday after Easter (store bededag) is one until
// 2023. Constitution Day (5 June), Christmas Eve and New Year's Eve are no holidays, but a deadline does not end on them:
// forældelsesloven § 27 second paragraph, which is read here as the pattern, for there is no general act on deadlines. Days
// before the holiday reform of 1771 are not told apart. Tested in tests/plugin_functions/denmark_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace denmark {

bool is_public_holiday(jur::Date date);

// Monday to Friday, and no public holiday.
bool is_working_day(jur::Date date);
jur::Date next_working_day(jur::Date date);
jur::Date working_day_on_or_after(jur::Date date);
jur::Date add_working_days(jur::Date date, std::int64_t count);

// The next working day where the deadline would end on a weekend, a holiday, 5 June, 24 or 31 December.
jur::Date deadline_end(jur::Date date);

}  // namespace denmark
