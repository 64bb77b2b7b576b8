// The words of a condition as explanations show them: on one line, with the blanks that `hjemmel format` puts.
//
// In: the text of an expression as its author wrote it. Out: its words, the same however they were spaced. Tested in
// tests/unit/lower/words_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/ir/program.h"
#include "engine/source/source_file.h"

namespace hjemmel::lower {

[[nodiscard]] std::string canonical_words(std::string_view written);
void append_canonical_words(std::string& to, std::string_view written);

// The text of expressions as their author wrote it; both must outlive it.
class Written {
 public:
  Written(ir::Program const& program, source::Sources const& sources) : program_(program), sources_(sources) {}

  // Empty of what stands in no file.
  [[nodiscard]] std::string_view of(ir::ExprId expr);

 private:
  ir::Program const& program_;
  source::Sources const& sources_;
  source::FileId file_;  // from which words were last taken: one expression after another stands in the same
  std::string_view file_text_;
};

}  // namespace hjemmel::lower
