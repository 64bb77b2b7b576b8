// Phrases: the sentences that explanations are written in, one table a language.
//
// In: a language. Out: its table. A member with `{}` is a pattern whose places are filled in order. They are main clauses and whole
// sentences, since word order in Norwegian differs behind a conjunction; what joins them is a colon. A missing member is a
// compiler warning in phrases_en.cpp and phrases_nb.cpp. Tested in tests/unit/explain/condition_words_test.cpp.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "engine/explain/words.h"

namespace hjemmel::explain {

// What has become of a service or a duty: that it is so, and that it is not.
struct StatePhrases {
  std::string_view holds;
  std::string_view fails;
};

struct Phrases {
  // Claims, without a full stop. Each stands beside its denial where that is another phrase.
  std::string_view age_less;  // person, years
  std::string_view age_at_least;
  std::string_view age_more;
  std::string_view age_at_most;
  std::string_view age_equal;
  std::string_view age_not_equal;
  std::string_view on_day;  // behind an age: the day
  std::string_view less;    // two sides
  std::string_view at_most;
  std::string_view more;
  std::string_view at_least;
  std::string_view equal;
  std::string_view not_equal;
  std::string_view before;  // two days
  std::string_view no_later;
  std::string_view after;
  std::string_view no_earlier;
  std::string_view none_of;  // what, the last two joined by nor_word
  std::string_view nor_word;
  std::string_view holds;  // a term
  std::string_view fails;
  std::string_view quoted_holds;  // the rules' own words
  std::string_view quoted_fails;
  std::string_view applicable;
  std::string_view not_applicable;
  std::string_view option_may;  // decision, option
  std::string_view option_may_not;
  std::string_view every;  // list, claim
  std::string_view some;
  std::string_view none;
  std::string_view not_so;  // a claim
  std::string_view is_open;
  std::string_view is_error;
  std::string_view is_not_applicable;
  std::string_view depends_on;  // what is not known
  // Things that are compared.
  std::string_view total;      // field
  std::string_view total_by;   // field, key
  std::string_view total_of;   // field, one key
  std::string_view count;      // list
  std::string_view table_for;  // table, key
  std::string_view age_of;     // person
  std::string_view plus;
  std::string_view minus;
  std::string_view times;
  std::string_view lesser;
  std::string_view greater;
  std::string_view earlier;
  std::string_view later;
  std::string_view date_of;
  std::string_view month_of;
  std::string_view year_of;
  std::string_view selecting_date;
  std::string_view element;  // field, number, list
  // What the case says.
  std::string_view told;        // of, value
  std::string_view told_here;   // value, where the claim names the fact already
  std::string_view told_age;    // years
  std::string_view told_limit;  // behind `told`: limit of, limit
  std::string_view value_unknown;
  std::string_view value_not_asked;
  std::string_view value_not_applicable;
  std::string_view yes;
  std::string_view no;
  std::string_view quoted;
  std::string_view it;        // an option that was named just before; may be empty
  std::string_view the_fact;  // a fact's label, as a noun
  std::string_view the_name;  // a name without a label, as a noun
  std::string_view the_rule;  // a rule without a label
  // The outcome.
  std::string_view must_be;  // decision, options
  std::string_view normally_is;
  std::string_view should_be;
  std::string_view may_be;
  std::string_view may_also_be;
  std::string_view may_not_be;
  std::string_view figure_set;  // decision, how the rules come to it
  std::string_view figure_is;
  std::string_view nothing_left;
  std::string_view undetermined;  // decision
  std::string_view not_arising;
  std::string_view conflict;
  std::string_view no_rule;
  std::string_view error;
  std::string_view fault_of_rules;
  std::string_view reason;  // as the rules say it
  std::string_view decided_by;
  std::string_view decided_by_nobody;
  std::string_view must_carry;  // option or decision, condition
  std::string_view may_carry;
  std::string_view may_not_carry;
  std::string_view must_state;
  std::string_view on_option;      // option, what is said of it
  std::string_view bounded;        // bounds
  std::string_view is_decided_by;  // option or decision, authorities
  // Why.
  std::string_view why;
  std::string_view arises;
  std::string_view does_not_arise;
  std::string_view may_arise;
  std::string_view if_it_arises;  // before the rules, where that is open
  std::string_view applies_as;    // rule
  std::string_view applies_without;
  std::string_view applies_whatever;
  std::string_view same_whatever;
  std::string_view says;       // what the rule says
  std::string_view ground;     // ground
  std::string_view exception;  // the claim behind `unless`, denied
  std::string_view authority;  // citations
  std::string_view gave_way_heading;
  std::string_view overridden;  // rule, by
  std::string_view disapplied;
  std::string_view not_met_heading;
  std::string_view not_met;  // rule
  std::string_view no_ground;
  std::string_view in_error;
  std::string_view open_heading;
  std::string_view open;
  std::string_view open_above;
  std::string_view aside;  // rule, options
  // Why not.
  std::string_view why_not;  // option
  std::string_view why_not_given;
  std::string_view why_not_possible;
  std::string_view why_not_arising;
  std::string_view why_not_nothing;
  std::string_view giver_overridden;  // rule, option, by
  std::string_view giver_disapplied;
  std::string_view giver_not_met;
  std::string_view giver_open;
  std::string_view giver_open_above;
  std::string_view giver_in_error;
  std::string_view giver_applies;
  std::string_view giver_applies_so_far;  // the outcome is not settled
  std::string_view taken_away;            // rule, option
  // What is open.
  std::string_view missing_heading;
  std::string_view law_open_heading;
  std::string_view assess_whether;  // claim
  std::string_view assess;          // label
  std::string_view find_whether;
  std::string_view find;
  std::string_view find_unknown;
  std::string_view asked_unknown;
  std::string_view between;
  std::string_view assessed_by;
  std::string_view not_assessed_by;
  std::string_view supplied_by;
  std::string_view weighing;
  std::string_view weighing_among_others;
  std::string_view most_weight;
  std::string_view open_law;  // of what, reason
  std::string_view possible_heading;
  std::string_view may_hold_too_much;
  std::string_view rests_on_heading;
  std::string_view rests_on_reading;
  std::string_view rests_on_default;
  std::string_view rests_on_presumption;
  std::string_view rests_on_parameter;
  std::string_view departing_heading;
  std::string_view departing;
  std::string_view law_at_act;
  std::string_view law_at_decision;
  std::string_view law_chosen;
  // What would have to differ.
  std::string_view flip_heading;
  std::string_view flip_heading_option;  // option
  std::string_view flip_fact;            // of, what it would have to be, what it is
  std::string_view flip_judged;          // likewise
  std::string_view flip_claim;           // a claim
  std::string_view flip_claim_judged;
  std::string_view flip_stated;  // behind a change of what nobody stated
  std::string_view flip_either;  // between two ways
  std::string_view flip_then;    // the outcome
  std::string_view flip_varies;
  std::string_view flip_impossible;
  std::string_view flip_impossible_option;  // option
  std::string_view flip_not_within;         // how many facts
  std::string_view flip_undetermined;
  std::string_view flip_not_all;
  std::string_view flip_any_value;
  std::string_view flip_other_text;  // texts
  std::string_view flip_more_than;
  std::string_view flip_less_than;
  std::string_view flip_range;  // two ends
  std::string_view duties_heading;
  std::array<StatePhrases, 4> service_states;  // by ir::ServiceOption; the service
  std::array<StatePhrases, 5> duty_states;     // by ir::DutyOption; the duty
};

extern Phrases const kEnglishPhrases;
extern Phrases const kBokmaalPhrases;

[[nodiscard]] inline Phrases const& phrases_in(Language language) {
  return language == Language::english ? kEnglishPhrases : kBokmaalPhrases;
}

}  // namespace hjemmel::explain
