#pragma once
/// Enumerations as the words that stand in the project file.

#include <array>
#include <optional>
#include <string_view>

#include "model/project.hpp"

namespace nahraum::io {

template <class Enum, std::size_t n>
struct Words {
  std::array<std::string_view, n> list;  ///< in the order of the enumeration

  constexpr std::string_view of(Enum value) const { return list[static_cast<std::size_t>(value)]; }
  std::optional<Enum> from(std::string_view word) const {
    for (std::size_t i = 0; i < n; ++i) {
      if (list[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
};

inline constexpr Words<model::PopulationBasis, 4> basis_words{
    {"none", "counted", "weighted", "assumed"}};
inline constexpr Words<model::PointKind, 7> point_words{
    {"steps", "kerb", "crossing", "lift", "barrier", "bench", "shelter"}};
inline constexpr Words<model::AreaKind, 20> area_words{
    {"water",    "wetland",  "wood",       "park",   "grass",       "garden", "allotments",
     "cemetery", "farmland", "playground", "pitch",  "residential", "retail", "industrial",
     "railway",  "school",   "parking",    "square", "pedestrian",  "sand"}};
inline constexpr Words<model::LineKind, 9> line_words{
    {"rail", "tram", "river", "stream", "wall", "fence", "hedge", "tree_row", "power"}};
inline constexpr Words<model::Sex, 3> sex_words{{"both", "women", "men"}};
inline constexpr Words<model::AreaGiven, 4> given_words{{"polygon", "postcodes", "areas", "mixed"}};
inline constexpr Words<model::NoteKind, 9> note_words{
    {"point", "text", "callout", "arrow", "freehand", "polygon", "highlight", "number", "photo"}};

}  // namespace nahraum::io
