// Barriers and seats on the ways of the question.

#include "app/barriers_words.hpp"
#include "app/rests_layers.hpp"
#include "app/study_parts.hpp"
#include "app/verb_barriers.hpp"
#include "app/verb_rests.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

constexpr int seats_asked_for = 10;

}  // namespace

base::Result<void> study_barriers(const StudyQuestion& asked, const Workspace& workspace,
                                  StudyResult& result, jobs::Context& context) {
  auto options = options_of<BarriersOptions>(asked.question);
  options.top = static_cast<int>(most_study_rows);
  const auto found = ask_barriers(options, workspace, context);
  if (!found) return tl::unexpected(found.error());
  result.sentence = barriers_headline(*found, workspace);
  result.remarks = barriers_notes(*found);
  auto table = table_of(barriers_table(*found, workspace),
                        {{"kind", tr("Obstacle")},
                         {"persons", tr("gain")},
                         {"persons_65", "65+"},
                         {"persons_80", "80+"}},
                        tr("Who would gain if it were not there"));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = found->rows[found->listed[i]];
    table.rows[i].cells[0] = barrier_name(row.kind) + ", " + place_of(row);
  }
  if (!table.rows.empty()) result.tables.push_back(std::move(table));
  result.method = barriers_method(*found, workspace);
  return {};
}

namespace {

StudyTable groups_of(const RestsResult& found, const Workspace& workspace) {
  auto table = table_of(rests_table(found, workspace),
                        {{"group", ""},
                         {"with_rests", tr("with rests")},
                         {"without_rests", tr("too far")},
                         {"out_of_reach", tr("out of reach")}},
                        tr("With a seat often enough"));
  const auto names = age_groups();
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].cells[0] = names.at(i);
  return table;
}

StudyTable new_seats_of(const RestsResult& found, const Workspace& workspace) {
  auto table = table_of(
      new_seats_layer(found, workspace),
      {{"name", tr("Place")}, {"gained", tr("gain")}, {"gained_65", "65+"}, {"gained_80", "80+"}},
      tr("Where a new seat opens most"));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto street = street_of(found, found.places[found.gains[i].place]);
    table.rows[i].cells[0] = street.empty() ? tr("way without a name") : street;
  }
  return table;
}

}  // namespace

base::Result<void> study_rests(const StudyQuestion& asked, const Workspace& workspace,
                               StudyResult& result, jobs::Context& context) {
  auto options = options_of<RestsOptions>(asked.question);
  options.suggest = seats_asked_for;
  const auto found = ask_rests(options, workspace, context);
  if (!found) return tl::unexpected(found.error());
  result.sentence = rests_headline(*found, workspace);
  result.remarks = rests_notes(*found);
  result.tables.push_back(groups_of(*found, workspace));
  if (auto seats = new_seats_of(*found, workspace); !seats.rows.empty())
    result.tables.push_back(std::move(seats));
  result.method = rests_method(*found, workspace);
  return {};
}

}  // namespace nahraum::app
