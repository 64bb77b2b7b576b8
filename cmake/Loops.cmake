# How the loops over columns are compiled: for vector instructions, and some of them for newer processors.
# engine/columns/loops/loops.cpp says which of them runs. Elsewhere they are all the same.
set(hjemmel_columns "${PROJECT_SOURCE_DIR}/engine/columns")
function(hjemmel_loop_options file)
  set(options ${ARGN})
  if(NOT HJEMMEL_SANITIZE)
    list(PREPEND options -O3)
  endif()
  set_source_files_properties("${hjemmel_columns}/${file}" PROPERTIES COMPILE_OPTIONS "${options}")
  if(HJEMMEL_SANITIZE AND ARGN)  # what is compiled beforehand knows nothing of these instructions
    set_source_files_properties("${hjemmel_columns}/${file}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  endif()
endfunction()

hjemmel_loop_options(loops/loops_plain.cpp)
hjemmel_loop_options(atom_set.cpp)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  hjemmel_loop_options(loops/loops_avx2.cpp -mavx2 -mbmi2)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")  # its own headers of these instructions are what it warns of
    set(quiet -Wno-maybe-uninitialized -Wno-uninitialized)
  endif()
  hjemmel_loop_options(loops/loops_avx512.cpp -mavx2 -mbmi2 -mavx512f -mavx512bw -mavx512dq -mavx512vl -mavx512vbmi -mprefer-vector-width=512
                       ${quiet})
endif()
