// One pass over the lines. A heading ends the section before it; what stands behind a heading that is no section is not read.
#include "engine/sources/read_act.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/sources/lines.h"
#include "engine/sources/plain_text.h"
#include "engine/sources/section_number.h"

namespace hjemmel::sources {
namespace {

using diag::Kind;

constexpr std::string_view kSign = "§";
constexpr std::size_t kDeepestHeading = 6;
// How a note on amendments begins, behind its `*`.
constexpr std::array<std::string_view, 11> kNotes{"Endret",  "Endra",    "Endres", "Tilføyd", "Tilføyes", "Opphevet",
                                                  "Oppheva", "Oppheves", "Ikr.",   "Føyd",    "1 "};

bool is_note(std::string_view line) {
  return line.starts_with("*") && std::any_of(kNotes.begin(), kNotes.end(), [&](std::string_view const word) {
           return line.substr(1).starts_with(word);
         });
}

// Levels of a heading; 0: it is none.
std::size_t heading_level(std::string_view line) {
  std::size_t const level = std::min(line.find_first_not_of('#'), line.size());
  return level <= kDeepestHeading && level < line.size() && line[level] == ' ' ? level : 0;
}

// `10` of `Kapittel 10. (Opphevet)`; empty where the heading has no such number.
std::string chapter_number(std::string_view heading) {
  for (std::string_view const word : {"Kapittel ", "Kap. ", "Kap "}) {
    if (heading.starts_with(word)) {
      std::string number(heading.substr(word.size(), heading.find('.', word.size()) - word.size()));
      std::erase(number, ' ');
      return number;
    }
  }
  return "";
}

std::string_view behind_number(std::string_view rest) {
  rest.remove_prefix(rest.starts_with(".") ? 1 : 0);
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return rest;
}

// What is open while the lines are read.
enum class Inside : std::uint8_t { nothing, paragraph, item, note };

class Reader {
 public:
  Reader(source::FileId file, std::string_view text, diag::Sink& sink) : file_(file), text_(text), sink_(sink) {}

  [[nodiscard]] std::optional<Act> read(FrontMatter const& front) {
    act_ = {front.refid, front.last_changed, front.last_in_force, front.refid_span, {}, {}};
    Lines lines(text_, front.body);
    while (auto const line = lines.next()) {
      if (line->text.size() > kMaxLineBytes) {
        return refuse({file_, at(*line), at(*line)},
                      "this line is longer than " + std::to_string(kMaxLineBytes) + " bytes");
      }
      take(*line);
      if (act_.sections.size() > kMaxSections || texts_ > kMaxTexts) {
        return refuse({file_, at(*line), at(*line)},
                      act_.sections.size() > kMaxSections
                          ? "the act has more than " + std::to_string(kMaxSections) + " sections"
                          : "the act has more than " + std::to_string(kMaxTexts) + " paragraphs and items");
      }
    }
    if (act_.sections.empty()) {
      return refuse(front.refid_span, "the act has no section: no heading begins with `§` and a number");
    }
    return std::move(act_);
  }

 private:
  static std::uint32_t at(Line const& line) { return static_cast<std::uint32_t>(line.begin); }

  [[nodiscard]] std::optional<Act> refuse(source::Span span, std::string const& message) {
    sink_.add(Kind::act_malformed, span, message,
              "get the whole text of the act anew, or take the file out of the folder");
    return std::nullopt;
  }

  void take(Line const& line) {
    if (std::size_t const level = heading_level(line.text); level > 0) {
      take_heading(line, level);
    } else if (line.text.empty()) {
      inside_ = Inside::nothing;
    } else if (in_section_) {
      take_text(line);
    }
  }

