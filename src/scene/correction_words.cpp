#include "scene/correction_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

struct Namer {
  std::string operator()(const model::AddBench&) const { return tr("New bench"); }
  std::string operator()(const model::RemoveBench&) const { return tr("No bench here"); }
  std::string operator()(const model::AddPath&) const { return tr("New path"); }
  std::string operator()(const model::RemovePath&) const { return tr("Path closed"); }
  std::string operator()(const model::ChangePath&) const { return tr("Path otherwise"); }
  std::string operator()(const model::AddCrossing& change) const {
    return change.line.size() > 1 ? tr("New crossing") : tr("Crossing otherwise");
  }
  std::string operator()(const model::AddBarrier&) const { return tr("Barrier"); }
  std::string operator()(const model::AddRamp&) const { return tr("Ramp at steps"); }
  std::string operator()(const model::LowerKerb&) const { return tr("Lowered kerb"); }
  template <class Other>
  std::string operator()(const Other&) const {
    return tr("Other correction");
  }
};

bool is_unfit(const model::Project& project, std::int32_t id) {
  const auto& unfit = project.info.unfit;
  return std::find(unfit.begin(), unfit.end(), id) != unfit.end();
}

/// "New bench (2), Path closed", in the order in which they come first.
std::string kinds_of(const model::Project& project) {
  std::vector<std::pair<std::string, int>> kinds;
  for (const auto& each : project.corrections) {
    if (is_unfit(project, each.id)) continue;
    const auto name = correction_name(each.change);
    const auto at = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const auto& kind) { return kind.first == name; });
    at == kinds.end() ? void(kinds.emplace_back(name, 1)) : void(++at->second);
  }
  std::string text;
  for (const auto& [name, count] : kinds) {
    text += (text.empty() ? "" : ", ") + name;
    if (count > 1) text += fmt::format(" ({})", count);
  }
  return text;
}

}  // namespace

std::string correction_name(const model::Change& change) {
  return std::visit(Namer{}, change);
}

std::string corrections_text(const model::Project& project) {
  if (!project.info.corrected || project.corrections.empty()) return "";
  const auto left_out = project.info.unfit.size();
  const auto made = project.corrections.size() - left_out;
  std::string text =
      fmt::format(fmt::runtime(base::tr_n("{0} correction of the map data is in force",
                                          "{0} corrections of the map data are in force", made)),
                  made);
  if (made > 0) text += ": " + kinds_of(project);
  text += ".";
  if (left_out == 0) return text;
  return text + " " +
         fmt::format(
             fmt::runtime(base::tr_n("{0} does not fit the data and is left out.",
                                     "{0} do not fit the data and are left out.", left_out)),
             left_out);
}

}  // namespace nahraum::scene
