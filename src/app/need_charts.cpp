#include "app/need_charts.hpp"

#include <algorithm>
#include <cmath>

#include "app/need_disclosure.hpp"
#include "app/need_report.hpp"
#include "app/need_shown.hpp"
#include "app/need_words.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {
namespace {

using base::tr;

constexpr std::size_t least_bands = 4, strongest_count = 3;

struct Band {
  int from = 0;
  std::optional<int> below;

  std::string name() const {
    if (!below) return fmt::format("{}+", from);
    return *below == from + 1 ? std::to_string(from) : fmt::format("{}–{}", from, *below - 1);
  }
  /// A wide band is as long as its five-year groups are on average.
  double groups() const { return below ? (*below - from) / 5.0 : 1; }
};

std::vector<Band> bands_of(const std::vector<int>& breaks) {
  std::vector<Band> bands;
  for (std::size_t i = 0; i < breaks.size(); ++i)
    bands.push_back(
        {breaks[i], i + 1 < breaks.size() ? std::optional(breaks[i + 1]) : std::nullopt});
  return bands;
}

std::optional<double> percent(const analysis::AgeCurve& ages, const Band& band, double all) {
  const auto count = ages.count(band.from, band.below);
  if (!count || all <= 0) return std::nullopt;
  return 100 * count->count / all / band.groups();
}

/// Of the reference pyramid, whose groups lie whole inside the band or outside it.
struct ReferenceShares {
  double women = 0, men = 0;
};
ReferenceShares reference_of(const model::Rates& rates, const Band& band) {
  ReferenceShares inside, all;
  for (const auto& group : rates.pyramid) {
    all.women += group.women, all.men += group.men;
    if (group.ages.from < band.from || (band.below && group.ages.from >= *band.below)) continue;
    inside.women += group.women, inside.men += group.men;
  }
  const double whole = std::max(1.0, all.women + all.men) * band.groups() / 100;
  return {inside.women / whole, inside.men / whole};
}

void fill(scene::PyramidBand& drawn, const NeedRow& row, const Band& band,
          const ReferenceShares& reference) {
  const auto& ages = row.unit.ages;
  const auto everybody = ages.both.count(0, {});
  const double all = everybody ? everybody->count : 0;
  if (ages.women.known() && ages.men.known()) {
    drawn.left = percent(ages.women, band, all);
    drawn.right = percent(ages.men, band, all);
    drawn.left_other = reference.women;
    drawn.right_other = reference.men;
  } else {
    drawn.left = percent(ages.both, band, all);
    drawn.right = reference.women + reference.men;
  }
}

std::optional<scene::PyramidSpec> pyramid_of(const NeedAnswer& answer, const NeedRow& row,
                                             int min_count) {
  const bool whole = &row == &answer.district;
  auto breaks = whole ? pyramid_breaks(row, min_count) : row.breaks;
  if (!whole && !row.shown) breaks.clear();
  if (breaks.size() < least_bands || answer.rates.pyramid.empty()) return std::nullopt;
  scene::PyramidSpec spec;
  const bool by_sex = row.unit.ages.women.known() && row.unit.ages.men.known();
  const std::string reference = tr("Germany");
  spec.left = by_sex ? tr("Women") : row.unit.name;
  spec.right = by_sex ? tr("Men") : reference;
  spec.other = by_sex ? reference : "";
  spec.unit = tr("% of all, per five years of age");
  spec.decimals = 1;
  for (const auto& band : bands_of(breaks)) {
    scene::PyramidBand drawn;
    drawn.name = band.name();
    drawn.marked = band.from >= 80;
    fill(drawn, row, band, reference_of(answer.rates, band));
    spec.bands.push_back(std::move(drawn));
  }
  return spec;
}

scene::DeviationsSpec profile_of(const NeedAnswer& answer, const NeedRow& row, int min_count) {
  scene::DeviationsSpec spec;
  spec.first = tr("Indicator");
  spec.here = row.unit.name;
  spec.there = answer.reference.name;
  const auto cells = need_ratios(answer, row, min_count);
  for (std::size_t i = 0; i < row.need.ratios.size(); ++i) {
    const auto& ratio = row.need.ratios[i];
    if (!ratio.kind->minus.empty()) continue;
    const auto here = shown_value(row, ratio);
    const auto there = answer.reference.ratios[i].value;
    scene::DeviationRow line;
    line.name = ratio_name(ratio.kind->id);
    line.here = cells[i + 1][1];
    line.there = cells[i + 1][3];
    const bool exact = here && !at_least(row, *ratio.kind);
    if (exact && there && *there > 0) line.relative = *here / *there - 1;
    spec.rows.push_back(std::move(line));
  }
  return spec;
}

/// Marks them and names them, the strongest first; ties in the indicators' order.
std::string mark_strongest(scene::DeviationsSpec& spec) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < spec.rows.size(); ++i) {
    if (spec.rows[i].relative && std::abs(*spec.rows[i].relative) >= 0.005) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return std::abs(*spec.rows[a].relative) > std::abs(*spec.rows[b].relative);
  });
  order.resize(std::min(order.size(), strongest_count));
  std::string names;
  for (const auto i : order) {
    auto& row = spec.rows[i];
    row.marked = true;
    names +=
        fmt::format("{}{} ({} / {})", names.empty() ? "" : ", ", row.name, row.here, row.there);
  }
  if (names.empty()) return "";
  return say(tr("Strongest deviations from {0}: {1}."), spec.there, names);
}

}  // namespace

NeedCharts need_charts(const NeedAnswer& answer, const NeedRow& row, int min_count) {
  NeedCharts charts;
  charts.pyramid = pyramid_of(answer, row, min_count);
  const auto& evidence = answer.rates.pyramid_evidence;
  if (charts.pyramid)
    charts.pyramid_note =
        say(tr("Germany: {0} ({1})"), scene::evidence_text(evidence), evidence.source);
  charts.profile = profile_of(answer, row, min_count);
  charts.strongest = mark_strongest(charts.profile);
  return charts;
}

}  // namespace nahraum::app
