#include "ui/theme.hpp"

#include <cmath>
#include <filesystem>

#include <imgui_freetype.h>

namespace nahraum::ui {
namespace {

double luminance(ImU32 color) {
  const auto channel = [&](int shift) {
    const double v = (color >> shift & 0xFF) / 255.0;
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
         0.0722 * channel(IM_COL32_B_SHIFT);
}

/// Into the font that was added last, as far as it lacks them.
void add_signs(const std::string& file, float size) {
  if (file.empty() || !std::filesystem::exists(file)) return;
  static const ImWchar ranges[] = {0x2190, 0x2193, 0x2196, 0x2199,  // arrows
                                   0x2212, 0x2212, 0x2264, 0x2265,  // − ≤ ≥
                                   0};
  ImFontConfig config;
  config.MergeMode = true;
  config.OversampleH = config.OversampleV = 1;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  ImGui::GetIO().Fonts->AddFontFromFileTTF(file.c_str(), size, &config, ranges);
}

ImFont* add_font(const std::string& file, const std::string& signs, float size) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  if (file.empty() || !std::filesystem::exists(file)) return atlas->AddFontDefault();
  ImFontConfig config;
  config.OversampleH = config.OversampleV = 1;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  ImFont* font = atlas->AddFontFromFileTTF(file.c_str(), size, &config, glyph_ranges());
  add_signs(signs, size);
  return font;
}

/// Digits, colon, plus, minus and space: large letters of all languages would fill the atlas.
ImFont* add_digits(const std::string& file, float size) {
  static const ImWchar ranges[] = {' ', ' ', '+', ':', 0x2212, 0x2212, 0};
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  if (file.empty() || !std::filesystem::exists(file)) return atlas->AddFontDefault();
  ImFontConfig config;
  config.OversampleH = config.OversampleV = 1;
  return atlas->AddFontFromFileTTF(file.c_str(), size, &config, ranges);
}

void set(ImGuiCol which, ImU32 color) {
  ImGui::GetStyle().Colors[which] = ImGui::ColorConvertU32ToFloat4(color);
}

void set_colors(const Theme& t) {
  const ImU32 none = 0;
  set(ImGuiCol_Text, t.ink), set(ImGuiCol_TextDisabled, t.ink_soft);
  set(ImGuiCol_WindowBg, t.paper), set(ImGuiCol_ChildBg, none), set(ImGuiCol_PopupBg, t.field);
  set(ImGuiCol_Border, t.hairline), set(ImGuiCol_BorderShadow, none);
  set(ImGuiCol_FrameBg, t.field), set(ImGuiCol_FrameBgHovered, t.hover);
  set(ImGuiCol_FrameBgActive, t.hover);
  set(ImGuiCol_TitleBg, t.paper), set(ImGuiCol_TitleBgActive, t.paper);
  set(ImGuiCol_Button, t.field), set(ImGuiCol_ButtonHovered, t.hover);
  set(ImGuiCol_ButtonActive, t.accent_soft);
  set(ImGuiCol_Header, t.accent_soft), set(ImGuiCol_HeaderHovered, t.hover);
  set(ImGuiCol_HeaderActive, t.accent_soft);
  set(ImGuiCol_CheckMark, t.accent), set(ImGuiCol_SliderGrab, t.accent);
  set(ImGuiCol_SliderGrabActive, t.accent), set(ImGuiCol_Separator, t.hairline);
  set(ImGuiCol_ScrollbarBg, none), set(ImGuiCol_ScrollbarGrab, t.hairline);
  set(ImGuiCol_ScrollbarGrabHovered, t.ink_soft), set(ImGuiCol_ScrollbarGrabActive, t.ink_soft);
  set(ImGuiCol_PlotHistogram, t.accent), set(ImGuiCol_NavHighlight, t.accent);
  set(ImGuiCol_TextSelectedBg, t.accent_soft), set(ImGuiCol_TableBorderLight, t.hairline);
  set(ImGuiCol_TableBorderStrong, t.hairline), set(ImGuiCol_TableHeaderBg, none);
  set(ImGuiCol_ModalWindowDimBg, t.dim);
  set(ImGuiCol_NavWindowingDimBg, none);
}

}  // namespace

namespace {

constexpr ImU32 rgb(std::uint32_t hex) {
  return IM_COL32(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF, 255);
}

Theme dark_theme() {
  Theme t;
  t.paper = rgb(0x24262b), t.rail = rgb(0x1b1d21), t.field = rgb(0x2e3137);
  t.hairline = rgb(0x484c54);
  t.ink = rgb(0xeceae5), t.ink_soft = rgb(0xb9b7c0);
  t.accent = rgb(0x8cc1f5), t.accent_hover = rgb(0xb5d9fb), t.accent_soft = rgb(0x2b3f55);
  t.on_accent = rgb(0x0f1d2b);
  t.hover = rgb(0x383c43);
  t.gap = rgb(0xff9388), t.warning = rgb(0xf0b960);
  t.dim = IM_COL32(0, 0, 0, 140);
  return t;
}

Theme contrast_theme() {
  Theme t;
  t.paper = t.rail = t.field = rgb(0xffffff);
  t.hairline = rgb(0x000000);
  t.ink = rgb(0x000000), t.ink_soft = rgb(0x1f1f1f);
  t.accent = rgb(0x00377a), t.accent_hover = rgb(0x001b3d), t.accent_soft = rgb(0xd2e4ff);
  t.hover = rgb(0xe2e2e2);
  t.gap = rgb(0x8f0000), t.warning = rgb(0x5c3900);
  t.dim = IM_COL32(0, 0, 0, 120);
  return t;
}

Theme bw_theme() {
  Theme t;
  t.paper = t.field = rgb(0xffffff), t.rail = rgb(0xf2f2f2);
  t.hairline = rgb(0x8a8a8a);
  t.ink = rgb(0x000000), t.ink_soft = rgb(0x3d3d3d);
  t.accent = rgb(0x1a1a1a), t.accent_hover = rgb(0x3d3d3d), t.accent_soft = rgb(0xdedede);
  t.hover = rgb(0xebebeb);
  t.gap = t.warning = rgb(0x1a1a1a);
  t.dim = IM_COL32(40, 40, 40, 100);
  return t;
}

}  // namespace

Theme theme_for(scene::Theme theme) {
  switch (theme) {
    case scene::Theme::light:
      break;
    case scene::Theme::dark:
      return dark_theme();
    case scene::Theme::contrast:
      return contrast_theme();
    case scene::Theme::bw:
      return bw_theme();
  }
  return {};
}

double contrast(ImU32 a, ImU32 b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const ImWchar* glyph_ranges() {
  static const ImWchar ranges[] = {0x0020, 0x024F,                  // Latin, extensions A and B
                                   0x1E9E, 0x1E9E,                  // ẞ
                                   0x2010, 0x2027,                  // dashes, quotes, ellipsis
                                   0x202F, 0x203A,                  // narrow space, angle quotes
                                   0x20AC, 0x20AC,                  // €
                                   0x2190, 0x2193, 0x2196, 0x2199,  // arrows
                                   0x2212, 0x2212, 0x2264, 0x2265,  // − ≤ ≥
                                   0};
  return ranges;
}

Fonts load_fonts(const FontFiles& files, float scale) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->Clear();
  atlas->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  Fonts fonts;
  // ImGui counts a font's height from ascender to descender, designers count the em.
  constexpr float height_per_em = 1.362f;
  const auto size = [scale](float at_100) { return std::round(at_100 * scale * height_per_em); };
  fonts.body = add_font(files.regular, files.signs, size(16));
  fonts.small = add_font(files.regular, files.signs, size(14));
  fonts.strong = add_font(files.strong, files.signs, size(16));
  fonts.large = add_font(files.regular, files.signs, size(20));
  fonts.sentence = add_font(files.regular, files.signs, size(28));
  fonts.clock = add_digits(files.strong, size(40));
  return fonts;
}

void apply_theme(const Theme& theme, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowRounding = 0;
  style.DisabledAlpha = 0.38f;
  style.ChildRounding = style.FrameRounding = style.PopupRounding = style.GrabRounding = 6;
  style.ScrollbarRounding = 6;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = style.FrameBorderSize = style.PopupBorderSize = 1;
  style.WindowPadding = {16, 16};
  style.FramePadding = {10, 6};
  style.ItemSpacing = {8, 8};
  style.ItemInnerSpacing = {8, 4};
  style.CellPadding = {4, 4};
  style.ScrollbarSize = 10;
  style.GrabMinSize = 14;
  style.WindowMenuButtonPosition = ImGuiDir_None;
  style.AntiAliasedLinesUseTex = true;
  style.ScaleAllSizes(scale);
  // ScaleAllSizes leaves borders alone, and hairlines they stay.
  set_colors(theme);
}

}  // namespace nahraum::ui
