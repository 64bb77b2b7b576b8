// Keywords of a fact schema: which there are, where each may stand, and how their values are read.
//
// In: a mapping of the schema. Out: values, or diagnostics that name the keyword. Tested in tests/unit/schema/fact_schema_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/ir/fact.h"

namespace hjemmel::schema {

// Where in a schema a mapping stands: that decides which keywords it may hold. A record is what a list's `items` describes.
enum class Place : unsigned { root = 1, group = 2, fact = 4, list = 8, record = 16 };

// Says which keywords of `node` are unknown, or stand where they mean nothing.
void check_keywords(document::Node const& node, Place place, diag::Sink& sink);

// A name that rules can write: letters, digits and `_`, starting with a letter.
[[nodiscard]] bool is_name(std::string_view text);

// The entry itself, for its key's span; null when the keyword is left out.
[[nodiscard]] document::Entry const* find_entry(document::Node const& node, std::string_view keyword);

// Each gives the empty value when the keyword is left out; a value of the wrong form is a fault in `sink` besides.
[[nodiscard]] std::optional<std::string> read_word(document::Node const& node, std::string_view keyword,
                                                   diag::Sink& sink);
// At least one name, none twice.
[[nodiscard]] std::vector<std::string> read_names(document::Node const& node, std::string_view keyword,
                                                  diag::Sink& sink);
[[nodiscard]] bool read_flag(document::Node const& node, std::string_view keyword, diag::Sink& sink);
[[nodiscard]] ir::Label read_label(document::Node const& node, std::string_view keyword, diag::Sink& sink);
// `{nb: …, en: …}`, the value of a label.
[[nodiscard]] ir::Label label_of(document::Node const& node, diag::Sink& sink);

// The value of `type`; empty when it is left out, which is a fault at `where`.
[[nodiscard]] std::string read_type(document::Node const& node, source::Span where, diag::Sink& sink);

}  // namespace hjemmel::schema
