#include "ui/map_layers.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/corrections.hpp"
#include "app/area_figures.hpp"
#include "app/page_sheet.hpp"
#include "render/cairo/text_measure.hpp"
#include "scene/corrections_layer.hpp"
#include "scene/curved_text.hpp"
#include "scene/layers.hpp"
#include "scene/notes_layer.hpp"
#include "scene/result_layers.hpp"
#include "scene/sentence.hpp"
#include "scene/services_layer.hpp"
#include "ui/chosen_layer.hpp"

namespace nahraum::ui {
namespace {

using Layers = std::vector<scene::LayerPtr>;

std::vector<scene::Band> drawn(const std::vector<app::Band>& bands) {
  std::vector<scene::Band> made;
  made.reserve(bands.size());
  for (const auto& band : bands)
    made.push_back({band.limit, band.outline});
  return made;
}

void append(Layers& to, Layers more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

/// Between a step and its neighbours the nearer one's names are shown.
scene::LayerPtr names_for_step(const OverlayInput& input, std::size_t i,
                               const std::vector<geo::Point>& symbols, const scene::Style& style,
                               const scene::TextMeasure& measure) {
  scene::LabelRequest request;
  request.denominator = input.steps[i];
  request.obstacles = symbols;
  scene::Layer names = *scene::place_labels(*input.labels, request, style, measure);
  const auto between = [&](std::size_t a) {
    return std::sqrt(input.steps[a] * input.steps[a + 1]);
  };
  names.min_denominator = i == 0 ? 0 : between(i - 1);
  names.max_denominator = i + 1 == input.steps.size() ? 1e12 : between(i);
  return std::make_shared<const scene::Layer>(std::move(names));
}

scene::ServicesShown shown_services(const std::string& type, const app::Selection& selection) {
  scene::ServicesShown shown;
  shown.types = {type};
  shown.clustered = true;
  if (selection.kind == app::Selection::Kind::service) shown.highlighted = selection.id;
  return shown;
}

std::vector<geo::Point> places_of(const model::Project& project, const std::string& type) {
  std::vector<geo::Point> places;
  for (const auto& service : project.services) {
    if (service.type == type) places.push_back(service.at);
  }
  return places;
}

/// Homes in the gap as dots: one short stroke each, cheap enough to follow the mouse.
scene::LayerPtr gap_dots(const model::Project& project,
                         const std::vector<analysis::HomeReach>& reach,
                         const analysis::Limit& limit, const scene::Style& style) {
  std::vector<scene::Item> items;
  for (std::size_t i = 0; i < project.homes.size() && i < reach.size(); ++i) {
    const auto& home = project.homes[i];
    if (!home.in_district || analysis::within(reach[i], limit) != analysis::Within::no) continue;
    const geo::Point at = home.at;
    items.push_back(scene::Polyline{{at, {at.x + 0.01, at.y}}, scene::mm_wide(style.gap, 1.5)});
  }
  return scene::layer("gaps", std::move(items));
}

model::Project notes_of(const model::Project& project, const std::optional<model::Note>& moving) {
  model::Project only_notes;
  only_notes.info = project.info;
  only_notes.notes = project.notes;
  for (auto& note : only_notes.notes) {
    if (moving && note.id == moving->id) note = *moving;
  }
  if (moving && moving->id == 0) only_notes.notes.push_back(*moving);
  return only_notes;
}

/// The services of the type with one at another place: what the symbols' layer needs of them.
model::Project services_with(const model::Project& project, const std::string& type,
                             const app::Preview& preview) {
  model::Project services;
  services.info = project.info;
  for (const auto& service : project.services) {
    if (service.type != type) continue;
    services.services.push_back(service);
    if (service.id == preview.service) services.services.back().at = preview.at;
  }
  if (preview.service == app::tried_service) {
    auto& tried = services.services.emplace_back();
    tried.id = app::tried_service;
    tried.type = type;
    tried.at = preview.at;
  }
  return services;
}

/// The chosen service on top of its ring, which would tint it.
Layers chosen_symbol(const app::State& state, const model::Catalogue& catalogue,
                     const scene::Style& style) {
  if (state.selection.kind != app::Selection::Kind::service) return {};
  model::Project alone;
  for (const auto& service : state.project->services) {
    if (service.id == state.selection.id) alone.services.push_back(service);
  }
  if (alone.services.empty()) return {};
  auto shown = shown_services(alone.services.front().type, state.selection);
  shown.clustered = false;
  return scene::services_layers(alone, catalogue, style, shown);
}

scene::LayerPtr chosen_photo(const app::State& state) {
  if (state.selection.kind != app::Selection::Kind::note) return nullptr;
  for (const auto& note : state.project->notes) {
    if (note.id == state.selection.id) return scene::photo_layer(note);
  }
  return nullptr;
}

Layers chosen_correction(const app::State& state, const scene::Style& style) {
  if (state.selection.kind != app::Selection::Kind::correction) return {};
  model::Project alone;
  alone.streets = app::ground_project(state)->streets;
  for (const auto& each : state.project->corrections) {
    if (each.id == state.selection.id) alone.corrections.push_back(each);
  }
  return {scene::corrections_layer(alone, style)};
}

void append_preview(Layers& layers, const app::State& state, const model::Catalogue& catalogue,
                    const scene::Style& style) {
  const auto& preview = *state.preview;
  const auto* grades = app::grades_in_sight(state);
  if (layers_in_sight(state)(app::MapLayer::catchment)) {
    append(layers, scene::catchment_layers(drawn(preview.own_bands), style));
  }
  if (state.layers(app::MapLayer::gaps)) {
    const auto& limit = grades ? grades->thresholds.limit : state.question.limit;
    layers.push_back(gap_dots(*state.project, preview.reach, limit, style));
  }
  scene::ServicesShown shown = shown_services(state.question.type, {});
  shown.highlighted = preview.service;
  const model::Project services = services_with(*state.project, state.question.type, preview);
  append(layers, scene::services_layers(services, catalogue, style, shown));
}

}  // namespace

std::optional<geo::Point> correction_place(const app::State& state) {
  for (const auto& each : state.project->corrections) {
    if (each.id != state.selection.id) continue;
    const auto shape = analysis::shape_of(*app::ground_project(state), each.change);
    if (!shape.empty()) return geo::point_along(shape, geo::length(shape) / 2);
  }
  return std::nullopt;
}

std::optional<geo::Point> selected_place(const app::State& state) {
  const auto find = [&](const auto& items) -> std::optional<geo::Point> {
    for (const auto& item : items) {
      if (item.id == state.selection.id) return item.at;
    }
    return std::nullopt;
  };
  if (state.selection.kind == app::Selection::Kind::home) return find(state.project->homes);
  if (state.selection.kind == app::Selection::Kind::service) return find(state.project->services);
  if (state.selection.kind == app::Selection::Kind::correction) return correction_place(state);
  return std::nullopt;
}

std::vector<std::string> cluster_lines(const model::Project& project,
                                       const model::Catalogue& catalogue,
                                       const std::vector<std::int64_t>& members) {
  auto wanted = members;  // there may be thousands
  std::sort(wanted.begin(), wanted.end());
  std::vector<std::string> lines;
  for (const auto& service : project.services) {
    if (!std::binary_search(wanted.begin(), wanted.end(), service.id)) continue;
    const auto* type = catalogue.find_type(service.type);
    const std::string kind = type ? scene::name_of(*type) : service.type;
    const bool told = !service.name.empty() && service.name != kind;
    lines.push_back(told ? kind + ": " + service.name : kind);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

app::SketchGround ground_in_sight(const app::State& state) {
  return state.module == 3 ? state.work.ground : app::SketchGround::full;
}

OverlayExtent overlay_extent(const app::State& state) {
  const auto ground = ground_in_sight(state);
  if (ground == app::SketchGround::empty) return OverlayExtent::nothing;
  const bool own_map = state.module == 3 && state.work.agreement;
  return own_map || ground == app::SketchGround::pale ? OverlayExtent::names : OverlayExtent::whole;
}

app::ShownLayers layers_in_sight(const app::State& state) {
  auto layers = state.layers;
  if (app::figures_in_sight(state)) {
    for (const auto layer :
         {app::MapLayer::catchment, app::MapLayer::gaps, app::MapLayer::other_services})
      layers.on[static_cast<std::size_t>(layer)] = false;
    return layers;
  }
  if (overlay_extent(state) != OverlayExtent::whole) {
    for (const auto layer : {app::MapLayer::catchment, app::MapLayer::gaps,
                             app::MapLayer::other_services, app::MapLayer::corrections})
      layers.on[static_cast<std::size_t>(layer)] = false;
    return layers;
  }
  const bool service = state.inspection &&
                       state.inspection->of.kind == app::Selection::Kind::service && state.project;
  if (!service || state.inspection->bands.empty()) {
    if (app::grades_in_sight(state))
      layers.on[static_cast<std::size_t>(app::MapLayer::catchment)] = false;
    return layers;
  }
  for (const auto& each : state.project->services) {
    if (each.id != state.inspection->of.id || each.type == state.question.type) continue;
    layers.on[static_cast<std::size_t>(app::MapLayer::gaps)] = false;
  }
  return layers;
}

OverlayKey overlay_key(const app::State& state) {
  OverlayKey key{app::answered_project(state),
                 state.answer,
                 state.question.type,
                 {},
                 0,
                 layers_in_sight(state),
                 nullptr,
                 nullptr,
                 state.settings.theme};
  key.layers.on[static_cast<std::size_t>(app::MapLayer::notes)] = true;  // they are live
  if (state.inspection && state.inspection->of.kind == app::Selection::Kind::service) {
    key.service = state.inspection->of;
    key.service_bands = state.inspection->bands.size();
  }
  key.extent = overlay_extent(state);
  key.figures = app::figures_in_sight(state);
  if (key.figures) key.indicator = state.indicator;
  const auto* grades = app::grades_in_sight(state);
  if (grades && key.layers(app::MapLayer::gaps)) key.grades = grades->groups;
  // Until it is known the answer's stays: better a catchment too much than an empty map.
  if (state.preview) key.rest = state.rest;
  return key;
}

OverlayParts overlay_parts(const OverlayInput& input, jobs::Context& context) {
  const auto& key = input.key;
  const auto& known = input.known;
  const bool holds =
      known.project == key.project && known.type == key.type && known.theme == key.theme;
  if (holds && known.service == key.service) return known;
  OverlayParts parts{key.project, key.type, key.service, key.theme, {}, {}, {}};
  const scene::Style style = scene::style_for(key.theme);
  const auto shown = shown_services(key.type, key.service);
  parts.others = scene::other_services_layers(*key.project, *input.catalogue, style, shown);
  parts.groups = scene::other_groups(*key.project, *input.catalogue, shown);
  if (holds) {
    parts.names = known.names;
    return parts;
  }
  const auto measure = scene::remembering(render::text_measure());
  const auto symbols = places_of(*key.project, key.type);
  for (std::size_t i = 0; i < input.steps.size(); ++i) {
    context.check();
    parts.names.push_back(names_for_step(input, i, symbols, style, measure));
  }
  return parts;
}

namespace {

/// The answer's own project: an edit may just have changed what homes there are.
const model::Project& answered_homes(const OverlayKey& key) {
  return key.answer->district ? *key.answer->district->project : *key.project;
}

}  // namespace

OverlayPicture overlay_picture(const OverlayInput& input, const OverlayParts& parts) {
  using app::MapLayer;
  OverlayPicture picture;
  const auto& key = input.key;
  const scene::Style style = scene::style_for(key.theme);
  if (key.extent != OverlayExtent::whole) {
    if (key.extent == OverlayExtent::names && key.layers(MapLayer::names))
      append(picture.above, parts.names);
    return picture;
  }
  if (key.figures) {
    const auto& shown = *key.figures->find(key.indicator);
    append(picture.below, scene::choropleth_layers(shown.areas, shown.classes, style));
    if (key.layers(MapLayer::names)) append(picture.above, parts.names);
    picture.above.push_back(scene::count_circles(shown.areas, style));
    return picture;
  }
  if (key.layers(MapLayer::catchment)) {
    append(picture.below, scene::catchment_layers(drawn(input.bands), style));
  }
  const bool homes = key.answer && !key.rest && key.layers(MapLayer::gaps);
  if (homes && key.grades) {
    picture.homes = std::make_shared<const scene::GradedHomes>(
        scene::graded_homes(answered_homes(key), *key.grades, style));
  } else if (homes) {
    append(picture.below, scene::gap_layers(answered_homes(key), key.answer->reach,
                                            key.answer->question.limit, style));
  }
  if (key.layers(MapLayer::other_services)) append(picture.above, parts.others);
  if (key.layers(MapLayer::corrections) && !key.project->corrections.empty())
    picture.above.push_back(scene::corrections_layer(*key.project, style));
  if (key.layers(MapLayer::names)) append(picture.above, parts.names);
  if (key.rest) return picture;
  append(picture.above, scene::services_layers(*key.project, *input.catalogue, style,
                                               shown_services(key.type, key.service)));
  return picture;
}

Layers layers_of(const OverlayPicture& picture,
                 const std::optional<analysis::Thresholds>& thresholds) {
  Layers layers = picture.below;
  if (picture.homes && thresholds) append(layers, scene::grade_layers(*picture.homes, *thresholds));
  append(layers, picture.above);
  return layers;
}

LiveKey live_key(const app::State& state, const std::optional<model::Note>& moving,
                 std::shared_ptr<const app::ModulePage> page) {
  LiveKey key{state.project, state.preview,       state.selection, state.inspection.has_value(), {},
              state.layers,  state.settings.theme};
  if (moving) key.moving = moving->points;
  key.page = std::move(page);
  return key;
}

Layers live_layers(const app::State& state, const model::Catalogue& catalogue,
                   const std::optional<model::Note>& moving, const app::ModulePage* page) {
  Layers layers;
  if (!state.project) return layers;
  const scene::Style style = scene::style_for(state.settings.theme);
  if (state.preview) append_preview(layers, state, catalogue, style);
  if (state.inspection && state.inspection->route && !state.preview) {
    layers.push_back(scene::route_layer(*state.inspection->route, style));
    // The way leads to a symbol, and does not hide it.
    append(layers, scene::services_layers(*state.project, catalogue, style,
                                          shown_services(state.question.type, {})));
  }
  if (auto chosen = chosen_layer(state, style)) layers.push_back(std::move(chosen));
  const auto place = selected_place(state);
  if (place && !state.preview) {
    layers.push_back(scene::highlight_layer(*place, style));
    append(layers, chosen_symbol(state, catalogue, style));
    append(layers, chosen_correction(state, style));
  }
  if (page) {
    if (auto work = app::page_layer(*page, style)) layers.push_back(std::move(work));
  }
  if ((!state.project->notes.empty() && state.layers(app::MapLayer::notes)) || moving) {
    layers.push_back(scene::notes_layer(notes_of(*state.project, moving), style));
  }
  if (auto photo = chosen_photo(state); photo && !moving) layers.push_back(std::move(photo));
  return layers;
}

}  // namespace nahraum::ui
