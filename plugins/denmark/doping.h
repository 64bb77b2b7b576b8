// Denmark's act on certain doping substances (dopingloven, act no. 232 of 21 April 1999): its groups of substances.
//
// In: the name of a substance, a day. Out: a group's name, bool. § 1 names five groups; § 2 lets the minister add others, and
// those regulations are not read here, so a name outside of doping.def has no answer: never «no doping». In force from 1 July
// 1999 (catalogue entry M5-1.4-06). Tested in tests/plugin_functions/denmark_test.cpp.
#pragma once

#include "plugins/abi/calendar.h"

namespace denmark {

inline constexpr jur::Date kDopingAct = jur::date(1999, 7, 1);

// anabolic_steroid, androgen, growth_hormone, erythropoietin, releasing_agent. Capitals, spaces and hyphens make no difference.
std::optional<std::string> doping_group(std::string_view substance);

bool doping_act_in_force(jur::Date day);

}  // namespace denmark
