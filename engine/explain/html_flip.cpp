// What would have to differ for another outcome: each way as a card, with the changes that are needed together.
#include "engine/explain/html_parts.h"

namespace hjemmel::explain {
namespace {

void write_flip(eval::Flip const& flip, HtmlParts const& parts) {
  auto const item = parts.out.in("li", {{"class", "card minor"}});
  {
    auto const list = parts.out.in("ul", {{"class", "tree"}});
    for (eval::Change const& change : flip.changes) {
      auto const one = parts.out.in("li");
      write_clause(capitalized(change_clause(change, parts.prose)) + " ", parts);
      parts.out.element("code", change.fact, {{"class", "quiet"}});
    }
  }
  eval::Outcome const& outcome = flip.outcome;
  std::string const clause =
      choice_clause(outcome.decision, outcome.modality, outcome.of_figure, outcome.options, parts.prose);
  write_paragraph(phrase(parts.prose.say.flip_then, clause), "said", parts);
  if (flip.varies) {
    write_paragraph(parts.prose.say.flip_varies, {}, parts);
  }
}

}  // namespace

void write_flips(PageDecision const& decision, HtmlParts const& parts) {
  if (!decision.explained.flips) {
    return;
  }
  eval::Flips const& flips = *decision.explained.flips;
  Phrases const& say = parts.prose.say;
  std::string const option = flips.option.empty() ? "" : parts.prose.option(flips.present.decision, flips.option);
  parts.out.element("h3", option.empty() ? std::string(say.flip_heading) : phrase(say.flip_heading_option, option));
  if (std::string const none = no_flip_clause(flips, option, parts.prose); !none.empty()) {
    write_paragraph(none, {}, parts);
  }
  if (!flips.flips.empty()) {
    auto const list = parts.out.in("ul");
    for (std::size_t at = 0; at < flips.flips.size(); ++at) {
      if (at > 0) {
        parts.out.element("li", say.flip_either, {{"class", "said"}});
      }
      write_flip(flips.flips[at], parts);
    }
  }
  if (!flips.exact) {
    write_paragraph(say.flip_not_all, "quiet said", parts);
  }
}

}  // namespace hjemmel::explain
