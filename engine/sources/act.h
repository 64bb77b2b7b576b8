// An act or a regulation as text: sections, paragraphs, the items of their lists.
//
// Data only. Made by read_act.h, read by resolve.h. Texts have one blank between words; a text lies in memory while a package is
// held against it and is never stored.
#pragma once

#include <string>
#include <vector>

#include "engine/source/span.h"

namespace hjemmel::sources {

// A letter or number of a list; the text does not carry the letters, so they are counted.
struct Item {
  std::string text;
  source::Span span;  // where it begins
};

// A paragraph («ledd») with the items that stand under it.
struct Paragraph {
  std::string text;         // empty where a section begins with a list
  std::vector<Item> items;  // in written order: letter a, letter b …
  source::Span span;        // where it begins
};

// A section («paragraf»).
struct Section {
  std::string number;  // as section_text gives it: `20`, `3-9 c`, `7A-1`
  std::string title;   // may be empty
  bool repealed = false;
  std::vector<Paragraph> paragraphs;  // none: the heading stands alone
  source::Span span;                  // the number in the heading
};

// A chapter that was repealed as a whole.
struct RepealedChapter {
  std::string number;  // `10`, `7A`
  source::Span span;
};

struct Act {
  std::string refid;              // `lov/2005-05-20-28`
  std::string last_changed;       // refid of the act that changed it last; may be empty
  std::string last_in_force;      // when that change came into force, as the file says it; may be empty
  source::Span span;              // its `refid` in the front matter
  std::vector<Section> sections;  // in written order
  std::vector<RepealedChapter> repealed_chapters;
};

}  // namespace hjemmel::sources
