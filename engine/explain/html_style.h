// The page's style sheet: for a phone, a desk, paper, and the dark.
//
// Out: CSS that names no font and no picture of elsewhere, and the source expression that a content security policy allows it
// by. Its colours have the contrast of WCAG 2 AA in light and dark: tests/page holds them to it.
#pragma once

#include <string>
#include <string_view>

namespace hjemmel::explain {

[[nodiscard]] std::string_view page_style();
// `'sha256-…'`
[[nodiscard]] std::string page_style_source();

}  // namespace hjemmel::explain
