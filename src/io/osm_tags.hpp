#pragma once
/// What OSM tags mean for the project: one decision per function, no geometry.

#include <optional>
#include <string_view>

#include <osmium/osm/tag.hpp>

#include "model/project.hpp"

namespace nahraum::io {

/// The value, or "" when the key is missing.
std::string_view value_of(const osmium::TagList& tags, std::string_view key);

/// All tags; invalid UTF-8 is taken for Windows-1252.
model::Tags all_tags(const osmium::TagList& tags);
/// Only what walking, rest and the map need of a street (surface, kerb, sidewalk …).
model::Tags street_tags(const osmium::TagList& tags);
/// Only what matters where a street passes a node (crossing, kerb, barrier …); mostly empty.
model::Tags street_node_tags(const osmium::TagList& tags);
/// What a service keeps besides its own columns (opening_hours, wheelchair, contact …).
model::Tags service_tags(const model::Tags& tags);

/// `disused=yes` and the like: the thing is not there any more or not yet.
bool is_gone(const osmium::TagList& tags);

enum class StreetUse { none, walk, road };
/// A way that could be walked by somebody (analysis decides who), one only for the map, or neither.
StreetUse street_use(const osmium::TagList& tags);
/// `highway` or platform mapped as an area that people cross in any direction.
bool is_walkable_area(const osmium::TagList& tags);

std::optional<model::AreaKind> area_kind(const osmium::TagList& tags);
std::optional<model::LineKind> line_kind(const osmium::TagList& tags);
std::optional<model::PointKind> point_kind(const osmium::TagList& tags);
/// A closed way with these tags is a face, not a loop.
bool means_area(const osmium::TagList& tags);

bool is_building(const osmium::TagList& tags);
/// Whether the object is something else besides a building: a shop, an office, a station …
bool has_other_use(const osmium::TagList& tags);
/// People live in nursing homes and assisted living, whatever kind of building that is.
bool is_care_home(const osmium::TagList& tags);
/// "Hauptstraße 5", or "" without a house number.
std::string address_of(const osmium::TagList& tags);
bool is_place(const osmium::TagList& tags);

}  // namespace nahraum::io
