// A package that uses every construct of the language, as a drafter writes it.
#pragma once

namespace hjemmel::syntax::test {

inline constexpr char const* kSample = R"rules(
package no.penal.minor_narcotics
  title       "Minor narcotics offences"  nb "Mindre narkotikaovertredelser"
  jurisdiction NO
  status      proposed by "Rushåndhevingsutvalget (NOU 2024: 12)"
  facts       "no/narcotics_case"                 # schemas/no/narcotics_case.schema.yaml
  as of       case.act_date                       # the date that picks the rules in force
  decided on  case.decision_date                  # the date that duties and deadlines are judged on
  law known on 2026-07-02                         # what came later is not in the package

source s232a "straffeloven § 232 a (utkast)"  id "lov/2005-05-20-28/§232a"
source m5    "Meld. St. 5 (2024-2025)"

enum Reaction by severity                         # mildest first; the order is law, used by comparisons
  unconditional_waiver  nb "ubetinget påtaleunnlatelse"   by prosecutor
  sentencing_waiver     nb "straffutmålingsfrafall"       by court     like unconditional_waiver    # the same rank
  conditional_waiver    nb "betinget påtaleunnlatelse"    by prosecutor
  deferred_sentencing   nb "straffutmålingsutsettelse"    by court
  fine                  nb "bot"                  { amount: money(NOK) }
  imprisonment          nb "fengsel"              { length: period }

condition meet_advisory_unit { meetings: int, within: period }
condition drug_testing       { test_type: text, frequency: text, length: period }
unit blotter nb "papirlapp"
enum Substance                                    # each substance says what it is measured in
  cannabis, cocaine, amphetamine, heroin  in g
  ghb in dl,  lsd in blotter
  other in any unit                               # neither added nor compared: reads as open law

table own_use_limit(substance: Substance) -> amount of substance      cites m5 "1.5" [M5-1.5-25 .. M5-1.5-28]
  cannabis     15 g
  cocaine       2 g
  amphetamine   5 g
  heroin        1 g
  otherwise    undetermined "no amount limit is proposed for this substance"   [M5-1.5-29]

define minor_amount: bool                                [M5-1.5-17]      # two bags of one substance are added
  = every g in case.seizures by substance has total g.amount <= own_use_limit(g.substance)

define minor_offence: bool                               cites s232a "first paragraph" [M5-1.5-14 .. M5-1.5-18]
  = case.act in {use, acquisition, holding} and case.for_own_use and minor_amount

assessment offender.drug_dependent  by prosecutor, court cites s232a "third paragraph" [M5-1.5-38, M5-1.5-39]
  weighing among others  diagnosis, use_extent, use_duration, intake_mode, control, functioning, history, life_situation

decision reaction: Reaction  when minor_offence          # otherwise the question does not arise
group lenient = dependent_adult, young_or_at_risk

rule ordinary_reaction                                   cites s232a "first paragraph" [M5-1.5-20]
  then  reaction may be fine or imprisonment { length at most 6 months }

rule dependent_adult                                     cites s232a "third paragraph" [M5-1.5-31 .. M5-1.5-34]
  overrides ordinary_reaction, young_or_at_risk          # the second paragraph covers "other cases": M5-1.5-43
  when  age of offender at case.act_date >= 18 years and offender.drug_dependent
  then  reaction normally is unconditional_waiver or sentencing_waiver

rule young_or_at_risk overrides ordinary_reaction        cites s232a "second paragraph" [M5-1.5-42 .. M5-1.5-52]
  when  any of                                           # the ground that held is named in the outcome
      young            offender.young
      dependence       offender.dependence_shown >= reason_to_believe
      risk             offender.risk_shown >= reason_to_believe
      open comparable  case.comparable                   # "blant annet", the list is open: an assessment [M5-1.5-47]
  unless case.penal_purpose_requires_reaction
  then  reaction may be unconditional_waiver, conditional_waiver, deferred_sentencing or sentencing_waiver

rule under_18 overrides lenient, ordinary_reaction       [M5-1.5-40, M5-1.5-53]
  when  age of offender at case.act_date < 18 years
  then  reaction normally is conditional_waiver
        with  meet_advisory_unit { meetings at most 3, within at most 3 months }      [M5-1.5-69, M5-1.5-70]

rule testing_frame on reaction conditional_waiver        [M5-1.5-78 .. M5-1.5-81]
  then  may carry drug_testing { length at most 3 months, states test_type, frequency, length }

property heavier_amount_is_never_milder                  # checked over scenarios, populations and by the solver
  for all cases a, b that differ only in the amount of one s in case.seizures
  when a.s.amount >= b.s.amount
  then least reaction(a) >= least reaction(b)

rule not_for_minors disapplies dependent_adult, lenient
  when  age of offender at case.act_date + 1 days < 18 years or not (case.count in {a} and true)
rule more on reaction
  when  reaction may be fine and case.x is not applicable and case.y not in {æ, ø}
  then  may also be deferred_sentencing, fine { amount at least 1000 kr, days 3 }
rule who on reaction fine then is decided by court, prosecutor
rule who_else on reaction  when  case.urgent  then  may also be decided by municipality
rule frame on reaction imprisonment  then  { length at most 6 months }
rule forbidden on reaction  then  may not carry drug_testing  [A-1]
rule forced on reaction  then  must carry drug_testing

decision length: Length  by court
  otherwise "nothing is asked"

table share(kind: Kind) -> percent
  a          -(1 + 2) * 3 / 4 %
  b          if x is y then 14 % else 0 %
  otherwise  count s in case.seizures where s.amount > 1 g  [B-1..B-3]

define sum: mass = total s.amount for s in case.seizures where s.kind = cannabis or s.old
define some_heavy: bool =
  (some s in case.seizures where s.known has (s.amount at least 10 g)) and no s in case.seizures has not s.weighed
)rules";

}  // namespace hjemmel::syntax::test
