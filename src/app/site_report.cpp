#include "app/site_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "analysis/siting_parts.hpp"
#include "app/method_report.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;
using scene::AgeGroup;
using scene::Shown;
using Type = io::Column::Type;

constexpr AgeGroup groups[] = {AgeGroup::all, AgeGroup::age_65, AgeGroup::age_80};
constexpr const char* group_keys[] = {"all", "65", "80"};

json value(const Shown& shown) {
  return shown ? json(*shown) : json(nullptr);
}
io::Value cell(const Shown& shown) {
  return shown ? io::Value(std::int64_t{*shown}) : io::Value();
}
std::string text(const Shown& shown) {
  return shown ? base::format_number(static_cast<double>(*shown), 0, base::language()) : "–";
}

/// One row of the tables: a place and the persons it stands for, as far as they may be shown.
struct PlaceRow {
  std::string role;
  std::size_t rank = 0;
  const analysis::Candidate* place = nullptr;
  std::array<Shown, 3> adds, alone;
  long homes = 0;
};

std::array<Shown, 3> by_group(const analysis::Tally& tally, int min_count) {
  std::array<Shown, 3> shown;
  for (std::size_t g = 0; g < 3; ++g) {
    if (tally.homes_unknown[g] < tally.homes || tally.homes == 0)
      shown[g] = scene::shown_count(tally, groups[g], min_count);
  }
  return shown;
}

std::vector<PlaceRow> site_rows(const SiteResult& r) {
  std::vector<PlaceRow> rows;
  const auto& answer = r.words.answer;
  for (std::size_t s = 0; s < answer.sites.size(); ++s) {
    const auto& site = answer.sites[s].adds;
    rows.push_back(
        {"site", s + 1, &r.words.siting.candidates[site.candidate], {}, {}, site.homes.homes});
  }
  for (std::size_t g = 0; g < 3; ++g) {
    const auto figures = scene::siting_figures(answer, groups[g], r.words.min_count);
    for (std::size_t s = 0; s < rows.size(); ++s) {
      rows[s].adds[g] = figures.adds[s];
      rows[s].alone[g] = figures.alone[s];
    }
  }
  return rows;
}

std::vector<PlaceRow> best_rows(const SiteResult& r) {
  std::vector<PlaceRow> rows;
  for (const auto& part : r.best) {
    const auto shown = by_group(part.homes, r.words.min_count);
    rows.push_back({"best", rows.size() + 1, &r.words.siting.candidates[part.candidate], shown,
                    shown, part.homes.homes});
  }
  return rows;
}

