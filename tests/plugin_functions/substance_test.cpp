// plugins/norway/substance.h: names, capitals, spaces and hyphens; and that each canonical name is one of the schema.
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

Answer canonical(std::string_view name) { return norway().call("canonical_substance", {std::string(name)}); }

std::string file(std::string const& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The texts in quotation marks of one SUBSTANCE(…), the canonical name first.
std::vector<std::vector<std::string>> entries() {
  std::vector<std::vector<std::string>> found;
  std::string const text = file("plugins/norway/substance.def");
  for (std::size_t at = text.find("\nSUBSTANCE(\""); at != std::string::npos;
       at = text.find("\nSUBSTANCE(\"", at + 1)) {
    std::size_t const end = text.find("\")", at);
    std::vector<std::string> names;
    for (std::size_t mark = text.find('"', at); mark < end; mark = text.find('"', text.find('"', mark + 1) + 1)) {
      names.push_back(text.substr(mark + 1, text.find('"', mark + 1) - mark - 1));
    }
    found.push_back(names);
  }
  return found;
}

TEST(Substance, every_name_of_the_table_is_found) {
  ASSERT_EQ(entries().size(), 13U);
  for (std::vector<std::string> const& names : entries()) {
    for (std::string const& name : names) {
      EXPECT_EQ(canonical(name), text(names.front())) << name;
      EXPECT_EQ(name.find_first_of(" -ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos) << name << " is not folded";
    }
  }
}

TEST(Substance, canonical_names_are_values_of_the_schema) {
  std::string const schema = file("schemas/no/parts/penal_case.schema.yaml");
  std::size_t const from = schema.find("enum: [cannabis, ");
  ASSERT_NE(from, std::string::npos);
  std::string const values = schema.substr(from, schema.find(']', from) - from) + ",";
  for (std::vector<std::string> const& names : entries()) {
    bool const first = names.front() == "cannabis";
    EXPECT_NE(values.find((first ? "[" : " ") + names.front() + ","), std::string::npos) << names.front();
  }
}

TEST(Substance, capitals_spaces_and_hyphens_make_no_difference) {
  struct Case {
    std::string written, canonical;
  };
  for (Case const& one :
       {Case{"Hasj", "cannabis"}, Case{"  HASJISJ ", "cannabis"}, Case{"cannabis-harpiks", "cannabis"},
        Case{"Cannabis sativa", "cannabis"}, Case{"GAMMAHYDROKSYSMØRSYRE", "ghb"},
        Case{"gamma-hydroksy-smørsyre", "ghb"}, Case{"LSD-25", "lsd"}, Case{"l s d", "lsd"}, Case{"LSD\u201125", "lsd"},
        Case{"kokain\u00a0HCl", "cocaine"}, Case{"Annet stoff", "other"}, Case{"1,4-butandiol", "butanediol"},
        Case{"Γ-hydroksybutyrat", "ghb"}}) {
    EXPECT_EQ(canonical(one.written), text(one.canonical)) << one.written;
  }
}

TEST(Substance, a_stronger_relative_has_no_borrowed_limit) {
  for (std::string_view const name : {"ketamin", "morfin", "fentanyl", "oksykodon"}) {
    EXPECT_EQ(canonical(name), text("other")) << name;
  }
}

TEST(Substance, what_is_not_in_the_table_has_no_answer) {
  for (std::string_view const name :
       {"", " ", "-", "hasjj", "has", "sukker", "cannabis,", "kokain og hasj", "\xff\xfe", "hasj\n"}) {
    EXPECT_EQ(canonical(name), unknown()) << name;
  }
}

}  // namespace
}  // namespace plugin_functions
