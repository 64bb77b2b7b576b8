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
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "engine/base/thousands.h"
#include "engine/batch/chunks.h"
#include "engine/batch/in_order.h"
#include "engine/batch/packed_source.h"
#include "engine/batch/shard.h"
#include "engine/cli/native_place.h"
#include "engine/cli/parquet_stream.h"
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string_view words_of(batch::RecordFault fault) {
  switch (fault) {
    case batch::RecordFault::none:
      return "";
    case batch::RecordFault::too_long:
      static_assert(batch::kMaxRecordBytes == 1024U * 1024);
      return "the record is longer than 1,048,576 bytes";
    case batch::RecordFault::open_quote:
      return "a quote is opened in the record and never closed";
  }
  return "";
}

// Told by the option, or by the name of the file.
bool is_input(BatchOptions const& options, std::string const& input) {
  if (!options.input.empty()) {
    return options.input == input;
  }
  std::string_view name = options.facts;
  for (std::string_view const packed : {".gz", ".zst"}) {
    name.remove_suffix(name.ends_with(packed) ? packed.size() : 0);
  }
  return name.ends_with("." + input);
}

// Rows of Parquet become lines of JSON.
batch::Form form_of(BatchOptions const& options) {
  return is_input(options, "csv") ? batch::Form::csv : batch::Form::lines;
}

class Run {
 public:
  Run(api::Batch& batch, BatchOptions const& options, batch::ByteSource& source, batch::Part part)
      : batch_(batch), options_(options), source_(source), chunks_(source, form_of(options), part) {}

  // Of CSV the head, before the cases are run. Why there is none that can be used; empty where there is.
  std::string read_head() {
    while (!first_ || first_->records.empty()) {
      first_ = chunks_.next();
      if (!first_) {
        return source_.fault().empty() ? "there is no head that names a fact in every column" : source_.fault();
      }
    }
    batch::Record const head = first_->records.front();
    first_->records.erase(first_->records.begin());
    return head.fault == batch::RecordFault::none ? batch_.take_head(first_->of(head))
                                                  : std::string(words_of(head.fault));
  }

  int run() {
    std::size_t const machine = std::max(1U, std::thread::hardware_concurrency());
    batch::in_order(
        options_.threads != 0 ? options_.threads : machine,
        [this] { return first_ ? std::exchange(first_, std::nullopt) : chunks_.next(); },
        [this](batch::Chunk const& chunk) { return decide(chunk); },
        [this](api::DecidedRecords const& decided) {
          tally_.add(decided.tally);
          return write(decided.text);
        });
    if (out_fault_ != 0 || std::fflush(stdout) != 0) {
      write_error("standard output cannot be written: " +
                  std::string(std::strerror(out_fault_ != 0 ? out_fault_ : errno)));
      return kWorld;
    }
    if (!source_.fault().empty()) {
      if (tally_.records > 0) {
        write_error(summary());
      }
      write_error("the cases cannot be read to their end: " + source_.fault());
      return kWorld;
    }
    write_error(summary());
    return tally_.faulty + tally_.rules_at_fault > 0 ? kFaults : kDone;
  }

  bool write(std::string const& text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
      out_fault_ = errno != 0 ? errno : EIO;
    }
    return out_fault_ == 0;
  }

 private:
  [[nodiscard]] api::DecidedRecords decide(batch::Chunk const& chunk) const {
    std::vector<api::RecordText> records;
    records.reserve(chunk.records.size());
    for (batch::Record const& record : chunk.records) {
      records.push_back({record.line, chunk.of(record)});
      records.back().fault = words_of(record.fault);
    }
    return batch_.decide(records);
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

  api::Batch& batch_;
  BatchOptions const& options_;
  batch::ByteSource& source_;
  batch::Chunks chunks_;
  std::optional<batch::Chunk> first_;  // read already, without the head of CSV
  api::Tally tally_;
  int out_fault_ = 0;
};

