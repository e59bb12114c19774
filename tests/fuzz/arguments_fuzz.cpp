/// Any text as an argument, a limit, a number. No verb runs: they would write where the text says.

#include <cmath>

#include "analysis/coverage.hpp"
#include "app/arguments.hpp"
#include "base/check.hpp"
#include "base/text.hpp"
#include "tests/fuzz/input_file.hpp"

using namespace nahraum;

namespace {

void limits(std::string_view text) {
  const auto limit = analysis::parse_limit(text);
  if (limit) NAHRAUM_CHECK(limit->value > 0 && std::isfinite(limit->value));
  if (limit) (void)analysis::to_text(*limit);
  (void)app::parse_limits(text);
}

void places(std::string_view text) {
  (void)app::parse_numbers(text, 4, "--bbox", "1,2,3,4");
  if (const auto at = app::parse_lonlat(text, "--at")) {
    NAHRAUM_CHECK(std::fabs(at->lon) <= 180 && std::fabs(at->lat) <= 90);
  }
  (void)app::parse_epsg(text);
}

void texts(const std::string& text) {
  (void)app::extension_of(text);
  (void)base::format_date(text, base::Language::german);
  NAHRAUM_CHECK(base::is_valid_utf8(base::utf8_from_windows1252(text)));
  (void)base::fold_case(text);
  if (text.size() < 200) (void)base::nearest_name(text, {"pharmacy", "rollator"});
  for (const bool comma : {false, true}) {
    const auto number = base::parse_number(text, comma);
    if (!number) continue;
    (void)base::format_number(*number, 1, base::Language::german);
    (void)base::format_minutes(*number, base::Language::english);
    (void)base::format_distance(*number, base::Language::german);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  limits(text);
  places(text);
  texts(text);
  return 0;
}
