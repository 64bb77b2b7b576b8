// A writer of HTML in which no word of a case or a package can act: it is text, whatever it holds.
//
// In: elements, with attributes whose values are the page's own, and text from anywhere. Out: HTML appended to a string; each
// block of it begins a line. Marks that cannot be seen or that turn the direction of writing are written as their names,
// `[U+202E]`: nothing on the page stands in another order than it has. Tested in tests/unit/explain/html_writer_test.cpp.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace hjemmel::explain {

// Empty: the attribute is left out.
struct HtmlAttribute {
  std::string_view name;  // a literal
  std::string value;
};

using HtmlAttributes = std::initializer_list<HtmlAttribute>;

class HtmlWriter {
 public:
  // Closes its element when it ends; they nest as C++ blocks do.
  class Scope {
   public:
    Scope(Scope const&) = delete;
    Scope(Scope&&) = delete;
    Scope& operator=(Scope const&) = delete;
    Scope& operator=(Scope&&) = delete;
    ~Scope() { writer_.close(); }

   private:
    friend class HtmlWriter;
    explicit Scope(HtmlWriter& writer) : writer_(writer) {}

    HtmlWriter& writer_;
  };

  explicit HtmlWriter(std::string& out) : out_(out) {}

  void doctype();
  [[nodiscard]] Scope in(std::string_view tag, HtmlAttributes attributes = {});
  // An element that holds only `text`.
  void element(std::string_view tag, std::string_view text, HtmlAttributes attributes = {});
  // `<meta …>`: one that holds nothing.
  void empty(std::string_view tag, HtmlAttributes attributes);
  void text(std::string_view text);
  // A style sheet of the page's own. Ends the process where it could end its element itself.
  void style(std::string_view css);

 private:
  void open(std::string_view tag, HtmlAttributes attributes);
  void close();
  void begin_line();

  std::string& out_;                      // the caller's
  std::vector<std::string_view> inside_;  // open elements, innermost last
};

// `text` for a place between tags, or between the double quotes of an attribute.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace hjemmel::explain
