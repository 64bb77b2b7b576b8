# Jurisdiction plugins: `hjemmel_add_plugin(<folder> <id>)` for each folder of plugins/, then `hjemmel_finish_bundle()` once.
#
# A plugin is built twice from the same sources: as the shared library bundle/plugins/<id>.so, which exports the one symbol of
# the border, and as the static library `hjemmel_plugin_<id>_static`, whose entry is called hjemmel_jurisdiction_v1_<id>, for
# tests and fuzz targets (plugins/static_entries.h declares them). Plugins see plugins/abi and the standard library only.
# ${PROJECT_BINARY_DIR}/bundle is a whole bundle: plugins/ with plugins.yaml, and the repository's rules/ and schemas/.
set(HJEMMEL_BUNDLE "${PROJECT_BINARY_DIR}/bundle")

function(hjemmel_add_plugin folder id)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/plugins/${folder}/*.cpp"
       "${PROJECT_SOURCE_DIR}/plugins/${folder}/*.c")
  set(exports "${PROJECT_SOURCE_DIR}/plugins/exports.map")

  add_library(hjemmel_plugin_${id} MODULE ${sources})
  target_link_libraries(hjemmel_plugin_${id} PRIVATE hjemmel_flags)
  target_compile_options(hjemmel_plugin_${id} PRIVATE -fPIC -fvisibility=hidden
                         $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>)
  target_link_options(hjemmel_plugin_${id} PRIVATE -Wl,-z,nodelete "-Wl,--version-script=${exports}")
  if(NOT HJEMMEL_SANITIZE)  # the sanitizers' runtime is the host's
    target_link_options(hjemmel_plugin_${id} PRIVATE -Wl,--no-undefined)
  endif()
  set_target_properties(hjemmel_plugin_${id} PROPERTIES PREFIX "" OUTPUT_NAME "${id}" SUFFIX ".so" LINK_DEPENDS "${exports}"
                        LIBRARY_OUTPUT_DIRECTORY "${HJEMMEL_BUNDLE}/plugins")
  set_property(GLOBAL APPEND PROPERTY hjemmel_plugins "${id}")

  add_library(hjemmel_plugin_${id}_static STATIC ${sources})
  target_link_libraries(hjemmel_plugin_${id}_static PRIVATE hjemmel_flags)
  target_compile_definitions(hjemmel_plugin_${id}_static PRIVATE hjemmel_jurisdiction_v1=hjemmel_jurisdiction_v1_${id})
endfunction()

# Target `hjemmel_bundle`: all plugins, their list with the hash of each, and links to rules and schemas.
function(hjemmel_finish_bundle)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  get_property(ids GLOBAL PROPERTY hjemmel_plugins)
  set(script "${PROJECT_SOURCE_DIR}/plugins/write_list.py")
  set(list "${HJEMMEL_BUNDLE}/plugins/plugins.yaml")
  set(targets "")
  set(entries "")
  foreach(id IN LISTS ids)
    list(APPEND targets hjemmel_plugin_${id})
    list(APPEND entries "${id}=${id}.so")
  endforeach()
  add_custom_command(OUTPUT "${list}" COMMAND Python3::Interpreter "${script}" "${list}" ${entries}
                     DEPENDS "${script}" ${targets} COMMENT "Writing bundle/plugins/plugins.yaml" VERBATIM)
  add_custom_target(hjemmel_bundle ALL DEPENDS "${list}")
  file(MAKE_DIRECTORY "${HJEMMEL_BUNDLE}/plugins")
  foreach(folder rules schemas)
    file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}" "${HJEMMEL_BUNDLE}/${folder}" SYMBOLIC)
  endforeach()
endfunction()
