// Who comes to people's homes, by the service areas that the project keeps.

#include <algorithm>

#include "analysis/mobile.hpp"
#include "app/service_areas.hpp"
#include "app/study_parts.hpp"
#include "app/verb_mobile.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Types = std::vector<const model::ServiceType*>;

/// Those that the project keeps areas of and the catalogue knows, by id.
Types types_of(const Workspace& workspace) {
  Types types;
  for (const auto& id : kept_types(*workspace.project)) {
    const auto* type = workspace.catalogue.find_type(id);
    if (type && type->comes_to_you) types.push_back(type);
  }
  return types;
}

/// The type that is asked for; the first where none is or its areas are gone.
const model::ServiceType& type_of(const Types& types, const std::string& wanted) {
  const auto at = std::find_if(types.begin(), types.end(),
                               [&](const auto* type) { return type->id == wanted; });
  return at == types.end() ? *types.front() : **at;
}

StudyTable groups_of(const MobileResult& found, const Workspace& workspace) {
  auto table = table_of(mobile_table(found, workspace),
                        {{"group", ""},
                         {"providers_0", "0"},
                         {"providers_1", "1"},
                         {"providers_2", "2"},
                         {"providers_3", tr("3 and more")}},
                        tr("People by the number of providers that come to them"));
  const auto names = age_groups();
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].cells[0] = names.at(i);
  return table;
}

StudyTable spots_of(const MobileResult& found, const Workspace& workspace) {
  auto table = table_of(mobile_spots(found, workspace),
                        {{"area", tr("Area")},
                         {"homes", tr("buildings")},
                         {"persons", tr("all")},
                         {"persons_65", "65+"},
                         {"persons_80", "80+"}},
                        tr("In no known service area"));
  table.note = tr("The numbers stand on the map; its colours answer the question above.");
  return table;
}

/// A click on a service asks about it.
StudyTable services_of(const Types& types, const model::ServiceType& chosen,
                       const model::Project& project) {
  StudyTable table{
      tr("Service areas in the project"), {tr("Service"), tr("areas"), tr("providers")}, {}, ""};
  for (const auto* type : types) {
    const auto areas = kept_areas(project, *type).areas;
    const auto providers = analysis::providers_of(areas, type->id).size();
    const auto text = [](std::size_t n) {
      return base::format_number(static_cast<double>(n), 0, base::language());
    };
    table.rows.push_back({{scene::name_of(*type), text(areas.size()), text(providers)},
                          {},
                          "",
                          type->id,
                          type == &chosen});
  }
  return table;
}

}  // namespace

base::Result<void> study_mobile(const StudyQuestion& asked, const Workspace& workspace,
                                StudyResult& result, jobs::Context& context) {
  const auto types = types_of(workspace);
  if (types.empty()) {
    return base::fail(base::ErrorCode::not_found, tr("The project keeps no service areas."), "",
                      tr("Add them with: nahraum add PROJECT --service-areas FILE"));
  }
  const auto& type = type_of(types, asked.unit);
  MobileOptions options;
  options.service = type.id;
  const auto found = ask_mobile(options, workspace);
  if (!found) return tl::unexpected(found.error());
  context.check();
  result.sentence = mobile_headline(*found, workspace);
  result.remarks = mobile_remarks(*found, workspace);
  result.tables.push_back(groups_of(*found, workspace));
  if (!found->spots.empty()) result.tables.push_back(spots_of(*found, workspace));
  result.tables.push_back(services_of(types, type, *workspace.project));
  result.method = mobile_method(*found, workspace);
  return {};
}

}  // namespace nahraum::app
