#include "base/base64.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace nahraum::base;

TEST_CASE("base64 as RFC 4648, section 10, has it") {
  const std::pair<const char*, const char*> published[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : published) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == std::string(bytes));
  }
}

TEST_CASE("any bytes come back, and what is no base64 is refused") {
  CHECK(rc::check("there and back", [](const std::string& bytes) {
    RC_ASSERT(from_base64(to_base64(bytes)) == bytes);
  }));
  for (const char* wrong : {"Zg=", "Z", "Zm9*", "Zm9vY===", "=m9v"})
    CHECK_FALSE(from_base64(wrong));
}
