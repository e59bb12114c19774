#include "planning/competences.hpp"

#include <algorithm>
#include <cmath>

#include "base/check.hpp"

namespace nahraum::planning {
namespace {

/// Of sorted values, so that sums do not hang on the order of the sheets.
void fill(CompetenceFigures& figures, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  figures.answers = values.size();
  if (values.empty()) return;
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double value : values)
    sum += value;
  for (const double value : values)
    squares += (value - sum / n) * (value - sum / n);
  figures.mean = sum / n;
  figures.least = values.front();
  figures.most = values.back();
  if (values.size() > 1) figures.standard_deviation = std::sqrt(squares / (n - 1));
}

CompetenceFigures figures_of(const std::vector<CompetenceSheet>& sheets, bool after, std::size_t k,
                             const CompetenceScale& scale) {
  CompetenceFigures figures;
  std::vector<double> values;
  for (const auto& sheet : sheets) {
    if (sheet.after != after) continue;
    const auto& value = sheet.values[k];
    if (!value) {
      ++figures.skipped;
    } else if (*value >= scale.low && *value <= scale.high) {
      values.push_back(*value);
    } else {
      ++figures.out_of_range;
    }
  }
  fill(figures, std::move(values));
  return figures;
}

}  // namespace

CompetenceRadar competence_radar(const std::vector<CompetenceSheet>& sheets,
                                 const CompetenceScale& scale) {
  NAHRAUM_CHECK(scale.low < scale.high);
  CompetenceRadar radar;
  for (const auto& sheet : sheets)
    ++(sheet.after ? radar.sheets_after : radar.sheets_before);
  for (std::size_t k = 0; k < competences; ++k) {
    radar.before[k] = figures_of(sheets, false, k, scale);
    radar.after[k] = figures_of(sheets, true, k, scale);
    if (radar.before[k].mean && radar.after[k].mean)
      radar.change[k] = *radar.after[k].mean - *radar.before[k].mean;
  }
  return radar;
}

}  // namespace nahraum::planning
