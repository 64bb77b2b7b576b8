# How the loops over columns are compiled: for vector instructions, and one of them for newer processors. engine/columns/loops.h says
# which of them runs.
set(hjemmel_loops "${PROJECT_SOURCE_DIR}/engine/columns")
if(NOT HJEMMEL_SANITIZE)
  set_source_files_properties("${hjemmel_loops}/loops_plain.cpp" "${hjemmel_loops}/fact_loops_plain.cpp" PROPERTIES COMPILE_OPTIONS "-O3")
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  if(HJEMMEL_SANITIZE)
    set_source_files_properties("${hjemmel_loops}/loops_avx2.cpp" "${hjemmel_loops}/fact_loops_avx2.cpp" PROPERTIES COMPILE_OPTIONS "-mavx2;-mbmi2"
                                SKIP_PRECOMPILE_HEADERS ON)
  else()
    set_source_files_properties("${hjemmel_loops}/loops_avx2.cpp" "${hjemmel_loops}/fact_loops_avx2.cpp" PROPERTIES COMPILE_OPTIONS "-O3;-mavx2;-mbmi2")
  endif()
endif()
