#include "tests/layout/drawn.hpp"

#include <cstring>

#include "ui/focus.hpp"

namespace nahraum::testing {
namespace {

Drawn* recorded = nullptr;

/// It has more to the right than it shows.
bool can_scroll_across(const ImGuiWindow* window) {
  return window && window->ScrollMax.x > 0;
}

/// Drawn at all: ImGui's own window for what has none is only measured.
bool is_ours(const ImGuiWindow* window) {
  return window && std::strncmp(window->Name, "Debug##", 7) != 0;
}

/// It or a window around it has more than it shows.
bool can_scroll(const ImGuiWindow* window) {
  for (; window; window = window->ParentWindow) {
    const bool shown = (window->Flags & ImGuiWindowFlags_NoScrollbar) == 0;
    if (shown && window->ScrollMax.y > 0) return true;
    if (window->RootWindow == window) break;
  }
  return false;
}

const ImGuiWindow* window_of(const ImDrawList* list) {
  for (const ImGuiWindow* window : GImGui->Windows) {
    if (window->DrawList == list) return window;
  }
  return nullptr;
}

std::string missing_letters(const ImFont* font, const char* begin, const char* end) {
  std::string missing;
  while (begin < end) {
    unsigned int letter = 0;
    const char* from = begin;
    begin += ImTextCharFromUtf8(&letter, begin, end);
    if (letter >= ' ' && !font->FindGlyphNoFallback(static_cast<ImWchar>(letter)))
      missing.append(from, begin);
  }
  return missing;
}

void record_text(const ImDrawList* list, const ImFont* font, float size, ImVec2 at, ImU32 color,
                 const char* begin, const char* end, float wrap, const ImVec4* fine_clip) {
  if (!recorded || (color & IM_COL32_A_MASK) == 0) return;
  if (!end) end = begin + std::strlen(begin);
  if (begin == end) return;
  const ImGuiWindow* window = window_of(list);
  if (!is_ours(window)) return;
  DrawnText text;
  text.text.assign(begin, end);
  const ImVec2 extent = font->CalcTextSizeA(size, FLT_MAX, wrap, begin, end);
  text.at = {at, {at.x + extent.x, at.y + extent.y}};
  text.clip = ImRect(list->_ClipRectStack.back());
  if (fine_clip) text.clip.ClipWith(ImRect(*fine_clip));
  text.window = window->Name;
  text.scrolls = can_scroll(window);
  text.scrolls_across = can_scroll_across(window);
  const bool typed = (GImGui->LastItemData.InFlags & ImGuiItemFlags_Inputable) != 0;
  text.in_field = typed && text.text.find("‹") == std::string::npos;  // else it is the hint
  text.missing = missing_letters(font, begin, end);
  text.line = size;
  recorded->texts.push_back(std::move(text));
}

void record_item(const ImRect& at, ImGuiID id, ImGuiItemFlags flags) {
  if (!recorded || id == 0) return;
  ImGuiWindow* window = GImGui->CurrentWindow;
  if (id == window->GetIDNoKeepAlive("#CLOSE")) return;  // of a title bar: Escape does the same
  DrawnItem item;
  item.id = id, item.at = at, item.clip = window->ClipRect, item.window = window->Name;
  item.root = window->RootWindow->Name;
  item.scrolls = can_scroll(window);
  item.scrolls_across = can_scroll_across(window);
  // Rows of lists reach into the space around them.
  item.clip.Expand({GImGui->Style.ItemSpacing.x / 2 + 1, GImGui->Style.ItemSpacing.y / 2 + 1});
  const auto& popups = GImGui->OpenPopupStack;
  if (!popups.empty() && popups.back().Window) recorded->dialog = popups.back().Window->Name;
  item.enabled = ((flags | GImGui->CurrentItemFlags) & ImGuiItemFlags_Disabled) == 0;
  item.spans = window->DC.CurrentColumns || GImGui->CurrentTable;
  recorded->items.push_back(std::move(item));
}

void record_in_tab_order() {
  if (recorded) recorded->in_tab_order.insert(GImGui->LastItemData.ID);
}

}  // namespace

Recording::Recording(Drawn& drawn) {
  recorded = &drawn;
}

Recording::~Recording() {
  recorded = nullptr;
}

}  // namespace nahraum::testing

// The names that the compiler gives ImDrawList::AddText (both), ImGui::ItemAdd and
// ui::TabOrder::add.
extern "C" {
void __real__ZN10ImDrawList7AddTextEPK6ImFontfRK6ImVec2jPKcS7_fPK6ImVec4(ImDrawList*, const ImFont*,
                                                                         float, const ImVec2&,
                                                                         ImU32, const char*,
                                                                         const char*, float,
                                                                         const ImVec4*);
void __wrap__ZN10ImDrawList7AddTextEPK6ImFontfRK6ImVec2jPKcS7_fPK6ImVec4(
    ImDrawList* list, const ImFont* font, float size, const ImVec2& at, ImU32 color,
    const char* begin, const char* end, float wrap, const ImVec4* clip) {
  const ImFont* used = font ? font : GImGui->Font;
  nahraum::testing::record_text(list, used, size == 0 ? GImGui->FontSize : size, at, color, begin,
                                end, wrap, clip);
  __real__ZN10ImDrawList7AddTextEPK6ImFontfRK6ImVec2jPKcS7_fPK6ImVec4(list, font, size, at, color,
                                                                      begin, end, wrap, clip);
}

void __real__ZN10ImDrawList7AddTextERK6ImVec2jPKcS4_(ImDrawList*, const ImVec2&, ImU32, const char*,
                                                     const char*);
void __wrap__ZN10ImDrawList7AddTextERK6ImVec2jPKcS4_(ImDrawList* list, const ImVec2& at,
                                                     ImU32 color, const char* begin,
                                                     const char* end) {
  nahraum::testing::record_text(list, GImGui->Font, GImGui->FontSize, at, color, begin, end, 0,
                                nullptr);
  __real__ZN10ImDrawList7AddTextERK6ImVec2jPKcS4_(list, at, color, begin, end);
}

bool __real__ZN5ImGui7ItemAddERK6ImRectjPS1_i(const ImRect&, ImGuiID, const ImRect*,
                                              ImGuiItemFlags);
bool __wrap__ZN5ImGui7ItemAddERK6ImRectjPS1_i(const ImRect& at, ImGuiID id, const ImRect* nav,
                                              ImGuiItemFlags flags) {
  nahraum::testing::record_item(at, id, flags);
  return __real__ZN5ImGui7ItemAddERK6ImRectjPS1_i(at, id, nav, flags);
}

void __real__ZN7nahraum2ui8TabOrder3addEb(nahraum::ui::TabOrder*, bool);
void __wrap__ZN7nahraum2ui8TabOrder3addEb(nahraum::ui::TabOrder* order, bool typing) {
  nahraum::testing::record_in_tab_order();
  __real__ZN7nahraum2ui8TabOrder3addEb(order, typing);
}
}
