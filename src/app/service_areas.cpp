#include "app/service_areas.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/mobile.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/project_words.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;

constexpr std::string_view code_prefix = "service_area_";
constexpr const char* without_home = "service_area_without_home";
constexpr const char* without_place = "service_area_without_place";

struct Read {
  std::vector<model::ServiceArea> areas;
  std::vector<model::ReportEntry> report;
};

base::Result<Read> read_file(const io::ServiceAreaFiles& files, const model::Project& project,
                             const model::Catalogue& catalogue) {
  Read read;
  auto areas = io::read_service_areas(files, project, catalogue, read.report);
  if (!areas) return tl::unexpected(areas.error());
  read.areas = std::move(*areas);
  return read;
}

std::string with_type(const std::string& code, const model::ServiceType& type) {
  return code + "." + type.id;
}

/// Of a file's report what is about the type or may be, without the type's id.
std::vector<model::ReportEntry> about(const std::vector<model::ReportEntry>& report,
                                      const model::ServiceType& type) {
  std::vector<model::ReportEntry> own;
  for (auto entry : report) {
    const auto dot = entry.code.find('.');
    if (entry.code.compare(0, code_prefix.size(), code_prefix) != 0) continue;
    if (dot != std::string::npos && entry.code.substr(dot + 1) != type.id) continue;
    entry.code.resize(std::min(dot, entry.code.size()));
    own.push_back(std::move(entry));
  }
  return own;
}

/// A file of another town, or in another CRS than it says, would leave everybody without.
void count_without_home(TypeAreas& found, const model::Project& project) {
  const auto cover = analysis::mobile_cover(project, found.areas, found.type->id);
  std::set<std::size_t> with_home;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    with_home.insert(cover.of_home[i].begin(), cover.of_home[i].end());
  }
  const auto none = found.areas.size() - with_home.size();
  if (none == 0) return;
  found.report.push_back(
      {with_home.empty() ? "warning" : "info", without_home, static_cast<std::int64_t>(none), ""});
}

TypeAreas only(const Read& read, const model::ServiceType& type, const model::Project& project) {
  TypeAreas found;
  found.type = &type;
  std::copy_if(read.areas.begin(), read.areas.end(), std::back_inserter(found.areas),
               [&](const model::ServiceArea& area) { return area.type == type.id; });
  found.report = about(read.report, type);
  if (!found.areas.empty()) count_without_home(found, project);
  return found;
}

tl::unexpected<base::Error> none_of(const TypeAreas& found, const io::ServiceAreaFiles& files) {
  const bool named = std::any_of(found.report.begin(), found.report.end(),
                                 [](const auto& entry) { return entry.code == without_place; });
  const auto where = files.areas.filename().string() + ", " + scene::name_of(*found.type);
  if (named) {
    return base::fail(ErrorCode::bad_input, tr("the file's areas of this service are not known"),
                      where, tr("give the polygons of its postcodes with --postcodes"));
  }
  return base::fail(ErrorCode::bad_input, tr("the file holds no area of this service"), where,
                    tr("check its column of kinds"));
}

/// Of a type that people walk to: counted, not kept.
TypeAreas left_out(const TypeAreas& found) {
  const auto count = static_cast<std::int64_t>(found.areas.size());
  return {found.type, {}, {{"loss", "service_area_walked_to", count, ""}}};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts)
    text += (text.empty() ? "" : "; ") + part;
  return text;
}

void add_once(std::vector<std::string>& parts, const std::string& part) {
  if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
}

std::string word_of(model::AreaGiven given) {
  switch (given) {
    case model::AreaGiven::polygon:
      return tr("drawn outlines");
    case model::AreaGiven::postcodes:
      return tr("lists of postcodes");
    case model::AreaGiven::areas:
      return tr("lists of statistical areas");
    case model::AreaGiven::mixed:
      break;
  }
  return tr("lists of postcodes and statistical areas");
}

}  // namespace

base::Result<const model::ServiceType*> mobile_type(const std::string& name,
                                                    const model::Catalogue& catalogue) {
  auto type = catalogue.type(name);
  if (!type || (*type)->comes_to_you) return type;
  return base::fail(ErrorCode::bad_input, tr("People walk to this service"), scene::name_of(**type),
                    tr("Ask for it with: nahraum coverage"));
}

