// Rules that parse are printed, and the print parses and prints the same; so do they after a translation to bokmål and back.
#include <cstdio>
#include <cstdlib>

#include "engine/syntax/format.h"
#include "engine/syntax/parse.h"
#include "engine/syntax/translate.h"
#include "tests/fuzz/fixed_program.h"
#include "tests/fuzz/run_one.h"

namespace {

using namespace hjemmel;
enum class Print { as_written, en, nb };

std::optional<std::string> print(std::string text, Print how) {
  source::Sources sources;
  diag::Sink sink;
  auto const tree = syntax::parse(sources.add("fuzz.rules", std::move(text)), sources, sink);
  if (!tree || sink.errors() > 0) {
    return std::nullopt;
  }
  if (how == Print::as_written) {
    return syntax::format(*tree);
  }
  return syntax::translate(*tree, how == Print::nb ? syntax::Language::nb : syntax::Language::en, sink);
}

void require_same(std::string const& first, std::optional<std::string> const& second) {
  if (second != first) {
    static_cast<void>(
        std::fprintf(stderr, "first:\n%s\nsecond:\n%s\n", first.c_str(), second.value_or("nothing").c_str()));
    std::abort();
  }
}

}  // namespace

int run_one(std::uint8_t const* data, std::size_t size) {
  auto const printed = print(fuzz::text_of(data, size), Print::as_written);
  if (!printed) {
    return 0;
  }
  require_same(*printed, print(*printed, Print::as_written));
  auto const english = print(*printed, Print::en);
  auto const bokmaal = english ? print(*english, Print::nb) : std::nullopt;
  if (bokmaal) {
    require_same(*english, print(*bokmaal, Print::en));
  }
  return 0;
}
