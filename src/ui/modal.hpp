#pragma once
/// A dialog in the middle of the window.

#include "ui/kit.hpp"

namespace nahraum::ui {

/// `id`: "###name". `asked`: opens it in this frame. Where true: ImGui::EndPopup() ends it.
bool begin_modal(const Kit& kit, const std::string& id, bool asked, float width);
bool escape_pressed();

}  // namespace nahraum::ui
