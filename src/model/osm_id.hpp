#pragma once
/// An OSM object by its id.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace nahraum::model {

/// An OSM object: "n123", "w5", "r7"; kind '-' for what does not come from OSM.
struct OsmId {
  char kind = '-';
  std::int64_t id = 0;
  friend auto operator<=>(const OsmId&, const OsmId&) = default;
};
std::string to_text(OsmId id);             ///< "w123", "" for none
OsmId osm_id_from(std::string_view text);  ///< none when it is not one

}  // namespace nahraum::model
