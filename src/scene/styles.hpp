#pragma once
/// The four styles. Internal to scene/style.

#include "scene/style.hpp"

namespace nahraum::scene {

Style light();
Style dark();
Style high_contrast();
Style black_and_white();

struct StreetColors {
  const char* fill;
  const char* casing;
};
/// Widths are the same in every style; colours by StreetClass.
void set_streets(Style& style, const std::array<StreetColors, street_class_count>& colors);

struct AreaColors {
  const char* fill;
  const char* edge;  ///< null: none
};
/// Scales are the same in every style; colours by model::AreaKind.
void set_areas(Style& style, const std::array<AreaColors, area_kind_count>& colors);

/// Trees, grass and graves: quiet patterns in one colour per kind.
struct Textures {
  const char* wood;
  const char* park;
  const char* cemetery;
};
void set_textures(Style& style, const Textures& colors);

/// Colours and shapes of assets/catalogue: white pictures at 4.5:1, told apart without colour.
std::array<GroupLook, model::group_count> coloured_groups();

}  // namespace nahraum::scene
