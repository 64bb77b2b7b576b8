// hjemmel sources verify, hjemmel sources lock: what packages cite, held against the texts of the acts.
#include "engine/api/sources.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "engine/api/findings_json.h"
#include "engine/cli/each_package.h"
#include "engine/cli/replace_file.h"
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

using api::SourceState;

constexpr std::array<std::pair<SourceState, std::string_view>, 7> kStates{
    {{SourceState::unchanged, "unchanged"},
     {SourceState::changed, "changed"},
     {SourceState::repealed, "repealed"},
     {SourceState::moved, "moved"},
     {SourceState::not_found, "not found"},
     {SourceState::not_locked, "not locked"},
     {SourceState::not_checkable, "not checkable"}}};

// One package as it was gone through.
struct Checked {
  std::string folder;
  api::LoadResult loaded;
  api::SourcesResult sources;  // empty when the package did not load
  api::Findings findings;
  std::string error;
  int status = kDone;
  bool written = false;  // the lock; false where it stands as it was
};

std::size_t count_of(api::SourcesResult const& sources, SourceState state) {
  return static_cast<std::size_t>(std::count_if(sources.places.begin(), sources.places.end(),
                                                [&](api::CitedPlace const& one) { return one.state == state; }));
}

// Writes the lock where it has something else to say than it has.
void write_lock(Checked& checked) {
  api::SourcesResult const& sources = checked.sources;
  if (sources.lock.empty()) {
    return;
  }
  api::ReadResult const old = sources.has_lock ? api::read_text(sources.lock_path) : api::ReadResult{};
  if (old.text == sources.lock) {
    return;
  }
  std::filesystem::path const folder = api::info(*checked.loaded.package).folder;
  auto const written = write_file_like((folder / "package.yaml").string(), sources.lock_path, sources.lock);
  checked.written = bool(written);
  if (!written) {
    checked.error = "writing the lock: " + written.error().message;
    checked.status = kWorld;
  }
}

Checked check_package(std::string const& folder, SourcesOptions const& options) {
  Checked checked;
  checked.folder = folder;
  checked.loaded = load_package(folder, {}, options.bundles);
  if (!checked.loaded.package) {
    checked.findings = checked.loaded.findings;
    checked.error = checked.loaded.error;
    checked.status = status_of(checked.loaded.failure);
    return checked;
  }
  bool const lock = options.verb == SourcesVerb::lock;
  checked.sources = lock ? api::lock_sources(*checked.loaded.package, options.corpus)
                         : api::verify_sources(*checked.loaded.package, options.corpus);
  checked.findings = checked.sources.findings;
  checked.error = checked.sources.error;
  checked.status = status_of(checked.sources.failure);
  if (lock) {
    write_lock(checked);
  }
  return checked;
}

// `3 unchanged, 1 moved`
std::string counts(api::SourcesResult const& sources) {
  std::string text;
  for (auto const& [state, word] : kStates) {
    if (std::size_t const count = count_of(sources, state); count > 0) {
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(word);
    }
  }
  return text;
}

std::string lock_lines(Checked const& checked) {
  api::SourcesResult const& sources = checked.sources;
  std::string text = "  " + sources.lock_path + (checked.written ? " was written" : " stays as it was") + "\n";
  for (api::CitedPlace const& one : sources.places) {
    if (!one.digest.empty() && one.digest != one.locked) {
      text += "  locked " + std::string(one.locked.empty() ? "" : "anew ") + one.act + " " + one.place;
      text += one.now_at.empty() ? "\n" : "; what was locked stands in " + one.now_at.front() + " now\n";
    }
  }
  return text;
}

std::string as_text(Checked const& checked, SourcesVerb verb) {
  if (!checked.sources.looked_up || !checked.error.empty()) {
    return "";
  }
  api::SourcesResult const& sources = checked.sources;
  api::PackageInfo const& about = api::info(*checked.loaded.package);
  std::string text = about.name + " " + about.version + ": " +
                     counted(sources.places.size(), "cited place", "cited places") + " of acts";
  text += sources.places.empty() ? "\n" : ": " + counts(sources) + "\n";
  if (sources.without_id > 0) {
    text += "  " + counted(sources.without_id, "citation", "citations") +
            " of sources without an id, which no text is checked against\n";
  }
  text += verb == SourcesVerb::lock && (checked.written || sources.has_lock) ? lock_lines(checked) : "";
  for (std::string const& one : sources.unused) {
    text += "  no longer cited: " + one +
            (verb == SourcesVerb::lock ? "" : "; `hjemmel sources lock` takes it out of the lock") + "\n";
  }
  return text;
}

void write_place(explain::JsonWriter& writer, api::Place const& place) {
  writer.begin_object();
  writer.member("path", place.path);
  writer.key("line");
  writer.integer(place.line);
  writer.key("column");
  writer.integer(place.column);
  writer.end_object();
}

void write_cited(explain::JsonWriter& writer, api::CitedPlace const& one) {
  writer.begin_object();
  writer.member("source", one.source);
  writer.member("act", one.act);
  writer.member("place", one.place);
  writer.member("state", one.state_name);
  for (auto const& [key, value] :
       {std::pair("digest", one.digest), std::pair("locked", one.locked), std::pair("reason", one.reason)}) {
    if (!value.empty()) {
      writer.member(key, value);
    }
  }
  if (!one.now_at.empty()) {
    writer.member("now_at", one.now_at);
  }
  writer.key("cited");
  writer.begin_array();
  for (api::Place const& place : one.cited) {
    write_place(writer, place);
  }
  writer.end_array();
  if (!one.in_act.path.empty()) {
    writer.key("in_act");
    write_place(writer, one.in_act);
  }
  writer.end_object();
}

void write_package(explain::JsonWriter& writer, Checked const& checked, SourcesVerb verb) {
  writer.begin_object();
  writer.member("folder", checked.folder);
  if (checked.loaded.package) {
    api::PackageInfo const& about = api::info(*checked.loaded.package);
    writer.member("package", about.name);
    writer.member("version", about.version);
    writer.member("lock", checked.sources.lock_path);
    if (verb == SourcesVerb::lock) {
      writer.key("written");
      writer.boolean(checked.written);
    }
    writer.key("places");
    writer.begin_array();
    for (api::CitedPlace const& one : checked.sources.places) {
      write_cited(writer, one);
    }
    writer.end_array();
    writer.key("without_id");
    writer.integer(static_cast<std::int64_t>(checked.sources.without_id));
    writer.member("no_longer_cited", checked.sources.unused);
  }
  api::write_findings(checked.findings, checked.error, writer);
  writer.end_object();
}

}  // namespace

int run_sources(SourcesOptions const& options) {
  return each_package(
      options.packages, options.format, [&](std::string const& folder) { return check_package(folder, options); },
      [&](explain::JsonWriter& writer, Checked const& checked) { write_package(writer, checked, options.verb); },
      [&](Checked const& checked) { return as_text(checked, options.verb); });
}

}  // namespace hjemmel::cli
