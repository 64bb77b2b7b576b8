// Our own JSON Schema validator as a program, for the tests that compare it with ajv.
//
//   validate_document SCHEMA < NAMES       one file name a line
//
// Prints `valid NAME` or `invalid NAME` for each, in order. Exit status 0 when every file could be read and the schema has no
// fault (whatever the verdicts), else 1 with the diagnostics on standard error.
#include <iostream>
#include <optional>
#include <string>

#include "engine/diag/render.h"
#include "engine/document/read.h"
#include "engine/schema/validate.h"

namespace hjemmel::schema {
namespace {

std::optional<document::Node> read_tree(std::string const& path, source::Sources& sources, diag::Sink& sink) {
  auto text = source::read_file(path);
  if (!text) {
    std::cerr << path << ": " << text.error().message << '\n';
    return std::nullopt;
  }
  document::Format const format = document::guess_format(path, *text);
  return document::read(sources.add(path, std::move(*text)), format, sources, sink);
}

// A fault of the schema itself would be found by whatever document: it must not pass as `invalid`.
bool names_schema(diag::Sink const& sink, source::FileId schema) {
  for (diag::Diagnostic const& diagnostic : sink.all()) {
    if (diagnostic.span.file == schema) {
      std::cerr << diagnostic.message << '\n';
      return true;
    }
  }
  return false;
}

bool judge(std::string const& path, document::Node const& schema) {
  source::Sources sources;
  diag::Sink sink;
  // A file of its own number, so that places in the schema and in the document are told apart.
  sources.add("schema", "");
  auto const tree = read_tree(path, sources, sink);
  if (!tree) {
    std::cerr << diag::render_text(sink, sources);
    return false;
  }
  bool const valid = validate(*tree, schema, sink);
  if (names_schema(sink, schema.span.file)) {
    return false;
  }
  std::cout << (valid ? "valid " : "invalid ") << path << '\n';
  return true;
}

bool run(std::string const& schema_path) {
  source::Sources sources;
  diag::Sink sink;
  auto const schema = read_tree(schema_path, sources, sink);
  if (!schema) {
    std::cerr << diag::render_text(sink, sources);
    return false;
  }
  bool sound = true;
  for (std::string path; std::getline(std::cin, path);) {
    sound = judge(path, *schema) && sound;
  }
  return sound;
}

}  // namespace
}  // namespace hjemmel::schema

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: validate_document SCHEMA < NAMES\n";
    return 1;
  }
  return hjemmel::schema::run(arguments[1]) ? 0 : 1;
}
