// hjemmel batch: many cases, one JSON object a line, into one line of outcomes each, in the same order.
//
// A record that is at fault becomes a line that says so, and the others go on. What is said on standard error holds numbers only: no
// fact of a case.
#include "engine/api/batch.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

#include "engine/base/thousands.h"
#include "engine/batch/in_order.h"
#include "engine/batch/lines.h"
#include "engine/batch/shard.h"
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

// What one thread takes at a time.
constexpr std::size_t kChunkLines = 64;
constexpr std::size_t kChunkBytes = 128U * 1024;

struct Tally {
  std::uint64_t records = 0;
  std::uint64_t faulty = 0;
  std::uint64_t undetermined = 0;
  std::uint64_t rules_at_fault = 0;
};

struct DecidedChunk {
  std::string lines;
  Tally tally;
};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

bool is_blank(std::string const& text) { return text.find_first_not_of(" \t") == std::string::npos; }

class Batch {
 public:
  Batch(std::shared_ptr<api::Package const> const& package, BatchOptions const& options, batch::Lines& lines)
      : package_(package), options_(options), lines_(lines) {}

  int run() {
    std::size_t const machine = std::max(1U, std::thread::hardware_concurrency());
    batch::in_order(
        options_.threads != 0 ? options_.threads : machine, [this] { return next(); },
        [this](std::vector<batch::Line> const& chunk) { return decide(chunk); },
        [this](DecidedChunk const& chunk) { return take(chunk); });
    if (out_fault_ != 0 || std::fflush(stdout) != 0) {
      write_error("standard output cannot be written: " +
                  std::string(std::strerror(out_fault_ != 0 ? out_fault_ : errno)));
      return kWorld;
    }
    if (lines_.fault() != 0) {
      write_error("the cases cannot be read to their end: " + std::string(std::strerror(lines_.fault())));
      return kWorld;
    }
    write_error(summary());
    return tally_.faulty + tally_.rules_at_fault > 0 ? kFaults : kDone;
  }

 private:
  std::optional<std::vector<batch::Line>> next() {
    std::vector<batch::Line> chunk;
    std::size_t bytes = 0;
    while (chunk.size() < kChunkLines && bytes < kChunkBytes) {
      std::optional<batch::Line> line = lines_.next();
      if (!line) {
        break;
      }
      if (line->too_long || !is_blank(line->text)) {
        bytes += line->text.size();
        chunk.push_back(std::move(*line));
      }
    }
    return chunk.empty() ? std::nullopt : std::optional(std::move(chunk));
  }

  [[nodiscard]] api::DecidedRecord decide(batch::Line const& line) const {
    if (line.too_long) {
      std::string const most = base::in_thousands(batch::kMaxRecordBytes);
      return api::refuse_record(line.number, "the record is longer than " + most + " bytes");
    }
    return options_.services ? api::entitle_record(package_, line.text, options_.facts, line.number, options_.decide)
                             : api::decide_record(*package_, line.text, options_.facts, line.number, options_.decide);
  }

  [[nodiscard]] DecidedChunk decide(std::vector<batch::Line> const& chunk) const {
    DecidedChunk decided;
    for (batch::Line const& line : chunk) {
      api::DecidedRecord const record = decide(line);
      decided.lines += record.json;
      ++decided.tally.records;
      decided.tally.faulty += record.faulty ? 1U : 0U;
      decided.tally.undetermined += record.undetermined ? 1U : 0U;
      decided.tally.rules_at_fault += record.rules_at_fault ? 1U : 0U;
    }
    return decided;
  }

  bool take(DecidedChunk const& chunk) {
    tally_.records += chunk.tally.records;
    tally_.faulty += chunk.tally.faulty;
    tally_.undetermined += chunk.tally.undetermined;
    tally_.rules_at_fault += chunk.tally.rules_at_fault;
    errno = 0;
    if (std::fwrite(chunk.lines.data(), 1, chunk.lines.size(), stdout) != chunk.lines.size()) {
      out_fault_ = errno != 0 ? errno : EIO;
    }
    return out_fault_ == 0;
  }

  [[nodiscard]] std::string summary() const {
    auto const told = [](std::uint64_t count, std::string_view one, std::string_view many) {
      return base::in_thousands(count) + " " + std::string(count == 1 ? one : many);
    };
    std::string text = told(tally_.records, "case", "cases");
    text += tally_.undetermined > 0 ? ", " + told(tally_.undetermined, "undetermined", "undetermined") : "";
    text += tally_.rules_at_fault > 0
                ? ", in " + told(tally_.rules_at_fault, "the rules are", "the rules are") + " at fault"
                : "";
    text += tally_.faulty > 0 ? ", " + told(tally_.faulty, "could not be decided", "could not be decided") : "";
    return text;
  }

  std::shared_ptr<api::Package const> const& package_;
  BatchOptions const& options_;
  batch::Lines& lines_;
  Tally tally_;
  int out_fault_ = 0;
};

// Why the package cannot be asked; empty where it can.
std::string refuse(api::Package const& package, BatchOptions const& options) {
  api::PackageInfo const& about = api::info(package);
  bool const none = (options.services ? about.services : about.decisions).empty() && about.duties.empty();
  if (none) {
    return "`" + about.name + "` has " +
           (options.services ? "no service and no duty" : "no decision and no duty; `--services` is for its services");
  }
  return api::refuse_batch(package, options.decide);
}

int run_over(std::FILE* stream, std::shared_ptr<api::Package const> const& package, BatchOptions const& options) {
  batch::Part part;
  if (!options.shard.empty()) {
    auto const shard = batch::read_shard(options.shard);
    if (!shard) {
      write_error("`" + options.shard + "` is no part: write `2/8` for the second of eight");
      return kWrongUse;
    }
    auto const found = batch::find_part(stream, *shard);
    if (!found) {
      write_error("`" + options.facts + "` cannot be divided: `--shard` needs a file");
      return kWrongUse;
    }
    part = *found;
  }
  batch::Lines lines(stream, part.first, part.begin, part.end);
  return Batch(package, options, lines).run();
}

}  // namespace

int run_batch(BatchOptions const& options) {
  api::LoadResult const loaded = load_package(options.package, options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, Format::text);
  }
  if (std::string const why = refuse(*loaded.package, options); !why.empty()) {
    return report({}, api::Failure::use, why, Format::text);
  }
  if (options.facts == "-") {
    return run_over(stdin, loaded.package, options);
  }
  errno = 0;
  std::unique_ptr<std::FILE, Closer> const file(std::fopen(options.facts.c_str(), "rb"));
  if (!file) {
    write_error("`" + options.facts + "` cannot be read: " + std::strerror(errno));
    return kWorld;
  }
  return run_over(file.get(), loaded.package, options);
}

}  // namespace hjemmel::cli
