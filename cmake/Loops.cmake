# How the loops over columns, and over the facts of one case, are compiled: for vector instructions, and one of each for newer processors.
# engine/columns/loops.h says which of them runs.
set(hjemmel_plain_loops "${PROJECT_SOURCE_DIR}/engine/columns/loops_plain.cpp" "${PROJECT_SOURCE_DIR}/engine/rows/fact_loops_plain.cpp")
set(hjemmel_avx2_loops "${PROJECT_SOURCE_DIR}/engine/columns/loops_avx2.cpp" "${PROJECT_SOURCE_DIR}/engine/rows/fact_loops_avx2.cpp")
if(NOT HJEMMEL_SANITIZE)
  set_source_files_properties(${hjemmel_plain_loops} PROPERTIES COMPILE_OPTIONS "-O3")
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  if(HJEMMEL_SANITIZE)
    set_source_files_properties(${hjemmel_avx2_loops} PROPERTIES COMPILE_OPTIONS "-mavx2;-mbmi2" SKIP_PRECOMPILE_HEADERS ON)
  else()
    set_source_files_properties(${hjemmel_avx2_loops} PROPERTIES COMPILE_OPTIONS "-O3;-mavx2;-mbmi2")
  endif()
endif()
