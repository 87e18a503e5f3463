# SPDX-FileCopyrightText: 2026 Veta contributors
# SPDX-License-Identifier: GPL-3.0-or-later
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(VETA_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(VETA_FUZZ "Build the fuzz targets of tests/fuzz and the rooms they need, nothing else (clang)" OFF)
option(VETA_PRECOMPILED_HEADERS "Precompile the Qt and standard headers each room uses most" ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Sloppiness: the two things ccache asks for to keep what was built with a precompiled header. The
  # others: what was built in one checkout serves in another.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
      CCACHE_NOHASHDIR=true ${CCACHE_PROGRAM})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(VETA_CACHED_HEADERS_OPTION -fpch-preprocess)
  endif()
endif()

# Everything of ours links veta_options; warnings are errors there and nowhere else.
add_library(veta_options INTERFACE)
target_compile_options(veta_options INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees uninitialised members in temporaries of std::variant and std::optional that are not
  # (GCC bug 105562 and its kin), and at -O3 a null %s in loops over literals; UBSan and clang-tidy look for the real ones.
  target_compile_options(veta_options INTERFACE -Wno-maybe-uninitialized -Wno-format-overflow)
endif()
target_compile_definitions(veta_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(veta_options INTERFACE ${PROJECT_SOURCE_DIR})
# GNU's own takes two to four times as long, for each of a hundred programs.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=lld VETA_HAS_LLD)
if(VETA_HAS_LLD)
  target_link_options(veta_options INTERFACE -fuse-ld=lld)
endif()
if(VETA_SANITIZE)
  target_compile_options(veta_options INTERFACE
    -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(veta_options INTERFACE -fsanitize=address,undefined)
endif()

if(VETA_FUZZ)
  # Another compiler warns of other things; what is fuzzed is built for its faults, not its warnings.
  target_compile_options(veta_options INTERFACE -Wno-error
    -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer
    -fno-sanitize-recover=undefined)
  target_link_options(veta_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
endif()

# veta_add_room(NAME SOURCES … PUBLIC libs … PRIVATE libs …): the library of one folder.
function(veta_add_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;PUBLIC;PRIVATE;PCH" ${ARGN})
  add_library(veta_${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(veta_${name} PUBLIC veta_options ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE})
  if(VETA_PRECOMPILED_HEADERS AND ROOM_PCH)
    target_precompile_headers(veta_${name} PRIVATE ${ROOM_PCH})
    target_compile_options(veta_${name} PRIVATE ${VETA_CACHED_HEADERS_OPTION})
  endif()
endfunction()
