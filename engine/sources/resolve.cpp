// From the outside inwards: section, paragraph, item, sentence.
#include "engine/sources/resolve.h"

#include <algorithm>

#include "engine/sources/digest.h"
#include "engine/sources/read_act.h"
#include "engine/sources/sentences.h"

namespace hjemmel::sources {
namespace {

std::string counted(std::size_t count, std::string const& one) {
  return count == 0 ? "no " + one : std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

Resolved there(std::string digest, source::Span span) { return {Found::text, std::move(digest), span, ""}; }
Resolved none(Found found, source::Span span, std::string reason) { return {found, "", span, std::move(reason)}; }

// The sentences of a paragraph, the last one with the list under it.
std::vector<Paragraph> sentences_of(Paragraph const& paragraph) {
  std::vector<Paragraph> found;
  for (std::string_view const sentence : sentences(paragraph.text)) {
    found.push_back({std::string(sentence), {}, paragraph.span});
  }
  if (!found.empty()) {
    found.back().items = paragraph.items;
  }
  return found;
}

// `where` names the paragraph or item in a reason.
Resolved sentence_in(Paragraph const& text, std::uint32_t number, std::string const& where) {
  std::vector<Paragraph> const all = sentences_of(text);
  if (number > all.size()) {
    return none(Found::nothing, text.span, where + " has " + counted(all.size(), "sentence"));
  }
  return there(digest_of(all[number - 1]), text.span);
}

Resolved item_in(Paragraph const& paragraph, Reference const& reference, Reference const& outer) {
  std::size_t const number = *reference.item;
  if (number > paragraph.items.size()) {
    return none(Found::nothing, paragraph.span,
                to_text(outer) + " has a list of " + counted(paragraph.items.size(), "item"));
  }
  Item const& item = paragraph.items[number - 1];
  if (says_repealed(item.text)) {
    return none(Found::repealed, item.span, "the item says so");
  }
  if (!reference.sentence) {
    return there(digest_of(item), item.span);
  }
  Reference whole = outer;
  whole.item = reference.item;
  whole.numbered = reference.numbered;
  return sentence_in({item.text, {}, item.span}, *reference.sentence, to_text(whole));
}

// The paragraph that is cited without its number: the only one, or the only one that has a list.
std::optional<std::uint32_t> implied_paragraph(Section const& section, bool with_list) {
  std::optional<std::uint32_t> found;
  for (std::size_t at = 0; at < section.paragraphs.size(); ++at) {
    if (with_list && section.paragraphs[at].items.empty()) {
      continue;
    }
    if (found) {
      return std::nullopt;
    }
    found = static_cast<std::uint32_t>(at + 1);
  }
  return found;
}

Resolved in_section(Section const& section, Reference const& reference) {
  Reference outer;
  outer.section = reference.section;
  std::size_t const count = section.paragraphs.size();
  if (section.repealed) {
    return none(Found::repealed, section.span, "the heading of § " + section.number + " says so");
  }
  if (count == 0) {
    return none(Found::nothing, section.span, to_text(outer) + " has a heading and no text");
  }
  if (!reference.paragraph && !reference.item && !reference.sentence) {
    return there(digest_of(section), section.span);
  }
  outer.paragraph = reference.paragraph ? reference.paragraph : implied_paragraph(section, reference.item.has_value());
  if (!outer.paragraph) {
    return none(Found::nothing, section.span,
                to_text(outer) + " has " + counted(count, "paragraph") + ", and it is not said which one is meant");
  }
  if (*outer.paragraph > count) {
    outer.paragraph.reset();
    return none(Found::nothing, section.span, to_text(outer) + " has " + counted(count, "paragraph"));
  }
  Paragraph const& paragraph = section.paragraphs[*outer.paragraph - 1];
  if (says_repealed(paragraph.text)) {
    return none(Found::repealed, paragraph.span, "the paragraph says so");
  }
  if (reference.item) {
    return item_in(paragraph, reference, outer);
  }
  return reference.sentence ? sentence_in(paragraph, *reference.sentence, to_text(outer))
                            : there(digest_of(paragraph), paragraph.span);
}

// `10` of `10-3`; empty where the number does not name its chapter.
std::string_view chapter_of(std::string_view section) {
  std::size_t const dash = section.find('-');
  return dash == std::string_view::npos ? std::string_view() : section.substr(0, dash);
}

Resolved without_section(Act const& act, Reference const& reference) {
  std::string_view const chapter = chapter_of(reference.section);
  auto const repealed = std::find_if(act.repealed_chapters.begin(), act.repealed_chapters.end(),
                                     [&](RepealedChapter const& one) { return one.number == chapter; });
  if (!chapter.empty() && repealed != act.repealed_chapters.end()) {
    return none(Found::repealed, repealed->span, "chapter " + repealed->number + " of the act was");
  }
  std::string reason = "it has no § " + reference.section;
  std::size_t const blank = reference.section.rfind(' ');
  bool const letter = blank != std::string::npos && !reference.paragraph && !reference.item;
  auto const outer = std::find_if(act.sections.begin(), act.sections.end(), [&](Section const& one) {
    return letter && one.number == reference.section.substr(0, blank);
  });
  if (outer != act.sections.end()) {
    reason += "; a letter of its list is written `§ " + outer->number + " letter " +
              reference.section.substr(blank + 1) + "`";
  }
  return none(Found::nothing, {}, reason);
}

void add_sentences(Paragraph const& text, Reference place, std::vector<PlacedDigest>& found) {
  std::vector<Paragraph> const all = sentences_of(text);
  for (std::size_t at = 0; at < all.size(); ++at) {
    place.sentence = static_cast<std::uint32_t>(at + 1);
    found.push_back({digest_of(all[at]), place});
  }
}

void add_of_paragraph(Paragraph const& paragraph, Reference place, Reference const& like,
                      std::vector<PlacedDigest>& found) {
  if (!like.item && like.sentence) {
    add_sentences(paragraph, place, found);
    return;
  }
  if (!like.item) {
    found.push_back({digest_of(paragraph), place});
    return;
  }
  place.numbered = like.numbered;
  for (std::size_t at = 0; at < paragraph.items.size(); ++at) {
    Item const& item = paragraph.items[at];
    place.item = static_cast<std::uint32_t>(at + 1);
    if (like.sentence) {
      add_sentences({item.text, {}, item.span}, place, found);
    } else {
      found.push_back({digest_of(item), place});
    }
  }
}

}  // namespace

Resolved resolve(Act const& act, Reference const& reference) {
  std::vector<Section const*> found;
  for (Section const& section : act.sections) {
    if (section.number == reference.section) {
      found.push_back(&section);
    }
  }
  bool const in_force = std::any_of(found.begin(), found.end(), [](Section const* one) { return !one->repealed; });
  if (in_force) {  // a number may have been used again
    std::erase_if(found, [](Section const* one) { return one->repealed; });
  }
  if (found.empty()) {
    return without_section(act, reference);
  }
  if (found.size() > 1 && in_force) {
    return none(Found::unclear, found[1]->span, "the act has § " + reference.section + " more than once");
  }
  return in_section(*found.front(), reference);
}

std::vector<PlacedDigest> digests_like(Act const& act, Reference const& like) {
  bool const whole = !like.paragraph && !like.item && !like.sentence;
  std::vector<PlacedDigest> found;
  for (Section const& section : act.sections) {
    Reference place;
    place.section = section.number;
    if (section.repealed) {
      continue;
    }
    if (whole) {
      found.push_back({digest_of(section), place});
      continue;
    }
    for (std::size_t at = 0; at < section.paragraphs.size(); ++at) {
      place.paragraph = static_cast<std::uint32_t>(at + 1);
      add_of_paragraph(section.paragraphs[at], place, like, found);
    }
  }
  return found;
}

}  // namespace hjemmel::sources
