// Reads package.yaml strictly: its keys, a version of three numbers, and file names that stay inside the folder.
#include "engine/package/manifest.h"

#include <algorithm>
#include <array>

namespace hjemmel::package {
namespace {

using diag::Kind;
using document::Node;

constexpr std::array<std::string_view, 8> kKeys{"package",   "version", "rules", "cases",
                                                "catalogue", "offers",  "reads", "labels"};
constexpr std::size_t kMaxRulesFiles = 1000;
constexpr std::string_view kItself = "`package.yaml`";  // what messages call it

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters, digits and `_` between points; each part begins with a letter.
bool is_package_name(std::string_view name) {
  char before = '.';
  for (char const c : name) {
    bool const good = before == '.' ? is_lower(c) : is_lower(c) || is_digit(c) || c == '_' || c == '.';
    if (!good) {
      return false;
    }
    before = c;
  }
  return before != '.';
}

bool check_path(Word const& word, std::string_view key, diag::Sink& sink) {
  if (stays_inside(word.text)) {
    return true;
  }
  sink.add(Kind::file_outside_package, word.span,
           "`" + word.text + "` under `" + std::string(key) + "` does not stay inside the package's folder",
           "write a path from the folder of `package.yaml`, without `..` and without a `/` in front");
  return false;
}

bool check_rules_names(std::vector<Word> const& rules, Node const& node, diag::Sink& sink) {
  if (rules.empty() || rules.size() > kMaxRulesFiles) {
    sink.add(Kind::document_wrong_form, node.span,
             rules.empty() ? std::string("`rules` names no file")
                           : "`rules` names more than " + std::to_string(kMaxRulesFiles) + " files",
             "name the package's files, as in `[minor_narcotics.rules]`");
    return false;
  }
  bool good = true;
  for (std::size_t at = 0; at < rules.size(); ++at) {
    auto const same = [&](Word const& other) { return other.text == rules[at].text; };
    auto const here = rules.begin() + static_cast<std::ptrdiff_t>(at);
    good = check_path(rules[at], "rules", sink) && good;
    if (!rules[at].text.ends_with(".rules")) {
      sink.add(Kind::manifest_bad_value, rules[at].span, "`" + rules[at].text + "` is not the name of a rules file",
               "rules files are named with `.rules` at the end");
      good = false;
    }
    if (std::find_if(rules.begin(), here, same) != here) {
      sink.add(Kind::manifest_bad_value, rules[at].span, "`" + rules[at].text + "` stands in the list twice",
               "take one of the two away");
      good = false;
    }
  }
  return good;
}

bool read_names(Node const& root, Manifest& manifest, diag::Sink& sink) {
  auto name = required_word(root, "package", kItself, sink);
  auto version = required_word(root, "version", kItself, sink);
  if (name && !is_package_name(name->text)) {
    sink.add(
        Kind::manifest_bad_value, name->span, "`" + name->text + "` is not the name of a package",
        "write lower-case words with points between them, as in `no.penal.minor_narcotics`; only a to z, digits and "
        "`_` stand in them");
    name.reset();
  }
  if (version && !is_version(version->text)) {
    sink.add(Kind::manifest_bad_value, version->span, "`" + version->text + "` is not a version",
             "write three numbers, as in `0.1.0`");
    version.reset();
  }
  if (!name || !version) {
    return false;
  }
  manifest.name = *std::move(name);
  manifest.version = *std::move(version);
  return true;
}

bool read_rules(Node const& root, Manifest& manifest, diag::Sink& sink) {
  Node const* const rules = root.find("rules");
  if (rules == nullptr) {
    sink.add(Kind::document_missing_key, root.span, std::string(kItself) + " lacks `rules`",
             "add a line `rules: [NAME.rules]`");
    return false;
  }
  auto words = read_words(*rules, "rules", sink);
  if (!words || !check_rules_names(*words, *rules, sink)) {
    return false;
  }
  manifest.rules = *std::move(words);
  return true;
}

bool read_cases_folder(Node const& root, Manifest& manifest, diag::Sink& sink) {
  Node const* const cases = root.find("cases");
  if (cases == nullptr) {
    return true;
  }
  if (cases->kind == document::NodeKind::sequence) {
    sink.add(Kind::document_wrong_form, cases->span, "`cases` is not the name of one folder",
             "write the name of the folder, as in `cases: cases`; every case file in it is read");
    return false;
  }
  manifest.cases = read_word(*cases, "cases", sink);
  return manifest.cases && check_path(*manifest.cases, "cases", sink);
}

bool read_catalogue_name(Node const& root, Manifest& manifest, diag::Sink& sink) {
  Node const* const catalogue = root.find("catalogue");
  if (catalogue == nullptr) {
    return true;
  }
  manifest.catalogue = read_word(*catalogue, "catalogue", sink);
  if (manifest.catalogue && !stays_inside(manifest.catalogue->text)) {
    sink.add(Kind::manifest_bad_value, manifest.catalogue->span,
             "`" + manifest.catalogue->text + "` is not the name of a law catalogue",
             "write it as the file is called in the folder `catalogue`, without `.txt`: `no/drug_policy`");
    return false;
  }
  return manifest.catalogue.has_value();
}

bool read_offers(Node const& root, Manifest& manifest, diag::Sink& sink) {
  Node const* const offers = root.find("offers");
  auto words = offers == nullptr ? std::optional(std::vector<Word>()) : read_words(*offers, "offers", sink);
  manifest.offers = words.value_or(std::vector<Word>());
  return words.has_value();
}

// `FACT: {ground: …, cites: […]}`
bool read_ground(document::Entry const& entry, Manifest& manifest, diag::Sink& sink) {
  constexpr std::array<std::string_view, 2> kParts{"ground", "cites"};
  std::string const what = "what is said of `" + entry.key + "`";
  if (!has_only_keys(entry.value, kParts, what, sink)) {
    return false;
  }
  auto ground = required_word(entry.value, "ground", what, sink);
  Node const* const cites = entry.value.find("cites");
  auto words = cites == nullptr ? std::optional(std::vector<Word>()) : read_words(*cites, "cites", sink);
  if (!ground || !words) {
    return false;
  }
  manifest.health.push_back({{entry.key, entry.key_span}, *std::move(ground), *std::move(words)});
  return true;
}

bool read_reads(Node const& root, Manifest& manifest, diag::Sink& sink) {
  constexpr std::array<std::string_view, 1> kKinds{"health"};
  Node const* const reads = root.find("reads");
  if (reads == nullptr) {
    return true;
  }
  if (!has_only_keys(*reads, kKinds, "`reads`", sink)) {
    return false;
  }
  Node const* const health = reads->find("health");
  if (health == nullptr) {
    return true;
  }
  if (health->kind != document::NodeKind::mapping) {
    sink.add(Kind::document_wrong_form, health->span, "`health` does not name facts, each with its ground",
             "write a line for each fact, as in `offender.dependent: {ground: the section asks for it, cites: [X-1]}`");
    return false;
  }
  bool good = true;
  for (document::Entry const& entry : health->entries) {
    good = read_ground(entry, manifest, sink) && good;
  }
  return good;
}

bool read_labels_file(Node const& root, Manifest& manifest, diag::Sink& sink) {
  if (root.find("labels") == nullptr) {
    return true;
  }
  manifest.labels = read_word(*root.find("labels"), "labels", sink);
  return manifest.labels && check_path(*manifest.labels, "labels", sink);
}

}  // namespace

bool is_version(std::string_view version) {
  int parts = 0;
  for (std::size_t at = 0; at <= version.size(); ++parts) {
    std::size_t const end = std::min(version.find('.', at), version.size());
    std::string_view const part = version.substr(at, end - at);
    bool const digits = !part.empty() && part.size() <= 6 && std::all_of(part.begin(), part.end(), is_digit);
    if (!digits || (part.size() > 1 && part.front() == '0')) {
      return false;
    }
    at = end + 1;
  }
  return parts == 3;
}

bool stays_inside(std::string_view path) {
  if (path.empty() || path.find_first_of(std::string_view("\\\0", 2)) != std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 0; at <= path.size();) {
    std::size_t const end = std::min(path.find('/', at), path.size());
    std::string_view const part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") {
      return false;
    }
    at = end + 1;
  }
  return true;
}

std::optional<Manifest> read_manifest(Node const& root, diag::Sink& sink) {
  Manifest manifest;
  bool good = has_only_keys(root, kKeys, kItself, sink);
  if (root.kind != document::NodeKind::mapping) {
    return std::nullopt;
  }
  good = read_names(root, manifest, sink) && good;
  good = read_rules(root, manifest, sink) && good;
  good = read_cases_folder(root, manifest, sink) && good;
  good = read_catalogue_name(root, manifest, sink) && good;
  good = read_offers(root, manifest, sink) && good;
  good = read_reads(root, manifest, sink) && good;
  good = read_labels_file(root, manifest, sink) && good;
  return good ? std::optional(std::move(manifest)) : std::nullopt;
}

}  // namespace hjemmel::package
