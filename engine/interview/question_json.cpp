// Keys stand in the order of the schema.
#include "engine/interview/question_json.h"

#include "engine/explain/json_parts.h"
#include "engine/explain/json_writer.h"

namespace hjemmel::interview {
namespace {

using explain::JsonWriter;

std::string_view sensitivity_name(ir::Sensitivity sensitivity) {
  switch (sensitivity) {
    case ir::Sensitivity::none:
      return "none";
    case ir::Sensitivity::personal:
      return "personal";
    case ir::Sensitivity::health:
      return "health";
    case ir::Sensitivity::criminal:
      break;
  }
  return "criminal";
}

void write_label(std::string_view key, ir::Label const& label, JsonWriter& json) {
  json.key(key);
  json.begin_flat_object();
  json.member("nb", label.nb);
  json.member("en", label.en);
  json.end_object();
}

void write_answer(Question const& question, JsonWriter& json) {
  json.key("answer");
  json.begin_object();
  json.member("type", answer_name(question.answer));
  if (question.answer == AnswerKind::one_of) {
    json.key("values");
    json.begin_array();
    for (Choice const& choice : question.values) {
      json.begin_flat_object();
      json.member("value", choice.value);
      write_label("label", choice.label, json);
      json.end_object();
    }
    json.end_array();
  }
  for (auto const& [key, text] : {std::pair{"unit", &question.unit}, std::pair{"minimum", &question.minimum},
                                  std::pair{"maximum", &question.maximum}}) {
    if (!text->empty()) {
      json.member(key, *text);
    }
  }
  json.key("may_be_range");
  json.boolean(question.may_be_range);
  json.key("may_be_not_applicable");
  json.boolean(question.may_be_not_applicable);
  json.end_object();
}

void write_reasons(std::vector<Reason> const& reasons, JsonWriter& json) {
  json.key("why");
  json.begin_array();
  for (Reason const& reason : reasons) {
    json.begin_object();
    json.member("rule", reason.rule);
    json.member("grounds", reason.grounds);
    explain::write_citations(reason.citations, json);
    json.end_object();
  }
  json.end_array();
}

void write_judgement(eval::Missing const& missing, JsonWriter& json) {
  if (missing.kind != eval::MissingKind::assessment) {
    json.member("from", missing.by);
    return;
  }
  json.member("by", missing.by);
  json.member("not_by", missing.not_by);
  json.member("factors", missing.factors);
  json.key("among_others");
  json.boolean(missing.factors_open_ended);
  json.member("most_weight", missing.most_weight);
}

void write_question(Question const& question, JsonWriter& json) {
  eval::Missing const& missing = question.missing;
  json.begin_object();
  json.member("decision", question.decision);
  if (!question.services.empty()) {
    json.member("services", question.services);
  }
  json.member("fact", question.fact);
  json.member("kind", missing.kind == eval::MissingKind::assessment ? "assessment" : "fact");
  write_label("label", question.label, json);
  if (question.element > 0) {
    json.key("element");
    json.integer(question.element);
  }
  if (question.element > 0 && question.answer != AnswerKind::element) {
    write_label("list_label", question.list_label, json);
  }
  json.member("sensitivity", sensitivity_name(question.sensitivity));
  write_answer(question, json);
  write_reasons(question.reasons, json);
  write_judgement(missing, json);
  explain::write_citations(missing.citations, json);
  json.key("cost");
  json.integer(missing.cost);
  json.key("outcomes_possible");
  json.integer(static_cast<std::int64_t>(question.outcomes));
  json.key("outcomes_left");
  json.integer(static_cast<std::int64_t>(missing.outcomes_left));
  json.end_object();
}

// Of one package its keys; about services a list, whose length is not known to the reader.
void write_packages(QuestionDocument const& document, JsonWriter& json) {
  auto const write = [&json](AskedPackage const& one) {
    json.member("package", one.package);
    json.member("version", one.version);
    json.member("digest", one.digest);
  };
  if (!document.about_services) {
    write(document.packages.front());
    return;
  }
  json.key("packages");
  json.begin_array();
  for (AskedPackage const& one : document.packages) {
    json.begin_object();
    write(one);
    json.end_object();
  }
  json.end_array();
}

// As it stands one level further in, without its line end. Line ends inside a text are written `\n`, so each one breaks a line.
std::string indented(std::string_view document) {
  std::string text;
  for (char const c : document) {
    text += c == '\n' ? std::string("\n  ") : std::string(1, c);
  }
  text.resize(text.find_last_not_of(" \n") + 1);
  return text;
}

}  // namespace

std::string question_json(QuestionDocument const& document) {
  std::string text;
  JsonWriter json(text, explain::Layout::indented);
  json.begin_object();
  write_packages(document, json);
  json.member("state", document.question != nullptr ? "question" : document.settled ? "settled" : "open");
  json.key("question");
  if (document.question != nullptr) {
    write_question(*document.question, json);
  } else {
    json.raw("null");
  }
  json.key("outcome");
  json.raw(document.question != nullptr ? "null" : indented(document.outcome));
  json.end_object();
  return text + "\n";
}

}  // namespace hjemmel::interview
