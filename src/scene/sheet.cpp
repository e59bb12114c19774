#include "scene/sheet.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/layers.hpp"
#include "scene/legend.hpp"
#include "scene/sheet_blocks.hpp"
#include "scene/sheet_map.hpp"
#include "scene/sheet_notes.hpp"
#include "scene/sheet_places.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

geo::Box box(double x1, double y1, double x2, double y2) {
  geo::Box b;
  b.add(geo::Point{x1, y1});
  b.add(geo::Point{x2, y2});
  return b;
}

/// Where the map lies and what stands beside it.
struct Plan {
  geo::Box map;
  std::vector<Item> items;
  bool fits = true;
  std::size_t places = 0;  ///< of the answer's list
};

class Composer {
 public:
  Composer(const SheetContent& content, const SheetSpec& spec, const TextMeasure& measure)
      : content_(content),
        spec_(spec),
        measure_(measure),
        style_(style_for(spec.theme, *content.catalogue)),
        types_(sheet_types(spec, style_)),
        paper_(paper_size(spec)),
        margin_(spec.paper == "A4" ? 8 : 10),
        gap_(spec.paper == "A4" ? 5 : 7),
        shown_(shown_types(content)) {}

  /// The largest usual scale at which the whole district is on the sheet.
  double fitting_denominator() const {
    const Plan plan = spec_.landscape ? landscape() : portrait();
    return fitting_scale(geo::bounds(content_.project->district), plan.map);
  }

  Sheet compose() {
    Plan plan = spec_.landscape ? landscape() : portrait();
    Sheet sheet;
    sheet.title = title_of(content_, spec_);
    sheet.list.width_mm = paper_.width_mm;
    sheet.list.height_mm = paper_.height_mm;
    sheet.list.background = style_.paper;
    sheet.list.frames = {map_frame(plan), page_frame(plan)};
    sheet.warnings = warnings(plan);
    return sheet;
  }

 private:
  geo::Point centre() const {
    if (content_.centre) return *content_.centre;
    auto area = geo::bounds(content_.project->district);
    if (area.empty()) area = geo::bounds(content_.project->data_extent);
    const bool fits = area.width() * 1000 <= paper_.width_mm * spec_.denominator &&
                      area.height() * 1000 <= paper_.height_mm * spec_.denominator;
    if (!fits) return middle_of_homes().value_or(area.centre());
    return area.empty() ? geo::Point{} : area.centre();
  }

  /// The median: where people live, also when the district has woods and exclaves.
  std::optional<geo::Point> middle_of_homes() const {
    std::vector<double> x, y;
    for (const auto& home : content_.project->homes) {
      if (!home.in_district) continue;
      x.push_back(home.at.x);
      y.push_back(home.at.y);
    }
    if (x.empty()) return std::nullopt;
    const auto middle = static_cast<std::ptrdiff_t>(x.size() / 2);
    std::nth_element(x.begin(), x.begin() + middle, x.end());
    std::nth_element(y.begin(), y.begin() + middle, y.end());
    return geo::Point{x[x.size() / 2], y[y.size() / 2]};
  }

  geo::Box visible(const geo::Box& map_mm) const {
    const auto c = centre();
    const double half_x = map_mm.width() / 2 * spec_.denominator / 1000;
    const double half_y = map_mm.height() / 2 * spec_.denominator / 1000;
    return box(c.x - half_x, c.y - half_y, c.x + half_x, c.y + half_y);
  }

  std::vector<LegendRow> legend_rows_for(const geo::Box& map_mm, std::size_t places) const {
    LegendRequest request;
    request.visible = visible(map_mm);
    request.denominator = spec_.denominator;
    request.types = shown_;
    if (content_.answer) {
      request.signs = place_signs(content_.answer->list, places);
      const auto& signs = content_.answer->signs;
      request.signs.insert(request.signs.end(), signs.begin(), signs.end());
    }
    return legend_rows(*content_.project, *content_.catalogue, style_, request);
  }

  /// With the notes that the map shows by number only.
  Block legend_part(const geo::Box& map_mm, std::size_t places, double width, int columns) const {
    const auto rows = legend_rows_for(map_mm, places);
    const auto signs = stacked({heading_block(tr("Legend"), types_, width, measure_),
                                legend(rows, types_.body, width, columns, measure_)},
                               1.6);
    return stacked({signs, notes_block(*content_.project, types_, style_, width, measure_)},
                   gap_ * 0.7);
  }

  Block facts_part(std::size_t left_out, double width) const {
    return facts_block(facts(content_, spec_, left_out), types_, width, measure_);
  }

  Block scale_part(double width) const {
    const auto truth = grid_truth(content_.project->info.epsg, centre());
    return scale_block(spec_, truth, types_, style_, width, measure_);
  }

