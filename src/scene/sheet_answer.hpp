#pragma once
/// What a sheet says and draws of a result, whichever it is: every verb that prints fills this in,
/// the sheet lays it out.

#include <optional>
#include <string>
#include <vector>

#include "scene/display_list.hpp"
#include "scene/method_card.hpp"
#include "scene/sheet_signs.hpp"

namespace nahraum::scene {

/// A line of small print that makes a figure defensible.
struct Fact {
  std::string name;  ///< "Method"
  std::string text;
};

/// Texts as they are printed: whoever fills them in keeps back what may not be told.
struct SheetTable {
  std::vector<std::string> heads;  ///< of the names, then of the figures
  std::vector<std::vector<std::string>> rows;
};

/// A row of the list beside the map; with a place it is a numbered mark on the map as well.
struct SheetPlace {
  std::optional<geo::Point> at;
  std::string name;
  std::vector<std::string> figures;
};

/// Numbered places, the most important first: as many are printed as the paper holds.
struct SheetPlaces {
  std::string heading;             ///< "The strongest obstacles"
  std::vector<std::string> heads;  ///< of the figures
  std::vector<SheetPlace> places;
  std::string sign_name;  ///< in the legend
  Plate plate = Plate::circle;
  Color tint{};
  /// Said below the list, with how many are printed and how many there are: "{shown} of {all} …"
  std::string partly;
  std::size_t all = 0;  ///< there are; not less than `places`
};

struct SheetAnswer {
  std::string topic;     ///< "Pharmacy: within 10 minutes · With a rollator"
  std::string sentence;  ///< the result
  std::string remarks;   ///< what must be said beside it
  SheetTable people;
  SheetPlaces list;
  std::vector<LayerPtr> ground;    ///< below the streets
  std::vector<LayerPtr> above;     ///< on top of them, below the names
  std::vector<SheetSign> signs;    ///< of the legend
  std::vector<Fact> facts;         ///< the method card
  std::vector<std::string> types;  ///< services drawn
};

/// A method card as small print; what every sheet says anyhow (scenario, dates, sources) left out.
std::vector<Fact> facts_of(const std::vector<MethodLine>& card);

}  // namespace nahraum::scene
