// hjemmel ask: an interview on a terminal, or the next question as one JSON document.
//
// The interview's logic is in api/ask.h; here are the loop, the answers taken back, and the file that is written. The facts are
// written after every answer, so that an interview that is broken off loses nothing.
#include "engine/api/ask.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>

#include <unistd.h>

#include "engine/cli/answer_line.h"
#include "engine/cli/ask_screen.h"
#include "engine/cli/ask_subject.h"
#include "engine/cli/replace_file.h"
#include "engine/cli/verbs.h"
#include "engine/explain/words.h"

namespace hjemmel::cli {
namespace {

// What is known at one point of the interview; `back` returns to an earlier one.
struct Known {
  std::string facts;  // YAML
  std::vector<std::string> skip;
};

api::FactsText facts_text(Known const& known) { return {known.facts, "facts", api::FactsFormat::yaml}; }

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  std::size_t const first = text.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// Why the file cannot be written without losing what stands in it; empty when it can.
std::string refuse_out(AskOptions const& options) {
  std::error_code none;
  std::string const& out = options.out;
  bool const is_there = !out.empty() && out != "-" && std::filesystem::exists(out, none);
  if (!is_there || std::filesystem::equivalent(out, options.facts, none)) {
    return {};
  }
  return "`" + out + "` is there already; give it after `--facts` to go on with it, or name another file";
}

// kDone, or the status of a failure that was told of.
int save(AskOptions const& options, Known const& known) {
  if (options.out.empty() || options.out == "-") {
    return kDone;
  }
  auto const written = write_file(options.out, known.facts);
  if (!written) {
    write_error(written.error().message);
    return kWorld;
  }
  return kDone;
}

class Interview {
 public:
  Interview(AskSubject const& subject, AskOptions const& options, Known known)
      : subject_(subject),
        options_(options),
        words_(ask_words_in(options.language)),
        known_(std::move(known)),
        echoes_(::isatty(::fileno(stdin)) == 0) {}

  int run() {
    bool begun = false;
    while (status_ == kDone) {
      api::QuestionResult const asked = next();
      if (asked.failure != api::Failure::none) {
        return report(asked.findings, asked.failure, asked.error, options_.format);
      }
      say(begun ? "" : std::string(words_.how) + "\n\n");
      begun = true;
      if (!asked.question) {
        return finish(asked, asked.settled ? words_.settled : words_.nothing_left);
      }
      ++number_;
      say(question_screen(number_, *asked.question, asked.words, screen()));
      if (!take_answer(*asked.question)) {
        return status_ == kDone ? finish(asked, words_.stopped) : status_;
      }
    }
    return status_;
  }

 private:
  [[nodiscard]] AskScreen screen() const { return {words_, options_.language}; }

  [[nodiscard]] api::AskOptions asking() const {
    return {options_.at, options_.decision, options_.readings, known_.skip, options_.language};
  }

  [[nodiscard]] api::QuestionResult next() const { return subject_.next(facts_text(known_), asking()); }

  // Where the facts go to standard output, the conversation goes to standard error.
  void say(std::string_view text) {
    if (options_.out == "-") {
      std::fwrite(text.data(), 1, text.size(), stderr);
    } else {
      status_ = std::max(status_, write_out(text, kDone));
    }
  }

  void reply(std::string_view sentence) { say("   " + std::string(sentence) + "\n"); }

  // False at the end of the interview. What is no good answer is told, and the question stands.
  bool take_answer(interview::Question const& question) {
    while (status_ == kDone) {
      say("> ");
      auto const line = read_answer_line(stdin);
      say(line && echoes_ ? line->text + "\n" : line ? "" : "\n");
      if (!line) {
        return false;
      }
      std::string_view const typed = trim(line->text);
      switch (command_of(typed)) {
        case Command::stop:
          return false;
        case Command::back:
          if (go_back()) {
            return true;
          }
          break;
        case Command::more:
          say(more_screen(question, screen()));
          break;
        case Command::none:
          if (enter(question, typed, line->too_long)) {
            return true;
          }
          break;
      }
    }
    return false;
  }

  bool go_back() {
    if (earlier_.empty()) {
      reply(words_.nothing_to_correct);
      return false;
    }
    known_ = std::move(earlier_.back());
    earlier_.pop_back();
    number_ -= 2;
    status_ = std::max(status_, save(options_, known_));
    say("\n");
    return true;
  }

  bool enter(interview::Question const& question, std::string_view typed, bool too_long) {
    if (typed.empty()) {
      reply(too_long ? explain::phrase(words_.too_long, std::to_string(kMaxAnswerBytes))
                     : std::string(words_.nothing_typed));
      return false;
    }
    api::InterviewFacts answered = subject_.answer(facts_text(known_), question.fact, typed);
    if (!answered.text) {
      refuse(answered);
      return false;
    }
    earlier_.push_back(known_);
    known_.facts = *std::move(answered.text);
    if (answered.skip) {
      known_.skip.push_back(question.fact);
    }
    status_ = std::max(status_, save(options_, known_));
    say("\n");
    return true;
  }

