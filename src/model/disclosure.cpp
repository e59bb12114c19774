#include "model/disclosure.hpp"

#include "base/check.hpp"

namespace nahraum::model {

bool may_show(long count, int min_count) {
  NAHRAUM_CHECK(count >= 0);
  return count == 0 || count >= min_count;
}

std::vector<bool> may_show_parts(const std::vector<long>& parts, int min_count) {
  std::vector<bool> shown;
  long hidden_sum = 0;
  int hidden = 0;
  for (const long part : parts) {
    const bool small = part >= 0 && !may_show(part, min_count);
    shown.push_back(part >= 0 && !small);
    if (!small) continue;
    hidden_sum += part;
    ++hidden;
  }
  while (hidden > 0 && (hidden < 2 || hidden_sum < min_count)) {
    std::size_t next = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool candidate = shown[i] && parts[i] > 0;
      if (candidate && (next == parts.size() || parts[i] < parts[next])) next = i;
    }
    if (next == parts.size()) break;  // the whole is small itself
    shown[next] = false;
    hidden_sum += parts[next];
    ++hidden;
  }
  return shown;
}

std::vector<std::string> parts_text(const std::vector<long>& parts, int min_count,
                                    base::Language language) {
  const auto shown = may_show_parts(parts, min_count);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool small = parts[i] >= 0 && !may_show(parts[i], min_count);
    texts.push_back(small      ? "< " + std::to_string(min_count)
                    : shown[i] ? base::format_number(static_cast<double>(parts[i]), 0, language)
                               : "–");
  }
  return texts;
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
