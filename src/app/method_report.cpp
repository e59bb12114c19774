#include "app/method_report.hpp"

#include <nlohmann/json.hpp>

#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {

using base::tr;

nlohmann::json method_json(const std::vector<scene::MethodLine>& card) {
  auto lines = nlohmann::json::array();
  for (const auto& line : card) {
    lines.push_back({{"key", line.key},
                     {"name", line.name},
                     {"value", line.value},
                     {"evidence", line.evidence}});
  }
  return lines;
}

std::string method_text(const std::vector<scene::MethodLine>& card) {
  std::string text;
  for (const auto& line : card) {
    text += line.name + ": " + line.value;
    if (!line.evidence.empty()) text += " (" + line.evidence + ")";
    text += "\n";
  }
  return text;
}

scene::MethodLine way_line(const std::optional<analysis::Way>& way) {
  if (way) return {"way", tr("Direction"), scene::name_of(*way), ""};
  return {"way", tr("Direction"),
          tr("daily supply: there and home again, the longer of the two counts; all else: there"),
          tr("assumption: what is bought is carried home")};
}

std::vector<scene::MethodLine> method_of(const Workspace& workspace,
                                         const analysis::District& district,
                                         std::vector<scene::MethodLine> own) {
  return scene::method_card({workspace.project.get(), &workspace.catalogue,
                             &district.network.profile, &district.network.missing},
                            std::move(own));
}

}  // namespace nahraum::app
