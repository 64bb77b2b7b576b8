# `hjemmel_use_allocator(<program>)`: mimalloc in the place of the C library's allocator. A package of many rules is a hundred
# thousand small things, and is loaded in a tenth less time. For programs only: a library leaves it to its host. Nothing changes
# where it is not installed, and under sanitizers, which find faults by an allocator of their own.
find_library(MIMALLOC_LIBRARY mimalloc)
find_path(MIMALLOC_INCLUDE_DIR mimalloc.h)

function(hjemmel_use_allocator program)
  if(MIMALLOC_LIBRARY AND MIMALLOC_INCLUDE_DIR AND NOT HJEMMEL_SANITIZE)
    target_sources(${program} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/allocator.cpp")
    target_include_directories(${program} SYSTEM PRIVATE "${MIMALLOC_INCLUDE_DIR}")
    # Nobody names what it defines: without this the linker would leave it out.
    target_link_libraries(${program} PRIVATE "-Wl,--push-state,--no-as-needed" "${MIMALLOC_LIBRARY}" "-Wl,--pop-state")
  endif()
endfunction()
