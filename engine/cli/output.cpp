// Streams and exit statuses. Standard output is written through C streams, whose faults show at the flush.
#include "engine/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "engine/api/findings_json.h"

#ifndef HJEMMEL_VERSION
#define HJEMMEL_VERSION "unknown"
#endif

namespace hjemmel::cli {
namespace {

void write_stderr(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string as_text(api::Findings const& findings) {
  std::string text;
  for (api::Finding const& finding : findings.all) {
    text += finding.text;
  }
  if (findings.not_shown > 0) {
    text += "and " + std::to_string(findings.not_shown) + " more that are not shown\n";
  }
  return text;
}

}  // namespace

int write_out(std::string_view text, int status) {
  errno = 0;
  bool const written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written) {
    return status;
  }
  write_error(std::string("standard output cannot be written: ") + std::strerror(errno));
  return kWorld;
}

void write_error(std::string_view sentence) { write_stderr("hjemmel: " + std::string(sentence) + "\n"); }

int status_of(api::Failure failure) {
  switch (failure) {
    case api::Failure::none:
      return kDone;
    case api::Failure::input:
      return kFaults;
    case api::Failure::use:
      return kWrongUse;
    case api::Failure::world:
      return kWorld;
  }
  return kWorld;
}

int report(api::Findings const& findings, api::Failure failure, std::string_view error, Format format) {
  bool const silent = findings.all.empty() && error.empty();
  if (format == Format::json && !silent) {
    std::string document;
    explain::JsonWriter writer(document, explain::Layout::one_line);
    writer.begin_object();
    api::write_findings(findings, error, writer);
    writer.end_object();
    write_stderr(document + "\n");
  } else if (!silent) {
    write_stderr(as_text(findings));
    if (!error.empty()) {
      write_error(error);
    }
  }
  return status_of(failure);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string version_line() { return "hjemmel " HJEMMEL_VERSION; }

}  // namespace hjemmel::cli
