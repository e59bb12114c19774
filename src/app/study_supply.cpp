// Where one more service would help, and what those that are there are worth.

#include "app/capacity_report.hpp"
#include "app/capacity_sentence.hpp"
#include "app/method_report.hpp"
#include "app/street_names.hpp"
#include "app/study_parts.hpp"
#include "app/verb_capacity.hpp"
#include "app/verb_site.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// The single best places only: the first of them is the answer.
io::FeatureTable best_of(io::FeatureTable table) {
  std::erase_if(table.rows, [](const io::Feature& row) {
    return std::get<std::string>(row.values.at(0)) != "best";
  });
  return table;
}

void tell_sites(const SiteResult& found, StudyResult& result) {
  result.sentence = scene::siting_sentence(found.words);
  result.remarks = scene::siting_remarks(found.words);
  auto table = table_of(
      best_of(site_table(found)),
      {{"name", tr("Place")}, {"alone_all", tr("all")}, {"alone_65", "65+"}, {"alone_80", "80+"}},
      tr("The best single places, with what each would gain alone:"));
  for (auto& row : table.rows) {
    const auto street = street_near(found.district, *row.place);
    if (row.cells[0] == "–") row.cells[0] = street.empty() ? tr("way without a name") : street;
  }
  if (!table.rows.empty()) result.tables.push_back(std::move(table));
  result.method = site_method(found);
}

}  // namespace

base::Result<void> study_sites(const StudyQuestion& asked, const Workspace& workspace,
                               StudyResult& result, jobs::Context& context) {
  auto options = options_of<SiteOptions>(asked.question);
  return ask_site(
      options, workspace, context, [&](const std::string& line) { result.remarks.push_back(line); },
      [&](const SiteResult& found) -> base::Result<void> {
        tell_sites(found, result);
        return {};
      });
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
