// Words: every word and sentence that the text output says by itself, one table a language.
//
// In: a language. Out: its table. A member with `{}` is a pattern whose places are filled in order; word order is therefore
// the language's own. Names of rules, facts and sources are not here: they come from the package. Another language is
// one more table as in words_nb.cpp (a missing member is a compiler warning there). Tested in tests/unit/explain/words_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/outcome.h"
#include "engine/eval/trace.h"

namespace hjemmel::explain {

enum class Language : std::uint8_t { english, bokmaal };

struct Words {
  // Head.
  std::string_view proposed_by;  // status, by whom
  std::string_view rules_as_of;
  std::string_view decided_on;
  std::string_view amended_by;
  std::string_view code_of;
  std::string_view unlisted_code;
  // Modalities, in front of options.
  std::string_view is;
  std::string_view normally_is;
  std::string_view should_be;
  std::string_view may_be;
  std::string_view may_also_be;
  // Statuses.
  std::string_view decided;
  std::string_view undetermined;
  std::string_view not_applicable;
  std::string_view conflict;
  std::string_view no_rule;
  std::string_view error;
  std::string_view fault_of_rules;  // after conflict and no_rule
  // Options, bounds, conditions.
  std::string_view decided_by;
  std::string_view decided_by_nobody;  // a combination that no authority may give in full
  std::string_view must_carry;
  std::string_view may_carry;
  std::string_view exactly;
  std::string_view at_least;
  std::string_view at_most;
  std::string_view within;           // a figure that is not known: two ends that it may be
  std::string_view above;            // such an end that it may not be
  std::string_view below;            // likewise
  std::string_view any_figure;       // without ends
  std::string_view computed_figure;  // of a bound that hangs on the case
  std::string_view any_outcome;      // possible where not every combination could be told apart
  std::string_view a_figure;         // a bound by such a figure
  std::string_view must_state;
  std::string_view no_options;
  // Headings.
  std::string_view if_departing;
  std::string_view law_at_act;       // heading of one of two laws, with its date
  std::string_view law_at_decision;  // likewise
  std::string_view law_chosen;       // behind the heading of the one that holds
  std::string_view to_find_out;
  std::string_view law_leaves_open;  // instead, where there is nothing to ask
  std::string_view possible_outcomes;
  std::string_view may_hold_too_much;
  std::string_view why;
  std::string_view same_whatever;  // decided, though rules are open
  std::string_view why_not_arising;
  std::string_view whether_it_arises;
  std::string_view rules_that_apply;
  std::string_view rules_considered;
  std::string_view not_applied;
  std::string_view definitions;
  std::string_view tables;
  std::string_view facts;
  std::string_view rules;
  std::string_view parameters;
  // What the outcome rests on.
  std::string_view health_facts;
  std::string_view rests_on;
  std::string_view rests_on_reading;      // name, choice
  std::string_view rests_on_default;      // fact, value
  std::string_view rests_on_presumption;  // fact, value
  std::string_view rests_on_parameter;    // name, value
  std::string_view filled_by_default;     // what the case says
  std::string_view filled_by_presumption;
  std::string_view read_as;  // value, choice
  // What is missing.
  std::string_view fact;           // state
  std::string_view fact_from;      // state, who can supply it
  std::string_view assessment;     // state
  std::string_view assessment_by;  // who, state
  std::string_view weighing;
  std::string_view weighing_among_others;
  std::string_view most_weight;
  std::string_view not_judged_by;
  std::string_view open_law;  // the reason
  std::string_view open_law_bare;
  std::string_view table_for_key;  // table, key
  std::string_view asked_not_known;
  std::string_view known_between;   // the ends of a range
  std::string_view known_at_least;  // its lower end
  std::string_view known_at_most;   // its upper end
  std::string_view not_asked;
  // Rules and conditions.
  std::string_view applied;
  std::string_view overridden_by;
  std::string_view disapplied_by;
  std::string_view guard_false;
  std::string_view open;
  std::string_view open_above;        // open, though nothing in the rule itself is
  std::string_view on_other_options;  // applied, to options that the outcome does not have
  std::string_view rule_error;
  std::string_view met;
  std::string_view not_met;
  std::string_view condition_open;
  std::string_view condition_not_applicable;
  std::string_view condition_error;
  std::string_view unknown_are;  // after an open condition: what leaves it open
  std::string_view ground;       // name
  std::string_view ground_open_line;
  std::string_view ground_of_rule;  // ground, rule
  std::string_view table_row;       // table, key, value
  std::string_view judged_by;
  std::string_view known_on;
  std::string_view from;
  // Services.
  std::string_view service_entitled;
  std::string_view service_may_be_given;
  std::string_view service_not_offered;
  std::string_view service_refused;
  std::string_view service_unknown;
  std::string_view service_not_given;  // refused or not offered, and which of them is open
  std::string_view refused_for;        // the criteria that fail
  std::string_view excluded_by;        // the exclusions that are met
  std::string_view provided_by;        // the provider
  std::string_view service_gives;      // what
  std::string_view offered_in;         // places, whether that is met
  std::string_view offered_when;       // the period, whether that is met
  std::string_view not_offered_here;
  std::string_view not_offered_now;
  std::string_view criteria;
  std::string_view exclusions;
  std::string_view question_for;  // services
  std::string_view no_services;
  // Duties.
  std::string_view duty_not_owed;
  std::string_view duty_open;
  std::string_view duty_done;
  std::string_view duty_done_late;
  std::string_view duty_missed;
  std::string_view duty_unknown;
  std::string_view duty_on;       // the body
  std::string_view duty_owed_to;  // the body, whose right it is
  std::string_view due_on;        // a day
  std::string_view due_between;   // two days
  std::string_view duty_may_be;   // states
  // Small words.
  std::string_view and_word;
  std::string_view or_word;
  std::string_view id_range;  // first and last catalogue id
  std::string_view month;
  std::string_view months;
  std::string_view year;
  std::string_view years;
  std::string_view hour;
  std::string_view hours;
  std::string_view day;
  std::string_view days;
};

[[nodiscard]] Words const& words_in(Language language);

[[nodiscard]] std::string_view modality_words(eval::Modality modality, Words const& words);
[[nodiscard]] std::string_view status_words(eval::Status status, Words const& words);
[[nodiscard]] std::string_view rule_state_words(eval::RuleState state, Words const& words);
[[nodiscard]] std::string_view truth_words(eval::Truth truth, Words const& words);

// `a`, `a or b`, `a, b or c`; empty for none.
[[nodiscard]] std::string join(std::vector<std::string> const& parts, std::string_view last_joint);
// `pattern` with its `{}` filled in order. A pattern of the table and its number of places belong together.
[[nodiscard]] std::string phrase(std::string_view pattern, std::string_view first, std::string_view second = {},
                                 std::string_view third = {});

}  // namespace hjemmel::explain
