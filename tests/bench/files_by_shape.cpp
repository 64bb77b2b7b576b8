// The reader that knows what comes next: literals are compared, numbers and names are read where they stand.
#include <algorithm>
#include <cstring>
#include <limits>

#include "tests/bench/files_by_hand.h"

namespace hjemmel::bench::files {
namespace {

using drawn::Act;

constexpr std::size_t kLongestNumber = 9;  // digits; an int32_t holds them

class Scanner {
 public:
  explicit Scanner(std::string_view lines) : begin_(lines.data()), at_(begin_), end_(begin_ + lines.size()) {}

  [[nodiscard]] bool is_at_end() const { return at_ >= end_; }
  [[nodiscard]] bool is_good() const { return good_; }
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }

  template <std::size_t size>
  void expect(char const (&literal)[size]) {
    good_ = good_ && std::memcmp(at_, literal, size - 1) == 0;  // the padding behind the text is readable
    at_ += good_ ? size - 1 : 0;
  }
  bool take(char letter) {
    bool const there = *at_ == letter;
    at_ += there ? 1 : 0;
    return there;
  }
  bool boolean() {
    bool const is_true = *at_ == 't';
    is_true ? expect("true") : expect("false");
    return is_true;
  }
  std::int32_t number() {
    char const* const first = at_;
    std::uint32_t value = digits(0);
    refuse_unless(at_ > first && at_ <= first + kLongestNumber);
    return static_cast<std::int32_t>(value);
  }
  // With at most two digits after the point.
  std::int32_t hundredths() {
    std::uint32_t value = static_cast<std::uint32_t>(number());
    std::ptrdiff_t decimals = 0;
    if (take('.')) {
      char const* const first = at_;
      value = digits(value);
      decimals = at_ - first;
      refuse_unless(decimals == 1 || decimals == 2);
    }
    std::uint32_t const factor = decimals == 2 ? 1 : (decimals == 1 ? 10 : 100);
    refuse_unless(value <= std::numeric_limits<std::int32_t>::max() / factor);
    return static_cast<std::int32_t>(value * factor);
  }
  // The name up to its quotation mark, as its place among `names`.
  template <class Names>
  std::uint8_t name(Names const& names) {
    auto const* const quote = static_cast<char const*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    std::string_view const text(at_, quote == nullptr ? 0 : static_cast<std::size_t>(quote - at_));
    auto const found = std::find(names.begin(), names.end(), text);
    refuse_unless(found != names.end());
    at_ += good_ ? text.size() + 1 : 0;
    return static_cast<std::uint8_t>(found - names.begin());
  }
  void refuse_unless(bool good) { good_ = good_ && good; }

 private:
  std::uint32_t digits(std::uint32_t value) {
    for (unsigned digit = 0; (digit = static_cast<unsigned char>(*at_) - unsigned{'0'}) < 10; ++at_) {
      value = value * 10 + digit;
    }
    return value;
  }

  char const* begin_;
  char const* at_;
  char const* end_;
  bool good_ = true;
};

void read_weights(Scanner& scanner, Act& act) {
  scanner.expect(",\"substances\":[");
  do {
    scanner.refuse_unless(act.count < act.weights.size());
    if (!scanner.is_good()) {
      return;
    }
    drawn::Weight& weight = act.weights[act.count++];
    scanner.expect("{\"name\":\"");
    weight.substance = scanner.name(drawn::kSubstanceNames);
    scanner.expect(",\"grams\":");
    weight.hundredths = scanner.hundredths();
    scanner.expect("}");
  } while (scanner.take(','));
  scanner.expect("]");
}

std::uint64_t read_line(Scanner& scanner, Act& act) {
  scanner.expect("{\"id\":");
  auto const id = static_cast<std::uint64_t>(scanner.number());
  scanner.expect(",\"age_at_act\":");
  act.age = scanner.number();
  scanner.expect(",\"addicted\":");
  act.addicted = scanner.boolean();
  scanner.expect(",\"at_risk\":");
  act.at_risk = scanner.boolean();
  scanner.expect(",\"own_use\":");
  act.own_use = scanner.boolean();
  scanner.expect(",\"act\":\"");
  act.act = scanner.name(drawn::kActNames);
  read_weights(scanner, act);
  scanner.expect(",\"prior_offences\":");
  act.earlier = scanner.number();
  scanner.expect(",\"penal_purpose_requires\":");
  act.penalty_required = scanner.boolean();
  scanner.expect("}\n");
  return id;
}

}  // namespace

std::string decide_by_shape(std::string_view lines, OutcomeLines& outcomes) {
  Scanner scanner(lines);
  while (!scanner.is_at_end()) {
    Act act;
    std::uint64_t const id = read_line(scanner, act);
    if (!scanner.is_good()) {
      return "byte " + std::to_string(scanner.offset()) + ": not of the expected shape";
    }
    outcomes.add(id, drawn::decide(act));
  }
  return "";
}

}  // namespace hjemmel::bench::files
