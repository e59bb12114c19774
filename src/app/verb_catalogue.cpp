#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/verbs.hpp"
#include "app/workspace.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

const std::string& label(const model::Label& both) {
  return base::language() == base::Language::german ? both.de : both.en;
}

std::string mark_text(model::Mark mark) {
  switch (mark) {
    case model::Mark::verified:
      return "V";
    case model::Mark::literature:
      return "K";
    case model::Mark::assumption:
      return "D";
  }
  return {};
}

nlohmann::json json_of(const model::Catalogue& catalogue) {
  using nlohmann::json;
  json types = json::array();
  for (const auto& type : catalogue.types) {
    types.push_back({{"id", type.id},
                     {"alias", type.alias},
                     {"de", type.label.de},
                     {"en", type.label.en},
                     {"group", std::string(1, model::letter_of(type.group))},
                     {"target_m", type.target_m ? json(*type.target_m) : json()},
                     {"limit_m", type.limit_m ? json(*type.limit_m) : json()},
                     {"mark", mark_text(type.thresholds.mark)},
                     {"source", type.thresholds.source},
                     {"core", type.core}});
  }
  json profiles = json::array();
  for (const auto& profile : catalogue.profiles) {
    profiles.push_back({{"id", profile.id},
                        {"de", profile.label.de},
                        {"en", profile.label.en},
                        {"speed_m_s", profile.speed_m_s},
                        {"mark", mark_text(profile.evidence.mark)},
                        {"source", profile.evidence.source}});
  }
  json standards = json::array();
  for (const auto& standard : catalogue.standards) {
    standards.push_back({{"id", standard.id},
                         {"de", standard.label.de},
                         {"en", standard.label.en},
                         {"mark", mark_text(standard.evidence.mark)},
                         {"source", standard.evidence.source}});
  }
  return {{"edition", catalogue.edition},
          {"services", types},
          {"profiles", profiles},
          {"standards", standards}};
}

/// Pads by characters: fmt counts code points, so umlauts line up.
std::string text_of(const model::Catalogue& catalogue) {
  const auto metres = [](const std::optional<double>& value) {
    return value ? fmt::format("{:.0f}", *value) : std::string("–");
  };
  std::string text = fmt::format("{:<4} {:<24} {:<44} {:>6} {:>6}  {}\n", "id", tr("alias"),
                                 tr("service"), tr("target"), tr("limit"), tr("mark"));
  for (const auto& type : catalogue.types) {
    text += fmt::format("{:<4} {:<24} {:<44} {:>6} {:>6}  {}{}\n", type.id, type.alias,
                        label(type.label), metres(type.target_m), metres(type.limit_m),
                        mark_text(type.thresholds.mark), type.local_only ? tr("  (local)") : "");
  }
  text += fmt::format("\n{:<22} {:<28} {:>6}  {}\n", tr("profile"), tr("who"), "m/s", tr("mark"));
  for (const auto& profile : catalogue.profiles) {
    text += fmt::format("{:<22} {:<28} {:>6.2f}  {}\n", profile.id, label(profile.label),
                        profile.speed_m_s, mark_text(profile.evidence.mark));
  }
  text += fmt::format("\n{:<22} {:<52}  {}\n", tr("standard"), tr("what it asks"), tr("mark"));
  for (const auto& standard : catalogue.standards) {
    text += fmt::format("{:<22} {:<52}  {}\n", standard.id, label(standard.label),
                        mark_text(standard.evidence.mark));
  }
  return text +
         fmt::format(
             "\n{}\n",
             tr("target/limit: metres on foot; V verified source, K literature, D our assumption"));
}

}  // namespace

base::Result<void> run_catalogue(const CatalogueOptions& options, Console& console) {
  const auto catalogue = shipped_catalogue();
  if (!catalogue) return tl::unexpected(catalogue.error());
  console.result(options.json ? json_of(*catalogue).dump(2) : text_of(*catalogue));
  return {};
}

}  // namespace nahraum::app
