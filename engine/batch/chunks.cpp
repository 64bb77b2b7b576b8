// A chunk is what one reading gives, up to the last record that is whole.
#include "engine/batch/chunks.h"

#include <algorithm>
#include <utility>

namespace hjemmel::batch {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

}  // namespace

void RecordEnds::restart() {
  state_ = State::field;
  lines_ = 0;
  found_ = false;
}

// A quote opens where a field begins, and nowhere else; two within quotes are one.
bool RecordEnds::ends_at(char sign) {
  switch (state_) {
    case State::field:
    case State::plain:
      if (sign == '\n') {
        return true;
      }
      state_ = sign == ',' ? State::field : sign == '"' && state_ == State::field ? State::quoted : State::plain;
      return false;
    case State::quoted:
      state_ = sign == '"' ? State::quote : State::quoted;
      lines_ += sign == '\n' ? 1U : 0U;
      return false;
    case State::quote:
      state_ = sign == '"' ? State::quoted : sign == ',' ? State::field : State::plain;
      return sign == '\n';
  }
  return false;
}

std::size_t RecordEnds::find(std::string_view text, std::size_t from) {
  if (found_) {
    restart();
  }
  std::size_t at = from;
  if (form_ == Form::lines) {
    at = text.find('\n', from);
  } else {
    while (at < text.size() && !ends_at(text[at])) {
      ++at;
    }
    at = at < text.size() ? at : std::string_view::npos;
  }
  found_ = at != std::string_view::npos;
  lines_ += found_ ? 1U : 0U;
  return at;
}

bool Chunks::fill(std::string& text) {
  std::size_t const had = text.size();
  text.resize(had + wanted_);
  text.resize(had + source_.read(text.data() + had, wanted_));
  wanted_ = std::min(2 * wanted_, kMostChunkBytes);
  return text.size() > had;
}

void Chunks::add(Chunk& chunk, std::size_t begin, std::size_t end) {
  Record record{number_, begin, end - begin, too_long_ ? RecordFault::too_long : RecordFault::none};
  number_ += ends_.lines();
  too_long_ = false;
  if (record.fault != RecordFault::none) {
    record.size = 0;
  } else if (record.size > 0 && chunk.text[end - 1] == '\r') {
    --record.size;
  }
  if (record.fault != RecordFault::none || !is_blank(chunk.of(record))) {
    chunk.records.push_back(record);
  }
}

// Ends a record that has no end it could have, at its first line end; false where it has none yet.
bool Chunks::cut(Chunk& chunk, std::size_t& begin) {
  std::size_t const line_end = chunk.text.find('\n', begin);
  if (line_end == std::string::npos) {
    return false;
  }
  bool const too_long = line_end - begin > most_;
  chunk.records.push_back({number_++, begin, 0, too_long ? RecordFault::too_long : RecordFault::open_quote});
  begin = line_end + 1;
  ends_.restart();
  return true;
}

// What was read of a record that is too long is not kept.
void Chunks::drop(Chunk& chunk, std::size_t begin) {
  too_long_ = true;
  ends_.give_up();
  at_ += chunk.text.size() - begin;
  chunk.text.resize(begin);
}

std::optional<Chunk> Chunks::next() {
  if (done_) {
    return std::nullopt;
  }
  Chunk chunk;
  chunk.text = std::exchange(rest_, {});
  ends_.restart();
  std::size_t begin = 0;  // of the record that is looked at
  std::size_t seen = 0;
  while (!done_ && (too_long_ || at_ + begin < end_)) {
    std::size_t const found = ends_.find(chunk.text, seen);
    std::size_t const size = std::min(found, chunk.text.size()) - begin;
    if (size > most_ && !too_long_ && cut(chunk, begin)) {
      seen = begin;
      continue;
    }
    if (found != std::string::npos) {
      add(chunk, begin, found);
      begin = seen = found + 1;
      continue;
    }
    if (begin > 0 && !too_long_) {
      break;
    }
    if (size > most_ || too_long_) {
      drop(chunk, begin);
    }
    seen = chunk.text.size();
    if (fill(chunk.text)) {
      continue;
    }
    bool const whole = source_.fault().empty();
    if (whole && ends_.is_quoted() && cut(chunk, begin)) {
      seen = begin;
      continue;
    }
    done_ = true;
    if (whole && (too_long_ || begin < chunk.text.size())) {
      add(chunk, begin, chunk.text.size());
      begin = chunk.text.size();
    }
  }
  done_ = done_ || at_ + begin >= end_;
  if (!done_) {
    rest_ = chunk.text.substr(begin);
    at_ += begin;
  }
  chunk.text.resize(std::min(begin, chunk.text.size()));
  return chunk;
}

}  // namespace hjemmel::batch
