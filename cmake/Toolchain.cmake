# Flags for every target of the project: warnings, sanitizers, ccache, precompiled headers. Third-party headers come in as
# SYSTEM and are exempt.
find_program(HJEMMEL_CCACHE ccache)
if(HJEMMEL_CCACHE)  # without that sloppiness ccache keeps nothing that was compiled with a precompiled header
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros "${HJEMMEL_CCACHE}")
endif()

add_library(hjemmel_flags INTERFACE)
target_include_directories(hjemmel_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(hjemmel_flags INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 takes the empty std::optional<std::string> for one whose text is read (GCC bug 80635). clang's own warning, on by
  # -Wall, and the sanitizer runs look for the real thing.
  target_compile_options(hjemmel_flags INTERFACE -Wno-maybe-uninitialized)
  # What is compiled for a library that may be loaded is not replaced by another of the same name: so it may be inlined.
  target_compile_options(hjemmel_flags INTERFACE -fno-semantic-interposition)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # libstdc++ 12 calls a deprecated function of its own in std::stable_sort, and only g++ is told to overlook it there.
  target_compile_options(hjemmel_flags INTERFACE -Wno-deprecated-declarations)
  # ccache compares precompiled headers by what they hold; clang would by the time of their file.
  target_compile_options(hjemmel_flags INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
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

# Headers of others that most files of the target include, read once. Targets of one `like` share what the first has read, so
# they must be compiled with the same flags. Where HJEMMEL_PRECOMPILE is on only: elsewhere a missing #include must fail, and
# g++ 12 would take what it then says of the library's own headers for warnings.
function(hjemmel_precompile target like)
  get_property(owner GLOBAL PROPERTY "hjemmel_precompiled_${like}")
  if(owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  else()
    target_precompile_headers(${target} PRIVATE ${ARGN})
    set_property(GLOBAL PROPERTY "hjemmel_precompiled_${like}" ${target})
  endif()
endfunction()
