// The words of the language that are no free names in an expression, and the units people write out.
//
// A name may be any of these where no expression can stand. Tested in tests/unit/syntax/token_test.cpp.
#pragma once

#include <span>
#include <string_view>

namespace hjemmel::syntax::grammar {

// `and`, `or`, `not`, `true`, `false`, `if`, `then`, `else`, `every`, `some`, `in`, `is`, `at`, `by`, `where`, `unless`, `has`.
[[nodiscard]] bool is_reserved(std::string_view word);
// Words that begin a clause or continue one: they are no units, no row's key and no variable after `total`, `count`, `no`.
[[nodiscard]] bool begins_clause(std::string_view word);
[[nodiscard]] bool begins_service_clause(std::string_view word);
// `package`, `rule`, … in the order in which a file has them.
[[nodiscard]] std::span<std::string_view const> declaration_words();
// The unit that a written-out word stands for: `gram` is `g`. Empty: no such word.
[[nodiscard]] std::string_view short_unit(std::string_view word);

// A word that begins what a package itself declares, so that an amendment can speak of it: not `package`, not `repeal`.
bool is_declared_kind(std::string_view word);

}  // namespace hjemmel::syntax::grammar
