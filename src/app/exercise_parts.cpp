#include "app/exercise_parts.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "app/area_figures.hpp"
#include "base/translate.hpp"
#include "io/project_words.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using Unit = FigureValue::Unit;

FigureValue count_of(std::size_t count) {
  return {Unit::count, static_cast<double>(count), "", false};
}

std::optional<double> ratio_of(const std::vector<analysis::Ratio>& ratios, const std::string& id) {
  for (const auto& ratio : ratios) {
    if (ratio.kind->id == id) return ratio.value;
  }
  return std::nullopt;
}

const analysis::RatioKind* kind_of(const std::string& id) {
  for (const auto& kind : analysis::ratio_kinds()) {
    if (kind.id == id) return &kind;
  }
  return nullptr;
}

double length_of(const model::ExerciseAnswer& answer) {
  double metres = 0;
  for (const auto& mark : answer.marks)
    metres += geo::length(mark);
  return metres;
}

double hectares_of(const model::ExerciseAnswer& answer) {
  double square_metres = 0;
  for (auto mark : answer.marks) {
    if (mark.size() < 3) continue;
    mark.push_back(mark.front());
    square_metres += std::fabs(geo::signed_area(mark));
  }
  return square_metres / 10'000;
}

std::size_t services_near(const course::MarksFigure& figure, const model::ExerciseAnswer& answer,
                          const model::Project& project) {
  const auto near = [&](const model::Service& service) {
    if (!figure.service.empty() && service.type != figure.service) return false;
    return std::any_of(answer.marks.begin(), answer.marks.end(), [&](const auto& mark) {
      return !mark.empty() &&
             (mark.size() == 1
                  ? geo::distance(mark[0], service.at)
                  : geo::nearest_on_line(mark, service.at).distance) <= figure.within_m;
    });
  };
  return static_cast<std::size_t>(
      std::count_if(project.services.begin(), project.services.end(), near));
}

std::string number_text(const FigureValue& value, base::Language language) {
  const double number = *value.number;
  switch (value.unit) {
    case Unit::percent:
      return base::format_number(number, 1, language) + " %";
    case Unit::minutes:
      return base::format_minutes(number * 60, language);
    case Unit::metres:
      return base::format_distance(number, language);
    case Unit::hectares:
      return base::format_number(number, 1, language) + " ha";
    case Unit::decimal:
      return base::format_number(number, number == std::round(number) ? 0 : 1, language);
    case Unit::euros:
      return base::format_number(number, 0, language) + "\u00a0€";
    default:
      return base::format_number(number, 0, language);
  }
}

}  // namespace

std::string shown(const FigureValue& value, int min_count, base::Language language) {
  if (value.unit == Unit::text) return value.text.empty() ? "–" : value.text;
  if (!value.number) return "–";
  if (!value.keep_back) return number_text(value, language);
  const bool few = value.unit == Unit::persons && *value.number < min_count;
  return few ? fmt::format("< {}", min_count) : "–";
}

FigureValue indicator_value(const course::IndicatorFigure& figure, const NeedAnswer& answer) {
  using Of = course::IndicatorFigure::Of;
  FigureValue value{figure.area_name ? Unit::text : Unit::percent, std::nullopt, "", false};
  if (figure.of == Of::highest || figure.of == Of::lowest) {
    const auto area = extreme_area(figure.id, figure.of == Of::highest, answer);
    if (area && figure.area_name) value.text = area->name;
    if (area && !figure.area_name) value.number = area->rate;
    return value;
  }
  const auto* kind = kind_of(figure.id);
  if (!kind) return value;
  if (figure.of == Of::reference) {
    value.number = ratio_of(answer.reference.ratios, figure.id);
  } else if (answer.district.shown && answer.district.shows(*kind)) {
    value.number = ratio_of(answer.district.need.ratios, figure.id);
  }
  return value;
}

std::optional<ExtremeArea> extreme_area(const std::string& indicator, bool highest,
                                        const NeedAnswer& answer) {
  const auto areas = area_figures(answer);
  const auto* found = areas ? areas->find(indicator) : nullptr;
  std::optional<ExtremeArea> best;
  for (std::size_t i = 0; found && i < found->areas.size(); ++i) {
    const auto& rate = found->areas[i].rate;
    if (!rate || (best && (highest ? *rate <= best->rate : *rate >= best->rate))) continue;
    best = ExtremeArea{areas->names[i].empty() ? areas->ids[i] : areas->names[i], *rate,
                       found->areas[i].outline};
  }
  return best;
}

