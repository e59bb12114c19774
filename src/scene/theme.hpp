#pragma once
/// The looks that map and window have: one choice for both.

#include <array>
#include <optional>
#include <string_view>

namespace nahraum::scene {

/// Calm paper; dark for dim rooms; strong lines and pure black for weak eyes; black and white for
/// the copying machine.
enum class Theme { light, dark, contrast, bw };
inline constexpr std::array all_themes{Theme::light, Theme::dark, Theme::contrast, Theme::bw};

/// As settings, scripts and options write it: "light", "dark", "contrast", "bw".
std::string_view id_of(Theme theme);
/// Nothing for an unknown word.
std::optional<Theme> theme_named(std::string_view id);

}  // namespace nahraum::scene
