// Line by line; the values stay as they are written, without their quotes.
#include "engine/sources/front_matter.h"

#include "engine/sources/lines.h"

namespace hjemmel::sources {
namespace {

using diag::Kind;

constexpr std::string_view kFence = "---";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

source::Span span_of(Line const& line, source::FileId file) {
  auto const begin = static_cast<std::uint32_t>(line.begin);
  return {file, begin, begin + static_cast<std::uint32_t>(line.text.size())};
}

std::size_t start_of(std::string_view text) { return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0; }

std::string_view trimmed(std::string_view value) {
  while (value.starts_with(' ')) {
    value.remove_prefix(1);
  }
  bool const quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void report(source::Span span, std::string const& message, diag::Sink& sink) {
  sink.add(Kind::act_malformed, span, message,
           "the file of an act begins with `---`, `refid: \"lov/2005-05-20-28\"`, further `key: \"value\"` lines, and "
           "`---`");
}

class Reader {
 public:
  Reader(std::string_view text, source::FileId file, diag::Sink& sink)
      : file_(file), sink_(sink), lines_(text, start_of(text)) {}

  [[nodiscard]] std::optional<FrontMatter> read() {
    source::Span const top = span_of(*lines_.next(), file_);
    for (std::size_t count = 0; count < kMaxFrontLines; ++count) {
      auto const line = lines_.next();
      if (!line) {
        report(top, "the front matter has no end: the file is cut off, or its second line `---` is missing", sink_);
        return std::nullopt;
      }
      if (line->text == kFence) {
        return finish(top);
      }
      if (!take(*line)) {
        return std::nullopt;
      }
    }
    report(top, "the front matter has more than " + std::to_string(kMaxFrontLines) + " lines", sink_);
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<FrontMatter> finish(source::Span top) {
    if (front_.refid.empty()) {
      report(top, "the front matter has no `refid`, so it is not known which act this is", sink_);
      return std::nullopt;
    }
    front_.body = static_cast<std::uint32_t>(lines_.at());
    return front_;
  }

  bool take(Line const& line) {
    std::size_t const colon = line.text.find(':');
    if (line.text.empty() || line.text.starts_with("#")) {
      return true;
    }
    if (colon == std::string_view::npos || colon == 0) {
      report(span_of(line, file_), "this line of the front matter is not `key: \"value\"`", sink_);
      return false;
    }
    std::string_view const key = line.text.substr(0, colon);
    std::string const value(trimmed(line.text.substr(colon + 1)));
    if (key == "refid") {
      return take_refid(line, value);
    }
    front_.last_changed = key == "sist-endret" ? value : front_.last_changed;
    front_.last_in_force = key == "sist-endret-ikrafttredelse" ? value : front_.last_in_force;
    return true;
  }

  bool take_refid(Line const& line, std::string const& value) {
    bool const good = front_.refid.empty() && !value.empty() && value.find(' ') == std::string::npos;
    if (!good) {
      report(span_of(line, file_),
             front_.refid.empty() ? "`" + value + "` is no refid" : "the front matter has a second `refid`", sink_);
      return false;
    }
    front_.refid = value;
    front_.refid_span = span_of(line, file_);
    return true;
  }

  source::FileId file_;
  diag::Sink& sink_;
  Lines lines_;
  FrontMatter front_;
};

}  // namespace

bool has_front_matter(std::string_view text) {
  auto const first = Lines(text, start_of(text)).next();
  return first && first->text == kFence;
}

std::optional<FrontMatter> read_front_matter(std::string_view text, source::FileId file, diag::Sink& sink) {
  return Reader(text, file, sink).read();
}

}  // namespace hjemmel::sources
