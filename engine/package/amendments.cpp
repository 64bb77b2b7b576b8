// Reads the heads of all amendments first, so that each can be laid on top of those it builds on.
#include "engine/package/amendments.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "engine/amend/amend.h"
#include "engine/syntax/parse.h"

namespace hjemmel::package {
namespace {

using diag::Kind;

constexpr std::string_view kEnding = ".rules";

// The heads of the amendments, by the names of their files.
using Heads = std::map<std::string, amend::AmendmentHead>;

// A file that does not parse has no head here: laying it on says why.
base::Result<Heads> read_heads(Folder const& folder, std::vector<std::string> const& names, source::Sources& sources) {
  Heads heads;
  for (std::string const& name : names) {
    diag::Sink unheard;
    Word const file{std::string(kAmendmentsFolder) + "/" + name + std::string(kEnding), {}};
    auto const read = read_inside(folder, file, sources, unheard);
    if (!read) {
      return read.error();
    }
    auto const tree = *read ? syntax::parse((*read)->file, sources, unheard) : std::nullopt;
    if (tree) {
      heads.emplace(name, amend::head_of(*tree));
    }
  }
  return heads;
}

// The file of the amendment that is called so in its head.
std::string file_of(Heads const& heads, std::string const& amendment) {
  auto const at =
      std::find_if(heads.begin(), heads.end(), [&](auto const& one) { return one.second.name == amendment; });
  return at == heads.end() ? "" : at->first;
}

// The file and those that it builds on, directly or not.
std::vector<std::string> stack_under(Heads const& heads, std::string const& file) {
  std::vector<std::string> stack{file};
  for (std::size_t at = 0; at < stack.size(); ++at) {
    auto const head = heads.find(stack[at]);
    for (std::string const& below : head == heads.end() ? std::vector<std::string>() : head->second.after) {
      std::string const other = file_of(heads, below);
      if (!other.empty() && std::find(stack.begin(), stack.end(), other) == stack.end()) {
        stack.push_back(other);
      }
    }
  }
  return stack;
}

bool is_of_name(char c) {
  return c == '_' || static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Each name, number or word, and what stands between quotes on a line.
void add_words(std::string_view text, std::set<std::string>& words) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (text[at] == '"') {
      end = std::min(text.find_first_of("\"\n", end), text.size());
      words.emplace(text.substr(at + 1, end - at - 1));
      end += end < text.size() ? 1 : 0;
    } else if (is_of_name(text[at])) {
      while (end < text.size() && is_of_name(text[end])) {
        ++end;
      }
      words.emplace(text.substr(at, end - at));
    }
    at = end;
  }
}

}  // namespace

std::set<std::string> words_of_amendments(Folder const& folder, source::Sources& sources) {
  diag::Sink unheard;  // whoever lays an amendment on is told what is wrong with it
  auto const names = amendment_names(folder, unheard);
  std::set<std::string> words;
  for (std::string const& name : names ? *names : std::vector<std::string>{}) {
    Word const file{std::string(kAmendmentsFolder) + "/" + name + std::string(kEnding), {}};
    auto const read = read_inside(folder, file, sources, unheard);
    if (read && *read) {
      add_words(sources.file((*read)->file).text, words);
    }
  }
  return words;
}

base::Result<std::vector<std::string>> amendment_names(Folder const& folder, diag::Sink& sink) {
  if (!has_folder(folder, kAmendmentsFolder)) {
    return std::vector<std::string>();
  }
  auto files = list_inside(folder, Word{std::string(kAmendmentsFolder), {}}, {kEnding}, sink);
  if (!files) {
    return files.error();
  }
  std::size_t const front = kAmendmentsFolder.size() + 1;
  for (std::string& file : *files) {
    file = file.substr(front, file.size() - front - kEnding.size());
  }
  return files;
}

bool has_amendment(Folder const& folder, Word const& name, diag::Sink& sink) {
  diag::Sink unheard;
  auto const names = amendment_names(folder, unheard);
  bool const listed = names && unheard.all().empty();
  if (!listed || std::find(names->begin(), names->end(), name.text) != names->end()) {
    return true;  // where the folder cannot be listed, reading the file says why
  }
  sink.add(Kind::package_file_missing, name.span, "the package has no amendment `" + name.text + "`",
           names->empty() ? "an amendment stands in the package's folder as `amendments/NAME.rules`"
                          : suggest(name.text, *names));
  return false;
}

void forward_errors(diag::Sink const& from, source::Sources const& sources, diag::Sink& to) {
  auto const path = [&](diag::Diagnostic const& one) {
    return one.span.file.has_value() ? sources.file(one.span.file).path : std::string();
  };
  for (diag::Diagnostic const& one : from.all()) {
    bool const told = std::any_of(to.all().begin(), to.all().end(), [&](diag::Diagnostic const& other) {
      return other.kind == one.kind && other.message == one.message && other.span.begin == one.span.begin &&
             path(other) == path(one);
    });
    if (diag::severity(one.kind) == diag::Severity::error && !told) {
      to.add(one);
    }
  }
}

base::Result<std::vector<std::string>> lay_on_each(LoadedPackage const& package, source::Sources& sources,
                                                   diag::Sink& sink,
                                                   std::function<void(LoadedPackage const&)> const& visit) {
  auto names = amendment_names(package.folder, sink);
  if (!names) {
    return names.error().while_doing("listing the amendments");
  }
  auto const heads = read_heads(package.folder, *names, sources);
  if (!heads) {
    return heads.error().while_doing("reading the amendments");
  }
  for (std::string const& name : *names) {
    diag::Sink found;
    auto const amended = load(package.folder.path, sources, found, stack_under(*heads, name), package.jurisdictions);
    if (!amended) {
      return amended.error().while_doing("laying the amendment `" + name + "` on the package");
    }
    forward_errors(found, sources, sink);
    if (*amended) {
      visit(**amended);
    }
  }
  return names;
}

}  // namespace hjemmel::package
