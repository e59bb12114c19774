#include "scene/theme.hpp"

namespace nahraum::scene {
namespace {

constexpr std::array<std::string_view, all_themes.size()> ids{"light", "dark", "contrast", "bw"};

}  // namespace

std::string_view id_of(Theme theme) {
  return ids[static_cast<std::size_t>(theme)];
}

std::optional<Theme> theme_named(std::string_view id) {
  for (const auto theme : all_themes) {
    if (id_of(theme) == id) return theme;
  }
  return std::nullopt;
}

}  // namespace nahraum::scene