  void refuse(api::InterviewFacts const& answered) {
    if (answered.findings.all.empty()) {
      reply(answered.error);
      return;
    }
    api::Finding const& finding = answered.findings.all.front();
    reply(finding.message + (finding.help.empty() ? "" : "; " + finding.help));
  }

  int finish(api::QuestionResult const& asked, std::string_view how) {
    SoFar const answer = subject_.so_far(asked, facts_text(known_), asking());
    say(std::string(how) + "\n\n" + answer.text);
    if (options_.out == "-") {
      status_ = std::max(status_, write_out(known_.facts, kDone));
    } else if (!options_.out.empty()) {
      say("\n" + explain::phrase(words_.written, options_.out) + "\n");
    }
    return status_ == kDone && answer.rules_at_fault ? kFaults : status_;
  }

  AskSubject const& subject_;
  AskOptions const& options_;
  AskWords const& words_;
  Known known_;
  std::vector<Known> earlier_;  // before each answer
  std::size_t number_ = 0;
  bool echoes_;  // answers that nobody types on the screen are shown there
  int status_ = kDone;
};

int print_question(AskSubject const& subject, AskOptions const& options, Known const& known) {
  api::QuestionResult const asked =
      subject.next(facts_text(known), {options.at, options.decision, options.readings, known.skip});
  int const status = report(asked.findings, asked.failure, asked.error, options.format);
  if (asked.failure != api::Failure::none) {
    return status;
  }
  return write_out(asked.json, !asked.question && asked.answer->rules_at_fault ? kFaults : kDone);
}

// `FACT=ANSWER` into the facts; the status of what went wrong.
int take_given(AskSubject const& subject, AskOptions const& options, Known& known) {
  for (std::string const& given : options.answers) {
    std::size_t const sign = given.find('=');
    if (sign == std::string::npos) {
      write_error("`--answer` needs the fact, `=` and the answer, as in `--answer case.act=use`");
      return kWrongUse;
    }
    std::string const fact = given.substr(0, sign);
    api::InterviewFacts const answered = subject.answer(facts_text(known), fact, given.substr(sign + 1));
    if (!answered.text) {
      return report(answered.findings, answered.failure, answered.error, options.format);
    }
    known.facts = *answered.text;
    if (answered.skip) {
      known.skip.push_back(fact);
    }
  }
  return kDone;
}

std::string refuse_use(AskOptions const& options) {
  if (options.format == Format::text && options.facts == "-") {
    return "standard input has the answers; give the facts by the name of a file";
  }
  if (options.format == Format::json && options.out == "-") {
    return "standard output has the question; give `--out` the name of a file";
  }
  if (!options.services && options.packages.size() != 1) {
    return "an interview is about one package; with `--services` it is about the services of any number";
  }
  if (options.services && (options.decision || !options.readings.empty() || !options.amendments.empty())) {
    return "`--services` takes no `--decision`, `--reading` or `--amend`";
  }
  return refuse_out(options);
}

int run_with(AskSubject const& subject, AskOptions const& options, std::optional<api::FactsText> const& facts) {
  api::InterviewFacts started = subject.start(facts, {options.at, options.decision});
  int status = report(started.findings, started.failure, started.error, options.format);
  if (!started.text) {
    return status;
  }
  Known known{*std::move(started.text), options.skip};
  status = take_given(subject, options, known);
  status = status == kDone ? save(options, known) : status;
  if (status != kDone) {
    return status;
  }
  return options.format == Format::json ? print_question(subject, options, known)
                                        : Interview(subject, options, std::move(known)).run();
}

// kDone, or the status of a failure that was told of.
int load_subject(AskOptions const& options, AskSubject& subject) {
  subject.services = options.services;
  if (options.services) {
    return load_packages(options.packages, options.bundles, options.format, subject.packages);
  }
  api::LoadResult const loaded = load_package(options.packages.front(), options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, options.format);
  }
  subject.packages = {loaded.package};
  return kDone;
}

}  // namespace

int run_ask(AskOptions const& options) {
  if (std::string const why = refuse_use(options); !why.empty()) {
    write_error(why);
    return kWrongUse;
  }
  AskSubject subject;
  if (int const status = load_subject(options, subject); status != kDone) {
    return status;
  }
  if (options.facts.empty()) {
    return run_with(subject, options, std::nullopt);
  }
  api::ReadResult const read = api::read_text(options.facts);
  if (!read.text) {
    return report(read.findings, read.failure, read.error, options.format);
  }
  return run_with(subject, options, api::FactsText{*read.text, options.facts, api::FactsFormat::guess});
}

}  // namespace hjemmel::cli
