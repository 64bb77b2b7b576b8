// Every handle is given back once, in the order that the library asks for.
#include "engine/parquet/session.h"

#include <utility>

namespace hjemmel::parquet {
namespace {

constexpr std::pair<char const*, char const*> kSettings[] = {
    {"threads", "1"},
    {"memory_limit", kDuckdbMemory},
    {"preserve_insertion_order", "true"},
    {"autoinstall_known_extensions", "false"},
    {"autoload_known_extensions", "false"},
};

// No spilling; in memory nothing else is written either. The buffer counts 16 bytes a row, however long its text is.
constexpr char const* kQueries[] = {"SET temp_directory = ''", "SET streaming_buffer_size = '64KiB'"};

std::string words_of(char const* words) { return words == nullptr || *words == '\0' ? "no reason given" : words; }

}  // namespace

Answer::~Answer() {
  if (asked_) {
    api_.destroy_result(&result_);
  }
  if (statement_ != nullptr) {
    api_.destroy_prepare(&statement_);
  }
}

std::string Answer::ask(DuckdbConnection* connection, std::string const& query) {
  if (api_.prepare(connection, query.c_str(), &statement_) != 0) {
    return words_of(statement_ == nullptr ? nullptr : api_.prepare_error(statement_));
  }
  asked_ = true;
  return api_.execute_prepared_streaming(statement_, &result_) == 0 ? "" : words_of(api_.result_error(&result_));
}

DuckdbChunk* Answer::next() { return api_.fetch_chunk(result_); }

std::string Answer::fault() {
  char const* const words = api_.result_error(&result_);
  return words == nullptr ? "" : words;
}

Session::~Session() {
  if (connection_ != nullptr) {
    api_.disconnect(&connection_);
  }
  if (database_ != nullptr) {
    api_.close(&database_);
  }
}

std::string Session::open() {
  DuckdbConfig* config = nullptr;
  if (api_.create_config(&config) != 0) {
    return "there is not enough memory";
  }
  std::string fault;
  for (auto const& [name, value] : kSettings) {
    if (fault.empty() && api_.set_config(config, name, value) != 0) {
      fault = std::string("the setting `") + name + "` is not taken";
    }
  }
  char* words = nullptr;
  if (fault.empty() && api_.open_ext(nullptr, &database_, config, &words) != 0) {
    fault = words_of(words);
  }
  if (words != nullptr) {
    api_.free(words);
  }
  api_.destroy_config(&config);
  if (fault.empty() && api_.connect(database_, &connection_) != 0) {
    fault = "it cannot be connected to";
  }
  for (char const* const query : kQueries) {
    auto const set = fault.empty() ? ask(query) : base::Result<std::unique_ptr<Answer>>(base::Error{fault});
    fault = set ? "" : set.error().message;
  }
  return fault;
}

base::Result<std::unique_ptr<Answer>> Session::ask(std::string const& query) {
  auto answer = std::make_unique<Answer>(api_);
  if (std::string fault = answer->ask(connection_, query); !fault.empty()) {
    return base::Error{std::move(fault)};
  }
  return answer;
}

}  // namespace hjemmel::parquet
