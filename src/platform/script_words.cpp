#include "platform/script_words.hpp"

#include <map>

namespace nahraum::platform {

app::Tool tool_named(const std::string& name) {
  static const std::map<std::string, app::Tool> drawing = {
      {"freehand", app::Tool::note_freehand},  {"polygon", app::Tool::note_polygon},
      {"marker", app::Tool::note_highlight},   {"number", app::Tool::note_number},
      {"bench", app::Tool::correct_bench},     {"crossing", app::Tool::correct_crossing},
      {"barrier", app::Tool::correct_barrier}, {"path", app::Tool::correct_path},
      {"closure", app::Tool::correct_closure}, {"surface", app::Tool::correct_surface},
      {"ramp", app::Tool::correct_ramp},       {"kerb", app::Tool::correct_kerb},
      {"home", app::Tool::add_home},           {"outline", app::Tool::edit_outline},
      {"areas", app::Tool::edit_areas}};
  if (const auto found = drawing.find(name); found != drawing.end()) return found->second;
  if (name == "text") return app::Tool::note_text;
  if (name == "callout") return app::Tool::note_callout;
  if (name == "arrow") return app::Tool::note_arrow;
  if (name == "guess") return app::Tool::guess;
  if (name == "service") return app::Tool::add_service;
  if (name == "measure") return app::Tool::measure;
  return name == "point" ? app::Tool::note_point : app::Tool::select;
}

}  // namespace nahraum::platform
