// Lookups are linear: a text is written for one reader, and a program has tens of names.
#include "engine/explain/names.h"

#include <algorithm>
#include <charconv>

#include "engine/explain/place_words.h"

namespace hjemmel::explain {
namespace {

template <class Thing>
Thing const* find_named(std::vector<Thing> const& things, std::string_view name) {
  auto const found = std::find_if(things.begin(), things.end(), [&](Thing const& thing) { return thing.name == name; });
  return found == things.end() ? nullptr : &*found;
}

struct NumberedId {
  std::string_view stem;  // `M5-1.5-`
  std::uint32_t number = 0;
  std::size_t digits = 0;  // 0: the id does not end in a number of at most 6 digits
};

NumberedId split_id(std::string_view id) {
  std::size_t begin = id.size();
  while (begin > 0 && id[begin - 1] >= '0' && id[begin - 1] <= '9') {
    --begin;
  }
  NumberedId split{id.substr(0, begin), 0, id.size() - begin};
  if (split.digits > 6) {
    split.digits = 0;
  }
  std::from_chars(id.data() + begin, id.data() + id.size(), split.number);
  return split;
}

bool follows(std::string_view before, std::string_view after) {
  NumberedId const one = split_id(before);
  NumberedId const two = split_id(after);
  return one.digits > 0 && one.stem == two.stem && one.digits == two.digits && two.number == one.number + 1;
}

// The fact whose path is `path`, or the field of the list's element that it names. Null: the program has none.
ir::FactInfo const* find_info(ir::Program const& program, std::string_view path) {
  std::size_t const open = path.find('[');
  std::string_view const fact_path = path.substr(0, open);
  auto const fact = std::find_if(program.facts.begin(), program.facts.end(),
                                 [&](ir::Fact const& each) { return each.info.name == fact_path; });
  if (fact == program.facts.end() || open == std::string_view::npos) {
    return fact == program.facts.end() ? nullptr : &fact->info;
  }
  std::size_t const dot = path.find("].", open);
  if (dot == std::string_view::npos || fact->info.type.record.index >= program.records.size()) {
    return &fact->info;
  }
  for (ir::Field const& field : program.records[fact->info.type.record.index].fields) {
    if (field.info.name == path.substr(dot + 2)) {
      return &field.info;
    }
  }
  return nullptr;
}

// Of the fact or field, or of the definition, parameter or table that is called so. Null: the program has none.
ir::Type const* find_type(ir::Program const& program, std::string_view name) {
  if (ir::FactInfo const* const info = find_info(program, name)) {
    return &info->type;
  }
  if (auto const* const definition = find_named(program.definitions, name)) {
    return &definition->type;
  }
  if (auto const* const parameter = find_named(program.parameters, name)) {
    return &parameter->type;
  }
  auto const* const table = find_named(program.tables, name);
  return table == nullptr ? nullptr : &table->result;
}

}  // namespace

std::string Names::label(ir::Label const& label) const {
  switch (language_) {
    case Language::english:
      return label.en;
    case Language::bokmaal:
      return label.nb;
  }
  return {};
}

std::string Names::title() const {
  if (program_ == nullptr) {
    return {};
  }
  std::string const title = label(program_->title);
  std::string const other = program_->title.nb.empty() ? program_->title.en : program_->title.nb;
  return title.empty() ? other : title;
}

ir::NameLabel const* Names::find_label(std::string_view name) const {
  return program_ == nullptr ? nullptr : find_named(program_->labels, name);
}

std::string Names::name_label(std::string_view name) const {
  ir::NameLabel const* const found = find_label(name);
  return found == nullptr ? std::string{} : label(found->label);
}

std::string Names::claim(std::string_view name, bool holds) const {
  ir::NameLabel const* const found = find_label(name);
  return found == nullptr ? std::string{} : label(holds ? found->if_true : found->if_false);
}

std::string Names::word(std::string_view name) const {
  std::string const label = name_label(name);
  return label.empty() ? plain(name) : label;
}

std::vector<std::string> Names::words(std::vector<std::string> const& names) const {
  std::vector<std::string> texts;
  for (std::string const& name : names) {
    texts.push_back(word(name));
  }
  return texts;
}

ir::EnumValue const* Names::find_option(std::string_view decision, std::string_view name) const {
  ir::Decision const* found = program_ == nullptr ? nullptr : find_named(program_->decisions, decision);
  bool const has_options = found != nullptr && found->options.index < program_->enums.size();
  return has_options ? find_named(program_->enums[found->options.index].values, name) : nullptr;
}

std::string Names::option(std::string_view decision, std::string_view name) const {
  ir::EnumValue const* const value = find_option(decision, name);
  return value != nullptr && !label(value->label).empty() ? label(value->label) : plain(name);
}

bool Names::given_by_nobody(std::string_view decision, std::string_view name) const {
  ir::EnumValue const* const value = find_option(decision, name);
  return value != nullptr && value->by_nobody;
}

std::string Names::fact_label(std::string_view path) const {
  ir::FactInfo const* info = program_ == nullptr ? nullptr : find_info(*program_, path);
  return info == nullptr ? std::string{} : label(info->label);
}

std::string Names::fact_claim(std::string_view path, bool holds) const {
  ir::FactInfo const* info = program_ == nullptr ? nullptr : find_info(*program_, path);
  return info == nullptr ? std::string{} : label(holds ? info->if_true : info->if_false);
}

std::string Names::value_label(std::string_view path, std::string_view value) const {
  ir::Type const* const type = program_ == nullptr ? nullptr : find_type(*program_, path);
  if (type == nullptr || type->kind != ir::TypeKind::enumeration || !type->enumeration.has_value()) {
    return {};
  }
  ir::EnumValue const* const found = find_named(program_->enums[type->enumeration.index].values, value);
  return found == nullptr ? std::string{} : label(found->label).empty() ? plain(value) : label(found->label);
}

bool Names::is_enumeration(std::string_view name) const {
  return program_ != nullptr && find_named(program_->enums, name) != nullptr;
}

std::string Names::key_label(std::string_view list, std::string_view value) const {
  ir::FactInfo const* info = program_ == nullptr ? nullptr : find_info(*program_, list);
  if (info == nullptr || !info->type.record.has_value()) {
    return plain(value);
  }
  for (ir::Field const& field : program_->records[info->type.record.index].fields) {
    std::string label = value_label(std::string(list) + "[1]." + field.info.name, value);
    if (!label.empty()) {
      return label;
    }
  }
  return plain(value);
}

std::string Names::any_value(std::string_view value) const {
  if (program_ == nullptr) {
    return plain(value);
  }
  for (ir::Enum const& one : program_->enums) {
    ir::EnumValue const* const found = find_named(one.values, value);
    if (found != nullptr && !label(found->label).empty()) {
      return label(found->label);
    }
  }
  return plain(value);
}

std::string Names::table_key(std::string_view table, std::string_view key) const {
  ir::Table const* const found = program_ == nullptr ? nullptr : find_named(program_->tables, table);
  if (found == nullptr || found->key.index >= program_->enums.size()) {
    return any_value(key);
  }
  ir::EnumValue const* const value = find_named(program_->enums[found->key.index].values, key);
  return value == nullptr || label(value->label).empty() ? plain(key) : label(value->label);
}

std::vector<std::string> Names::options_of_rule(std::string_view rule) const {
  ir::Rule const* found = program_ == nullptr ? nullptr : find_named(program_->rules, rule);
  if (found == nullptr || found->choice || found->decision.index >= program_->decisions.size()) {
    return {};
  }
  ir::Enum const& options = program_->enums[program_->decisions[found->decision.index].options.index];
  std::vector<std::string> names;
  for (ir::Qualifier const& qualifier : found->qualifiers) {
    if (!qualifier.option) {
      return {};
    }
    std::string const& name = options.values[*qualifier.option].name;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

std::string Names::unit(std::string_view name) const {
  ir::DeclaredUnit const* declared = program_ == nullptr ? nullptr : find_named(program_->units, name);
  return declared == nullptr || label(declared->label).empty() ? std::string{name} : label(declared->label);
}

std::string Names::citation(eval::OutcomeCitation const& citation) const {
  ir::Source const* source = program_ == nullptr ? nullptr : find_named(program_->sources, citation.source);
  std::string text = source == nullptr || source->title.empty() ? citation.source : source->title;
  if (std::string const label = name_label(citation.source); !label.empty()) {
    text = label;
  }
  if (!citation.place.empty()) {
    std::string const label = name_label(citation.place);
    text += text.empty() ? "" : ", ";
    text += label.empty() ? place_words(citation.place, language_) : label;
  }
  if (!citation.catalogue.empty()) {
    text += text.empty() ? "[" : " [";
    std::vector<std::string> const ids = shorten_ids(citation.catalogue, words_in(language_));
    for (std::size_t at = 0; at < ids.size(); ++at) {
      text += at > 0 ? ", " : "";
      text += ids[at];
    }
    text += ']';
  }
  return text;
}

std::string Names::plain(std::string_view name) {
  std::string text{name};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::vector<std::string> Names::plain(std::vector<std::string> const& names) {
  std::vector<std::string> texts;
  for (std::string const& name : names) {
    texts.push_back(plain(name));
  }
  return texts;
}

std::vector<std::string> shorten_ids(std::vector<std::string> const& ids, Words const& words) {
  std::vector<std::string> shorter;
  for (std::size_t first = 0; first < ids.size();) {
    std::size_t last = first;
    while (last + 1 < ids.size() && follows(ids[last], ids[last + 1])) {
      ++last;
    }
    if (last - first >= 2) {
      shorter.push_back(phrase(words.id_range, ids[first], ids[last]));
    } else {
      shorter.insert(shorter.end(), ids.begin() + static_cast<std::ptrdiff_t>(first),
                     ids.begin() + static_cast<std::ptrdiff_t>(last + 1));
    }
    first = last + 1;
  }
  return shorter;
}

}  // namespace hjemmel::explain