FigureValue services_value(const course::ServicesFigure& figure, const model::Project& project,
                           const geo::MultiPolygon& outline) {
  using What = course::ServicesFigure::What;
  std::set<std::string> providers;
  std::size_t count = 0;
  std::optional<double> places;
  for (const auto& service : project.services) {
    if (service.type != figure.type || !service.in_district) continue;
    if (!outline.empty() && !geo::contains(outline, service.at)) continue;
    ++count;
    if (!service.provider.empty()) providers.insert(service.provider);
    if (service.capacity) places = places.value_or(0) + *service.capacity;
  }
  if (figure.what == What::count) return count_of(count);
  if (figure.what == What::providers) return count_of(providers.size());
  if (figure.what == What::places) return {Unit::count, places, "", false};
  std::string names;
  for (const auto& provider : providers)
    names += (names.empty() ? "" : ", ") + provider;
  return {Unit::text, std::nullopt, names, false};
}

FigureValue made_value(const course::MadeFigure& figure, const model::Project& project) {
  using What = course::MadeFigure::What;
  const auto fits = [&](std::string_view kind) {
    return figure.kind.empty() || figure.kind == kind;
  };
  std::size_t count = 0;
  switch (figure.what) {
    case What::notes:
      for (const auto& note : project.notes)
        count += fits(io::note_words.of(note.kind)) ? 1 : 0;
      return count_of(count);
    case What::photos:
      for (const auto& note : project.notes)
        count += note.kind == model::NoteKind::photo ? 1 : 0;
      return count_of(count);
    case What::corrections:
      for (const auto& correction : project.corrections)
        count += fits(model::kind_of(correction.change)) ? 1 : 0;
      return count_of(count);
    case What::scenarios:
      return count_of(project.scenarios.size());
    case What::changes:
      for (const auto& scenario : project.scenarios) {
        for (const auto& change : scenario.changes)
          count += fits(model::kind_of(change)) ? 1 : 0;
      }
      return count_of(count);
    case What::views:
      return count_of(project.views.size());
  }
  return count_of(count);
}

FigureValue marks_value(const course::MarksFigure& figure, const model::ExerciseAnswer& answer,
                        const model::Project& project) {
  using What = course::MarksFigure::What;
  if (figure.what == What::metres) return {Unit::metres, length_of(answer), "", false};
  if (figure.what == What::hectares) return {Unit::hectares, hectares_of(answer), "", false};
  if (figure.what == What::services) return count_of(services_near(figure, answer, project));
  return count_of(answer.marks.size());
}

std::size_t marks_near(const model::ExerciseAnswer& answer, const std::vector<std::uint32_t>& homes,
                       const model::Project& project) {
  constexpr double near_m = 100;
  std::size_t count = 0;
  for (const auto& mark : answer.marks) {
    if (mark.empty()) continue;
    double best = near_m;
    std::optional<std::uint32_t> nearest;
    for (std::uint32_t i = 0; i < project.homes.size(); ++i) {
      const double away = geo::distance(project.homes[i].at, mark[0]);
      if (project.homes[i].in_district && away < best) best = away, nearest = i;
    }
    if (nearest && std::binary_search(homes.begin(), homes.end(), *nearest)) ++count;
  }
  return count;
}

FigureValue combined_value(course::CombinedFigure::How how, const FigureValue& first,
                           const FigureValue& second, int min_count) {
  using How = course::CombinedFigure::How;
  FigureValue value = first;
  value.number.reset();
  value.keep_back = first.keep_back || second.keep_back;
  if (how == How::percent) value.unit = Unit::percent;
  if (!first.number || !second.number) return value;
  const double a = *first.number;
  const double b = *second.number;
  if (how == How::percent) {
    if (b != 0) value.number = 100 * a / b;
    return value;
  }
  value.number = how == How::sum ? a + b : a - b;
  if (value.unit == Unit::persons &&
      !model::may_show(std::lround(std::fabs(*value.number)), min_count))
    value.keep_back = true;
  return value;
}

}  // namespace nahraum::app
