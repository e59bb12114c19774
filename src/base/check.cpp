#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace nahraum::base {
namespace {
void (*the_last_act)() = nullptr;  // set once by main before any thread starts
}

void set_last_act(void (*last_act)()) {
  the_last_act = last_act;
}

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "nahraum: broken invariant `%s` at %s:%d\n", condition, file, line);
  if (auto* act = the_last_act) {
    the_last_act = nullptr;
    act();
  }
  std::abort();
}

}  // namespace nahraum::base
