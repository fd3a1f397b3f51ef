#pragma once

#include <lpd/error.h>

#include <string>

/// What `work` complains about, "what | hint"; empty where it does not throw lpd::Error.
template <class Work>
std::string errorOf(const Work& work) {
  try {
    work();
  } catch (const lpd::Error& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "";
}

inline bool mentions(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}