base::Result<TypeAreas> read_type_areas(const io::ServiceAreaFiles& files,
                                        const model::ServiceType& type,
                                        const model::Project& project,
                                        const model::Catalogue& catalogue) {
  const auto read = read_file(files, project, catalogue);
  if (!read) return tl::unexpected(read.error());
  auto found = only(*read, type, project);
  if (found.areas.empty()) return none_of(found, files);
  return found;
}

base::Result<std::vector<TypeAreas>> read_all_areas(const io::ServiceAreaFiles& files,
                                                    const model::Project& project,
                                                    const model::Catalogue& catalogue) {
  const auto read = read_file(files, project, catalogue);
  if (!read) return tl::unexpected(read.error());
  std::set<std::string> ids;
  for (const auto& area : read->areas)
    ids.insert(area.type);
  std::vector<TypeAreas> all;
  bool any = false;
  for (const auto& id : ids) {
    auto found = only(*read, *catalogue.find_type(id), project);
    any = any || found.type->comes_to_you;
    all.push_back(found.type->comes_to_you ? std::move(found) : left_out(found));
  }
  if (any) return all;
  return base::fail(ErrorCode::bad_input, tr("the file holds no area of a service that comes home"),
                    files.areas.filename().string(), tr("check its column of kinds"));
}

void keep_areas(model::Project& project, TypeAreas kept) {
  const auto& type = *kept.type;
  const auto suffix = with_type("", type);
  std::erase_if(project.service_areas, [&](const auto& area) { return area.type == type.id; });
  std::erase_if(project.report, [&](const model::ReportEntry& entry) {
    return entry.code.compare(0, code_prefix.size(), code_prefix) == 0 &&
           entry.code.ends_with(suffix);
  });
  std::move(kept.areas.begin(), kept.areas.end(), std::back_inserter(project.service_areas));
  std::stable_sort(project.service_areas.begin(), project.service_areas.end(),
                   [](const auto& a, const auto& b) { return a.type < b.type; });
  for (auto& entry : kept.report) {
    entry.code = with_type(entry.code, type);
    project.report.push_back(std::move(entry));
  }
}

TypeAreas kept_areas(const model::Project& project, const model::ServiceType& type) {
  TypeAreas kept;
  kept.type = &type;
  std::copy_if(project.service_areas.begin(), project.service_areas.end(),
               std::back_inserter(kept.areas),
               [&](const model::ServiceArea& area) { return area.type == type.id; });
  kept.report = about(project.report, type);
  return kept;
}

std::vector<std::string> kept_types(const model::Project& project) {
  std::set<std::string> types;
  for (const auto& area : project.service_areas)
    types.insert(area.type);
  return {types.begin(), types.end()};
}

std::string sources_text(const std::vector<model::ServiceArea>& areas) {
  std::vector<std::string> parts;
  for (const auto& area : areas) {
    const auto date = area.date.empty() ? std::string(tr("date unknown"))
                                        : base::format_date(area.date, base::language());
    add_once(parts, area.source + " (" + date + ")");
  }
  return joined(parts);
}

nlohmann::json area_sources(const std::vector<model::ServiceArea>& areas) {
  auto list = nlohmann::json::array();
  for (const auto& area : areas) {
    nlohmann::json source{{"file", area.source},
                          {"date", area.date},
                          {"sha256", area.sha256},
                          {"given", io::given_words.of(area.given)}};
    if (std::find(list.begin(), list.end(), source) == list.end())
      list.push_back(std::move(source));
  }
  return list;
}

std::string given_text(const std::vector<model::ServiceArea>& areas) {
  std::vector<std::string> parts;
  for (const auto& area : areas)
    add_once(parts, word_of(area.given));
  return joined(parts);
}

std::string count_text(std::size_t areas, std::size_t providers) {
  const auto text = fmt::format(fmt::runtime(base::tr_n("{0} area", "{0} areas", areas)), areas);
  return fmt::format(
      fmt::runtime(base::tr_n("{0} of {1} provider", "{0} of {1} providers", providers)), text,
      providers);
}

}  // namespace nahraum::app
