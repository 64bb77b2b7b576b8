// Signatures as plugins write them: read, refused with words, and written back.
#include "engine/host/signature.h"

#include <gtest/gtest.h>

namespace hjemmel::host {
namespace {

// The signature as it would be written, or what is wrong with it.
std::string read(std::string_view text) {
  auto const signature = parse_signature(text);
  return signature ? signature_text({"f", signature->arguments, signature->result, ""}) : signature.error().message;
}

TEST(Signature, types_and_blanks_are_read) {
  EXPECT_EQ(read("date, int -> date"), "date, int -> date");
  EXPECT_EQ(read(" bool,decimal ,  text->int "), "bool, decimal, text -> int");
  EXPECT_EQ(read(" -> bool"), " -> bool");
  EXPECT_EQ(read("->text"), " -> text");
}

TEST(Signature, eight_arguments_are_the_most) {
  EXPECT_EQ(read("int,int,int,int,int,int,int,int -> int"), "int, int, int, int, int, int, int, int -> int");
  EXPECT_EQ(read("int,int,int,int,int,int,int,int,int -> int"), "it has more than 8 arguments");
}

TEST(Signature, each_mistake_has_its_words) {
  std::string const types = "` is none of the types bool, int, decimal, date and text";
  EXPECT_EQ(read("date, int"), "it has no `->` before the type of the result");
  EXPECT_EQ(read(""), "it has no `->` before the type of the result");
  EXPECT_EQ(read("money -> int"), "`money" + types);
  EXPECT_EQ(read("int -> Int"), "`Int" + types);
  EXPECT_EQ(read("int -> int -> int"), "`int -> int" + types);
  EXPECT_EQ(read("int int -> int"), "`int int" + types);
  EXPECT_EQ(read("int, -> int"), "a type is missing");
  EXPECT_EQ(read(", int -> int"), "a type is missing");
  EXPECT_EQ(read("int ->"), "a type is missing");
}

}  // namespace
}  // namespace hjemmel::host