  /// What is printed of the answer's list and small print.
  struct Extent {
    std::size_t places = 0;
    std::size_t left_out = 0;  ///< of its small print
    bool wide = false;         ///< a last resort: the text may take room from the map
  };

  /// Everything first; then less small print, fewer places, and at last the least of both.
  std::vector<Extent> extents() const {
    const std::size_t all = content_.answer ? content_.answer->list.places.size() : 0;
    const std::size_t lines = content_.answer ? content_.answer->facts.size() : 0;
    const auto but = [&](std::size_t kept) { return lines > kept ? lines - kept : 0; };
    std::vector<Extent> tried{{all, 0}};
    const auto add = [&](std::size_t places, std::size_t left_out) {
      if (places != tried.back().places || left_out > tried.back().left_out)
        tried.push_back({places, left_out});
    };
    for (const std::size_t kept : {12, 10, 8, 6})
      add(all, but(kept));
    for (const std::size_t fewer : {15, 12, 10, 8, 6, 5, 4, 3}) {
      if (fewer < all) add(fewer, but(6));
    }
    for (const std::size_t kept : {5, 4, 3})
      add(std::min<std::size_t>(all, 3), but(kept));
    for (std::size_t i = tried.size() - std::min<std::size_t>(tried.size(), 4); i < tried.size();
         ++i)
      tried[i].wide = true;
    for (const std::size_t fewest : {3, 2, 1})  // beside the method
      if (fewest < all) tried.push_back({fewest, but(1), true});
    return tried;
  }

  /// As much as leaves the map its room; what is left out can be read elsewhere.
  Plan landscape() const {
    static constexpr std::array shares = {0.2, 0.23, 0.26, 0.28, 0.3, 0.32, 0.35, 0.38, 0.42};
    static constexpr double roomy = 0.32;
    const auto tried = extents();
    Plan plan;
    for (const auto& extent : tried) {
      for (const double share : shares) {
        if (share > roomy && !extent.wide) break;
        plan = landscape(share, extent);
        if (plan.fits) return plan;
      }
    }
    return plan;
  }

  /// Title, result and legend at the top of a column on the right; scale and facts at its foot.
  Plan landscape(double share, const Extent& extent) const {
    const double high = paper_.height_mm - 2 * margin_;
    const double width = std::round(share * paper_.width_mm / 2) * 2;
    const double x = paper_.width_mm - margin_ - width;
    Plan plan{box(margin_, margin_, x - gap_, margin_ + high), {}, true, extent.places};
    const auto top =
        stacked({title_block(content_, spec_, types_, width, measure_),
                 result_block(content_, extent.places, types_, style_, width, measure_),
                 legend_part(plan.map, extent.places, width,
                             share > 0.36 ? 3
                             : width > 74 ? 2
                                          : 1)},
                gap_ * 0.9);
    const auto foot = stacked({scale_part(width), facts_part(extent.left_out, width)}, gap_ * 0.7);
    place(top, {x, margin_ - 1}, plan.items);
    place(foot, {x, margin_ + high - foot.height_mm}, plan.items);
    plan.fits = top.height_mm + foot.height_mm + gap_ <= high;
    return plan;
  }

  Plan portrait() const {
    Plan plan;
    for (const auto& extent : extents()) {
      plan = portrait(extent);
      if (plan.map.height() >= paper_.height_mm * 0.45) break;
    }
    return plan;
  }

  /// Title above the map, below it a band of three columns: result, legend, facts.
  Plan portrait(const Extent& extent) const {
    const double width = paper_.width_mm - 2 * margin_;
    const auto title = title_block(content_, spec_, types_, width, measure_);
    const double top = margin_ + title.height_mm + gap_ * 0.6;
    const bool answered = content_.answer.has_value();
    const std::array<double, 3> shares =
        answered ? std::array{0.35, 0.27, 0.38} : std::array{0.0, 0.5, 0.5};
    const auto column = [&](int i) { return shares[i] * (width - 2 * gap_); };
    const auto result = result_block(content_, extent.places, types_, style_, column(0), measure_);
    const auto fact = facts_part(extent.left_out, column(2));
    const auto scale = scale_part(column(answered ? 0 : 1));
    // What is visible depends on the map's height, which depends on the legend: the first guess is
    // the whole page, so the legend can only name too much at the very edge.
    const auto first = box(margin_, top, margin_ + width, paper_.height_mm * 0.7);
    const auto signs = legend_part(first, extent.places, column(1), answered ? 1 : 2);
    const auto left = answered ? stacked({result, scale}, gap_) : Block{};
    const auto middle = answered ? signs : stacked({signs, scale}, gap_);
    const double band = std::max({left.height_mm, middle.height_mm, fact.height_mm});
    const double foot = paper_.height_mm - margin_ - band;
    Plan plan{
        box(margin_, top, margin_ + width, foot - gap_), {}, foot - gap_ - top > 60, extent.places};
    place(title, {margin_, margin_ - 1}, plan.items);
    double x = margin_;
    for (const auto& [block, share] : {std::pair{&left, 0}, {&middle, 1}, {&fact, 2}}) {
      if (shares[share] <= 0) continue;
      place(*block, {x, foot}, plan.items);
      x += column(share) + gap_;
    }
    return plan;
  }

