// Citations: what cites nothing besides rules, services and duties (`check` tells of these), and entries that the law
// catalogue does not have.
#include "engine/ir/citations.h"

#include <algorithm>
#include <optional>

#include "engine/base/nearest_name.h"
#include "engine/lint/workbench.h"

namespace hjemmel::lint {
namespace {

using diag::Kind;
using ir::Citation;

constexpr std::string_view kCite = "add `cites` and the source, the place and the catalogue entry";

bool cites(ir::Citations const& citations) { return !citations.empty(); }

void judge_table(Workbench& bench, ir::Table const& table) {
  bool const rows =
      std::all_of(table.rows.begin(), table.rows.end(), [](auto const& row) { return cites(row.citations); });
  if (!cites(table.citations) && !rows) {
    bench.sink.add(Kind::uncited_rule, table.span,
                   "neither the table `" + table.name + "` nor all of its rows cite any law",
                   "add `cites` and the source to the table, or the catalogue entry to each row");
  }
}

// Where the citation names the entry; nothing where the entry only lies inside a range.
std::optional<source::Span> place_of(Workbench const& bench, source::Span citation, std::string const& entry) {
  std::string_view const text = bench.subject.sources.text(citation);
  for (std::size_t at = text.find(entry); at != std::string_view::npos; at = text.find(entry, at + 1)) {
    std::size_t const end = at + entry.size();
    bool const whole = end == text.size() || std::string_view(" ],.\n\r\t").find(text[end]) != std::string_view::npos;
    if (whole) {
      auto const begin = citation.begin + static_cast<std::uint32_t>(at);
      return source::Span{citation.file, begin, begin + static_cast<std::uint32_t>(entry.size())};
    }
  }
  return std::nullopt;
}

void report(Workbench& bench, source::Span span, std::string const& entry) {
  std::string const nearest = base::nearest_name(entry, *bench.subject.entries);
  bench.sink.add(Kind::unknown_entry, span,
                 "the law catalogue `" + bench.subject.catalogue + "` has no entry `" + entry + "`",
                 nearest.empty() ? "look the entry up; its id stands in the catalogue as it is cited"
                                 : "look the entry up; perhaps `" + nearest + "` is meant");
}

bool is_entry(Workbench const& bench, std::string const& entry) {
  return std::binary_search(bench.subject.entries->begin(), bench.subject.entries->end(), entry);
}

// Each id that is written and wrong, or the first that a range runs over.
void judge_entries(Workbench& bench, Citation const& citation, std::set<source::Span>& told) {
  std::string inside;  // a range
  bool written = false;
  for (std::string const& entry : citation.catalogue) {
    if (is_entry(bench, entry)) {
      continue;
    }
    auto const place = place_of(bench, citation.span, entry);
    written = written || place;
    inside = inside.empty() && !place ? entry : inside;
    if (place && told.insert(*place).second) {
      report(bench, *place, entry);
    }
  }
  if (!written && !inside.empty() && told.insert(citation.span).second) {
    report(bench, citation.span, inside);
  }
}

}  // namespace

void find_missing_citations(Workbench& bench) {
  ir::Program const& program = bench.program();
  for (ir::Table const& table : program.tables) {
    if (is_written(table.name) && bench.is_own(table.span)) {
      judge_table(bench, table);
    }
  }
  for (ir::LawParameter const& parameter : program.parameters) {
    if (is_written(parameter.name) && bench.is_own(parameter.span) && !cites(parameter.citations)) {
      bench.sink.add(Kind::uncited_rule, parameter.span, "the parameter `" + parameter.name + "` cites no law",
                     std::string(kCite));
    }
  }
  for (ir::Reading const& reading : program.readings) {
    auto const definition = std::find_if(program.definitions.begin(), program.definitions.end(),
                                         [&](auto const& one) { return one.name == reading.name; });
    bool const head = definition != program.definitions.end() && cites(definition->citations);
    bool const choices = std::all_of(reading.choices.begin(), reading.choices.end(),
                                     [](auto const& choice) { return cites(choice.citations); });
    if (is_written(reading.name) && bench.is_own(reading.span) && !head && !choices) {
      bench.sink.add(Kind::uncited_rule, reading.span,
                     "neither the reading `" + reading.name + "` nor all of its lines cite any law",
                     std::string(kCite));
    }
  }
}

void find_unknown_entries(Workbench& bench) {
  if (!bench.subject.entries) {
    return;
  }
  std::set<source::Span> told;
  ir::each_citation(bench.program(), [&](Citation const& citation) {
    if (bench.is_own(citation.span)) {
      judge_entries(bench, citation, told);
    }
  });
  for (Named const& entry : bench.subject.health_citations) {
    if (!is_entry(bench, entry.name)) {
      report(bench, entry.span, entry.name);
    }
  }
}

}  // namespace hjemmel::lint
