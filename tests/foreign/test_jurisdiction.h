// A jurisdiction of the tests' own: what the engine calls where no shared library is loaded.
//
// Its calendar is Norway's, by a computation of its own; its other functions are small, pure, and between them fail, do not know and
// refuse an argument. Used by the unit tests, the generator of programs and the oracle.
#pragma once

#include "engine/base/date.h"
#include "engine/base/working_days.h"

namespace hjemmel::test {

// Places in functions().
enum Function : std::uint32_t {
  kIsWorkingDay,    // date -> bool
  kNextWorkingDay,  // date -> date; the first one after it
  kWeekday,         // date -> int; 1 is Monday
  kIsSame,          // text, text -> bool
  kShorter,         // text -> text; without its last letter; unknown of a text of one letter, refuses the empty one
  kHalf,            // decimal -> decimal; refuses what is below zero
  kLucky,           // int -> bool; unknown of 7, fails on 13
  kAnswer,          // -> int; 42
};

[[nodiscard]] base::Foreign const& jurisdiction();  // `tt`
[[nodiscard]] base::Calendar calendar();

// Of the Gregorian calendar, years 1 to 9999.
[[nodiscard]] base::Date easter_sunday(int year);

}  // namespace hjemmel::test
