#include <lpd/version.h>

#include <cstdio>

int main() {
  std::puts(lpd::versionString());
  return 0;
}
