// Keys of a table's rows: `cannabis`, `a or b`, `any`, `true`, `15 g`, `above 25 g up to 30 g`.
//
// A row has one key for each parameter of its table, all on the row's line; commas between them are the author's choice. Where
// the parameter is a bare number no unit is looked for behind it, so `up to 5 lawful` is a key and a value. The words of a
// range count only before a literal: `from` and `above` stay free as names.
#include <algorithm>
#include <array>

#include "engine/base/unit.h"
#include "engine/syntax/grammar/scan.h"
#include "engine/syntax/grammar/words.h"

namespace hjemmel::syntax::grammar::scan {
namespace {

struct RangeWord {
  Keyword word;
  NodeKind kind;
  bool begins_range;
};

constexpr std::array kRangeWords{
    RangeWord{"up to", NodeKind::key_up_to, true}, RangeWord{"below", NodeKind::key_below, true},
    RangeWord{"above", NodeKind::key_above, true}, RangeWord{"from", NodeKind::key_from, true},
    RangeWord{"to", NodeKind::key_up_to, false},
};

constexpr std::string_view kDigits = "0123456789";

bool stays_on_line(Session const& session, Iterator at) { return session.open_at(at) && !session.first_on_line(at); }

bool bare_at(Session const& session, std::size_t parameter) {
  return parameter < session.bare_parameters().size() && session.bare_parameters()[parameter];
}

bool number_key(Session& session, Iterator& first, bool bare) {
  Iterator const begin = first;
  bool const negative = session.open_at(first) && *first == '-';
  if (negative) {
    sign(session, first, "-");
  }
  if (!session.open_at(first) || !is_digit(*first) || !(bare ? bare_number(session, first) : numeric(session, first))) {
    first = begin;
    return false;
  }
  if (negative) {
    session.close_node(NodeKind::minus, begin, first);
  }
  return true;
}

bool limit(Session& session, Iterator& first, bool bare, bool begins_range) {
  Iterator const begin = first;
  for (RangeWord const& range : kRangeWords) {
    bool const ends = range.kind == NodeKind::key_up_to || range.kind == NodeKind::key_below;
    bool const fits = begins_range ? range.begins_range : ends;
    if (!fits || !stands_at(session, first, range.word)) {
      continue;
    }
    if (words(session, first, range.word) && number_key(session, first, bare)) {
      session.close_node(range.kind, begin, first);
      return true;
    }
    first = begin;
  }
  return false;
}

bool range_key(Session& session, Iterator& first, bool bare) {
  Iterator const begin = first;
  if (!limit(session, first, bare, true)) {
    return false;
  }
  if (stays_on_line(session, first)) {
    limit(session, first, bare, false);
  }
  session.close_node(NodeKind::key_range, begin, first);
  return true;
}

bool one_key(Session& session, Iterator& first, bool bare) {
  std::string_view const word = session.open_at(first) ? word_at(first, session.end()) : std::string_view{};
  if (word == Keyword("true").in(session.language()) || word == Keyword("false").in(session.language())) {
    return truth(session, first);
  }
  return word.empty() ? number_key(session, first, bare) : row_name(session, first);
}

// A unit of the type, for the help.
std::string sample_unit(NodeKind type, std::string_view written) {
  switch (type) {
    case NodeKind::type_duration:
      return " days";
    case NodeKind::type_period:
      return " months";
    case NodeKind::type_mass:
      return " g";
    case NodeKind::type_volume:
      return " dl";
    case NodeKind::type_percent:
      return " %";
    case NodeKind::type_money:
      return " kr";
    case NodeKind::type_name:
      return " " + std::string(written);
    default:
      return "";
  }
}

// `late` is a `duration`: write `up to 7 days`. `text` is where the file begins.
std::string help_for_limit(Session const& session, std::size_t parameter, Iterator text, std::string_view limit) {
  std::string_view const figure = limit.substr(0, limit.find_last_of(kDigits) + 1);
  std::size_t const unit = limit.find_first_not_of(' ', figure.size());
  if (unit != std::string_view::npos && base::find_unit(limit.substr(unit))) {
    return "write the row's value behind it, on the same line";
  }
  std::vector<Node> parameters;
  std::vector<Node> types;
  for (std::size_t at = 0; at + 1 < session.nodes().size(); ++at) {
    if (session.nodes()[at + 1].kind == NodeKind::parameter) {
      types.push_back(session.nodes()[at]);
      parameters.push_back(session.nodes()[at + 1]);
    }
  }
  std::size_t const own = session.bare_parameters().size();
  if (parameter >= own || own > parameters.size()) {
    return "a comma parts a bare number from the row's value: `" + std::string(figure) + ", …`";
  }
  std::size_t const at = parameters.size() - own + parameter;
  std::string_view const whole{text + parameters[at].begin, parameters[at].end - parameters[at].begin};
  std::string_view const type{text + types[at].begin, types[at].end - types[at].begin};
  return "`" + std::string(whole.substr(0, whole.find_first_of(": "))) + "` is a `" + std::string(type) + "`: write `" +
         std::string(figure) + sample_unit(types[at].kind, type) + "` and behind it the row's value";
}

// `up to 7 slight`: the word behind the number was taken for its unit. Only `up to` can be no name with a value behind it.
void refuse_without_value(Session& session, Iterator begin, Iterator first, std::size_t parameter) {
  if (!stands_at(session, begin, "up to")) {
    return;
  }
  Iterator const stop = session.end_of_token_before(first);
  Iterator const text = begin - session.nodes().back().begin;
  std::string_view const limit{begin, static_cast<std::size_t>(stop - begin)};
  session.refuse({diag::Kind::unit_missing, begin, stop, "behind `" + std::string(limit) + "` this row has no value",
                  help_for_limit(session, parameter, text, limit)});
}

// `a`, or `a or b`.
bool key(Session& session, Iterator& first, std::size_t parameter) {
  bool const bare = bare_at(session, parameter);
  Iterator const begin = first;
  if (stands_at(session, first, "any") && words(session, first, "any")) {
    session.close_node(NodeKind::key_any, begin, first);
    return true;
  }
  if (range_key(session, first, bare)) {
    if (stays_on_line(session, first)) {
      return true;
    }
    refuse_without_value(session, begin, first, parameter);
    first = begin;  // no value behind it: `from` is a name here, and what stands behind it its value
  }
  if (!one_key(session, first, bare)) {
    return false;
  }
  bool several = false;
  while (stays_on_line(session, first) && stands_at(session, first, "or")) {
    words(session, first, "or");
    if (!stays_on_line(session, first) || !one_key(session, first, bare)) {
      session.miss(first, {"another key"});
      session.give_up(first);
    }
    several = true;
  }
  if (several) {
    session.close_node(NodeKind::key_either, begin, first);
  }
  return true;
}

}  // namespace

namespace {

// In a row of an amendment, which does not say how many keys its table has: each further key stands behind a comma.
void keys_behind_commas(Session& session, Iterator& first) {
  while (session.open_at(first) && *first == ',') {
    sign(session, first, ",");
    Iterator at = first;
    Iterator const earlier = session.mute(at);
    bool const found = stays_on_line(session, at) && key(session, at, 0) && stays_on_line(session, at) && *at != '[';
    session.unmute(earlier);
    if (!found) {
      return;
    }
    first = at;
  }
}

}  // namespace

bool first_key(Session& session, Iterator& first) { return key(session, first, 0); }

bool further_keys(Session& session, Iterator& first) {
  if (session.bare_parameters().empty()) {
    keys_behind_commas(session, first);
    return true;
  }
  for (std::size_t parameter = 1; parameter < session.bare_parameters().size(); ++parameter) {
    if (session.open_at(first) && *first == ',') {
      sign(session, first, ",");
    }
    Iterator const earlier = session.mute(first);
    bool const found = stays_on_line(session, first) && key(session, first, parameter);
    session.unmute(earlier);
    if (!found) {
      session.miss(first, {"the row's next key"});
      return false;
    }
  }
  if (session.open_at(first) && *first == ',') {
    sign(session, first, ",");
  }
  return true;
}

}  // namespace hjemmel::syntax::grammar::scan
