// Germany's calendar: holidays of the whole country and of each Land, working days, and where a deadline ends.
//
// In: dates, and the code of a Land (ISO 3166-2:DE without `DE-`: BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH). Out: bool,
// dates. The Länder make the law of holidays; the nine that all of them have, and the Reformation Day of 2017, count nationwide.
// Read from 1995 on, when the day of repentance ceased to be one outside Saxony; an earlier day has no answer (unknown). Where
// the municipality decides (Corpus Christi in parts of Saxony and Thuringia, Assumption and the peace festival of Augsburg in
// Bavaria) there is no answer for the Land either. Tested in tests/plugin_functions/germany_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace germany {

inline constexpr jur::Date kFirstDay = jur::date(1995, 1, 1);

// Unknown Land codes are a BadArgument.
std::optional<bool> is_public_holiday(jur::Date date);
std::optional<bool> is_public_holiday_in(jur::Date date, std::string_view land);

// Monday to Friday, and no holiday. A Land's own holidays count in the second only.
std::optional<bool> is_working_day(jur::Date date);
std::optional<bool> is_working_day_in(jur::Date date, std::string_view land);

// Of the whole country. Empty where the way leads to a day before 1995.
std::optional<jur::Date> next_working_day(jur::Date date);
std::optional<jur::Date> working_day_on_or_after(jur::Date date);
std::optional<jur::Date> add_working_days(jur::Date date, std::int64_t count);

// BGB § 193: what would be due on a Saturday, Sunday or holiday is due on the next working day. Nationwide holidays only; the
// act asks for those of the place.
std::optional<jur::Date> deadline_end(jur::Date date);

}  // namespace germany
