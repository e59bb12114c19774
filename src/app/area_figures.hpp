#pragma once
/// Need indicators of areas for the map: only what may be told.

#include <memory>
#include <string>
#include <vector>

#include "app/need_question.hpp"
#include "scene/choropleth.hpp"

namespace nahraum::app {

/// A rate that the map can show.
struct Indicator {
  std::string id;                  ///< "share_80"
  std::string name;                ///< in the user's language
  std::vector<std::string> texts;  ///< per area, "≥ 8.3 %"; "" unknown or kept back
  std::vector<scene::AreaFigure> areas;
  scene::Classes classes;
  int decimals = 1;
};

struct AreaFigures {
  std::vector<std::string> ids, names;  ///< per area
  std::vector<Indicator> indicators;    ///< of each at least one area has a figure
  std::string counts_name;              ///< "People of 80 and over"; what the circles count
  double largest_count = 0;

  const Indicator* find(const std::string& id) const;
};

/// For legends, in the user's language: "above 4.2 up to 6.1 %"; "People of 80 and over; the
/// largest circle: 142"; how the classes were found; what is dotted; what is hatched.
std::string class_name(const Indicator& indicator, std::size_t i);
std::string circles_name(const AreaFigures& figures);
std::string classes_note();
std::string doubt_name();
std::string no_figure_name();

/// Null without areas that have outlines. Pure.
std::shared_ptr<const AreaFigures> area_figures(const NeedAnswer& answer);

}  // namespace nahraum::app