// Why the package cannot be asked; empty where it can.
std::string refuse(api::Package const& package, api::Batch const& batch, BatchOptions const& options) {
  api::PackageInfo const& about = api::info(package);
  bool const none = (options.services ? about.services : about.decisions).empty() && about.duties.empty();
  if (none) {
    return "`" + about.name + "` has " +
           (options.services ? "no service and no duty" : "no decision and no duty; `--services` is for its services");
  }
  return batch.refuse();
}

// Nothing and kDone where the whole file is asked for.
int read_shard(BatchOptions const& options, std::optional<batch::Shard>& shard) {
  shard = options.shard.empty() ? std::nullopt : batch::read_shard(options.shard);
  if (!options.shard.empty() && !shard) {
    write_error("`" + options.shard + "` is no part: write `2/8` for the second of eight");
    return kWrongUse;
  }
  return kDone;
}

// The part of the stream that is asked for; kWrongUse where there is none.
int find_part(std::FILE* stream, bool packed, BatchOptions const& options, batch::Part& part, bool& first) {
  std::optional<batch::Shard> shard;
  if (int const status = read_shard(options, shard); !shard) {
    return status;
  }
  bool const csv = form_of(options) == batch::Form::csv;
  auto const found = packed || csv ? std::nullopt : batch::find_part(stream, *shard);
  if (!found) {
    write_error("`" + options.facts + "` cannot be divided: `--shard` needs a file" +
                (packed ? " that is not packed; unpack it first"
                 : csv  ? " of JSON lines"
                        : ""));
    return kWrongUse;
  }
  part = *found;
  first = shard->number == 1;
  return kDone;
}

int run_over_parquet(std::FILE* stream, api::Batch& batch, BatchOptions const& options) {
  std::optional<batch::Shard> shard;
  if (int const status = read_shard(options, shard); status != kDone) {
    return status;
  }
  auto const opened = open_parquet_stream(stream, options.facts, shard);
  if (!opened) {
    write_error("`" + options.facts + "` cannot be read: " + opened.error().message);
    return kWorld;
  }
  Run run(batch, options, *opened->bytes, batch::Part{.first = opened->first});
  if (!shard || shard->number == 1) {
    run.write(batch.head());
  }
  return run.run();
}

int run_over(std::FILE* stream, api::Batch& batch, BatchOptions const& options) {
  if (is_input(options, "parquet")) {
    return run_over_parquet(stream, batch, options);
  }
  batch::OpenedSource const source = batch::open_source(stream);
  batch::Part part;
  bool first = true;
  if (int const status = find_part(stream, source.packed, options, part, first); status != kDone) {
    return status;
  }
  batch::FileSource of_part(stream);
  Run run(batch, options, options.shard.empty() ? *source.bytes : of_part, part);
  if (form_of(options) == batch::Form::csv) {
    if (std::string const why = run.read_head(); !why.empty()) {
      return report({}, api::Failure::input, "`" + options.facts + "`: " + why, Format::text);
    }
  }
  if (first) {
    run.write(batch.head());
  }
  return run.run();
}

}  // namespace

int run_batch(BatchOptions const& options) {
  api::LoadResult const loaded = load_package(options.package, options.amendments, options.bundles);
  if (!loaded.package) {
    return report(loaded.findings, loaded.failure, loaded.error, Format::text);
  }
  api::BatchWrite const write = options.table ? api::BatchWrite::table : api::BatchWrite::documents;
  api::BatchQuestion const question{options.services, write, options.facts, options.decide};
  api::NativeResult const native = find_native(*loaded.package, question, options.native);
  api::Batch batch(loaded.package, question, api::column_deciders(native.library));
  if (std::string const why = refuse(*loaded.package, batch, options); !why.empty()) {
    return report({}, api::Failure::use, why, Format::text);
  }
  if (native.failure != api::Failure::none) {
    return report({}, native.failure, native.error, Format::text);
  }
  if (options.facts == "-") {
    return run_over(stdin, batch, options);
  }
  errno = 0;
  std::unique_ptr<std::FILE, Closer> const file(std::fopen(options.facts.c_str(), "rb"));
  if (!file) {
    write_error("`" + options.facts + "` cannot be read: " + std::strerror(errno));
    return kWorld;
  }
  return run_over(file.get(), batch, options);
}

}  // namespace hjemmel::cli
