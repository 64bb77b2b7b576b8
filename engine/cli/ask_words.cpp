// One table a language, and the words that are no answers.
#include "engine/cli/ask_words.h"

#include <array>
#include <utility>

namespace hjemmel::cli {
namespace {

constexpr AskWords kEnglish{
    .how = "Any answer may be `unknown`. `?` tells more of a question, `back` takes the last answer back, `stop` ends.",
    .any_element = "{}: is there any?",
    .more_elements = "{}: are there more than {}?",
    .field_of = "{} {}: {}",
    .asked_for = "asked for: {}",
    .whether = "whether the question arises",
    .ground = "{}, ground {}",
    .supplied_by = "known by: {}",
    .judged_by = "a human judgement, made by {}; no rule derives it",
    .judged = "a human judgement; no rule derives it",
    .not_judged_by = "not judged by {}",
    .weighing = "weighing {}",
    .among_others = "weighing, among others, {}",
    .most_weight = "most weight on {}",
    .yes_or_no = "yes or no",
    .one_of = "one of these, by its word or number",
    .whole_number = "a whole number",
    .decimal = "a number, such as `0.5`",
    .quantity = "a number with its unit, such as `12 {}`",
    .amount = "a number with its unit",
    .date = "a date, such as `2026-05-04`",
    .moment = "a date with time and offset, such as `2026-03-01T14:30+01:00`",
    .text = "a text",
    .at_least = ", at least {}",
    .at_most = ", at most {}",
    .or_not_applicable = "; or `not applicable`",
    .answer = "answer: {}",
    .outcomes = "possible now: {}; once this is known, at most {}",
    .cost = "what finding it out takes, from 1 to 9: {}",
    .range = "a range is an answer too: `between A and B`, `at least A`, `at most B`",
    .one_outcome = "1 outcome",
    .some_outcomes = "{} outcomes",
    .nothing_typed = "write an answer; `unknown` where nobody knows",
    .too_long = "the answer is longer than {} bytes",
    .nothing_to_correct = "there is no answer to take back",
    .settled = "Nothing more is needed.",
    .nothing_left = "Nothing more can be asked; what is still open was answered `unknown`, or the law leaves it open.",
    .stopped = "Stopped. With what is known:",
    .written = "the facts stand in {}",
    .and_word = "and",
    .or_word = "or",
};

constexpr AskWords kBokmaal{
    .how =
        "Alle spørsmål kan besvares med `vet ikke`. `?` sier mer om et spørsmål, `tilbake` trekker det siste svaret, "
        "`stopp` avslutter.",
    .any_element = "{}: er det noen?",
    .more_elements = "{}: er det flere enn {}?",
    .field_of = "{} {}: {}",
    .asked_for = "trengs for: {}",
    .whether = "om spørsmålet oppstår",
    .ground = "{}, grunnlag {}",
    .supplied_by = "kan opplyses av: {}",
    .judged_by = "en skjønnsmessig vurdering som gjøres av {}; ingen regel utleder den",
    .judged = "en skjønnsmessig vurdering; ingen regel utleder den",
    .not_judged_by = "vurderes ikke av {}",
    .weighing = "momenter: {}",
    .among_others = "blant annet disse momentene: {}",
    .most_weight = "størst vekt på {}",
    .yes_or_no = "ja eller nei",
    .one_of = "ett av disse, med ord eller nummer",
    .whole_number = "et helt tall",
    .decimal = "et tall, som `0.5`",
    .quantity = "et tall med enhet, som `12 {}`",
    .amount = "et tall med enhet",
    .date = "en dato, som `2026-05-04`",
    .moment = "en dato med klokkeslett og tidssone, som `2026-03-01T14:30+01:00`",
    .text = "en tekst",
    .at_least = ", minst {}",
    .at_most = ", høyst {}",
    .or_not_applicable = "; eller `ikke aktuelt`",
    .answer = "svar: {}",
    .outcomes = "mulig nå: {}; når dette er kjent, høyst {}",
    .cost = "hva det krever å finne det ut, fra 1 til 9: {}",
    .range = "et intervall er også et svar: `mellom A og B`, `minst A`, `høyst B`",
    .one_outcome = "1 utfall",
    .some_outcomes = "{} utfall",
    .nothing_typed = "skriv et svar; `vet ikke` der ingen vet det",
    .too_long = "svaret er lengre enn {} byte",
    .nothing_to_correct = "det er ikke noe svar å trekke",
    .settled = "Mer trengs ikke.",
    .nothing_left =
        "Det er ikke mer å spørre om; det som står åpent, ble besvart med `vet ikke`, eller loven lar det stå åpent.",
    .stopped = "Avbrutt. Med det som er kjent:",
    .written = "opplysningene står i {}",
    .and_word = "og",
    .or_word = "eller",
};

constexpr std::array kCommands{
    std::pair{std::string_view("?"), Command::more},       std::pair{std::string_view("back"), Command::back},
    std::pair{std::string_view("tilbake"), Command::back}, std::pair{std::string_view("stop"), Command::stop},
    std::pair{std::string_view("stopp"), Command::stop},
};

}  // namespace

AskWords const& ask_words_in(api::Language language) {
  return language == api::Language::bokmaal ? kBokmaal : kEnglish;
}

Command command_of(std::string_view typed) {
  for (auto const& [word, command] : kCommands) {
    if (typed == word) {
      return command;
    }
  }
  return Command::none;
}

std::string_view label_in(ir::Label const& label, api::Language language) {
  bool const nb = language == api::Language::bokmaal;
  std::string const& first = nb ? label.nb : label.en;
  return first.empty() ? (nb ? label.en : label.nb) : first;
}

}  // namespace hjemmel::cli
