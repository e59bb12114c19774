#include "ui/vignette.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "base/translate.hpp"
#include "scene/style.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {
namespace {

using base::tr;
using Line = Vignette::Line;
using House = Vignette::House;

ImU32 with(scene::Color c, double alpha = 1) {
  return IM_COL32(c.r, c.g, c.b, static_cast<int>(std::lround(255 * alpha)));
}

std::vector<ImVec2> points_in(std::istream& in) {
  std::vector<ImVec2> points;
  for (ImVec2 at; in >> at.x >> at.y;)
    points.push_back(at);
  if (!in.eof()) points.clear();  // something else than numbers
  return points;
}

bool add_house(Vignette& vignette, std::istream& in) {
  static const std::map<std::string, House::Kind> kinds{
      {"other", House::Kind::other}, {"home", House::Kind::home}, {"beyond", House::Kind::beyond}};
  std::string word;
  in >> word;
  const auto kind = kinds.find(word);
  const auto points = points_in(in);
  if (kind == kinds.end() || points.size() != 4) return false;
  House house{kind->second, {}};
  std::copy(points.begin(), points.end(), house.corners.begin());
  vignette.houses.push_back(house);
  return true;
}

bool add_line(Vignette& vignette, const std::string& word, std::istream& in) {
  static const std::map<std::string, Line::Kind> kinds{{"water", Line::Kind::water},
                                                       {"rail", Line::Kind::rail},
                                                       {"street", Line::Kind::street},
                                                       {"reached", Line::Kind::reached}};
  const auto kind = kinds.find(word);
  if (kind == kinds.end()) return false;
  Line line;
  line.kind = kind->second;
  if (line.kind == Line::Kind::street) in >> line.width;
  if (line.kind == Line::Kind::reached) in >> line.band;
  line.points = points_in(in);
  const bool sound = line.points.size() >= 2 && line.band >= 0 && line.band <= 3;
  if (sound) vignette.lines.push_back(std::move(line));
  return sound;
}

bool add(Vignette& vignette, const std::string& text) {
  std::istringstream in(text);
  std::string word;
  in >> word;
  if (word.empty() || word[0] == '#') return true;
  if (word == "house") return add_house(vignette, in);
  if (word != "pharmacy") return add_line(vignette, word, in);
  return static_cast<bool>(in >> vignette.pharmacy.x >> vignette.pharmacy.y);
}

/// Puts the picture between two corners.
struct Pen {
  ImDrawList* list;
  ImVec2 low;
  float width;
  std::vector<ImVec2> path = {};

  ImVec2 at(ImVec2 p) const { return {low.x + p.x * width, low.y + p.y * width}; }
  void line(const std::vector<ImVec2>& points, ImU32 color, float wide_px) {
    path.clear();
    for (const ImVec2& p : points)
      path.push_back(at(p));
    list->AddPolyline(path.data(), static_cast<int>(path.size()), color, 0, wide_px);
  }
};

void draw_ways(const Kit& kit, const Vignette& vignette, const scene::Style& style, Pen& pen) {
  const auto& street = style.street(scene::StreetClass::residential);
  for (const auto& line : vignette.lines) {
    if (line.kind == Line::Kind::water) pen.line(line.points, with(style.water), kit.px(5));
  }
  // All casings first: where streets meet, none lies across another.
  for (const bool casing : {true, false}) {
    for (const auto& line : vignette.lines) {
      if (line.kind != Line::Kind::street) continue;
      const float wide = std::max(line.width * pen.width, kit.px(1.5f));
      pen.line(line.points, with(casing ? street.casing : street.fill),
               casing ? wide + kit.px(1.5f) : wide);
    }
  }
  for (const auto& line : vignette.lines) {
    if (line.kind != Line::Kind::reached) continue;
    const auto band = static_cast<std::size_t>(line.band);
    pen.line(line.points, with(style.bands[band], 0.85), std::max(0.008f * pen.width, kit.px(3)));
  }
  for (const auto& line : vignette.lines) {
    if (line.kind == Line::Kind::rail) pen.line(line.points, with(style.rail), kit.px(2));
  }
}

void draw_houses(const Vignette& vignette, const scene::Style& style, const Pen& pen) {
  for (const auto& house : vignette.houses) {
    const auto& c = house.corners;
    const bool lived_in = house.kind != House::Kind::other;
    const auto fill = house.kind == House::Kind::beyond ? style.gap
                      : lived_in                        ? style.home
                                                        : style.building;
    const ImVec2 a = pen.at(c[0]), b = pen.at(c[1]), d = pen.at(c[2]), e = pen.at(c[3]);
    pen.list->AddQuadFilled(a, b, d, e, with(fill, house.kind == House::Kind::beyond ? 0.75 : 1));
    pen.list->AddQuad(a, b, d, e, with(lived_in ? style.home_edge : style.building_edge));
  }
}

/// A white cross on the colour of health services.
void draw_pharmacy(const Kit& kit, const scene::Style& style, ImDrawList* list, ImVec2 at) {
  const float r = kit.px(11), arm = kit.px(6), thick = kit.px(1.6f);
  const ImU32 sign = with(style.on_group);
  list->AddCircleFilled(at, r + kit.px(1.5f), with(style.rim), 32);
  list->AddCircleFilled(at, r, with(style.group(model::Group::health).color), 32);
  list->AddRectFilled({at.x - arm, at.y - thick}, {at.x + arm, at.y + thick}, sign);
  list->AddRectFilled({at.x - thick, at.y - arm}, {at.x + thick, at.y + arm}, sign);
}

}  // namespace

