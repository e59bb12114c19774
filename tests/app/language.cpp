/// Every test case begins in English, whatever language the one before it spoke.

#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include <catch2/catch.hpp>

#include "base/translate.hpp"

namespace {

struct BeginInEnglish : Catch::TestEventListenerBase {
  using TestEventListenerBase::TestEventListenerBase;
  void testCaseStarting(const Catch::TestCaseInfo& info) override {
    nahraum::base::set_language(nahraum::base::Language::english);
    TestEventListenerBase::testCaseStarting(info);
  }
};

}  // namespace

CATCH_REGISTER_LISTENER(BeginInEnglish)
