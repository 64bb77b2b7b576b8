// hjemmel format: rules files in the canonical layout, in place. `-` formats standard input to standard output.
#include <algorithm>

#include "engine/cli/replace_file.h"
#include "engine/cli/verbs.h"

namespace hjemmel::cli {
namespace {

std::string shown(std::string const& path) { return path == "-" ? "standard input" : path; }

// What goes to standard output for one file: its text for `-`, a line where it changes, nothing where it does not.
int format_one(std::string const& path, FormatOptions const& options, std::string& out) {
  api::ReadResult const read = api::read_text(path);
  if (!read.text) {
    return report(read.findings, read.failure, read.error, Format::text);
  }
  api::FormatResult const formatted = api::format_rules(*read.text, shown(path), options.wording);
  int const status = report(formatted.findings, formatted.failure, formatted.error, Format::text);
  if (!formatted.text) {
    return status;
  }
  bool const changes = *formatted.text != *read.text;
  if (options.check) {
    out += changes ? shown(path) + " would change\n" : "";
    return changes ? kFaults : kDone;
  }
  if (path == "-") {
    out += *formatted.text;
    return kDone;
  }
  if (!changes) {
    return kDone;
  }
  auto const replaced = replace_file(path, *formatted.text);
  if (!replaced) {
    write_error(replaced.error().message);
    return kWorld;
  }
  out += "formatted " + path + "\n";
  return kDone;
}

}  // namespace

int run_format(FormatOptions const& options) {
  std::string out;
  int status = kDone;
  for (std::string const& path : options.files) {
    status = std::max(status, format_one(path, options, out));
  }
  return write_out(out, status);
}

}  // namespace hjemmel::cli