Vignette load_vignette(const std::filesystem::path& file) {
  Vignette vignette;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!add(vignette, line)) return {};
  }
  return vignette;
}

void draw_vignette(const Kit& kit, const Vignette& vignette, scene::Theme theme, ImVec2 low,
                   ImVec2 high) {
  const auto style = scene::style_for(theme);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = high.x - low.x, height = high.y - low.y;
  // Where there is less room than the picture is high, the pharmacy stays in sight.
  const float hidden = std::max(width * vignette_height - height, 0.f);
  const float above = std::clamp(vignette.pharmacy.y * width - height * 0.68f, 0.f, hidden);
  Pen pen{list, {low.x, low.y - above}, width};
  list->PushClipRect(low, high, true);
  list->AddRectFilled(low, high, with(style.ground));
  draw_ways(kit, vignette, style, pen);
  draw_houses(vignette, style, pen);
  if (vignette.pharmacy.x >= 0) draw_pharmacy(kit, style, list, pen.at(vignette.pharmacy));
  list->PopClipRect();
  list->AddRect(low, high, kit.theme.hairline);
}

void vignette_key(const Kit& kit, scene::Theme theme) {
  const auto style = scene::style_for(theme);
  const float side = kit.px(12), high = kit.fonts.small->FontSize;
  const auto swatch = [&](auto&& draw) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw(ImVec2{at.x, at.y + (high - side) / 2 + kit.px(2)});
    ImGui::Dummy({side * 2, high});
    ImGui::SameLine(0, kit.px(6));
  };
  ImDrawList* list = ImGui::GetWindowDrawList();
  swatch([&](ImVec2 at) {
    for (int band = 0; band < 4; ++band) {
      const float x = at.x + side * 0.5f * static_cast<float>(band);
      list->AddRectFilled({x, at.y + side * 0.3f}, {x + side * 0.5f, at.y + side * 0.7f},
                          with(style.bands[static_cast<std::size_t>(band)], 0.85));
    }
  });
  kit.caption(tr("the way to the pharmacy with a rollator: 3, 6, 10, 15 minutes"));
  swatch([&](ImVec2 at) {
    const ImVec2 low{at.x + side * 0.5f, at.y + side * 0.1f};
    list->AddRectFilled(low, {low.x + side, low.y + side * 0.8f}, with(style.gap, 0.75));
    list->AddRect(low, {low.x + side, low.y + side * 0.8f}, with(style.home_edge));
  });
  kit.caption(tr("homes that take longer than 10 minutes"));
}

}  // namespace nahraum::ui
