// Three queries: what the columns are, how many rows there are, and the rows.
#include "engine/parquet/open_parquet.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "engine/parquet/columns_of.h"
#include "engine/parquet/row_query.h"
#include "engine/parquet/session.h"

namespace hjemmel::parquet {
namespace {

struct File {
  std::string path;
  std::string name;
};

struct Rows {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

// On one line, with the user's name of the file, and without the place in our query.
std::string clean(std::string words, File const& file) {
  words.resize(std::min(words.find("\n\nLINE "), words.size()));
  for (std::size_t at = 0; (at = words.find(file.path, at)) != std::string::npos; at += file.name.size()) {
    words.replace(at, file.path.size(), file.name);
  }
  std::replace_if(
      words.begin(), words.end(), [](char sign) { return static_cast<unsigned char>(sign) < 0x20 || sign == 0x7F; },
      ' ');
  return "DuckDB says: " + words;
}

// A value of a row could stand between the first quote and the last.
std::string without_quoted(std::string words) {
  std::size_t const first = words.find('"');
  std::size_t const last = words.rfind('"');
  if (first != std::string::npos) {
    words.replace(first, last + 1 - first, "…");
  }
  return words;
}

// Numbered: every row has its number in the file, from 0.
std::string table_of(File const& file, bool numbered) {
  return "read_parquet('" + file.path + "', hive_partitioning = false" + (numbered ? ", file_row_number = true" : "") +
         ") AS " + kRowName;
}

std::string query_of(File const& file, std::vector<Column> const& columns, Rows rows, bool divided) {
  std::string query = "SELECT " + row_as_json(columns) + " FROM " + table_of(file, divided);
  if (divided) {
    query += " WHERE file_row_number >= " + std::to_string(rows.begin) + " AND file_row_number < " +
             std::to_string(rows.end);
  }
  return query;
}

std::string_view text_of(DuckdbString const& text) {
  bool const near = text.near.size <= sizeof text.near.bytes;
  return {near ? text.near.bytes : text.far.bytes, text.near.size};
}

class RowSource final : public batch::ByteSource {
 public:
  RowSource(std::unique_ptr<Session> session, std::unique_ptr<Answer> answer, File file, std::uint64_t rows)
      : session_(std::move(session)), answer_(std::move(answer)), file_(std::move(file)), left_(rows) {}
  RowSource(RowSource const&) = delete;
  RowSource& operator=(RowSource const&) = delete;
  ~RowSource() override { let_go(); }

  std::size_t read(char* into, std::size_t size) override {
    std::size_t got = 0;
    while (got < size && (at_ < line_.size() || next_line())) {
      std::size_t const more = std::min(size - got, line_.size() - at_);
      std::memcpy(into + got, line_.data() + at_, more);
      at_ += more;
      got += more;
    }
    return got;
  }

 private:
  bool next_line() {
    if (done_ || (row_ == rows_ && !next_chunk())) {
      return false;
    }
    if (validity_ != nullptr && (validity_[row_ / 64] >> (row_ % 64) & 1U) == 0) {
      return stop("DuckDB gave a row without its text");
    }
    line_.assign(text_of(texts_[row_]));
    line_ += '\n';
    at_ = 0;
    ++row_;
    return true;
  }
  bool next_chunk() {
    let_go();
    chunk_ = answer_->next();
    row_ = 0;
    rows_ = chunk_ == nullptr ? 0 : session_->api().data_chunk_get_size(chunk_);
    if (rows_ == 0) {
      std::string const words = answer_->fault();
      return stop(!words.empty() ? without_quoted(clean(words, file_))
                  : left_ > 0    ? "DuckDB left out " + std::to_string(left_) + " of its rows"
                                 : "");
    }
    if (rows_ > left_) {
      return stop("DuckDB gave more rows than the file has; it changed while it was read");
    }
    left_ -= rows_;
    DuckdbVector* const vector = session_->api().data_chunk_get_vector(chunk_, 0);
    texts_ = static_cast<DuckdbString const*>(session_->api().vector_get_data(vector));
    validity_ = session_->api().vector_get_validity(vector);
    return true;
  }
  bool stop(std::string fault) {
    done_ = true;
    set_fault(std::move(fault));
    return false;
  }
  void let_go() {
    if (chunk_ != nullptr) {
      session_->api().destroy_data_chunk(&chunk_);
      chunk_ = nullptr;
    }
  }

  std::unique_ptr<Session> session_;  // outlives the answer
  std::unique_ptr<Answer> answer_;
  File file_;
  std::uint64_t left_;  // rows that are to come
  DuckdbChunk* chunk_ = nullptr;
  DuckdbString const* texts_ = nullptr;
  std::uint64_t const* validity_ = nullptr;  // null: all of them are there
  std::uint64_t row_ = 0;
  std::uint64_t rows_ = 0;
  std::string line_;
  std::size_t at_ = 0;
  bool done_ = false;
};

base::Result<std::vector<Column>> find_columns(Session& session, File const& file) {
  auto answer = session.ask("SELECT * FROM " + table_of(file, false) + " LIMIT 0");
  if (!answer) {
    return base::Error{clean(answer.error().message, file)};
  }
  return columns_of(session.api(), (*answer)->result());
}

base::Result<std::uint64_t> count_rows(Session& session, File const& file) {
  auto answer = session.ask("SELECT count(*) FROM " + table_of(file, false));
  if (!answer) {
    return base::Error{clean(answer.error().message, file)};
  }
  DuckdbChunk* chunk = (*answer)->next();
  if (chunk == nullptr) {
    return base::Error{clean((*answer)->fault(), file)};
  }
  DuckdbFunctions const& api = session.api();
  std::optional<std::int64_t> count;
  if (api.data_chunk_get_size(chunk) == 1) {
    count = *static_cast<std::int64_t const*>(api.vector_get_data(api.data_chunk_get_vector(chunk, 0)));
  }
  api.destroy_data_chunk(&chunk);
  return count && *count >= 0 ? base::Result<std::uint64_t>(static_cast<std::uint64_t>(*count))
                              : base::Error{"DuckDB does not say how many rows it has"};
}

}  // namespace

base::Result<OpenedParquet> open_parquet(DuckdbFunctions const& api, std::string const& path, std::string const& name,
                                         std::optional<batch::Shard> shard) {
  File const file{path, name};
  auto session = std::make_unique<Session>(api);
  if (std::string const fault = session->open(); !fault.empty()) {
    return base::Error{clean(fault, file)};
  }
  auto const columns = find_columns(*session, file);
  if (!columns) {
    return columns.error();
  }
  auto const count = count_rows(*session, file);
  if (!count) {
    return count.error();
  }
  batch::Shard const part = shard.value_or(batch::Shard{});
  Rows const rows{batch::cut(*count, part.number - 1, part.of), batch::cut(*count, part.number, part.of)};
  auto answer = session->ask(query_of(file, *columns, rows, shard.has_value()));
  if (!answer) {
    return base::Error{without_quoted(clean(answer.error().message, file))};
  }
  auto bytes = std::make_unique<RowSource>(std::move(session), *std::move(answer), file, rows.end - rows.begin);
  return OpenedParquet{std::move(bytes), rows.begin + 1};
}

}  // namespace hjemmel::parquet