std::vector<PlaceRow> other_rows(const SiteResult& r) {
  std::vector<PlaceRow> rows;
  for (const auto& place : r.guess)
    rows.push_back({"guess", rows.size() + 1, &place, {}, {}, 0});
  std::size_t rank = 0;
  for (const auto& explanation : r.explanations) {
    PlaceRow row{"pointed", ++rank, &explanation.place, {}, {}, 0};
    for (std::size_t g = 0; g < 3; ++g)
      row.alone[g] = scene::explained_figures(explanation, groups[g], r.words.min_count).gain;
    row.homes = explanation.both.homes + explanation.only_here.homes;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<geo::LonLat> degrees(const SiteResult& r, geo::Point at) {
  const auto projection = geo::Projection::to_epsg(r.district.project->info.epsg);
  return projection ? std::optional(projection->inverse(at)) : std::nullopt;
}

json row_json(const SiteResult& r, const PlaceRow& row) {
  json adds, alone;
  for (std::size_t g = 0; g < 3; ++g) {
    adds[group_keys[g]] = value(row.adds[g]);
    alone[group_keys[g]] = value(row.alone[g]);
  }
  json result{{"rank", row.rank},     {"name", row.place->name}, {"x", row.place->at.x},
              {"y", row.place->at.y}, {"homes", row.homes},      {"adds", adds},
              {"alone", alone}};
  if (const auto at = degrees(r, row.place->at)) {
    result["lon"] = at->lon;
    result["lat"] = at->lat;
  }
  return result;
}

json rows_json(const SiteResult& r, const std::vector<PlaceRow>& rows) {
  auto list = json::array();
  for (const auto& row : rows)
    list.push_back(row_json(r, row));
  return list;
}

json figures_json(const scene::SitingFigures& figures) {
  return {{"served", value(figures.served)},
          {"gained", value(figures.gained)},
          {"left", value(figures.left)},
          {"out_of_reach", value(figures.out_of_reach)},
          {"not_assessable", value(figures.not_assessable)},
          {"homes_unknown", figures.homes_unknown}};
}

/// Means, not sums: a sum of ways would tell nobody anything.
json ways_json(const SiteResult& r) {
  const auto& answer = r.words.answer;
  if (answer.weight < r.words.min_count) return nullptr;
  const bool metres = r.words.siting.question.limit.kind == analysis::Limit::Kind::metres;
  const auto mean = [&](std::int64_t total) {
    return static_cast<double>(total) / static_cast<double>(answer.weight) / 1000;
  };
  return {{"unit", metres ? "m" : "s"},
          {"mean_before", mean(answer.before)},
          {"mean_after", mean(answer.value)},
          {"mean_bound", mean(answer.bound)}};
}

json explanation_json(const SiteResult& r, const analysis::Explanation& e) {
  json by_group_json;
  for (std::size_t g = 0; g < 3; ++g) {
    const auto f = scene::explained_figures(e, groups[g], r.words.min_count);
    by_group_json[group_keys[g]] = {{"gain", value(f.gain)},
                                    {"best_gain", value(f.best_gain)},
                                    {"served_already", value(f.served_already)},
                                    {"both", value(f.both)},
                                    {"only_here", value(f.only_here)},
                                    {"only_best", value(f.only_best)}};
  }
  json result{{"better_candidates", e.better},
              {"groups", by_group_json},
              {"text", scene::explanation_text(r.words, e)}};
  if (const auto at = degrees(r, e.place.at)) {
    result["lon"] = at->lon;
    result["lat"] = at->lat;
  }
  return result;
}

json guess_json(const SiteResult& r) {
  if (!r.score) return nullptr;
  json gained;
  bool shown = true;
  for (std::size_t g = 0; g < 3; ++g) {
    const auto count = scene::shown_count(r.score->gained, groups[g], r.words.min_count);
    gained[group_keys[g]] = value(count);
    const auto whole = scene::siting_figures(r.words.answer, groups[g], r.words.min_count);
    shown = shown && (count.has_value() && (whole.gained.has_value() || !whole.known));
  }
  return {{"places", r.guess.size()},
          {"gained", gained},
          {"share_at_least", shown ? json(r.score->at_least) : json(nullptr)},
          {"share_at_most", shown ? json(r.score->at_most) : json(nullptr)},
          {"text", scene::guess_text(r.words, *r.score, r.guess.size())}};
}

const char* model_key(analysis::SitingModel model) {
  switch (model) {
    case analysis::SitingModel::mclp:
      return "mclp";
    case analysis::SitingModel::lscp:
      return "lscp";
    case analysis::SitingModel::p_median:
      break;
  }
  return "pmedian";
}

std::string row_text(const SiteResult& r, const PlaceRow& row) {
  const auto at = degrees(r, row.place->at);
  const auto where = at ? fmt::format("{:.5f},{:.5f}", at->lon, at->lat) : "";
  return fmt::format("{:>3}  {:<19} {:>8} {:>8} {:>8}  {}\n", row.rank, where, text(row.adds[0]),
                     text(row.adds[1]), text(row.adds[2]), row.place->name);
}

std::string table_text(const SiteResult& r, const char* title, const std::vector<PlaceRow>& rows) {
  if (rows.empty()) return {};
  std::string lines =
      std::string("\n") + title + "\n" +
      fmt::format("{:>3}  {:<19} {:>8} {:>8} {:>8}\n", "", "lon,lat", tr("all"), "65+", "80+");
  for (const auto& row : rows)
    lines += row_text(r, row);
  return lines;
}

std::vector<scene::MethodLine> card(const SiteResult& r) {
  return method_of(r.workspace, r.district, scene::siting_method(r.words, r.candidates));
}

const char* state_text(analysis::HomeState state, bool helped) {
  switch (state) {
    case analysis::HomeState::served:
      return "served";
    case analysis::HomeState::open:
      return helped ? "gained" : "left";
    case analysis::HomeState::not_assessable:
      return "not_assessable";
    case analysis::HomeState::elsewhere:
      break;
  }
  return "";
}

}  // namespace

std::string site_text(const SiteResult& r) {
  std::string all = scene::siting_sentence(r.words);
  for (const auto& remark : scene::siting_remarks(r.words))
    all += " " + remark;
  all += "\n";
  const bool median = r.words.siting.question.model == analysis::SitingModel::p_median;
  all += table_text(r,
                    median ? tr("Sites, with the persons whose way each shortens further:")
                           : tr("Sites, with the persons that each adds:"),
                    site_rows(r));
  all +=
      table_text(r, tr("The best single places, with what each would gain alone:"), best_rows(r));
  for (const auto& explanation : r.explanations)
    all += "\n" + scene::explanation_text(r.words, explanation) + "\n";
  if (r.score) all += "\n" + scene::guess_text(r.words, *r.score, r.guess.size()) + "\n";
  return all + "\n" + method_text(card(r));
}

nlohmann::json site_json(const SiteResult& r) {
  const auto& question = r.words.siting.question;
  const auto& answer = r.words.answer;
  json by_group_json;
  for (std::size_t g = 0; g < 3; ++g) {
    by_group_json[group_keys[g]] =
        figures_json(scene::siting_figures(answer, groups[g], r.words.min_count));
  }
  const bool median = question.model == analysis::SitingModel::p_median;
  auto explained = json::array();
  for (const auto& explanation : r.explanations)
    explained.push_back(explanation_json(r, explanation));
  return {{"project", r.district.project->info.title},
          {"question",
           {{"model", model_key(question.model)},
            {"service", r.words.type.id},
            {"profile", r.words.profile.id},
            {"limit", analysis::to_text(question.limit)},
            {"group", r.weighting},
            {"sites",
             question.model == analysis::SitingModel::lscp ? json(nullptr) : json(question.sites)},
            {"candidates", r.words.siting.candidates.size()},
            {"keep_existing", question.keep_existing},
            {"min_distance_m", question.apart_m}}},
          {"sentence", scene::siting_sentence(r.words)},
          {"remarks", scene::siting_remarks(r.words)},
          {"proven", answer.proven},
          {"most_below_optimum", analysis::most_below(question, answer)},
          {"least_sites",
           question.model == analysis::SitingModel::lscp ? json(answer.bound) : json(nullptr)},
          {"groups", by_group_json},
          {"homes", figures_json(scene::siting_homes(answer))},
          {"ways", median ? ways_json(r) : json(nullptr)},
          {"sites", rows_json(r, site_rows(r))},
          {"best_places", rows_json(r, best_rows(r))},
          {"explained", explained},
          {"guess", guess_json(r)},
          {"min_count", r.words.min_count},
          {"attribution", model::attribution(*r.district.project)},
          {"method", method_json(card(r))}};
}

io::FeatureTable site_table(const SiteResult& r) {
  const auto& project = *r.district.project;
  io::FeatureTable table{"sites",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::text, "role"},
                          {Type::integer, "rank"},
                          {Type::text, "name"},
                          {Type::real, "x", 2},
                          {Type::real, "y", 2},
                          {Type::real, "lon", 7},
                          {Type::real, "lat", 7},
                          {Type::integer, "homes"}},
                         {}};
  for (const auto* key : group_keys)
    table.columns.push_back({Type::integer, fmt::format("adds_{}", key)});
  for (const auto* key : group_keys)
    table.columns.push_back({Type::integer, fmt::format("alone_{}", key)});
  for (const auto& rows : {site_rows(r), best_rows(r), other_rows(r)}) {
    for (const auto& row : rows) {
      const auto at = degrees(r, row.place->at);
      io::Feature feature{{row.role, static_cast<std::int64_t>(row.rank), row.place->name,
                           row.place->at.x, row.place->at.y, at ? io::Value(at->lon) : io::Value(),
                           at ? io::Value(at->lat) : io::Value(), std::int64_t{row.homes}},
                          row.place->at};
      for (const auto& list : {row.adds, row.alone}) {
        for (const auto& shown : list)
          feature.values.push_back(cell(shown));
      }
      table.rows.push_back(std::move(feature));
    }
  }
  return table;
}

io::FeatureTable site_homes_table(const SiteResult& r) {
  const auto& project = *r.district.project;
  const auto& siting = r.words.siting;
  io::FeatureTable table{"homes",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "home_id"}, {Type::text, "state"}},
                         {}};
  analysis::SiteParts parts(siting);
  for (const auto& site : r.words.answer.sites)
    parts.choose(site.adds.candidate);
  std::vector<bool> helped(project.homes.size(), false);
  for (const auto home : parts.helped(true))
    helped[home] = true;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const std::string state = state_text(siting.state[i], helped[i]);
    if (!state.empty())
      table.rows.push_back({{std::int64_t{project.homes[i].id}, state}, project.homes[i].at});
  }
  return table;
}

}  // namespace nahraum::app
