#include "ui/minutes_bars.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::ui {
namespace {

using analysis::Within;
using base::tr;

constexpr double longest_share = 2;  ///< a bar ends at twice the limit

std::string minutes_text(const analysis::HomeReach& reach) {
  return base::format_minutes(base::to_seconds(reach.cost).value, base::language());
}

std::string why_unknown(const app::TypeMinutes& of) {
  if (!of.in_data) return tr("The data name none. That does not mean that there is none.");
  if (of.reach.status == analysis::Status::no_street) return tr("No walkable street within 150 m.");
  if (of.reach.status == analysis::Status::beyond_data)
    return tr("The edge of the street data is nearer than the service: not assessable.");
  return tr("No way for this profile.");
}

MinutesBar bar_of(const app::TypeMinutes& of, const model::ServiceType& type) {
  MinutesBar bar;
  bar.type = of.type;
  bar.name = scene::name_of(type);
  bar.within = of.within;
  const bool told = of.in_data && of.reach.metres >= 0 && of.within != Within::unknown;
  if (!told) {
    const bool no_way = of.in_data && of.reach.status == analysis::Status::unreachable;
    bar.value = no_way ? tr("no way") : tr("unknown");
    bar.tip = why_unknown(of);
    return bar;
  }
  const bool metres = of.limit.kind == analysis::Limit::Kind::metres;
  bar.share =
      (metres ? static_cast<double>(of.reach.metres) : base::to_seconds(of.reach.cost).value) /
      of.limit.value;
  bar.value = minutes_text(of.reach);
  bar.tip =
      fmt::format(fmt::runtime(tr("{0} · {1} · threshold {2}")), bar.value,
                  base::format_distance(static_cast<double>(of.reach.metres), base::language()),
                  metres ? base::format_distance(of.limit.value, base::language())
                         : base::format_minutes(of.limit.value, base::language()));
  return bar;
}

void hatched(const Kit& kit, ImDrawList* list, ImVec2 low, ImVec2 high, ImU32 color) {
  list->PushClipRect(low, high, true);
  const float slant = high.y - low.y, step = kit.px(5);
  const int count = static_cast<int>((high.x - low.x + slant) / step) + 1;
  for (int i = 0; i < count; ++i) {
    const float x = low.x - slant + static_cast<float>(i) * step;
    list->AddLine({x, high.y}, {x + slant, low.y}, color, kit.px(1.2f));
  }
  list->PopClipRect();
  list->AddRect(low, high, color);
}

/// Blue up to the threshold's mark, red and hatched beyond it, grey hatch where nothing is known.
void draw_bar(const Kit& kit, const MinutesBar& bar, ImVec2 low, ImVec2 high) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = high.x - low.x;
  if (!bar.share) return hatched(kit, list, low, high, kit.theme.hairline);
  list->AddRectFilled(low, high, kit.theme.hover, kit.px(2));
  const auto part = static_cast<float>(std::clamp(*bar.share / longest_share, 0.03, 1.0));
  const ImVec2 end{low.x + width * part, high.y};
  if (bar.within == Within::yes) {
    list->AddRectFilled(low, end, kit.theme.accent, kit.px(2));
  } else {
    hatched(kit, list, low, end, kit.theme.gap);
  }
  const float limit = low.x + width / static_cast<float>(longest_share);
  list->AddLine({limit, low.y - kit.px(2)}, {limit, high.y + kit.px(2)}, kit.theme.ink);
}

/// The name with its minutes, and the bar below them.
void show_bar(const Kit& kit, const MinutesBar& bar) {
  const float whole = ImGui::GetContentRegionAvail().x;
  const float line = ImGui::GetFontSize(), high = line + kit.px(15);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string label = "bar " + bar.name;
  if (ImGui::InvisibleButton(label.c_str(), {whole, high})) kit.act(app::ChooseType{bar.type});
  kit.note_item(label);
  kit.tip(bar.tip);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || bar.asked) {
    list->AddRectFilled({at.x - kit.px(4), at.y}, {at.x + whole + kit.px(4), at.y + high},
                        bar.asked ? kit.theme.accent_soft : kit.theme.hover, kit.px(4));
  }
  const float value = ImGui::CalcTextSize(bar.value.c_str()).x;
  const float text_y = at.y + kit.px(2);
  list->AddText({at.x, text_y}, kit.theme.ink,
                kit.fitted(bar.name, whole - value - kit.px(8)).c_str());
  list->AddText({at.x + whole - value, text_y}, bar.share ? kit.theme.ink : kit.theme.ink_soft,
                bar.value.c_str());
  const float bar_y = at.y + line + kit.px(5);
  draw_bar(kit, bar, {at.x, bar_y}, {at.x + whole, bar_y + kit.px(6)});
}

}  // namespace

std::vector<MinutesBar> make_minutes_bars(const app::State& state,
                                          const model::Catalogue& catalogue) {
  std::vector<MinutesBar> bars;
  const bool known = state.selection.kind == app::Selection::Kind::home && state.home_minutes &&
                     state.home_minutes->home == state.selection.id;
  if (!known) return bars;
  for (const auto& each : state.home_minutes->types) {
    const auto* type = catalogue.find_type(each.type);
    if (!type) continue;
    bars.push_back(bar_of(each, *type));
    bars.back().asked = each.type == state.question.type;
  }
  return bars;
}

std::vector<std::string> home_method(const app::State& state) {
  if (state.selection.kind != app::Selection::Kind::home) return {};
  return {
      tr("Of the home: the cheapest way from its entrance to the nearest service of each kind, on "
         "the walking network of the profile; daily supply there and back, since what is bought "
         "is carried home. Each kind has its own threshold from the catalogue."),
      tr("Of the way: beeline and detour at the profile's speed, and what steps, kerbs, "
         "crossings, slopes and surfaces add; together they are the whole time.")};
}

void show_minutes_bars(const Kit& kit, const std::vector<MinutesBar>& bars) {
  if (bars.empty()) return;
  kit.hairline();
  kit.strong(tr("What is in reach from here"));
  ImGui::PushFont(kit.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  for (const auto& bar : bars)
    show_bar(kit, bar);
  ImGui::PopStyleVar();
  ImGui::PopFont();
  kit.caption(tr("The mark is each service's own threshold; a click asks for the service."));
}

}  // namespace nahraum::ui
