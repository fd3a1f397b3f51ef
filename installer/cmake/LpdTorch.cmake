# Finds LibTorch and gives target lpd_torch. Two builds are supported: Debian's package (CPU), and the one inside the
# `torch` wheel (CUDA), for which LPD_TORCH_WHEEL names the wheel's folder (.../site-packages/torch).
set(LPD_TORCH_WHEEL "" CACHE PATH "Folder of the torch wheel to build against; empty = the system's LibTorch")

if(LPD_TORCH_WHEEL)
  list(PREPEND CMAKE_PREFIX_PATH "${LPD_TORCH_WHEEL}/share/cmake")
  # The wheel's own CMake files look in system folders first and would link a Debian LibTorch beside the wheel's.
  set(TORCH_LIBRARY "${LPD_TORCH_WHEEL}/lib/libtorch.so" CACHE FILEPATH "" FORCE)
  set(c10_LIBRARY "${LPD_TORCH_WHEEL}/lib/libc10.so" CACHE FILEPATH "" FORCE)
  if(NOT LPD_CUDA STREQUAL "OFF" AND NOT DEFINED TORCH_CUDA_ARCH_LIST AND NOT DEFINED ENV{TORCH_CUDA_ARCH_LIST})
    # Named, because detecting the GPU of the building machine fails where there is none.
    set(TORCH_CUDA_ARCH_LIST "7.5;8.0;8.6;8.9;9.0;10.0;12.0+PTX")
  endif()
endif()

find_package(Torch REQUIRED)

# Tests of core's inside link lpd_torch from other folders; imported targets are otherwise known in this folder only.
get_property(lpd_imported DIRECTORY PROPERTY IMPORTED_TARGETS)
foreach(target IN LISTS lpd_imported)
  set_target_properties(${target} PROPERTIES IMPORTED_GLOBAL TRUE)
endforeach()

add_library(lpd_torch INTERFACE)
target_include_directories(lpd_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(lpd_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(lpd_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(lpd_torch INTERFACE $<$<COMPILE_LANGUAGE:CXX>:${lpd_torch_flags}>)
