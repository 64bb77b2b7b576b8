// Word lists. The first letter is looked at before any comparison: these run once a word of the source.
#include "engine/syntax/grammar/words.h"

#include <algorithm>
#include <array>

namespace hjemmel::syntax::grammar {
namespace {

constexpr std::array<std::string_view, 21> kDeclarations{
    "package",    "source",   "unit",  "enum",      "condition", "table",    "define",
    "assessment", "decision", "group", "rule",      "service",   "property", "parameter",
    "reading",    "presume",  "uses",  "amendment", "replace",   "repeal",   "add"};
// Of these, the words that no amendment can speak of.
constexpr std::array<std::string_view, 6> kWholeFiles{"package", "uses", "amendment", "replace", "repeal", "add"};

struct WrittenOut {
  std::string_view word;
  std::string_view unit;
};

constexpr std::array kWrittenOut{
    WrittenOut{"gram", "g"},        WrittenOut{"grams", "g"},        WrittenOut{"gramme", "g"},
    WrittenOut{"grammes", "g"},     WrittenOut{"gr", "g"},           WrittenOut{"milligram", "mg"},
    WrittenOut{"milligrams", "mg"}, WrittenOut{"mikrogram", "µg"},   WrittenOut{"microgram", "µg"},
    WrittenOut{"micrograms", "µg"}, WrittenOut{"kilogram", "kg"},    WrittenOut{"kilograms", "kg"},
    WrittenOut{"kilo", "kg"},       WrittenOut{"kilos", "kg"},       WrittenOut{"liter", "l"},
    WrittenOut{"litre", "l"},       WrittenOut{"liters", "l"},       WrittenOut{"litres", "l"},
    WrittenOut{"desiliter", "dl"},  WrittenOut{"decilitre", "dl"},   WrittenOut{"decilitres", "dl"},
    WrittenOut{"deciliter", "dl"},  WrittenOut{"deciliters", "dl"},  WrittenOut{"milliliter", "ml"},
    WrittenOut{"millilitre", "ml"}, WrittenOut{"millilitres", "ml"}, WrittenOut{"krone", "kr"},
    WrittenOut{"kroner", "kr"},     WrittenOut{"prosent", "%"},      WrittenOut{"percent", "%"},
    WrittenOut{"måned", "month"},   WrittenOut{"måneder", "months"}, WrittenOut{"år", "years"},
    WrittenOut{"dag", "day"},       WrittenOut{"dager", "days"},     WrittenOut{"døgn", "days"},
    WrittenOut{"time", "hour"},     WrittenOut{"timer", "hours"},
};

}  // namespace

bool is_reserved(std::string_view word) {
  switch (word.front()) {
    case 'a':
      return word == "and" || word == "at";
    case 'b':
      return word == "by";
    case 'e':
      return word == "else" || word == "every";
    case 'f':
      return word == "false";
    case 'h':
      return word == "has";
    case 'i':
      return word == "if" || word == "in" || word == "is";
    case 'n':
      return word == "not";
    case 'o':
      return word == "or";
    case 's':
      return word == "some";
    case 't':
      return word == "true" || word == "then";
    case 'u':
      return word == "unless";
    case 'w':
      return word == "where";
    default:
      return false;
  }
}

bool begins_clause(std::string_view word) {
  switch (word.front()) {
    case 'b':
      return word == "by";
    case 'c':
      return word == "cites";
    case 'd':
      return word == "disapplies";
    case 'f':
      return word == "for";
    case 'o':
      return word == "overrides" || word == "otherwise";
    case 't':
      return word == "then";
    case 'u':
      return word == "unless";
    case 'w':
      return word == "when" || word == "with" || word == "within" || word == "weighing";
    default:
      return false;
  }
}

bool begins_service_clause(std::string_view word) {
  return word == "criteria" || word == "excludes" || word == "gives" || word == "offered" || word == "provider" ||
         word == "may" || word == "as" || word == "nb" || word == "en";
}

std::span<std::string_view const> declaration_words() { return kDeclarations; }

bool is_declared_kind(std::string_view word) {
  if (word == "definition" || word == "presumption") {  // nouns, where the declaration's word is a verb
    return true;
  }
  return std::find(kDeclarations.begin(), kDeclarations.end(), word) != kDeclarations.end() &&
         std::find(kWholeFiles.begin(), kWholeFiles.end(), word) == kWholeFiles.end();
}

std::string_view short_unit(std::string_view word) {
  auto const found =
      std::find_if(kWrittenOut.begin(), kWrittenOut.end(), [&](WrittenOut const& w) { return w.word == word; });
  return found == kWrittenOut.end() ? std::string_view{} : found->unit;
}

}  // namespace hjemmel::syntax::grammar
