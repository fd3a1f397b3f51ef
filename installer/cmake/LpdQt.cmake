# Finds Qt 6 and gives target lpd_qt_headers: Qt Quick's headers, precompiled once for every target that draws.
include_guard(GLOBAL)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui LinguistTools Qml Quick QuickControls2 ShaderTools Sql)

file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/qt_headers.cpp" CONTENT "")
add_library(lpd_qt_headers STATIC "${CMAKE_CURRENT_BINARY_DIR}/qt_headers.cpp")
target_link_libraries(lpd_qt_headers PRIVATE lpd_options Qt6::Quick)
target_precompile_headers(lpd_qt_headers PRIVATE <QtQuick/QtQuick>)
