// A small scanner; every step either takes a part of the number or leaves the place as it was.
#include "engine/sources/section_number.h"

#include "engine/base/utf8.h"

namespace hjemmel::sources {
namespace {

constexpr std::size_t kMaxDigits = 6;  // of one part of a number

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] std::optional<SectionNumber> number() {
    if (!digits()) {
      return std::nullopt;
    }
    chapter_letter();
    while (peek(0) == '-' && is_digit(peek(1))) {
      take(1);
      if (!digits()) {
        return std::nullopt;
      }
    }
    letter();
    bool const ends = ends_word(at_);
    return ends ? std::optional(SectionNumber{number_, at_}) : std::nullopt;
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void take(std::size_t bytes) {
    number_ += text_.substr(at_, bytes);
    at_ += bytes;
  }

  bool digits() {
    std::size_t count = 0;
    while (is_digit(peek(count))) {
      ++count;
    }
    take(count);
    return count > 0 && count <= kMaxDigits;
  }

  // `7A-1`, `7 A-1`
  void chapter_letter() {
    std::size_t const blank = peek(0) == ' ' ? 1 : 0;
    if (is_capital(peek(blank)) && peek(blank + 1) == '-' && is_digit(peek(blank + 2))) {
      at_ += blank;
      take(1);
    }
  }

  // `9a`, `9 a`, `52A`, `12 A.`
  void letter() {
    std::size_t const blank = peek(0) == ' ' ? 1 : 0;
    char const one = peek(blank);
    bool const point = peek(blank + 1) == '.' || peek(blank + 1) == '\0';
    bool const fits = is_small(one) || (is_capital(one) && (blank == 0 || point));
    if (fits && ends_word(at_ + blank + 1)) {
      number_ += ' ';
      number_ += is_capital(one) ? static_cast<char>(one - 'A' + 'a') : one;
      at_ += blank + 1;
    }
  }

  [[nodiscard]] bool ends_word(std::size_t at) const {
    if (at >= text_.size()) {
      return true;
    }
    char32_t const next = base::code_point_at(text_, at).value;
    bool const ascii = next < 0x80;
    char const c = ascii ? static_cast<char>(next) : '\0';
    return ascii ? !is_digit(c) && !is_small(c) && !is_capital(c) && c != '-' : !base::is_name_letter(next);
  }

  std::string_view text_;  // of the caller, for one call
  std::size_t at_ = 0;
  std::string number_;
};

}  // namespace

std::optional<SectionNumber> read_section_number(std::string_view text) { return Scanner(text).number(); }

}  // namespace hjemmel::sources
