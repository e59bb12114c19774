// Where one more service would help, and what those that are there are worth.

#include <fmt/format.h>

#include "app/capacity_report.hpp"
#include "app/capacity_sentence.hpp"
#include "app/method_report.hpp"
#include "app/street_names.hpp"
#include "app/study_parts.hpp"
#include "app/verb_capacity.hpp"
#include "app/verb_site.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// The places of one role, called by their streets, with what each gains alone.
StudyTable places_of(const SiteResult& found, const std::string& role, const char* title) {
  auto places = site_table(found);
  std::erase_if(places.rows, [&](const io::Feature& row) {
    return std::get<std::string>(row.values.at(0)) != role;
  });
  auto table = table_of(
      places,
      {{"name", tr("Place")}, {"alone_all", tr("all")}, {"alone_65", "65+"}, {"alone_80", "80+"}},
      title);
  for (auto& row : table.rows) {
    const auto street = street_near(found.district, *row.place);
    row.cells[0] = street.empty() ? tr("way without a name") : street;
  }
  return table;
}

/// The user's own place: what it gains, its share of the optimum, why another one is better.
StudyTable guess_of(const SiteResult& found) {
  auto table = places_of(found, "pointed", tr("Your own suggestion"));
  for (auto& row : table.rows)
    row.mark = "?";
  table.note = guess_words(found) + " " + explanation_words(found, 0);
  return table;
}

void tell_sites(const SiteResult& found, StudyResult& result) {
  result.sentence = scene::siting_sentence(found.words);
  result.remarks = scene::siting_remarks(found.words);
  if (found.score) result.tables.push_back(guess_of(found));
  auto table =
      places_of(found, "best", tr("The best single places, with what each would gain alone:"));
  if (!table.rows.empty()) result.tables.push_back(std::move(table));
  result.method = site_method(found);
}

/// As the verb takes it.
base::Result<std::string> in_degrees(geo::Point at, const model::Project& project) {
  const auto projection = geo::Projection::to_epsg(project.info.epsg);
  if (!projection) return tl::unexpected(projection.error());
  const auto lonlat = projection->inverse(at);
  return fmt::format("{:.7f},{:.7f}", lonlat.lon, lonlat.lat);
}

}  // namespace

base::Result<void> study_sites(const StudyQuestion& asked, const Workspace& workspace,
                               StudyResult& result, jobs::Context& context) {
  auto options = options_of<SiteOptions>(asked.question);
  const auto ask = [&] {
    return ask_site(
        options, workspace, context,
        [&](const std::string& line) { result.remarks.push_back(line); },
        [&](const SiteResult& found) -> base::Result<void> {
          tell_sites(found, result);
          return {};
        });
  };
  if (!asked.guess) return ask();
  const auto place = in_degrees(*asked.guess, *workspace.project);
  if (!place) return tl::unexpected(place.error());
  options.guess = *place;
  options.explain = {*place};
  auto answered = ask();
  if (answered) return answered;
  // Where nobody can be served from the guess, the best places are told all the same.
  options.guess.clear();
  options.explain.clear();
  auto without = ask();
  result.remarks.insert(result.remarks.begin(), std::string(tr("Your own suggestion")) + ": " +
                                                    base::one_line(answered.error()));
  return without;
}

base::Result<void> study_capacity(const StudyQuestion& asked, const Workspace& workspace,
                                  StudyResult& result, jobs::Context& context) {
  auto options = options_of<CapacityOptions>(asked.question);
  const auto found = ask_capacity(options, workspace, context);
  if (!found) return tl::unexpected(found.error());
  result.sentence = capacity_sentence(*found);
  result.remarks = capacity_remarks(*found);
  auto table = table_of(capacity_table(*found, CapacityBy::service),
                        {{"name", tr("Service")},
                         {"capacity", tr("capacity")},
                         {"persons", tr("people in reach")},
                         {"ratio", tr("per 1,000")}},
                        tr("Places and who has them in reach"));
  if (!table.rows.empty()) result.tables.push_back(std::move(table));
  result.method = method_of(workspace, *found->district, capacity_method(*found));
  return {};
}

}  // namespace nahraum::app
