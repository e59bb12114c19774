#include "scene/sheet_facts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "scene/method_card.hpp"
#include "scene/scenario_sentence.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {
namespace {

using base::tr;
using base::tr_n;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

std::string decimal(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

bool is_metres(const analysis::Limit& limit, const std::optional<double>& metres) {
  return limit.kind == analysis::Limit::Kind::metres && metres &&
         std::abs(limit.value - *metres) < 0.5;
}

/// Where the limit comes from: the catalogue's values are named with their source.
std::string limit_evidence(const SheetResult& result) {
  if (is_metres(result.limit, result.type.target_m))
    return evidence_text(result.type.target_evidence);
  if (is_metres(result.limit, result.type.limit_m))
    return evidence_text(result.type.limit_evidence);
  return tr("chosen for this sheet, assumption");
}

std::string way_text(analysis::Way way) {
  if (way == analysis::Way::to) return "";
  return std::string(" ") + tr("The way there and the way home count, the longer of the two "
                               "(assumption: what is bought is carried home).");
}

std::string method(const SheetResult& result) {
  return say(tr("Way on foot from every residential building along the streets to the nearest "
                "place. "
                "Profile “{}”: {} m/s ({}). Limit: {} ({})."),
             name_of(result.profile), decimal(result.profile.speed_m_s, 2),
             evidence_text(result.profile.evidence), limit_name(result.limit),
             limit_evidence(result)) +
         way_text(result.coverage.way);
}

std::string not_assessable(const SheetResult& result, int min_count) {
  const auto& c = result.coverage;
  const auto& people = c.all;
  const auto homes = static_cast<unsigned long>(std::max(0L, c.homes_not_assessable));
  if (c.homes == 0) return tr("No residential building is known.");
  if (homes == 0) return tr("No building: all lie far enough from the edge of the data.");
  auto buildings = say(tr_n("{} residential building", "{} residential buildings", homes),
                       decimal(static_cast<double>(homes), 0));
  if (people.total <= 0) return buildings;
  return say(tr("{} with {} people"), buildings, persons_text(people.not_assessable, min_count));
}

}  // namespace

std::string title_of(const SheetContent& content, const SheetSpec& spec) {
  if (!spec.title.empty()) return spec.title;
  const auto& info = content.project->info;
  const auto title = info.title.empty() ? std::string(tr("Study area")) : info.title;
  return info.scenario.empty() ? title : say(tr("{0}, scenario “{1}”"), title, info.scenario);
}

std::string topic_of(const SheetContent& content) {
  if (!content.result) return tr("Overview map");
  return say(tr("{}: within {} · {}"), name_of(content.result->type),
             limit_name(content.result->limit), name_of(content.result->profile));
}

std::vector<Fact> facts(const SheetContent& content, const SheetSpec& spec) {
  const auto& project = *content.project;
  std::vector<Fact> all;
  if (const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario)) {
    all.push_back({tr("Scenario"), scenario_text(*scenario)});
  }
  if (content.result) {
    const auto& result = *content.result;
    all.push_back({tr("Method"), method(result)});
    all.push_back({tr("Residents"), residents_text(project)});
    all.push_back(
        {tr("Not assessable"), not_assessable(result, content.catalogue->people.min_count)});
    all.push_back({tr("Slope"), slope_text(project)});
    all.push_back({tr("Data gaps"), data_gaps_text(result.missing)});
  }
  if (project.info.partial) {
    all.push_back(
        {tr("Incomplete"), tr("Made from a damaged file: parts of the data are missing.")});
  }
  all.push_back({tr("Date of data"), data_dates_text(project, spec.print_date)});
  all.push_back({tr("Coordinates"), geo::crs_name(project.info.epsg)});
  if (!spec.author.empty()) all.push_back({tr("Author"), spec.author});
  all.push_back({tr("Status"), (spec.status.empty() ? std::string(tr("Draft")) : spec.status) +
                                   ". " + tr("Informal planning, not legally binding.")});
  const auto credit = sources_text(project);
  if (!credit.empty()) all.push_back({tr("Sources"), credit});
  return all;
}

}  // namespace nahraum::scene
