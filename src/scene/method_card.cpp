#include "scene/method_card.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/correction_words.hpp"
#include "scene/scenario_sentence.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

std::string decimal(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
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

/// "For 3 buildings stated by hand."
std::string stated(const model::Project& project) {
  const auto count = std::count_if(
      project.homes.begin(), project.homes.end(),
      [](const model::Home& home) { return home.in_district && !home.stated.empty(); });
  if (count == 0) return {};
  return " " +
         say(base::tr_n("For {0} building stated by hand.", "For {0} buildings stated by hand.",
                        static_cast<unsigned long>(count)),
             count);
}

std::string placed(const model::Project& project) {
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

std::string profile_text(const model::Profile& profile) {
  return fmt::format("{}: {} m/s", name_of(profile), decimal(profile.speed_m_s, 2));
}

std::string slope_evidence(const model::Profile& profile) {
  const auto found = profile.cost_evidence.find("slope");
  return found == profile.cost_evidence.end() ? "" : evidence_text(found->second);
}

}  // namespace

std::string evidence_text(const model::Sourced& sourced) {
  const auto mark = mark_name(sourced.mark);
  return sourced.source.empty() || sourced.mark == model::Mark::assumption
             ? mark
             : mark + ": " + sourced.source;
}

std::string residents_text(const model::Project& project) {
  return placed(project) + stated(project) + unplaced(project);
}

std::string slope_text(const model::Project& project) {
  if (!project.terrain) return tr("No elevation model: streets without an incline count as level.");
  const auto& terrain = *project.terrain;
  auto text =
      say(tr("{}: resolution {} m; along the streets every 10 m, smoothed over {} m. Bridges, "
             "tunnels and steps do not follow the ground; a stated incline goes first."),
          terrain.file, decimal(terrain.resolution_m, 0),
          decimal(std::max(25.0, 1.5 * terrain.resolution_m), 0));
  if (terrain.coarse()) {
    text += " ";
    text += tr("Too coarse to tell a ramp from a lump: slopes cost time, but close no way.");
  }
  return text;
}

std::string data_gaps_text(const analysis::WalkNetwork::MissingTags& missing) {
  const auto percent = [](double share) { return std::lround(100 * share); };
  return say(
      tr("Of the streets' length, no information on surface for {} %, smoothness {} %, width "
         "{} %, slope {} %. Missing is unknown, not free of barriers."),
      percent(missing.surface), percent(missing.smoothness), percent(missing.width),
      percent(missing.incline));
}

std::string data_dates_text(const model::Project& project, const std::string& print_date) {
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

std::string sources_text(const model::Project& project) {
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

std::string role_name(const std::string& role) {
  if (role == "osm") return tr("streets and places");
  if (role == "population") return tr("residents");
  if (role == "district") return tr("study area");
  if (role == "services") return tr("services");
  if (role == "elevation") return tr("elevation");
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

std::vector<MethodLine> method_card(const MethodBasis& basis, std::vector<MethodLine> own) {
  const auto& project = *basis.project;
  auto card = std::move(own);
  if (const auto* scenario = model::find_scenario(project.scenarios, project.info.scenario)) {
    card.push_back({"scenario", tr("Scenario"), scenario_text(*scenario), ""});
  }
  if (const auto corrections = corrections_text(project); !corrections.empty())
    card.push_back({"corrections", tr("Corrections"), corrections, ""});
  if (basis.profile) {
    card.push_back({"profile", tr("Profile"), profile_text(*basis.profile),
                    evidence_text(basis.profile->evidence)});
    card.push_back({"slope", tr("Slope"), slope_text(project), slope_evidence(*basis.profile)});
  }
  card.push_back({"residents", tr("Residents"), residents_text(project), ""});
  if (basis.missing)
    card.push_back({"data_gaps", tr("Data gaps"), data_gaps_text(*basis.missing), ""});
  if (project.info.partial) {
    card.push_back({"incomplete", tr("Incomplete"),
                    tr("Made from a damaged file: parts of the data are missing."), ""});
  }
  card.push_back({"dates", tr("Date of data"), data_dates_text(project, ""), ""});
  card.push_back({"catalogue", tr("Catalogue"), basis.catalogue->edition, ""});
  card.push_back({"disclosure", tr("Disclosure"),
                  say(tr("Counts below {} people are not shown, nor what would tell them."),
                      basis.catalogue->people.min_count),
                  ""});
  card.push_back({"sources", tr("Sources"), sources_text(project), ""});
  return card;
}

}  // namespace nahraum::scene
