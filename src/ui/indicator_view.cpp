#include "ui/indicator_view.hpp"

#include <algorithm>

#include "app/area_figures.hpp"
#include "scene/style.hpp"

namespace nahraum::ui {
namespace {

using Look = LegendEntry::Look;

ImU32 solid(scene::Color c) {
  return IM_COL32(c.r, c.g, c.b, 255);
}

LegendEntry entry_of(const scene::Fill& fill, const scene::Style& style, std::string text) {
  return {Look::band, solid(scene::over(*fill.color, style.ground)), std::move(text),
          scene::Plate::none, fill.hatch};
}

void add_classes(std::vector<LegendEntry>& entries, const app::Indicator& indicator,
                 const scene::Style& style) {
  const auto looks = scene::class_looks(style, indicator.classes.upper.size());
  for (std::size_t i = looks.size(); i-- > 0;)
    entries.push_back(entry_of(looks[i], style, app::class_name(indicator, i)));
}

/// What is not told by a class.
void add_doubts(std::vector<LegendEntry>& entries, const app::Indicator& indicator,
                const scene::Style& style) {
  const auto any = [&](const auto& is) {
    return std::any_of(indicator.areas.begin(), indicator.areas.end(), is);
  };
  if (any([](const auto& area) { return area.rate && area.at_least; })) {
    auto doubt = scene::no_figure(style);
    doubt.hatch = scene::uncertain_hatch(style);
    entries.push_back(entry_of(doubt, style, app::doubt_name()));
  }
  if (any([](const auto& area) { return !area.rate; }))
    entries.push_back(entry_of(scene::no_figure(style), style, app::no_figure_name()));
}

}  // namespace

std::vector<LegendEntry> indicator_legend(const app::State& state) {
  std::vector<LegendEntry> entries;
  const auto figures = app::figures_in_sight(state);
  if (!figures) return entries;
  const auto& indicator = *figures->find(state.indicator);
  const auto style = scene::style_for(state.settings.theme);
  entries.push_back({Look::title, 0, indicator.name, scene::Plate::none, {}});
  add_classes(entries, indicator, style);
  add_doubts(entries, indicator, style);
  if (figures->largest_count > 0) {
    entries.push_back(
        {Look::circle, solid(style.count), app::circles_name(*figures), scene::Plate::none, {}});
  }
  entries.push_back({Look::title, 0, app::classes_note(), scene::Plate::none, {}});
  return entries;
}

std::optional<std::size_t> area_at(const app::State& state, geo::Point at) {
  const auto figures = app::figures_in_sight(state);
  if (!figures) return std::nullopt;
  const auto& areas = figures->find(state.indicator)->areas;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (geo::contains(areas[i].outline, at)) return i;
  }
  return std::nullopt;
}

std::vector<std::string> area_lines(const app::State& state, std::size_t area) {
  const auto figures = app::figures_in_sight(state);
  if (!figures) return {};
  const auto& indicator = *figures->find(state.indicator);
  const auto& text = indicator.texts[area];
  const auto& count = indicator.areas[area].count;
  return {figures->names[area],
          indicator.name + ": " + (text.empty() ? app::no_figure_name() : text),
          figures->counts_name + ": " +
              (count ? base::format_number(*count, 0, base::language()) : app::no_figure_name())};
}

app::AskStudy ask_area(const app::State& state, std::size_t area) {
  const auto figures = app::figures_in_sight(state);
  return {app::Study::need, figures ? figures->ids[area] : std::string()};
}

}  // namespace nahraum::ui
