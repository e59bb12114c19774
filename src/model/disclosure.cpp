#include "model/disclosure.hpp"

#include "base/check.hpp"

namespace nahraum::model {

bool may_show(long count, int min_count) {
  NAHRAUM_CHECK(count >= 0);
  return count == 0 || count >= min_count;
}

std::optional<int> disclosed(const std::optional<int>& count, int min_count) {
  return count && may_show(*count, min_count) ? count : std::nullopt;
}

std::string count_text(const std::optional<int>& count, int min_count, base::Language language) {
  if (!count) return "–";
  if (!may_show(*count, min_count)) return "< " + std::to_string(min_count);
  return base::format_number(*count, 0, language);
}

}  // namespace nahraum::model
