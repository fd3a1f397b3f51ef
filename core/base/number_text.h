#pragma once

#include <charconv>
#include <string>

namespace lpd {

/// The shortest decimal that reads back as the same finite number, whatever the locale: 0.1f is "0.1", 5.0 is "5".
template <class Number>
std::string numberText(Number value) {
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  return {text, end};
}

}  // namespace lpd