  Frame map_frame(const Plan& plan) const {
    const auto& map_mm = plan.map;
    Frame frame;
    frame.space = Space::map;
    frame.page_mm = map_mm;
    frame.view = {centre(), spec_.denominator};
    frame.layers = sheet_map(content_, {shown_, spec_.denominator, visible(map_mm), plan.places},
                             style_, measure_);
    return frame;
  }

  /// On the map's face, as its licence asks.
  Text attribution_text(const geo::Box& map) const {
    auto text = line_of(model::attribution(*content_.project), types_.fact,
                        {map.max_x - 1.5, map.max_y - 1.6}, Align::right);
    text.halo = with_alpha(style_.halo, 0.9);
    text.halo_mm = 0.7;
    return text;
  }

  bool holds_district(const geo::Box& map_mm) const {
    const auto area = geo::bounds(content_.project->district);
    const auto seen = visible(map_mm);
    return area.empty() ||
           (seen.contains({area.min_x, area.min_y}) && seen.contains({area.max_x, area.max_y}));
  }

  /// The figures beside a part of the district are still those of the whole.
  Text part_text(const geo::Box& map) const {
    auto text = line_of(tr("Part of the study area; the figures are those of the whole."),
                        types_.fact, {map.min_x + 1.5, map.min_y + 4});
    text.halo = with_alpha(style_.halo, 0.9);
    text.halo_mm = 0.7;
    return text;
  }

  Frame page_frame(const Plan& plan) const {
    std::vector<Item> items;
    const auto& m = plan.map;
    items.push_back(rectangle(m, {}, mm_wide(style_.ink_soft, 0.25)));
    items.push_back(attribution_text(m));
    if (content_.answer && !holds_district(m)) items.push_back(part_text(m));
    items.insert(items.end(), plan.items.begin(), plan.items.end());
    Frame frame;
    frame.page_mm = box(0, 0, paper_.width_mm, paper_.height_mm);
    frame.layers = {layer("sheet", std::move(items))};
    return frame;
  }

  std::vector<std::string> warnings(const Plan& plan) const {
    std::vector<std::string> all;
    if (!plan.fits) {
      all.push_back(
          tr("The text does not fit on the sheet: choose larger paper or a shorter title."));
    }
    if (!holds_district(plan.map)) {
      const auto area = geo::bounds(content_.project->district);
      all.push_back(fmt::format(
          fmt::runtime(
              tr("At {} the study area does not fit on {}: a part of it is printed. All of "
                 "it fits at {}.")),
          scale_text(spec_.denominator), spec_.paper, scale_text(fitting_scale(area, plan.map))));
    }
    return all;
  }

  double fitting_scale(const geo::Box& area, const geo::Box& map_mm) const {
    static constexpr double rounds[] = {500,   1000,  2000,   2500,   4000,   5000,   7500,
                                        10000, 12500, 15000,  20000,  25000,  30000,  40000,
                                        50000, 75000, 100000, 150000, 200000, 300000, 500000};
    const auto c = content_.centre.value_or(area.centre());
    const double half_x = std::max(area.max_x - c.x, c.x - area.min_x);
    const double half_y = std::max(area.max_y - c.y, c.y - area.min_y);
    const double needed = std::max(2000 * half_x / map_mm.width(), 2000 * half_y / map_mm.height());
    for (const double denominator : rounds) {
      if (denominator >= needed) return denominator;
    }
    return 1000000;
  }

  const SheetContent& content_;
  const SheetSpec& spec_;
  const TextMeasure& measure_;
  Style style_;
  SheetTypes types_;
  PaperSize paper_;
  double margin_;
  double gap_;
  std::vector<std::string> shown_;
};

}  // namespace

Sheet sheet(const SheetContent& content, const SheetSpec& spec, const TextMeasure& measure) {
  if (spec.denominator > 0) return Composer(content, spec, measure).compose();
  SheetSpec fitted = spec;
  fitted.denominator = 1000000;  // everything fits, so the plan is that of the whole district
  // At another scale the legend, and with it the room for the map, may be another: once or twice.
  for (int i = 0; i < 3; ++i) {
    const double needed = Composer(content, fitted, measure).fitting_denominator();
    if (i > 0 && needed <= fitted.denominator) break;
    fitted.denominator = needed;
  }
  return Composer(content, fitted, measure).compose();
}

}  // namespace nahraum::scene
