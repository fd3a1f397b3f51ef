# Finds OpenCV 4's core and imgproc, and nothing else: Debian's OpenCVConfig.cmake comes only with the package that
# drags in every module, Qt 5 and VTK with it.
include_guard(GLOBAL)

find_path(LPD_OPENCV_INCLUDE opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
find_library(LPD_OPENCV_CORE opencv_core REQUIRED)
find_library(LPD_OPENCV_IMGPROC opencv_imgproc REQUIRED)

add_library(lpd_opencv INTERFACE)
target_include_directories(lpd_opencv SYSTEM INTERFACE "${LPD_OPENCV_INCLUDE}")
target_link_libraries(lpd_opencv INTERFACE "${LPD_OPENCV_IMGPROC}" "${LPD_OPENCV_CORE}")
