// When something is open within reach.

#include <fmt/format.h>

#include "app/hours_report.hpp"
#include "app/offer_report.hpp"
#include "app/study_parts.hpp"
#include "app/verb_hours.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

constexpr std::size_t asked_hours[] = {8, 10, 12, 14, 16, 18, 20};

/// Of 100 people of the sentence's group, day by day, so many at these hours.
StudyTable week_of(const HoursResult& found, int min_count) {
  const auto group = hours_headline(found);
  StudyTable table;
  table.title = fmt::format(
      fmt::runtime(tr("Of 100 {0}, so many have a place within the limit that is open at the full "
                      "hour")),
      scene::people_of(group.age));
  table.columns.emplace_back(tr("o’clock"));
  for (const std::size_t hour : asked_hours)
    table.columns.push_back(std::to_string(hour));
  const auto grid = hour_grid(found, group.member, min_count);
  for (int day = 0; day < 7; ++day) {
    StudyRow row;
    row.cells.push_back(weekday_name(day));
    for (const std::size_t hour : asked_hours) {
      const std::size_t at = static_cast<std::size_t>(day) * 24 + hour;
      row.cells.push_back(hour_share(grid.at_least.at(at), group.figures.total));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Offers whose hours should be asked for, or looked at again; each at its place.
StudyTable doubtful_of(const std::vector<DoubtfulOffer>& offers, const model::Project& project,
                       std::string title) {
  StudyTable table{std::move(title), {tr("Place")}, {}, ""};
  for (const auto& offer : offers) {
    if (table.rows.size() == most_study_rows) break;
    StudyRow row;
    row.cells = {offer.name + ": " + offer.words};
    for (const auto& service : project.services)
      if (service.id == offer.service) row.place = service.at;
    table.rows.push_back(std::move(row));
  }
  if (offers.size() > most_study_rows) {
    table.note =
        fmt::format(fmt::runtime(tr("and {0} more (all of them with: nahraum hours … --json)")),
                    offers.size() - most_study_rows);
  }
  return table;
}

}  // namespace

base::Result<void> study_hours(const StudyQuestion& asked, const Workspace& workspace,
                               StudyResult& result, jobs::Context& context) {
  const auto found = ask_hours(options_of<HoursOptions>(asked.question), workspace, context);
  if (!found) return tl::unexpected(found.error());
  const auto& project = *workspace.project;
  result.sentence = hours_sentence(*found, workspace);
  result.remarks = hours_remarks(*found, workspace);
  if (hours_headline(*found).figures.total > 0)
    result.tables.push_back(week_of(*found, workspace.catalogue.people.min_count));
  const auto unknown = unknown_offers(project, found->week.offers, std::nullopt);
  if (!unknown.empty()) {
    result.tables.push_back(
        doubtful_of(unknown, project, tr("Places whose hours are unknown in whole or in part")));
  }
  const auto at_night = night_offers(project, found->week.offers);
  if (!at_night.empty()) {
    result.tables.push_back(
        doubtful_of(at_night, project, tr("Counted as stated, but worth a look:")));
  }
  result.method = hours_method(*found, workspace);
  return {};
}

}  // namespace nahraum::app
