#pragma once
/// Markdown as app/help.hpp reads it: paragraphs, lists, **strong**, `keys` and links.

#include "app/help.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

struct RichFonts {
  ImFont *body = nullptr, *strong = nullptr;
};
/// In the current ImGui child, as wide as that is. The page that was clicked, or "".
std::string show_block(const Kit& kit, const app::HelpBlock& block, const RichFonts& fonts);

}  // namespace nahraum::ui
