// Statements are claims of the outcome's truth; figures and what is missing stand in clauses of their own.
#include "engine/explain/condition_words.h"

#include <algorithm>

#include "engine/explain/expression_words.h"
#include "engine/explain/phrases.h"
#include "engine/explain/value_words.h"

namespace hjemmel::explain {

using eval::Truth;

ConditionWords::ConditionWords(ir::Program const& program, Language language)
    : program_(program), names_(&program, language) {}

std::string ConditionWords::claim(ConditionNote const& note, bool holds) const {
  bool const is_so = holds != note.negated;  // what the rules write
  if (auto const said = claim_words(program_, names_, note.expr, is_so)) {
    return *said;
  }
  Phrases const& say = phrases_in(names_.language());
  return phrase(is_so ? say.quoted_holds : say.quoted_fails, note.text);
}

std::string ConditionWords::statement(ConditionNote const& note) const {
  Phrases const& say = phrases_in(names_.language());
  switch (note.truth) {
    case Truth::yes:
      return claim(note, true);
    case Truth::no:
      return claim(note, false);
    case Truth::unknown:
      return phrase(say.is_open, claim(note, true));
    case Truth::not_applicable:
      return phrase(say.is_not_applicable, claim(note, true));
    case Truth::error:
      break;
  }
  return phrase(say.is_error, claim(note, true));
}

std::string ConditionWords::weighed(ConditionNote const& note) const {
  bool const some_decide = std::any_of(note.measures.begin(), note.measures.end(),
                                       [&](Measure const& measure) { return measure.truth == note.truth; });
  std::vector<std::string> parts;
  for (Measure const& measure : note.measures) {
    bool const open = measure.value.starts_with("unknown") || measure.value == "not asked";
    if (!open && (!some_decide || measure.truth == note.truth || measure.truth == Truth::unknown)) {
      std::string said = measure_words(measure);
      if (std::find(parts.begin(), parts.end(), said) == parts.end()) {
        parts.push_back(std::move(said));
      }
    }
  }
  std::string text;
  for (std::string const& part : parts) {
    text += text.empty() ? "" : "; ";
    text += part;
  }
  return text;
}

std::string ConditionWords::measure_words(Measure const& measure) const {
  Phrases const& say = phrases_in(names_.language());
  std::string told;
  switch (measure.kind) {
    case MeasureKind::age:
      return phrase(say.told_age, measure.value);
    case MeasureKind::fact: {
      std::string const value = value_words(measure.value, measure.of, names_);
      bool const is_named = measure.of.find('[') == std::string::npos && measure.limit_of.empty();
      told = is_named ? phrase(say.told_here, value) : phrase(say.told, as_noun(fact(measure.of), say), value);
      break;
    }
    case MeasureKind::term:
      told = phrase(say.told, names_.word(measure.of), value_words(measure.value, measure.of, names_));
      break;
    case MeasureKind::total: {
      std::string const list = measure.of.substr(0, measure.of.find('['));
      std::string const field = names_.fact_label(list + "[1]" + measure.of.substr(measure.of.find(']') + 1));
      std::string const name = field.empty() ? measure.of : field;
      std::string const what = measure.key.empty() ? phrase(say.total, name)
                                                   : phrase(say.total_of, name, names_.key_label(list, measure.key));
      told = phrase(say.told, what, value_words(measure.value, {}, names_));
      break;
    }
  }
  if (measure.limit_of.empty() || measure.limit.empty()) {
    return told;
  }
  std::string const label = names_.name_label(measure.limit_of);
  return phrase(say.told_limit, told, label.empty() ? phrase(say.the_name, Names::plain(measure.limit_of)) : label,
                value_words(measure.limit, measure.limit_of, names_));
}

std::string ConditionWords::waiting_for(ConditionNote const& note) const {
  bool const says_it_itself = note.unknowns.size() == 1 && note.unknowns.front() == note.text;
  if (note.truth != Truth::unknown || note.unknowns.empty() || says_it_itself) {
    return {};
  }
  auto const is_enumeration = [&](std::string const& unknown) { return names_.is_enumeration(unknown); };
  std::vector<std::string> facts;
  bool const says_more = !std::all_of(note.unknowns.begin(), note.unknowns.end(), is_enumeration);
  for (std::string const& unknown : note.unknowns) {
    if (says_more && is_enumeration(unknown)) {
      continue;  // that its amounts have no unit in common is told by the table they are compared with
    }
    facts.push_back(phrase(phrases_in(names_.language()).quoted, fact(unknown)));
  }
  return phrase(phrases_in(names_.language()).depends_on, join(facts, words_in(names_.language()).and_word));
}

std::string ConditionWords::fact(std::string_view path) const {
  Phrases const& say = phrases_in(names_.language());
  std::string label = names_.fact_label(path);
  std::size_t const open = path.find('[');
  std::size_t const close = path.find("].", open == std::string_view::npos ? 0 : open);
  if (open != std::string_view::npos && close == std::string_view::npos) {
    // Open law: a table and its key.
    std::string const key(path.substr(open + 1, path.size() - open - 2));
    return phrase(say.table_for, names_.word(path.substr(0, open)), names_.table_key(path.substr(0, open), key));
  }
  if (label.empty()) {
    return std::string(path);
  }
  if (open == std::string_view::npos) {
    return label;
  }
  std::string const list = names_.fact_label(path.substr(0, open));
  return phrase(say.element, label, path.substr(open + 1, close - open - 1),
                list.empty() ? path.substr(0, open) : std::string_view(list));
}

std::string ConditionWords::holder(std::string_view path) const { return names_.word(group_of(path)); }

}  // namespace hjemmel::explain
