#include "render/pick/picker.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace nahraum::render {
namespace {

constexpr double cell_m = 64;

std::int32_t index_of(double v) {
  return static_cast<std::int32_t>(std::floor(v / cell_m));
}

std::uint64_t cell_key(std::int32_t column, std::int32_t row) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32 |
         static_cast<std::uint32_t>(row);
}

template <class Visit>
void each_cell(const geo::Box& box, const Visit& visit) {
  for (auto row = index_of(box.min_y); row <= index_of(box.max_y); ++row) {
    for (auto column = index_of(box.min_x); column <= index_of(box.max_x); ++column) {
      visit(cell_key(column, row));
    }
  }
}

double distance_to(const model::Streets& streets, const model::Street& way, geo::Point at) {
  double best = 1e300;
  for (std::size_t i = 1; i < way.nodes.size(); ++i) {
    const auto a = streets.nodes[way.nodes[i - 1]].at, b = streets.nodes[way.nodes[i]].at;
    best = std::min(best, geo::nearest_on_segment(a, b, at).distance);
  }
  return best;
}

}  // namespace

Picker::Picker(model::Snapshot project) : project_(std::move(project)), notes_(project_->notes) {
  for (std::uint32_t i = 0; i < project_->buildings.size(); ++i) {
    enter(geo::bounds(project_->buildings[i].outline), {Shape::Kind::building, i});
  }
  const auto& streets = project_->streets;
  for (std::uint32_t i = 0; i < streets.ways.size(); ++i) {
    const auto& nodes = streets.ways[i].nodes;
    for (std::size_t k = 1; k < nodes.size(); ++k) {
      geo::Box box;
      box.add(streets.nodes[nodes[k - 1]].at);
      box.add(streets.nodes[nodes[k]].at);
      enter(box, {Shape::Kind::street, i});
    }
  }
  enter_areas();
  enter_lines();
  for (std::uint32_t i = 0; i < project_->elements.size(); ++i) {
    geo::Box box;
    box.add(project_->elements[i].at);
    enter(box, {Shape::Kind::element, i});
  }
}

void Picker::enter_areas() {
  for (std::uint32_t i = 0; i < project_->areas.size(); ++i)
    enter(geo::bounds(project_->areas[i].outline), {Shape::Kind::area, i});
}

void Picker::enter_lines() {
  for (std::uint32_t i = 0; i < project_->lines.size(); ++i) {
    const auto& line = project_->lines[i].line;
    for (std::size_t k = 1; k < line.size(); ++k) {
      geo::Box box;
      box.add(line[k - 1]);
      box.add(line[k]);
      enter(box, {Shape::Kind::line, i});
    }
  }
}

void Picker::enter(const geo::Box& box, Shape shape) {
  if (box.empty()) return;
  each_cell(box, [&](Cell cell) {
    auto& shapes = cells_[cell];
    const bool there =
        !shapes.empty() && shapes.back().kind == shape.kind && shapes.back().index == shape.index;
    if (!there) shapes.push_back(shape);
  });
}

void Picker::show(const std::vector<scene::LayerPtr>& layers) {
  symbols_.clear();
  for (const auto& layer : layers) {
    for (const auto& item : layer->items) {
      const auto* symbol = std::get_if<scene::Symbol>(&item);
      if (!symbol || symbol->id == 0) continue;
      symbols_.push_back({symbol->at, symbol->id, layer->min_denominator, layer->max_denominator,
                          std::min(1.0, symbol->size_mm / 4), symbol->members});
    }
  }
}

std::vector<Hit> Picker::all(geo::Point at, double reach_m, double symbol_reach_m,
                             double denominator) const {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < symbols_.size(); ++i) {
    const auto& symbol = symbols_[i];
    const double distance = geo::distance(symbol.at, at);
    const bool shown =
        denominator >= symbol.min_denominator && denominator < symbol.max_denominator;
    if (shown && distance <= symbol_reach_m * symbol.reach) {
      const bool alone = symbol.members.empty();
      hits.push_back({alone ? Hit::Kind::service : Hit::Kind::cluster,
                      alone ? symbol.id : static_cast<std::int64_t>(i), distance});
    }
  }
  add_notes(at, symbol_reach_m, hits);
  std::set<std::pair<int, std::uint32_t>> seen;
  each_cell(geo::Box{at.x, at.y, at.x, at.y}.grown(reach_m), [&](Cell cell) {
    const auto found = cells_.find(cell);
    if (found == cells_.end()) return;
    for (const auto& shape : found->second) {
      const bool is_new = seen.insert({static_cast<int>(shape.kind), shape.index}).second;
      const bool shown =
          shape.kind != Shape::Kind::element || denominator < elements_from_denominator;
      if (is_new && shown) add_shape(shape, at, reach_m, hits);
    }
  });
  const auto rank = [](const Hit& hit) { return std::tuple(hit.kind, hit.distance_m, hit.id); };
  std::sort(hits.begin(), hits.end(),
            [&](const Hit& a, const Hit& b) { return rank(a) < rank(b); });
  return hits;
}

void Picker::add_shape(const Shape& shape, geo::Point at, double reach_m,
                       std::vector<Hit>& hits) const {
  const auto near = [&](Hit::Kind kind, double distance) {
    if (distance <= reach_m) hits.push_back({kind, shape.index, distance});
  };
  switch (shape.kind) {
    case Shape::Kind::street:
      return near(Hit::Kind::street,
                  distance_to(project_->streets, project_->streets.ways[shape.index], at));
    case Shape::Kind::line:
      return near(Hit::Kind::line,
                  geo::nearest_on_line(project_->lines[shape.index].line, at).distance);
    case Shape::Kind::element:
      return near(Hit::Kind::element, geo::distance(project_->elements[shape.index].at, at));
    case Shape::Kind::area:
      if (geo::contains(project_->areas[shape.index].outline, at))
        hits.push_back({Hit::Kind::area, shape.index, 0});
      return;
    case Shape::Kind::building:
      return add_building(shape.index, at, hits);
  }
}

/// A house is hit by its own ground only: the garden path beside it is a street.
void Picker::add_building(std::uint32_t index, geo::Point at, std::vector<Hit>& hits) const {
  const auto& building = project_->buildings[index];
  if (!geo::contains(building.outline, at)) return;
  if (building.home < 0) {
    hits.push_back({Hit::Kind::building, index, 0});
  } else {
    hits.push_back(
        {Hit::Kind::home, project_->homes[static_cast<std::size_t>(building.home)].id, 0});
  }
}

void Picker::add_notes(geo::Point at, double reach_m, std::vector<Hit>& hits) const {
  constexpr double photo_reach = 2.4;  // of a symbol's: they are that much wider
  for (const auto& note : notes_) {
    double best = 1e300;
    for (const auto& p : note.points)
      best = std::min(best, geo::distance(p, at));
    if (note.points.size() > 1)
      best = std::min(best, geo::nearest_on_line(note.points, at).distance);
    if (note.kind == model::NoteKind::polygon && note.points.size() > 2) {
      best = std::min(
          best, geo::nearest_on_segment(note.points.back(), note.points.front(), at).distance);
    }
    if (note.kind == model::NoteKind::photo) best /= photo_reach;
    if (best <= reach_m) hits.push_back({Hit::Kind::note, note.id, best});
  }
}

}  // namespace nahraum::render
