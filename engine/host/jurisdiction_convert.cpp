// Adapters: a record in, facts out, with the same guards as functions have.
#include <algorithm>

#include "engine/base/check.h"
#include "engine/base/utf8.h"
#include "engine/host/guard.h"
#include "engine/host/guarded_result.h"
#include "engine/host/jurisdiction.h"

namespace hjemmel::host {
namespace {

using base::ForeignScratch;
using base::ForeignStatus;

constexpr std::size_t kFirstCapacity = 16384;
constexpr std::size_t kMaxComplaint = 1024;  // bytes of what an adapter says of a record

struct ConvertRun {
  Breach breach = Breach::none;
  jur_status status = JUR_INTERNAL;
  std::string_view written;
  std::uint64_t needed = 0;
  std::uint64_t capacity = 0;
};

ConvertRun run_convert(decltype(jur_adapter::convert) code, std::string_view header, std::string_view record,
                       ForeignScratch& scratch) {
  std::size_t const capacity = scratch.text.size() - guarded_size(0);
  char* const facts = set_guards(scratch.text.data(), capacity);
  GuardedResult<std::uint64_t> size(UINT64_MAX);
  Ran const ran = run([&] {
    return code(header.empty() ? "" : header.data(), header.size(), record.empty() ? "" : record.data(), record.size(),
                facts, capacity, &size.value);
  });
  bool const intact = size.is_intact() && guards_intact(scratch.text.data(), capacity);
  ConvertRun result;
  result.breach = !intact ? Breach::wrote_outside : ran.threw ? Breach::threw : Breach::none;
  result.status = ran.status;
  result.needed = size.value;
  result.capacity = capacity;
  result.written = {facts, size.value <= capacity ? size.value : 0};
  return result;
}

// Of a run that is not for more room: what was written must be a text within its caps.
Breach written_breach(ConvertRun const& ran) {
  if (ran.status == JUR_INTERNAL) {
    return Breach::internal;
  }
  if (ran.status != JUR_OK && ran.status != JUR_BAD_ARGUMENT) {
    return ran.status == JUR_BUFFER_TOO_SMALL ? Breach::asks_for_buffer : Breach::wrong_status;
  }
  if (ran.needed == UINT64_MAX) {
    return Breach::no_value;
  }
  if (ran.needed > (ran.status == JUR_OK ? ran.capacity : kMaxComplaint)) {
    return Breach::text_too_long;
  }
  return base::find_utf8_fault(ran.written) ? Breach::invalid_utf8 : Breach::none;
}

// On one line, so that no adapter can write to a terminal.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == '\x7F'; }, ' ');
  return line;
}

}  // namespace

Converted Jurisdiction::convert(std::size_t adapter, std::string_view header, std::string_view record,
                                ForeignScratch& scratch) const {
  CHECK(adapter < contract_.adapters.size());
  if (distrust_.is_set()) {
    return {ForeignStatus::fault, {}, distrust_.fault()};
  }
  if (header.size() > JUR_MAX_RECORD || record.size() > JUR_MAX_RECORD) {
    return {ForeignStatus::bad_argument, {}, "the record is larger than " + std::to_string(JUR_MAX_RECORD) + " bytes"};
  }
  scratch.text.resize(std::max(scratch.text.size(), guarded_size(kFirstCapacity)));
  ConvertRun ran = run_convert(contract_.converts[adapter], header, record, scratch);
  bool const grows = ran.breach == Breach::none && ran.status == JUR_BUFFER_TOO_SMALL && ran.needed > ran.capacity;
  if (grows && ran.needed > JUR_MAX_RECORD) {
    return convert_fault(adapter, Breach::text_too_long);
  }
  if (grows) {
    scratch.text.resize(guarded_size(JUR_MAX_RECORD));
    ran = run_convert(contract_.converts[adapter], header, record, scratch);
  }
  Breach const breach = ran.breach != Breach::none ? ran.breach : written_breach(ran);
  if (breach != Breach::none) {
    return convert_fault(adapter, breach);
  }
  if (ran.status == JUR_BAD_ARGUMENT) {
    return {ForeignStatus::bad_argument, {}, ran.written.empty() ? "the record cannot be read" : one_line(ran.written)};
  }
  return {ForeignStatus::ok, ran.written, {}};
}

Converted Jurisdiction::convert_fault(std::size_t adapter, Breach breach) const {
  std::string const what = "adapter `" + contract_.adapters[adapter].name + "` of jurisdiction `" + contract_.id + "`";
  return {ForeignStatus::fault, {}, note(breach, what)};
}

}  // namespace hjemmel::host
