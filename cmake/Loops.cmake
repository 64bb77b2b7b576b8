# How the loops over columns, and over the facts of one case, are compiled: for vector instructions, and some of them for newer
# processors. engine/columns/loops/loops.cpp and engine/rows/fact_loops.cpp say which of them runs.
function(hjemmel_loop_options file)
  set(options ${ARGN})
  if(NOT HJEMMEL_SANITIZE)
    list(PREPEND options -O3)
  endif()
  set_source_files_properties("${PROJECT_SOURCE_DIR}/engine/${file}" PROPERTIES COMPILE_OPTIONS "${options}")
  if(HJEMMEL_SANITIZE AND ARGN)  # what is compiled beforehand knows nothing of these instructions
    set_source_files_properties("${PROJECT_SOURCE_DIR}/engine/${file}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  endif()
endfunction()

hjemmel_loop_options(columns/loops/loops_plain.cpp)
hjemmel_loop_options(rows/fact_loops_plain.cpp)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(avx2 -mavx2 -mbmi2)
  set(avx512 ${avx2} -mavx512f -mavx512bw -mavx512dq -mavx512vl -mavx512vbmi -mprefer-vector-width=512)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")  # its own headers of these instructions are what it warns of
    list(APPEND avx512 -Wno-maybe-uninitialized -Wno-uninitialized)
  endif()
  hjemmel_loop_options(columns/loops/loops_avx2.cpp ${avx2})
  hjemmel_loop_options(rows/fact_loops_avx2.cpp ${avx2})
  hjemmel_loop_options(columns/loops/loops_avx512.cpp ${avx512})
endif()
