#include "scene/sheet_facts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
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

std::string evidence(const model::Sourced& sourced) {
  const auto mark = mark_name(sourced.mark);
  return sourced.source.empty() || sourced.mark == model::Mark::assumption
             ? mark
             : mark + ": " + sourced.source;
}

bool is_metres(const analysis::Limit& limit, const std::optional<double>& metres) {
  return limit.kind == analysis::Limit::Kind::metres && metres &&
         std::abs(limit.value - *metres) < 0.5;
}

/// Where the limit comes from: the catalogue's values are named with their source.
std::string limit_evidence(const SheetResult& result) {
  if (is_metres(result.limit, result.type.target_m)) return evidence(result.type.target_evidence);
  if (is_metres(result.limit, result.type.limit_m)) return evidence(result.type.limit_evidence);
  return tr("chosen for this sheet, assumption");
}

std::string method(const SheetResult& result) {
  return say(
      tr("Way on foot from every residential building along the streets to the nearest place. "
         "Profile “{}”: {} m/s ({}). Limit: {} ({})."),
      name_of(result.profile), decimal(result.profile.speed_m_s, 2),
      evidence(result.profile.evidence), limit_name(result.limit), limit_evidence(result));
}

/// "39 people of 80 and over are missing …", from the import report; "" when all were placed.
std::string unplaced(const model::Project& project) {
  std::string text;
  const auto add = [&](const char* code, const char* form) {
    for (const auto& entry : project.report) {
      if (entry.code != code) continue;
      text += " " + say(form, decimal(static_cast<double>(entry.count), 0));
    }
  };
  add("people_unplaced", tr("{} people in areas without a residential building are missing."));
  add("people_65_unplaced",
      tr("{} people of 65 and over in areas without a residential building are missing."));
  add("people_80_unplaced",
      tr("{} people of 80 and over in areas without a residential building are missing."));
  return text;
}

std::string residents(const model::Project& project) {
  long counted = 0, weighted = 0, assumed = 0;
  for (const auto& home : project.homes) {
    if (!home.in_district) continue;
    counted += home.basis == model::PopulationBasis::counted ? 1 : 0;
    weighted += home.basis == model::PopulationBasis::weighted ? 1 : 0;
    assumed += home.basis == model::PopulationBasis::assumed ? 1 : 0;
  }
  if (counted + weighted + assumed == 0) return tr("Not known: residential buildings are counted.");
  if (assumed == 0 && weighted == 0) return tr("Counted by building.");
  if (assumed == 0) {
    return tr("Statistics by area, spread over residential buildings by floor area (sums kept).");
  }
  if (weighted + counted == 0) return tr("Assumption: estimated from the buildings' floor area.");
  const double share =
      100.0 * static_cast<double>(assumed) / static_cast<double>(counted + weighted + assumed);
  return say(tr("Statistics spread over residential buildings by floor area; for {} % of the "
                "buildings an assumption from floor area."),
             std::lround(share));
}

std::string not_assessable(const SheetResult& result, int min_count) {
  const auto& c = result.coverage;
  const auto& people = c.all;
  const auto homes = static_cast<unsigned long>(std::max(0L, c.homes_not_assessable));
  if (c.homes == 0) return tr("No residential building is known.");
  if (homes == 0) return tr("No building: all lie far enough from the edge of the data.");
  const auto buildings = say(tr_n("{} residential building", "{} residential buildings", homes),
                             decimal(static_cast<double>(homes), 0));
  if (people.total <= 0) return buildings;
  return say(tr("{} with {} people"), buildings, persons_text(people.not_assessable, min_count));
}

std::string uncertainty(const analysis::WalkNetwork::MissingTags& missing) {
  const auto percent = [](double share) { return std::lround(100 * share); };
  return say(
      tr("Of the streets' length, no information on surface for {} %, smoothness {} %, width "
         "{} %, slope {} %. Missing is unknown, not free of barriers."),
      percent(missing.surface), percent(missing.smoothness), percent(missing.width),
      percent(missing.incline));
}

std::string data_dates(const model::Project& project, const std::string& print_date) {
  std::vector<std::string> parts;
  const auto add = [&](const std::string& part) {
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  };
  bool streets = false;
  for (const auto& source : project.sources) {
    if (source.date.empty()) continue;
    streets = streets || source.role == "osm";
    add(role_name(source.role) + " " + base::format_date(source.date, base::language()));
  }
  if (!streets && !project.info.data_date.empty()) {
    add(role_name("osm") + " " + base::format_date(project.info.data_date, base::language()));
  }
  std::string text;
  for (const auto& part : parts)
    text += (text.empty() ? "" : ", ") + part;
  if (text.empty()) text = tr("not stated by the files");
  if (!print_date.empty()) {
    text += say(tr("; printed {}"), base::format_date(print_date, base::language()));
  }
  return text + ".";
}

std::string sources(const model::Project& project) {
  std::vector<std::string> seen;
  for (const auto& source : project.sources) {
    auto line = source.attribution.empty() ? source.file : source.attribution;
    const bool licence_named = line.find(source.licence) != std::string::npos;
    if (!source.licence.empty() && !licence_named) line += ", " + source.licence;
    if (!line.empty() && std::find(seen.begin(), seen.end(), line) == seen.end()) {
      seen.push_back(line);
    }
  }
  std::string text;
  for (const auto& line : seen)
    text += (text.empty() ? "" : "; ") + line;
  return text;
}

}  // namespace

std::string role_name(const std::string& role) {
  if (role == "osm") return tr("streets and places");
  if (role == "population") return tr("residents");
  if (role == "district") return tr("study area");
  if (role == "services") return tr("services");
  return role;
}

std::string mark_name(model::Mark mark) {
  switch (mark) {
    case model::Mark::verified:
      return tr("verified");
    case model::Mark::literature:
      return tr("from the literature");
    case model::Mark::assumption:
      break;
  }
  return tr("assumption");
}

std::string title_of(const SheetContent& content, const SheetSpec& spec) {
  if (!spec.title.empty()) return spec.title;
  const auto& title = content.project->info.title;
  return title.empty() ? std::string(tr("Study area")) : title;
}

std::string topic_of(const SheetContent& content) {
  if (!content.result) return tr("Overview map");
  return say(tr("{}: within {} · {}"), name_of(content.result->type),
             limit_name(content.result->limit), name_of(content.result->profile));
}

std::vector<Fact> facts(const SheetContent& content, const SheetSpec& spec) {
  const auto& project = *content.project;
  std::vector<Fact> all;
  if (content.result) {
    const auto& result = *content.result;
    all.push_back({tr("Method"), method(result)});
    all.push_back({tr("Residents"), residents(project) + unplaced(project)});
    all.push_back(
        {tr("Not assessable"), not_assessable(result, content.catalogue->people.min_count)});
    all.push_back({tr("Data gaps"), uncertainty(result.missing)});
  }
  if (project.info.partial) {
    all.push_back(
        {tr("Incomplete"), tr("Made from a damaged file: parts of the data are missing.")});
  }
  all.push_back({tr("Date of data"), data_dates(project, spec.print_date)});
  all.push_back({tr("Coordinates"), geo::crs_name(project.info.epsg)});
  if (!spec.author.empty()) all.push_back({tr("Author"), spec.author});
  all.push_back({tr("Status"), (spec.status.empty() ? std::string(tr("Draft")) : spec.status) +
                                   ". " + tr("Informal planning, not legally binding.")});
  const auto credit = sources(project);
  if (!credit.empty()) all.push_back({tr("Sources"), credit});
  return all;
}

}  // namespace nahraum::scene
