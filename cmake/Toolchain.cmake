# Flags for every target of the project: warnings, sanitizers, ccache. Third-party headers come in as SYSTEM and are exempt.
find_program(HJEMMEL_CCACHE ccache)
if(HJEMMEL_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${HJEMMEL_CCACHE}")
endif()

add_library(hjemmel_flags INTERFACE)
target_include_directories(hjemmel_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(hjemmel_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 takes the empty std::optional<std::string> for one whose text is read (GCC bug 80635). clang's own warning, on by
  # -Wall, and the sanitizer runs look for the real thing.
  target_compile_options(hjemmel_flags INTERFACE -Wno-maybe-uninitialized)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # libstdc++ 12 calls a deprecated function of its own in std::stable_sort, and only g++ is told to overlook it there.
  target_compile_options(hjemmel_flags INTERFACE -Wno-deprecated-declarations)
endif()
if(HJEMMEL_WERROR)
  target_compile_options(hjemmel_flags INTERFACE -Werror)
endif()
if(HJEMMEL_SANITIZE)
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(hjemmel_flags INTERFACE ${sanitize})
  target_link_options(hjemmel_flags INTERFACE ${sanitize})
endif()
if(HJEMMEL_FUZZ)  # coverage for libFuzzer everywhere, its main only in the targets
  target_compile_options(hjemmel_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
