#pragma once
/// A dialog in the middle of the window.

#include "ui/kit.hpp"

namespace nahraum::ui {

/// `id`: "###name". `asked`: opens it in this frame. Where true: ImGui::EndPopup() ends it.
bool begin_modal(const Kit& kit, const std::string& id, bool asked, float width);
bool escape_pressed();
/// Windows that appear while a dialog is open lie below it, and below the lists that it opens.
void keep_dialogs_in_front();

}  // namespace nahraum::ui
