#include "app/site_report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/method_report.hpp"
#include "app/site_rows.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using nlohmann::json;
using scene::AgeGroup;
using scene::Shown;

json value(const Shown& shown) {
  return shown ? json(*shown) : json(nullptr);
}
std::string text(const Shown& shown) {
  return shown ? base::format_number(static_cast<double>(*shown), 0, base::language()) : "–";
}

json row_json(const SiteResult& r, const PlaceRow& row) {
  json adds, alone;
  for (std::size_t g = 0; g < 3; ++g) {
    adds[row_keys[g]] = value(row.adds[g]);
    alone[row_keys[g]] = value(row.alone[g]);
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

const scene::SitingShown& headline(const SiteResult& r) {
  const auto group = scene::headline_group(r.words.siting.question.weighting);
  return r.shown[group == AgeGroup::all ? 0 : group == AgeGroup::age_65 ? 1 : 2];
}

}  // namespace

std::string explanation_words(const SiteResult& r, std::size_t index) {
  return scene::explanation_text(r.words, r.explanations[index], headline(r).explained[index]);
}

std::string guess_words(const SiteResult& r) {
  return scene::guess_text(r.words, *r.score, r.guess.size(), headline(r).guess);
}

namespace {

json explanation_json(const SiteResult& r, std::size_t index) {
  const auto& e = r.explanations[index];
  json by_group_json;
  for (std::size_t g = 0; g < 3; ++g) {
    const auto& f = r.shown[g].explained[index];
    by_group_json[row_keys[g]] = {{"gain", value(f.gain)},
                                  {"best_gain", value(f.best_gain)},
                                  {"served_already", value(f.served_already)},
                                  {"both", value(f.both)},
                                  {"only_here", value(f.only_here)},
                                  {"only_best", value(f.only_best)}};
  }
  json result{{"better_candidates", e.better},
              {"groups", by_group_json},
              {"text", explanation_words(r, index)}};
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
    const auto& count = r.shown[g].guess;
    gained[row_keys[g]] = value(count);
    const auto& whole = r.shown[g].figures;
    shown = shown && (!whole.known || (count && whole.gained));
  }
  return {{"places", r.guess.size()},
          {"gained", gained},
          {"share_at_least", shown ? json(r.score->at_least) : json(nullptr)},
          {"share_at_most", shown ? json(r.score->at_most) : json(nullptr)},
          {"text", guess_words(r)}};
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

}  // namespace

std::vector<scene::MethodLine> site_method(const SiteResult& r) {
  return method_of(r.workspace, r.district, scene::siting_method(r.words, r.candidates));
}

void keep_back(SiteResult& r) {
  const scene::SitingExtras extras{r.best, r.explanations, r.score ? &*r.score : nullptr};
  for (std::size_t g = 0; g < 3; ++g) {
    r.shown[g] = scene::siting_shown(*r.district.project, r.words.answer, extras, row_groups[g],
                                     r.words.min_count);
  }
}

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
  for (std::size_t e = 0; e < r.explanations.size(); ++e)
    all += "\n" + explanation_words(r, e) + "\n";
  if (r.score) all += "\n" + guess_words(r) + "\n";
  return all + "\n" + method_text(site_method(r));
}

nlohmann::json site_json(const SiteResult& r) {
  const auto& question = r.words.siting.question;
  const auto& answer = r.words.answer;
  json by_group_json;
  for (std::size_t g = 0; g < 3; ++g) {
    by_group_json[row_keys[g]] = figures_json(r.shown[g].figures);
  }
  const bool median = question.model == analysis::SitingModel::p_median;
  auto explained = json::array();
  for (std::size_t e = 0; e < r.explanations.size(); ++e)
    explained.push_back(explanation_json(r, e));
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
          {"method", method_json(site_method(r))}};
}

}  // namespace nahraum::app
