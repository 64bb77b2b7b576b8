// Collects the citations of the package's own files, then has them checked.
#include "engine/api/sources.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/api/package_data.h"
#include "engine/ir/citations.h"
#include "engine/package/amendments.h"
#include "engine/sources/report.h"

namespace hjemmel::api {
namespace {

struct Cited {
  std::vector<sources::CitedText> texts;
  std::size_t without_id = 0;
};

// The citations of some loads of one package, each once: a file is read anew for each amendment.
class Collector {
 public:
  explicit Collector(source::Sources const& sources) : sources_(sources) {}

  void take(package::LoadedPackage const& loaded) {
    std::set<std::string> const own = own_paths(loaded);
    ir::each_citation(loaded.program, [&](ir::Citation const& citation) {
      source::Span const span = citation.span;
      std::string const path = span.file.has_value() ? sources_.file(span.file).path : "";
      if (citation.source.has_value() && own.contains(path) && seen_.emplace(path, span.begin).second) {
        add(loaded.program.sources[citation.source.index], citation);
      }
    });
  }

  [[nodiscard]] Cited const& cited() const { return cited_; }

 private:
  [[nodiscard]] std::set<std::string> own_paths(package::LoadedPackage const& loaded) const {
    std::set<std::string> paths;
    for (package::PackageFile const& file : loaded.files) {
      paths.insert(sources_.file(file.file).path);
    }
    std::filesystem::path const folder = std::filesystem::path(loaded.folder.path) / package::kAmendmentsFolder;
    for (package::LaidAmendment const& one : loaded.amendments) {
      paths.insert((folder / (one.file + ".rules")).string());
    }
    return paths;
  }

  void add(ir::Source const& source, ir::Citation const& citation) {
    if (source.id.empty()) {
      ++cited_.without_id;
      return;
    }
    cited_.texts.push_back({source.title, source.id, citation.place, citation.span});
  }

  source::Sources const& sources_;
  std::set<std::pair<std::string, std::uint32_t>> seen_;
  Cited cited_;
};

std::string lock_path(package::LoadedPackage const& loaded) {
  return (std::filesystem::path(loaded.folder.path) / sources::kLockName).string();
}

// The citations of the package and of the amendments in its folder.
base::Result<Cited> cited_by(Package const& package, source::Sources& sources, diag::Sink& sink) {
  Collector collector(sources);
  collector.take(package.loaded());
  auto const amendments = package::lay_on_each(package.loaded(), sources, sink,
                                               [&](package::LoadedPackage const& amended) { collector.take(amended); });
  return amendments ? base::Result(collector.cited()) : amendments.error();
}

base::Result<sources::Corpus> acts_of(Cited const& cited, std::string const& folder, source::Sources& sources,
                                      diag::Sink& sink) {
  std::set<std::string> wanted;
  for (sources::CitedText const& one : cited.texts) {
    wanted.insert(one.act);
  }
  auto corpus = sources::read_corpus(folder, wanted, sources, sink);
  return corpus ? std::move(corpus) : corpus.error().while_doing("reading the acts");
}

struct Lock {
  bool is_there = false;
  bool can_be_read = true;
  std::vector<sources::LockedPlace> places;
};

// No place where the lock is at fault; a lock that is to be written anew may be.
base::Result<Lock> read_lock(package::LoadedPackage const& loaded, sources::Purpose purpose, source::Sources& sources,
                             diag::Sink& sink) {
  std::error_code fault;
  if (!std::filesystem::exists(lock_path(loaded), fault)) {
    return Lock{};
  }
  auto const file = package::read_inside(loaded.folder, {std::string(sources::kLockName), {}}, sources, sink);
  if (!file) {
    return file.error().while_doing("reading the lock");
  }
  diag::Sink unheard;
  diag::Sink& heard = purpose == sources::Purpose::locking ? unheard : sink;
  auto places = *file ? sources::read_lock((*file)->file, sources, heard) : std::nullopt;
  bool const can_be_read = places.has_value();
  return Lock{true, can_be_read, can_be_read ? *std::move(places) : std::vector<sources::LockedPlace>()};
}

CitedPlace describe(sources::CheckedPlace const& checked, source::Sources const& sources) {
  CitedPlace place{checked.source,
                   checked.act,
                   checked.place,
                   static_cast<SourceState>(checked.state),
                   std::string(sources::state_name(checked.state)),
                   checked.digest,
                   checked.locked,
                   checked.now_at,
                   checked.reason,
                   {},
                   place_of(checked.in_act, sources)};
  for (source::Span const span : checked.cited) {
    place.cited.push_back(place_of(span, sources));
  }
  return place;
}

// What is locked now; empty where nothing is to be.
std::string new_lock(std::vector<sources::CheckedPlace> const& places, bool has_lock) {
  bool const any = std::any_of(places.begin(), places.end(), [](auto const& one) { return !one.digest.empty(); });
  return any || has_lock ? sources::lock_of(places) : "";
}

void judge(Cited const& cited, sources::Corpus const& corpus, Lock const& lock, sources::Purpose purpose,
           source::Sources const& sources, diag::Sink& sink, SourcesResult& result) {
  bool const sound = sink.errors() == 0;
  auto const places = sources::check_places(cited.texts, corpus, lock.places, sources);
  sources::report_places(places, corpus, purpose, sink);
  for (sources::CheckedPlace const& one : places) {
    result.places.push_back(describe(one, sources));
  }
  for (sources::LockedPlace const& one : sources::no_longer_cited(places, lock.places)) {
    result.unused.push_back(one.act + " " + to_text(one.place));
  }
  result.looked_up = true;
  result.without_id = cited.without_id;
  result.has_lock = lock.is_there;
  result.lock = sound ? new_lock(places, lock.is_there) : "";
}

SourcesResult check(Package const& package, std::string const& folder, sources::Purpose purpose) {
  source::Sources sources = package.sources();
  diag::Sink sink;
  auto const cited = cited_by(package, sources, sink);
  auto const corpus = cited ? acts_of(*cited, folder, sources, sink) : cited.error();
  auto const lock = corpus ? read_lock(package.loaded(), purpose, sources, sink) : corpus.error();
  if (!lock) {
    return failed<SourcesResult>(Failure::world, lock.error().message);
  }
  SourcesResult result;
  result.lock_path = lock_path(package.loaded());
  if (purpose == sources::Purpose::locking || lock->can_be_read) {
    judge(*cited, *corpus, *lock, purpose, sources, sink, result);
  }
  result.findings = to_findings(sink, sources);
  result.failure = result.findings.has_errors() ? Failure::input : Failure::none;
  return result;
}

}  // namespace

SourcesResult verify_sources(Package const& package, std::string const& corpus) {
  return guarded<SourcesResult>([&] { return check(package, corpus, sources::Purpose::verifying); });
}

SourcesResult lock_sources(Package const& package, std::string const& corpus) {
  return guarded<SourcesResult>([&] { return check(package, corpus, sources::Purpose::locking); });
}

}  // namespace hjemmel::api
