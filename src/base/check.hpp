#pragma once
/// Invariants. Checked in every build: a wrong figure is worse than a stopped program.

namespace nahraum::base {

/// Called once before a broken invariant ends the program: the window saves the project here.
void set_last_act(void (*last_act)());

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace nahraum::base

#define NAHRAUM_CHECK(condition) \
  ((condition) ? void() : ::nahraum::base::check_failed(#condition, __FILE__, __LINE__))
