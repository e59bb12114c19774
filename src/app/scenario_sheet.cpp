#include "app/scenario_sheet.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "app/print_sheet.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/layers.hpp"
#include "scene/scenario_sentence.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Shift;
using base::tr;

/// The project's own places of what a change names by id.
struct PlaceFinder {
  const model::Project& project;
  using Place = std::optional<geo::Point>;

  Place way(std::int64_t id) const {
    for (const auto& way : project.streets.ways) {
      if (way.osm_way_id == id && !way.nodes.empty())
        return project.streets.nodes[way.nodes[way.nodes.size() / 2]].at;
    }
    return std::nullopt;
  }
  Place node(std::int64_t id) const {
    for (const auto& node : project.streets.nodes) {
      if (node.osm_id == id) return node.at;
    }
    return std::nullopt;
  }
  Place service(const model::ServiceRef& ref) const {
    for (const auto& service : project.services) {
      if (ref.id > 0 ? service.id == ref.id : service.osm == ref.osm) return service.at;
    }
    return std::nullopt;
  }
  Place operator()(const model::CloseService& change) const { return service(change.service); }
  Place operator()(const model::ResizeService& change) const { return service(change.service); }
  Place operator()(const model::RemovePath& change) const { return way(change.way); }
  Place operator()(const model::AddRamp& change) const { return way(change.way); }
  Place operator()(const model::LowerKerb& change) const { return node(change.node); }
  template <class Other>
  Place operator()(const Other&) const {
    return std::nullopt;
  }
};

scene::SheetPlaces changes_of(const ScenarioComparison& comparison, const scene::Style& style) {
  scene::SheetPlaces list;
  const auto& after = *comparison.after.project;
  const auto* scenario = model::find_scenario(after.scenarios, after.info.scenario);
  if (!scenario) return list;
  list.heading = fmt::format(fmt::runtime(tr("What “{0}” changes")), scenario->name);
  list.sign_name = tr("Change, number of the list");
  list.plate = scene::Plate::hexagon;
  list.tint = style.note;
  list.partly = tr("{shown} of {all} changes.");
  list.all = scenario->changes.size();
  for (const auto& change : scenario->changes)
    list.places.push_back({place_in(*comparison.before.project, change),
                           scene::change_text(change, comparison.after.catalogue),
                           {}});
  return list;
}

scene::SheetTable people_for(const ScenarioComparison& comparison, const ComparisonRow& row) {
  scene::SheetTable table{{tr("People within the limit"), tr("before"), tr("after"), tr("differ."),
                           tr("gain"), tr("lose")},
                          {}};
  for (const auto& group : groups_of(row)) {
    if (!group.shift.known) continue;
    const auto shown =
        shown_shift(group.shift, group.before, group.after, min_count_of(comparison));
    table.rows.push_back({group.label, shift_text(shown.covered_before),
                          shift_text(shown.covered_after), shift_text(shown.difference, true),
                          shift_text(shown.gained), shift_text(shown.lost)});
  }
  return table;
}

enum Look { unknown, nearer, farther, still, added, lost, gained };

int look_of(const analysis::HomeShift& home, const analysis::Limit& limit) {
  switch (home.shift) {
    case Shift::gained:
      return gained;
    case Shift::lost:
      return lost;
    case Shift::added:
      return added;
    case Shift::unclear:
      return unknown;
    default:
      break;
  }
  if (analysis::within(home.after, limit) == analysis::Within::no) return still;
  if (home.shift == Shift::nearer) return nearer;
  return home.shift == Shift::farther ? farther : -1;
}

std::vector<int> looks_of(const ComparisonRow& row, const model::Project& after) {
  std::unordered_map<std::int32_t, std::size_t> index;
  for (std::size_t i = 0; i < after.homes.size(); ++i)
    index.emplace(after.homes[i].id, i);
  std::vector<int> looks(after.homes.size(), -1);
  for (const auto& home : row.shift.homes) {
    const auto found = index.find(home.home);
    if (home.shift == Shift::removed || found == index.end()) continue;
    looks[found->second] = look_of(home, row.after.limit);
  }
  return looks;
}

