// Files in the order of their names, so that messages stand in the same order everywhere.
#include "engine/sources/corpus.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/base/utf8.h"
#include "engine/sources/front_matter.h"
#include "engine/sources/read_act.h"

namespace hjemmel::sources {
namespace {

namespace fs = std::filesystem;
using diag::Kind;

constexpr std::string_view kEnding = ".md";

base::Result<std::vector<std::string>> act_files(std::string const& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  fs::directory_iterator at(folder, fault);
  for (fs::directory_iterator const end; !fault && at != end; at.increment(fault)) {
    std::error_code gone;
    bool const regular = fs::is_regular_file(at->symlink_status(gone));
    if (std::string name = at->path().filename().string(); regular && name.ends_with(kEnding)) {
      names.push_back(std::move(name));
    }
    if (names.size() > kMaxActFiles) {
      return base::Error{"`" + folder + "` holds more than " + std::to_string(kMaxActFiles) + " `.md` files"};
    }
  }
  if (fault) {
    return base::Error{"`" + folder + "`: " + fault.message()};
  }
  std::sort(names.begin(), names.end());
  return names;
}

// One file at a time; keeps the texts of wanted acts and of those at fault only.
class Reader {
 public:
  Reader(Corpus& corpus, std::set<std::string> const& wanted, source::Sources& sources, diag::Sink& sink)
      : corpus_(corpus), wanted_(wanted), sources_(sources), sink_(sink) {}

  void take(std::string const& name, std::string bytes) {
    if (!has_front_matter(bytes)) {
      corpus_.passed_over.push_back(name);
      return;
    }
    diag::Sink unheard;
    bool const sound = !base::find_utf8_fault(bytes);
    auto const front = read_front_matter(bytes, {}, unheard);
    if (sound && front && !wanted_.contains(front->refid)) {
      return;
    }
    source::FileId const file = sources_.add((fs::path(corpus_.folder) / name).string(), std::move(bytes));
    auto act = read_act(file, sources_, sink_);
    if (front && (!act || is_second(*act, *front, file))) {
      corpus_.unreadable.insert(front->refid);
    } else if (act) {
      corpus_.acts.emplace(front->refid, *std::move(act));
    }
  }

 private:
  bool is_second(Act const& act, FrontMatter const& front, source::FileId file) {
    auto const first = corpus_.acts.find(act.refid);
    if (first == corpus_.acts.end()) {
      return false;
    }
    source::Span const span{file, front.refid_span.begin, front.refid_span.end};
    sink_.add(Kind::act_malformed, span,
              "the act `" + act.refid + "` stands in a second file, and it is not known which one is in force",
              "leave the act in one file of the folder: it was read from `" +
                  sources_.file(first->second.span.file).path + "` before");
    return true;
  }

  Corpus& corpus_;
  std::set<std::string> const& wanted_;
  source::Sources& sources_;
  diag::Sink& sink_;
};

}  // namespace

base::Result<Corpus> read_corpus(std::string const& folder, std::set<std::string> const& wanted,
                                 source::Sources& sources, diag::Sink& sink) {
  auto const names = act_files(folder);
  if (!names) {
    return names.error();
  }
  Corpus corpus;
  corpus.folder = folder;
  Reader reader(corpus, wanted, sources, sink);
  for (std::string const& name : *names) {
    auto bytes = source::read_file((fs::path(folder) / name).string());
    if (!bytes) {
      return bytes.error();
    }
    reader.take(name, *std::move(bytes));
  }
  for (std::string const& refid : corpus.unreadable) {
    corpus.acts.erase(refid);
  }
  return corpus;
}

}  // namespace hjemmel::sources
