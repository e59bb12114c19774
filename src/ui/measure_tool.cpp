#include "ui/measure_tool.hpp"

#include <cmath>

#include "base/translate.hpp"
#include "geo/geodesic.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::string number(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

ImVec2 on_screen(const Camera& camera, geo::Point corner, geo::Point at) {
  const auto px = camera.to_px(at);
  return {static_cast<float>(corner.x + px.x), static_cast<float>(corner.y + px.y)};
}

void draw_label(const Kit& kit, ImDrawList* list, ImVec2 at, const std::string& text) {
  ImFont* font = kit.fonts.strong;
  const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.c_str());
  const ImVec2 low{at.x + kit.px(14), at.y + kit.px(10)};
  list->AddRectFilled(low, {low.x + size.x + kit.px(12), low.y + size.y + kit.px(6)},
                      kit.theme.field, kit.px(4));
  list->AddText(font, font->FontSize, {low.x + kit.px(6), low.y + kit.px(3)}, kit.theme.ink,
                text.c_str());
}

}  // namespace

std::string measured_length(double metres) {
  return metres < 1000 ? number(metres, 1) + " m" : number(metres / 1000, 3) + " km";
}

std::string measured_area(double square_metres) {
  if (square_metres < 1e4) return number(square_metres, 0) + " m²";
  return square_metres < 1e6 ? number(square_metres / 1e4, 2) + " ha"
                             : number(square_metres / 1e6, 2) + " km²";
}

void MeasureTool::click(geo::Point at, double near_m) {
  if (done_) clear();
  const bool closes = points_.size() >= 3 && geo::distance(points_.front(), at) <= near_m;
  if (closes) {
    closed_ = done_ = true;
  } else if (points_.empty() || !(points_.back() == at)) {
    points_.push_back(at);
  }
}

void MeasureTool::finish() {
  done_ = points_.size() > 1;
}

void MeasureTool::take_back() {
  if (closed_) {
    closed_ = done_ = false;
  } else if (!points_.empty()) {
    points_.pop_back();
    done_ = false;
  }
}

const geo::Projection* MeasureTool::projection(int epsg) {
  if (epsg_ != epsg) {
    auto made = geo::Projection::to_epsg(epsg);
    projection_.reset();
    if (made) projection_.emplace(std::move(*made));
    epsg_ = epsg;
  }
  return projection_ ? &*projection_ : nullptr;
}

std::vector<geo::LonLat> MeasureTool::on_earth(int epsg, const std::vector<geo::Point>& points) {
  std::vector<geo::LonLat> places;
  const auto* known = projection(epsg);
  if (!known) return places;
  places.reserve(points.size());
  for (const auto p : points)
    places.push_back(known->inverse(p));
  return places;
}

MeasureTool::Value MeasureTool::value(int epsg, const std::optional<geo::Point>& mouse) {
  auto points = points_;
  if (mouse && !done_ && !points.empty()) points.push_back(*mouse);
  auto places = on_earth(epsg, points);
  Value value;
  if (places.size() > 2 && (closed_ || !done_)) value.square_metres = geo::geodesic_area(places);
  if (closed_) places.push_back(places.front());
  value.metres = geo::geodesic_length(places);
  return value;
}

std::string MeasureTool::copied(int epsg) {
  if (points_.size() < 2) return "";
  const auto measured = value(epsg, std::nullopt);
  std::string text = measured_length(measured.metres);
  if (closed_ && measured.square_metres) text += "\t" + measured_area(*measured.square_metres);
  return text;
}

void MeasureTool::draw(const Kit& kit, const Camera& camera, geo::Point corner, int epsg,
                       const std::optional<geo::Point>& mouse) {
  if (points_.empty()) return;
  std::vector<ImVec2> line;
  for (const auto p : points_)
    line.push_back(on_screen(camera, corner, p));
  const bool live = mouse && !done_;
  if (live) line.push_back(on_screen(camera, corner, *mouse));
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto count = static_cast<int>(line.size());
  const ImDrawFlags round = closed_ ? ImDrawFlags_Closed : ImDrawFlags_None;
  list->AddPolyline(line.data(), count, kit.theme.field, round, kit.px(5));
  list->AddPolyline(line.data(), count, kit.theme.accent, round, kit.px(2.2f));
  for (std::size_t i = 0; i < points_.size(); ++i) {
    list->AddCircleFilled(line[i], kit.px(i == 0 ? 6.f : 4.5f), kit.theme.accent);
    list->AddCircleFilled(line[i], kit.px(i == 0 ? 3.4f : 2.4f), kit.theme.field);
  }
  if (line.size() > 1) {
    const auto measured = value(epsg, mouse);
    std::string text = measured_length(measured.metres);
    if (closed_ && measured.square_metres) text += " · " + measured_area(*measured.square_metres);
    draw_label(kit, list, line.back(), text);
  }
}

void MeasureTool::card(const Kit& kit, int epsg) {
  const auto measured = value(epsg, std::nullopt);
  if (points_.size() < 2) {
    kit.strong(tr("Measure"));
    kit.caption(tr("Click along what is to be measured."));
    return;
  }
  kit.strong(
      measured_length(measured.metres) +
      (measured.square_metres && closed_ ? "  ·  " + measured_area(*measured.square_metres) : ""));
  if (!done_) kit.caption(tr("A double click ends the line, the first point closes an area."));
  if (done_) kit.caption(tr("On the ellipsoid GRS 80. A click begins anew."));
  if (kit.button(tr("Copy##measure"))) ImGui::SetClipboardText(copied(epsg).c_str());
  kit.beside(tr("Clear##measure"));
  if (kit.button(tr("Clear##measure"))) clear();
}

}  // namespace nahraum::ui
