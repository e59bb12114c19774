#include "ui/wrapped_input.hpp"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

namespace nahraum::ui {
namespace {

int rewrap(ImGuiInputTextCallbackData* data) {
  const float width = *static_cast<float*>(data->UserData);
  const Written shown{{data->Buf, static_cast<std::size_t>(data->BufTextLen)}, data->CursorPos};
  const auto wanted = wrapped(unwrapped(shown), width);
  if (wanted.text == shown.text) return 0;
  data->DeleteChars(0, data->BufTextLen);
  data->InsertChars(0, wanted.text.c_str());
  data->CursorPos = data->SelectionStart = data->SelectionEnd = wanted.cursor;
  return 0;
}

}  // namespace

Written unwrapped(const Written& shown) {
  Written plain{"", shown.cursor};
  const auto& text = shown.text;
  const auto drop = [&](std::size_t at) {
    if (static_cast<int>(at) < shown.cursor) --plain.cursor;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      plain.text += text[i];
      continue;
    }
    drop(i);
    const bool whole = i + 1 < text.size() && text[i + 1] == '\n';
    if (whole) drop(++i);
    if (whole || plain.text.empty()) continue;
    plain.text.pop_back();
    drop(i - 1);
  }
  return plain;
}

Written wrapped(const Written& plain, float width_px) {
  Written shown{"", plain.cursor};
  std::size_t line = 0, after_space = 0;  // of the plain text
  std::size_t done = 0;
  const auto& text = plain.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line = after_space = i + 1;
    if (text[i] == ' ') after_space = i + 1;
    const bool starts_char = i + 1 == text.size() || (text[i + 1] & 0xC0) != 0x80;
    if (text[i] == ' ' || text[i] == '\n' || !starts_char || after_space <= line) continue;
    if (ImGui::CalcTextSize(text.data() + line, text.data() + i + 1).x <= width_px) continue;
    shown.text += text.substr(done, after_space - done) + "\r\n";
    if (plain.cursor >= static_cast<int>(after_space)) shown.cursor += 2;
    done = line = after_space;
  }
  shown.text += text.substr(done);
  return shown;
}

bool wrapped_input(const Kit& kit, const char* label, std::string& text, float height_px) {
  float width = ImGui::GetContentRegionAvail().x - 2 * ImGui::GetStyle().FramePadding.x -
                ImGui::GetStyle().ScrollbarSize;
  std::string shown = wrapped({text, 0}, width).text;
  ImGui::InputTextMultiline((std::string("##") + label).c_str(), &shown, {-1, height_px},
                            ImGuiInputTextFlags_CallbackEdit, rewrap, &width);
  // Scrolled out of sight it has no name of its own, but Tab reaches it all the same.
  auto& last = ImGui::GetCurrentContext()->LastItemData;
  if (last.ID == 0) last.ID = ImGui::GetID((std::string("##") + label).c_str());
  kit.note_item(label, true);
  const bool left = ImGui::IsItemDeactivatedAfterEdit();
  text = unwrapped({shown, 0}).text;
  return left;
}

}  // namespace nahraum::ui
