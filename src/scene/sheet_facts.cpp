#include "scene/sheet_facts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "scene/method_card.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

}  // namespace

std::string title_of(const SheetContent& content, const SheetSpec& spec) {
  if (!spec.title.empty()) return spec.title;
  const auto& info = content.project->info;
  const auto title = info.title.empty() ? std::string(tr("Study area")) : info.title;
  return info.scenario.empty() ? title : say(tr("{0}, scenario “{1}”"), title, info.scenario);
}

std::string topic_of(const SheetContent& content) {
  return content.answer ? content.answer->topic : std::string(tr("Overview map"));
}

std::vector<Fact> facts_of(const std::vector<MethodLine>& card) {
  static constexpr std::string_view said_anyhow[] = {"scenario", "incomplete", "dates", "sources"};
  std::vector<Fact> facts;
  for (const auto& line : card) {
    if (std::find(std::begin(said_anyhow), std::end(said_anyhow), line.key) !=
        std::end(said_anyhow))
      continue;
    facts.push_back({line.name, line.evidence.empty()
                                    ? line.value
                                    : say(tr("{0} ({1})"), line.value, line.evidence)});
  }
  return facts;
}

std::vector<Fact> facts(const SheetContent& content, const SheetSpec& spec) {
  const auto& project = *content.project;
  std::vector<Fact> all;
  if (const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario)) {
    all.push_back({tr("Scenario"), scenario_text(*scenario)});
  }
  if (content.answer)
    all.insert(all.end(), content.answer->facts.begin(), content.answer->facts.end());
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
