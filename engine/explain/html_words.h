// What the page says besides the text output: headings, labels of columns, words for a screen reader. One table a language.
//
// In: a language. Out: its table; words that the text output has too are in words.h. A missing member is a compiler warning in
// html_words.cpp. Tested in tests/unit/explain/html_page_test.cpp.
#pragma once

#include <string_view>

#include "engine/explain/words.h"

namespace hjemmel::explain {

struct PageWords {
  std::string_view language;  // BCP 47: `nb`
  std::string_view contents;
  std::string_view decision;
  std::string_view outcome;
  std::string_view duties;
  std::string_view two_laws;
  // The tree of rules.
  std::string_view why;
  std::string_view why_conflict;  // rules that apply, where they say different things
  std::string_view why_open;      // rules that apply so far
  std::string_view gave_way;
  std::string_view not_met;
  std::string_view open;
  std::string_view aside;
  std::string_view whether_it_arises;
  std::string_view overridden;
  std::string_view disapplied;
  std::string_view applied;
  std::string_view applied_whatever;  // whatever is still open
  std::string_view rule_not_met;
  std::string_view rule_open;
  std::string_view rule_error;
  std::string_view by;           // the rule that put this one out
  std::string_view unless_word;  // in front of a condition that stands in the rule's way
  std::string_view depends_on;   // what leaves a condition open
  std::string_view law;          // in front of citations
  std::string_view conditions;   // for a screen reader
  // Facts.
  std::string_view facts;
  std::string_view fact;
  std::string_view value;
  std::string_view origin;
  std::string_view kept;  // sensitivity
  std::string_view personal;
  std::string_view health;
  std::string_view criminal;
  std::string_view terms;
  std::string_view term;
  std::string_view tables;
  std::string_view parameters;
  // Services of one person.
  std::string_view services;
  std::string_view services_lead;
  std::string_view no_service;  // in place of all of them
  std::string_view provider;
  std::string_view gives;
  std::string_view offered_in;
  std::string_view in_force;
  std::string_view refused_for;     // in front of the criteria that fail
  std::string_view refused_anyhow;  // in front of those of which one fails, whatever is still open
  std::string_view best_question;
  std::string_view also_missing;
  std::string_view may_become;
  std::string_view all_criteria;  // in front of lines that must all be met
  std::string_view no_exclusion;  // in front of lines of which none may be met
  std::string_view exclusions;
  std::string_view questions;    // a short heading
  std::string_view hangs_on_it;  // in front of services
  std::string_view owed_duties;
  std::string_view duty_on;       // whose duty it is
  std::string_view duty_towards;  // to whom it is owed
  std::string_view last_day;
  std::string_view grounds;  // why it is not owed
  std::string_view what_is_missing;
  std::string_view packages;
  // Sources.
  std::string_view sources;
  std::string_view catalogue;
  std::string_view cited_by;
  // Foot.
  std::string_view recompute;       // heading
  std::string_view recompute_lead;  // what it is for
  std::string_view recompute_all;   // likewise, of many packages
  std::string_view package;
  std::string_view version;
  std::string_view digest;
  std::string_view facts_digest;
  std::string_view amendment;
  std::string_view uses;
  std::string_view jurisdiction;
  std::string_view health_fact;
  std::string_view as_of;
  std::string_view decided_on;
  std::string_view as_known_on;
  std::string_view readings;
  std::string_view not_stated;
  std::string_view holds_personal;  // a notice
};

[[nodiscard]] PageWords const& page_words_in(Language language);

}  // namespace hjemmel::explain
