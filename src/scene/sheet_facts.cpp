#include "scene/sheet_facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "scene/correction_words.hpp"
#include "scene/method_card.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

constexpr std::array<std::string_view, 5> said_anyhow = {"scenario", "corrections", "incomplete",
                                                         "dates", "sources"};
/// Without these no figure can be read; the others say how it came about.
constexpr std::array<std::string_view, 11> said_first = {
    "method", "max_gap", "without", "before",    "after",     "way",
    "limit",  "profile", "basket",  "residents", "disclosure"};

template <class Keys>
bool is_among(const Keys& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void add_own(const std::vector<Fact>& own, std::size_t left_out, std::vector<Fact>& all) {
  const auto printed = own.size() - std::min(left_out, own.size());
  all.insert(all.end(), own.begin(), own.begin() + static_cast<std::ptrdiff_t>(printed));
  std::string names;
  for (std::size_t i = printed; i < own.size(); ++i)
    names += (names.empty() ? "" : ", ") + own[i].name;
  if (!names.empty())
    all.push_back(
        {tr("Left out here"), say(tr("{0}: see the method card of the command line."), names)});
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
  std::vector<Fact> first, then;
  for (const auto& line : card) {
    if (is_among(said_anyhow, line.key)) continue;
    auto& facts = is_among(said_first, line.key) ? first : then;
    facts.push_back({line.name, line.evidence.empty()
                                    ? line.value
                                    : say(tr("{0} ({1})"), line.value, line.evidence)});
  }
  first.insert(first.end(), then.begin(), then.end());
  return first;
}

std::vector<Fact> facts(const SheetContent& content, const SheetSpec& spec, std::size_t left_out) {
  const auto& project = *content.project;
  std::vector<Fact> all;
  if (const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario)) {
    all.push_back({tr("Scenario"), scenario_text(*scenario)});
  }
  if (const auto corrections = corrections_text(project); !corrections.empty())
    all.push_back({tr("Corrections"), corrections});
  if (content.answer) add_own(content.answer->facts, left_out, all);
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
