// Native libraries: a package's tables by columns, compiled by the system's compiler, for `hjemmel batch --write table`.
//
// In: a package. Out: a shared library that answers the questions that columns can: all decisions, each alone, all services. It never changes
// what comes out, only how fast; see engine/native. Who vouches for one: plugins/README.md. Tested in tests/unit/api/native_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/api/batch.h"
#include "engine/api/hjemmel.h"

namespace hjemmel::api {

struct NativeBuildOptions {
  std::string compiler;  // a command: `g++`, `ccache clang++`
  int level = 0;         // the x86-64 level whose instructions it may use, 1 to 4; 0: what this processor has
};

struct NativeBuilt {
  std::string bytes;                   // empty on failure
  std::vector<std::string> questions;  // that it answers: `all decisions`, `decision reaction`, `services`
  std::vector<std::string> left_out;   // sentences: what it does not answer, and why
  Failure failure = Failure::none;
  std::string error;
};

[[nodiscard]] NativeBuilt build_native(Package const& package, NativeBuildOptions const& options);

// The list that must stand beside the library, and where.
[[nodiscard]] std::string native_list_of(std::string const& path);
[[nodiscard]] std::string native_list_text(std::string const& path, std::string_view bytes);

// The plain name of the package's library in a folder of libraries: by its digest.
[[nodiscard]] std::string native_file_name(Package const& package);

class NativeLibrary;

struct NativeResult {
  std::shared_ptr<NativeLibrary const> library;  // null on failure
  Failure failure = Failure::none;
  std::string error;
};

// With the keys and the permission that the package's bundles were opened with. Refused: what nobody vouches for, what was built of another package
// or by another version of the engine, what needs another processor.
[[nodiscard]] NativeResult open_native(Package const& package, std::string const& path);

// Why the library does not answer the question; empty where it does.
[[nodiscard]] std::string refuse_native(NativeLibrary const& library, Package const& package,
                                        BatchQuestion const& question);

}  // namespace hjemmel::api