  void take_heading(Line const& line, std::size_t level) {
    std::string const heading = one_blank(line.text.substr(level));
    inside_ = Inside::nothing;
    in_section_ = false;
    repealed_above_ = level <= repealed_above_ ? 0 : repealed_above_;
    source::Span const whole{file_, at(line), at(line) + static_cast<std::uint32_t>(line.text.size())};
    if (heading.starts_with(kSign)) {
      take_section(heading, whole);
      return;
    }
    std::size_t const point = heading.rfind(". ");
    std::string_view const title = std::string_view(heading).substr(point == std::string::npos ? 0 : point + 2);
    if (says_repealed(title)) {
      repealed_above_ = repealed_above_ == 0 ? level : repealed_above_;
      if (std::string number = chapter_number(heading); !number.empty()) {
        act_.repealed_chapters.push_back({std::move(number), whole});
      }
    }
  }

  // A heading with a sign and no number, `§§ 5 to 7`, is no section.
  void take_section(std::string const& heading, source::Span whole) {
    std::string_view rest = std::string_view(heading).substr(kSign.size());
    rest.remove_prefix(rest.starts_with(" ") ? 1 : 0);
    auto const number = read_section_number(rest);
    if (!number) {
      return;
    }
    std::string const title(behind_number(rest.substr(number->length)));
    bool const repealed = repealed_above_ > 0 || says_repealed(title);
    act_.sections.push_back({number->text, title, repealed, {}, whole});
    in_section_ = true;
  }

  void take_text(Line const& line) {
    std::string_view const text = line.text.substr(std::min(line.text.find_first_not_of(" \t"), line.text.size()));
    source::Span const begin{file_, at(line), at(line)};
    bool const indented = text.size() < line.text.size();
    std::vector<Paragraph>& paragraphs = act_.sections.back().paragraphs;
    if (inside_ == Inside::note || (inside_ == Inside::nothing && is_note(text))) {
      inside_ = text.size() > 1 && text.ends_with("*") ? Inside::nothing : Inside::note;
    } else if (text.starts_with("- ") && !indented) {
      start_item(paragraphs, text.substr(2), begin);
    } else if (inside_ == Inside::item || inside_ == Inside::paragraph) {
      std::string& open = inside_ == Inside::item ? paragraphs.back().items.back().text : paragraphs.back().text;
      open += " " + one_blank(text);
    } else {
      paragraphs.push_back({one_blank(text), {}, begin});
      ++texts_;
      inside_ = Inside::paragraph;
    }
  }

  void start_item(std::vector<Paragraph>& paragraphs, std::string_view text, source::Span begin) {
    if (paragraphs.empty()) {
      paragraphs.push_back({"", {}, begin});
    }
    paragraphs.back().items.push_back({one_blank(text), begin});
    ++texts_;
    inside_ = Inside::item;
  }

  source::FileId file_;
  std::string_view text_;  // of Sources
  diag::Sink& sink_;
  Act act_;
  std::size_t texts_ = 0;           // paragraphs and items
  std::size_t repealed_above_ = 0;  // level of the repealed chapter that we are in; 0: none
  bool in_section_ = false;
  Inside inside_ = Inside::nothing;
};

}  // namespace

bool says_repealed(std::string_view title) {
  constexpr std::array<std::string_view, 4> kRepealed{"(Opphevet)", "(Oppheva)", "Opphevet", "Oppheva"};
  return std::find(kRepealed.begin(), kRepealed.end(), title) != kRepealed.end();
}

std::optional<Act> read_act(source::FileId file, source::Sources const& sources, diag::Sink& sink) {
  std::string_view const text = sources.file(file).text;
  if (auto const fault = base::find_utf8_fault(text)) {
    auto const begin = static_cast<std::uint32_t>(*fault);
    sink.add(Kind::invalid_utf8, {file, begin, begin + 1}, "the text of the act is not UTF-8 here",
             "save the file as UTF-8, or get the text of the act anew");
    return std::nullopt;
  }
  if (!has_front_matter(text)) {
    sink.add(Kind::act_malformed, {file, 0, 0}, "the file has no front matter",
             "the file of an act begins with `---` and `refid`");
    return std::nullopt;
  }
  auto const front = read_front_matter(text, file, sink);
  return front ? Reader(file, text, sink).read(*front) : std::nullopt;
}

}  // namespace hjemmel::sources
