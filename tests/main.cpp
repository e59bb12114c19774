#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#if defined(NAHRAUM_SANITIZED)
/// Graphics drivers are unloaded before the leak check, which then cannot name them, so that the
/// suppressions in house/lsan.supp do not apply to their leaks. Under the sanitizer they stay.
extern "C" int dlclose(void*) {
  return 0;
}
#endif