std::vector<scene::NamedLook> named_looks(const scene::Style& style) {
  return {{scene::unknown_homes(style), tr("Homes that cannot be assessed in one of the two")},
          {scene::nearer_homes(style), tr("Homes with a shorter way")},
          {scene::farther_homes(style), tr("Homes with a longer way")},
          {scene::still_gap_homes(style), tr("Homes beyond the limit before and after")},
          {scene::new_homes(style), tr("New homes")},
          {scene::lost_homes(style), tr("Homes that lose: beyond the limit from now on")},
          {scene::gained_homes(style), tr("Homes that gain: within the limit from now on")}};
}

/// What lies within the limit in one of the states.
geo::MultiPolygon outline_in(std::shared_ptr<const analysis::District> district,
                             const ComparisonRow& row, jobs::Context& context) {
  const auto profile = district->network.profile.id;
  const auto found =
      answer(std::move(district), {row.type->id, profile, row.after.limit, row.after.way}, context);
  return found.bands.empty() ? geo::MultiPolygon() : found.bands.back().outline;
}

void add_area(const char* name, const geo::MultiPolygon& shape, const scene::Fill& look,
              const char* layer_name, scene::MapAnswer& ground) {
  std::vector<scene::Item> outline;
  for (const auto& polygon : shape) {
    scene::add_line(outline, polygon.outer, *look.outline);
    for (const auto& hole : polygon.holes)
      scene::add_line(outline, hole, *look.outline);
  }
  if (look.color && !shape.empty())
    ground.ground.push_back(scene::layer("catchment", {scene::filled(shape, *look.color)}));
  ground.add({scene::layer(layer_name, std::move(outline))},
             {{name, {scene::area_sign(look)}, {geo::bounds(shape)}}});
}

scene::MapAnswer ground_for(const ScenarioComparison& comparison, const ComparisonRow& row,
                            const scene::Style& style, jobs::Context& context) {
  scene::MapAnswer ground;
  scene::add_homes(*comparison.after.project, looks_of(row, *comparison.after.project),
                   named_looks(style), ground);
  scene::MapAnswer areas;
  scene::Fill after, before;
  after.color = scene::with_alpha(style.bands[2], style.band_alpha);
  after.outline = scene::mm_wide(style.accent, 0.3);
  before.outline = scene::mm_wide(style.ink, 0.4, {1.8, 0.9});
  add_area(tr("Within the limit after the change"),
           outline_in(comparison.district_after, row, context), after, "catchment_outline", areas);
  add_area(tr("Within the limit before"), outline_in(comparison.district_before, row, context),
           before, "catchment_before", areas);
  areas.add(std::move(ground.above), {});
  ground.above.clear();
  areas.signs.insert(areas.signs.begin(), ground.signs.begin(), ground.signs.end());
  return areas;
}

std::string state_name(const std::string& name) {
  if (name.empty() || name == "base") return tr("as it is");
  return fmt::format(fmt::runtime(tr("“{0}”")), name);
}

}  // namespace

std::optional<geo::Point> place_in(const model::Project& project, const model::Change& change) {
  if (const auto place = model::place_of(change)) return place;
  return std::visit(PlaceFinder{project}, change);
}

scene::SheetAnswer comparison_answer(const ScenarioComparison& comparison, const ComparisonRow& row,
                                     jobs::Context& context, scene::Theme theme) {
  const auto style = scene::style_for(theme, comparison.after.catalogue);
  scene::SheetAnswer sheet;
  sheet.topic =
      fmt::format(fmt::runtime(tr("Before: {before}, after: {after} · {topic}")),
                  fmt::arg("before", state_name(comparison.name_before)),
                  fmt::arg("after", state_name(comparison.name_after)),
                  fmt::arg("topic", scene::topic_of(*row.type, row.after.limit,
                                                    comparison.district_before->network.profile)));
  sheet.sentence = comparison_sentence(comparison, row);
  sheet.remarks = comparison_remarks(comparison);
  sheet.people = people_for(comparison, row);
  sheet.list = changes_of(comparison, style);
  scene::draw(ground_for(comparison, row, style, context), sheet);
  sheet.facts = scene::facts_of(comparison_method(comparison));
  sheet.types = {row.type->id};
  return sheet;
}

}  // namespace nahraum::app
