#include "app/walk_sheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/work.hpp"
#include "scene/work_layer.hpp"

namespace nahraum::app {
namespace {

using base::tr;

std::string facts_missing(const std::vector<WalkStop>& stops) {
  const auto missing =
      static_cast<unsigned long>(std::count_if(stops.begin(), stops.end(), [](const auto& stop) {
        return stop.kind != WalkStop::Kind::service;
      }));
  return fmt::format(fmt::runtime(base::tr_n("{0} place to check", "{0} places to check", missing)),
                     missing);
}

}  // namespace

std::optional<scene::SheetAnswer> walk_answer(const model::Project& project,
                                              const model::Catalogue& catalogue,
                                              const model::Walk& walk, scene::Theme theme) {
  if (walk.route.size() < 2) return std::nullopt;
  const auto style = scene::style_for(theme);
  const auto stops = walk_stops(project, catalogue, walk.route);
  scene::SheetAnswer sheet;
  sheet.topic = tr("Walk through the neighbourhood");
  sheet.sentence = fmt::format(fmt::runtime(tr("“{0}”: {1}, {2} stops, {3}.")), walk.title,
                               base::format_distance(route_length(walk.route), base::language()),
                               stops.size(), facts_missing(stops));
  sheet.remarks =
      tr("Tick what is in order, write down what is not: category, severity 1 to 3, "
         "who is responsible. No names.");
  sheet.list.heading = tr("Stops");
  sheet.list.heads = {tr("in order"), tr("severity")};
  sheet.list.sign_name = tr("Stop");
  sheet.list.plate = scene::Plate::circle;
  sheet.list.tint = style.note;
  sheet.list.partly = tr("{shown} of {all} stops are printed.");
  sheet.list.all = stops.size();
  for (const auto& stop : stops)
    sheet.list.places.push_back({stop.at, stop.text, {"☐", "☐ 1 ☐ 2 ☐ 3"}});
  if (auto layer = scene::work_layer({}, {{walk.route, style.note, 1.1, false}}, style))
    sheet.above.push_back(std::move(layer));
  sheet.facts = {{tr("Method"),
                  tr("Stops: services within 40 m of the route, steps, crossings and barriers "
                     "within 15 m, stretches of 300 m without a bench, streets whose surface the "
                     "map does not tell [D].")}};
  return sheet;
}

}  // namespace nahraum::app
