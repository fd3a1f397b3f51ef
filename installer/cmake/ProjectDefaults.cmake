# Settings every target shares, and the two helpers that declare a library and a test.
set_property(GLOBAL PROPERTY GLOBAL_DEPENDS_NO_CYCLES ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
include(GNUInstallDirs)

find_program(LPD_CCACHE ccache)
if(LPD_CCACHE)
  # Precompiled headers are only cached with these two checks relaxed.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_PCH_EXTSUM=1 ${LPD_CCACHE})
endif()

add_library(lpd_options INTERFACE)
target_compile_options(lpd_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic>)
target_compile_definitions(lpd_options INTERFACE QT_NO_KEYWORDS)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # -fpch-preprocess: precompiled headers through ccache. -Wrestrict and -Wstringop-overflow: false alarms on
  # std::string in GCC 12 (PR105651).
  target_compile_options(lpd_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess -Wno-restrict -Wno-stringop-overflow>)
endif()
if(LPD_SANITIZE)
  target_compile_options(lpd_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fsanitize=address,undefined -fno-omit-frame-pointer>)
  target_link_options(lpd_options INTERFACE -fsanitize=address,undefined)
endif()

# lpd_library(NAME SOURCES...): a static library with the shared options.
function(lpd_library name)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PRIVATE lpd_options)
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

# cmake --preset tidy && cmake --build --preset tidy: clang-tidy over every compiled file of the project. A preset of
# its own because clang cannot read the precompiled headers of GCC.
find_program(LPD_RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
if(LPD_RUN_CLANG_TIDY AND CMAKE_DISABLE_PRECOMPILE_HEADERS)
  add_custom_target(tidy
    COMMAND "${LPD_RUN_CLANG_TIDY}" -quiet -p "${CMAKE_BINARY_DIR}" "${CMAKE_SOURCE_DIR}/(core|app|ui|tests)/.*\\.cpp$"
    USES_TERMINAL VERBATIM)
endif()
