#include "ui/layout.hpp"

#include <algorithm>

namespace nahraum::ui {
namespace {

/// At 100 %; a narrower column beside the map would break every line.
constexpr float least_column = 230;

}  // namespace

Layout layout_for(float width, float height, float scale, bool with_project, RightColumn right) {
  const float rail = 64 * scale, strip = 36 * scale, bar = 52 * scale;
  Layout layout;
  layout.rail = {0, 0, rail, height - strip};
  layout.strip = {0, height - strip, width, strip};
  const float panel = with_project ? std::min(404 * scale, width * 0.36f) : 0;
  const bool shown =
      right == RightColumn::help ||
      (with_project && (right == RightColumn::inspector || width >= inspector_stays_from * scale));
  const float wanted = right == RightColumn::help ? 400 : 296;
  const float column = shown ? std::min(wanted * scale, (width - rail - panel) * 0.5f) : 0;
  const bool crowded = with_project && shown && column < least_column * scale;
  if (!with_project) {
    layout.map = {rail, 0, width - rail - column, height - strip};
    layout.inspector = {width - column, 0, column, height - strip};
    return layout;
  }
  if (crowded) {
    // No room for both: what is chosen takes the question's place until it is closed.
    const float instead = std::min(wanted * scale, width * 0.42f);
    layout.inspector = {rail, 0, instead, height - strip};
    layout.toolbar = {rail + instead, 0, width - rail - instead, bar};
    layout.map = {rail + instead, bar, width - rail - instead, height - strip - bar};
    return layout;
  }
  layout.panel = {rail, 0, panel, height - strip};
  layout.toolbar = {rail + panel, 0, width - rail - panel, bar};
  layout.map = {rail + panel, bar, width - rail - panel - column, height - strip - bar};
  layout.inspector = {width - column, bar, column, height - strip - bar};
  return layout;
}

void make_room_for_table(Layout& layout, float scale) {
  const float wanted = std::max(layout.map.height * 0.42f, 220 * scale);
  const float high = std::min(wanted, layout.map.height * 0.7f);
  layout.map.height -= high;
  layout.table = {layout.map.x, layout.map.y + layout.map.height, layout.map.width, high};
}

}  // namespace nahraum::ui
