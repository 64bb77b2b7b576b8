# The libraries of packages.apt as CMake targets. `hjemmel_third_party(<word> <result>)` turns a header prefix of engine/LAYERS
# into what must be linked for it.
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(yaml-cpp REQUIRED)
find_package(simdjson REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(ZLIB REQUIRED)

find_path(SODIUM_INCLUDE_DIR sodium.h REQUIRED)
find_library(SODIUM_LIBRARY sodium REQUIRED)
add_library(hjemmel_sodium INTERFACE)
target_include_directories(hjemmel_sodium SYSTEM INTERFACE "${SODIUM_INCLUDE_DIR}")
target_link_libraries(hjemmel_sodium INTERFACE "${SODIUM_LIBRARY}")

# SHA-256 by the processor's own instruction where it has one, which libsodium's does not use.
find_path(NETTLE_INCLUDE_DIR nettle/sha2.h REQUIRED)
find_library(NETTLE_LIBRARY nettle REQUIRED)
add_library(hjemmel_nettle INTERFACE)
target_include_directories(hjemmel_nettle SYSTEM INTERFACE "${NETTLE_INCLUDE_DIR}")
target_link_libraries(hjemmel_nettle INTERFACE "${NETTLE_LIBRARY}")

find_path(ZSTD_INCLUDE_DIR zstd.h REQUIRED)
find_library(ZSTD_LIBRARY zstd REQUIRED)
add_library(hjemmel_zstd INTERFACE)
target_include_directories(hjemmel_zstd SYSTEM INTERFACE "${ZSTD_INCLUDE_DIR}")
target_link_libraries(hjemmel_zstd INTERFACE "${ZSTD_LIBRARY}")

# Headers only, over std::filesystem; it asks the C library for dlopen.
add_library(hjemmel_boost_dll INTERFACE)
target_compile_definitions(hjemmel_boost_dll INTERFACE BOOST_DLL_USE_STD_FS)
target_link_libraries(hjemmel_boost_dll INTERFACE Boost::headers ${CMAKE_DL_LIBS})

find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
add_library(hjemmel_cli11 INTERFACE)
target_include_directories(hjemmel_cli11 SYSTEM INTERFACE "${CLI11_INCLUDE_DIR}")

function(hjemmel_third_party word result)
  set(boost/dll hjemmel_boost_dll)
  set(boost/json Boost::json)
  set(boost/pfr Boost::headers)
  set(boost/container Boost::headers)
  set(boost/smart_ptr Boost::headers)
  set(boost/spirit Boost::headers)
  set(boost/multiprecision Boost::headers)
  set(yaml-cpp yaml-cpp)
  set(simdjson simdjson::simdjson)
  set(fmt fmt::fmt)
  set(spdlog spdlog::spdlog fmt::fmt)
  set(sodium hjemmel_sodium)
  set(nettle hjemmel_nettle)
  set(zlib ZLIB::ZLIB)
  set(zstd hjemmel_zstd)
  set(zstd_errors hjemmel_zstd)
  set(CLI hjemmel_cli11)
  set(plugins/abi "")  # headers of our own, found from the root of the repository
  foreach(system_header dlfcn elf fcntl immintrin spawn sys/mman sys/stat sys/wait unistd)  # of the C library or the compiler: nothing to link
    set(${system_header} "")
  endforeach()
  if(NOT DEFINED "${word}")
    message(FATAL_ERROR "engine/LAYERS names the third-party header `${word}`, which cmake/ThirdParty.cmake does not know")
  endif()
  set(${result} "${${word}}" PARENT_SCOPE)
endfunction()
