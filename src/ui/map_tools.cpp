#include "ui/map_tools.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/scale_bar.hpp"
#include "scene/services_layer.hpp"
#include "ui/icons.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr app::MapLayer all_layers[] = {app::MapLayer::catchment,      app::MapLayer::gaps,
                                        app::MapLayer::other_services, app::MapLayer::names,
                                        app::MapLayer::notes,          app::MapLayer::corrections};

void show_switches(const Kit& kit, const app::State& state, double denominator) {
  kit.strong(tr("On the map"));
  for (const auto& each : make_layer_switches(state, denominator)) {
    bool shown = each.shown;
    if (kit.check(each.name, shown)) kit.act(app::ShowLayer{each.layer, shown});
    if (each.hint.empty()) continue;
    ImGui::Indent(kit.px(34));
    kit.caption(each.hint);
    ImGui::Unindent(kit.px(34));
  }
}

}  // namespace

std::string name_of(app::MapLayer layer) {
  switch (layer) {
    case app::MapLayer::catchment:
      return tr("Catchment");
    case app::MapLayer::gaps:
      return tr("Gaps in supply");
    case app::MapLayer::other_services:
      return tr("Other services");
    case app::MapLayer::names:
      return tr("Names");
    case app::MapLayer::notes:
      return tr("Notes");
    case app::MapLayer::corrections:
      return tr("Corrections of the map");
  }
  return "";
}

std::vector<LayerSwitch> make_layer_switches(const app::State& state, double denominator) {
  std::vector<LayerSwitch> switches;
  for (const auto layer : all_layers) {
    LayerSwitch each{layer, name_of(layer), "", state.layers(layer)};
    const bool too_far = denominator >= scene::other_services_until;
    if (layer == app::MapLayer::other_services && each.shown && too_far) {
      each.hint =
          fmt::format(fmt::runtime(tr("seen from {0} on: zoom in")), scene::scale_text(10000));
    }
    switches.push_back(std::move(each));
  }
  return switches;
}

Wish map_tools_panel(const Kit& kit, const app::State& state, double denominator, ViewsList& views,
                     std::optional<model::NamedView>& chosen) {
  Wish wish = Wish::none;
  const auto button = [&](const char* label, Icon icon, const char* hint) {
    const bool pressed = kit.icon_button(label, icon, false, false);
    kit.tip(hint);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - kit.px(8));
    return pressed;
  };
  const ImVec2 corner = ImGui::GetWindowPos();
  if (button(tr("Layers"), Icon::layers, tr("What the map shows"))) {
    ImGui::OpenPopup("###layers");
  }
  if (button(tr("Zoom in"), Icon::plus, tr("Zoom in   +"))) wish = Wish::zoom_in;
  if (button(tr("Zoom out"), Icon::minus, tr("Zoom out   −"))) wish = Wish::zoom_out;
  if (button(tr("Show the whole district"), Icon::whole, tr("Show the whole district   Home"))) {
    wish = Wish::show_all;
  }
  if (button(tr("Views"), Icon::bookmark, tr("Remembered views   Ctrl+M remembers this one"))) {
    ImGui::OpenPopup("###views");
  }
  const ImVec2 beside{corner.x + kit.px(map_tools_width + 8), corner.y};
  ImGui::SetNextWindowPos(beside);
  ImGui::SetNextWindowSize({kit.px(250), 0});
  if (ImGui::BeginPopup("###layers")) {
    show_switches(kit, state, denominator);
    ImGui::EndPopup();
  }
  ImGui::SetNextWindowPos(beside);
  if (ImGui::BeginPopup("###views")) {
    chosen = views.show(kit, state, wish);
    if (chosen || wish == Wish::present) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  return wish;
}

}  // namespace nahraum::ui
