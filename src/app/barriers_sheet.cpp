#include "app/barriers_sheet.hpp"

#include <fmt/format.h>

#include "app/barriers_words.hpp"
#include "app/print_sheet.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

std::string topic_for(const BarriersResult& result) {
  const auto& profile = result.district->network.profile;
  const auto about =
      result.basket ? fmt::format(fmt::runtime(tr("core services · {0}")), scene::name_of(profile))
                    : scene::topic_of(*result.types.front(), result.limits.front().limit, profile);
  return fmt::format(fmt::runtime(result.losses() ? tr("What a closed way costs · {0}")
                                                  : tr("Obstacles on the way · {0}")),
                     about);
}

const char* heading_for(BarrierQuestion question) {
  switch (question) {
    case BarrierQuestion::obstacles:
      return tr("Without which obstacle most people gain");
    case BarrierQuestion::closures:
      return tr("Where a closed way costs most people");
    case BarrierQuestion::close:
      break;
  }
  return tr("Closed");
}

scene::SheetPlaces places_for(const BarriersResult& result, const scene::Style& style) {
  const auto shown = disclosed(result);
  scene::SheetPlaces list;
  list.heading = heading_for(result.question);
  list.heads = {result.losses() ? tr("lose") : tr("gain"), "65+", "80+"};
  if (result.basket) list.heads.emplace_back(tr("× services"));
  list.sign_name =
      result.losses() ? tr("Closed way, number of the list") : tr("Obstacle, number of the list");
  list.plate = scene::Plate::octagon;
  list.tint = style.note;
  list.partly = tr("{shown} of {all} that concern somebody.");
  list.all = result.with_effect;
  const auto text = [&](const std::optional<long>& count, long real) {
    return shown_count(count, real, result.min_count);
  };
  for (const auto i : result.listed) {
    const auto& row = result.rows[i];
    scene::SheetPlace place{
        row.at,
        fmt::format(fmt::runtime(tr("{kind}: {place}")), fmt::arg("kind", barrier_name(row.kind)),
                    fmt::arg("place", place_of(row))),
        {text(shown.all[i], row.people.all), text(shown.age_65[i], row.people.age_65),
         text(shown.age_80[i], row.people.age_80)}};
    if (result.basket) place.figures.push_back(text(shown.services[i], row.services));
    list.places.push_back(std::move(place));
  }
  return list;
}

}  // namespace

scene::SheetAnswer barriers_answer(const BarriersResult& result, const Workspace& workspace,
                                   jobs::Context& context, scene::Theme theme) {
  const auto& project = *workspace.project;
  const auto style = scene::style_for(theme, workspace.catalogue);
  scene::SheetAnswer sheet;
  sheet.topic = topic_for(result);
  sheet.sentence = barriers_sentence(result, disclosed(result));
  sheet.remarks = barriers_remarks(result, workspace);
  sheet.list = places_for(result, style);
  sheet.facts = scene::facts_of(barriers_method(result, workspace));
  for (const auto* type : result.types)
    sheet.types.push_back(type->id);
  if (result.basket) return sheet;
  // The ways that the verb counts, whatever the type's own are.
  const Question question{result.types.front()->id, result.district->network.profile.id,
                          result.limits.front().limit, analysis::Way::to};
  const auto base = answer(result.district, question, context);
  scene::draw(scene::coverage_ground(project, sheet_result(base, workspace.catalogue), style),
              sheet);
  return sheet;
}

}  // namespace nahraum::app
