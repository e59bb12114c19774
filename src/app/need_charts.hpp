#pragma once
/// Module 1's pictures: the population by age, and the profile against another population. Only
/// what may be told.

#include <optional>
#include <string>

#include "app/need_question.hpp"
#include "scene/charts/deviations.hpp"
#include "scene/charts/pyramid.hpp"

namespace nahraum::app {

struct NeedCharts {
  /// Women and men where the source knows them, in dashes the reference pyramid; else the unit
  /// beside the reference. Percent of all per five years of age. Nothing where fewer than four
  /// groups may be shown.
  std::optional<scene::PyramidSpec> pyramid;
  std::string pyramid_note;  ///< what the reference pyramid rests on: its mark and source
  /// Indicators against NeedAnswer::reference; the three that deviate most are marked. Without
  /// those whose zero means nothing (Billeter's measure): so much percent more of them is no
  /// statement. Where only a lower bound is known no deviation is told.
  scene::DeviationsSpec profile;
  std::string strongest;  ///< "Strongest deviations from NRW: …"; "" where there are none
};
NeedCharts need_charts(const NeedAnswer& answer, const NeedRow& row, int min_count);

}  // namespace nahraum::app
