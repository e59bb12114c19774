#include "tests/layout/findings.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <regex>

#include <fmt/format.h>

namespace nahraum::testing {
namespace {

constexpr float hair = 1.5f;      ///< pixels that rounding may cost
constexpr float leading = 0.16f;  ///< of a line that no letter reaches
constexpr const char* open_sign = "‹";
constexpr const char* close_sign = "›";

std::string told(const DrawnText& text) {
  return fmt::format("{} | {} | x {:.0f}–{:.0f} y {:.0f}–{:.0f} of {:.0f}–{:.0f}, {:.0f}–{:.0f}",
                     text.window, text.text, text.at.Min.x, text.at.Max.x, text.at.Min.y,
                     text.at.Max.y, text.clip.Min.x, text.clip.Max.x, text.clip.Min.y,
                     text.clip.Max.y);
}

std::string told(const DrawnItem& item) {
  return fmt::format("{} | item x {:.0f}–{:.0f} y {:.0f}–{:.0f} of {:.0f}–{:.0f}, {:.0f}–{:.0f}",
                     item.window, item.at.Min.x, item.at.Max.x, item.at.Min.y, item.at.Max.y,
                     item.clip.Min.x, item.clip.Max.x, item.clip.Min.y, item.clip.Max.y);
}

bool seen_at_all(const DrawnText& text) {
  return text.at.Min.y < text.clip.Max.y - hair && text.at.Max.y > text.clip.Min.y + hair;
}

bool fits_across(const DrawnText& text) {
  return text.scrolls_across ||
         (text.at.Min.x >= text.clip.Min.x - hair && text.at.Max.x <= text.clip.Max.x + hair);
}

bool fits_in_height(const DrawnText& text) {
  const float spare = text.line * leading;
  return text.at.Min.y + spare >= text.clip.Min.y && text.at.Max.y - spare <= text.clip.Max.y;
}

/// Its letters, without the leading above and below, within what is seen.
ImRect ink(const DrawnText& text) {
  ImRect rect = text.at;
  rect.Min.y += text.line * 0.2f, rect.Max.y -= text.line * 0.2f;
  rect.ClipWith(text.clip);
  return rect;
}

bool share_room(ImRect a, const ImRect& b, float tolerance) {
  a.ClipWith(b);
  return a.GetWidth() > tolerance && a.GetHeight() > tolerance;
}

/// Takes every ‹…› out, inner ones with the outer.
std::string outside_brackets(const std::string& text) {
  std::string rest;
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text.compare(i, 3, open_sign) == 0) {
      ++depth, i += 3;
    } else if (text.compare(i, 3, close_sign) == 0) {
      depth = std::max(0, depth - 1), i += 3;
    } else {
      if (depth == 0) rest += text[i];
      ++i;
    }
  }
  return rest;
}

/// More ‹ than ›: its end was cut off.
bool left_open(const std::string& text) {
  int depth = 0;
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    if (text.compare(i, 3, open_sign) == 0) ++depth;
    if (text.compare(i, 3, close_sign) == 0) --depth;
  }
  return depth > 0;
}

void erase_all(std::string& text, const std::string& part) {
  if (part.size() < 2) return;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.replace(at, part.size(), " ");
}

/// Numbers with their units, dates, keys after "Ctrl+", file endings, coordinates.
std::string without_figures(const std::string& text) {
  static const std::regex figures(
      R"(EPSG:\d+|\bA[0-4]\b|\+[A-Z,]\b|\bF\d+\b|\.(gpkg|osm|pbf|gz|bz2|csv|pdf|svg|png|jpe?g)\b)"
      R"(|\d[\d.,:–-]*\s*(min|km|ha|m²|m|s|E|N|W|h|°)?(?![a-z]))");
  return std::regex_replace(text, figures, " ");
}

bool is_number(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
}

bool has_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

std::vector<std::string> clipped(const Drawn& drawn) {
  std::vector<std::string> found;
  for (const auto& text : drawn.texts) {
    if (text.in_field || !seen_at_all(text)) continue;
    if (!fits_across(text) || (!fits_in_height(text) && !text.scrolls)) found.push_back(told(text));
  }
  return found;
}

std::vector<std::string> overlapping(const Drawn& drawn) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < drawn.texts.size(); ++i) {
    const auto& text = drawn.texts[i];
    const ImRect rect = ink(text);
    for (std::size_t k = i + 1; k < drawn.texts.size(); ++k) {
      const auto& other = drawn.texts[k];
      const bool numbers = is_number(text.text) && is_number(other.text);  // places on the map
      const bool halo = text.text == other.text && std::abs(text.at.Min.x - other.at.Min.x) < 4 &&
                        std::abs(text.at.Min.y - other.at.Min.y) < 4;
      if (!numbers && !halo && other.window == text.window && share_room(rect, ink(other), 2))
        found.push_back(told(text) + "  ON  " + told(other));
    }
    for (const auto& item : drawn.items) {
      if (item.window != text.window || item.spans) continue;
      ImRect seen = item.at;
      seen.ClipWith(item.clip);
      const bool within = rect.Min.x >= seen.Min.x - hair && rect.Max.x <= seen.Max.x + hair;
      if (!within && share_room(rect, seen, 3)) found.push_back(told(text) + "  ON  " + told(item));
    }
  }
  return found;
}

std::vector<std::string> out_of_reach(const Drawn& drawn) {
  std::vector<std::string> found;
  for (const auto& item : drawn.items) {
    const bool across =
        item.at.Min.x >= item.clip.Min.x - hair && item.at.Max.x <= item.clip.Max.x + hair;
    const bool down =
        item.at.Min.y >= item.clip.Min.y - hair && item.at.Max.y <= item.clip.Max.y + hair;
    if (!item.spans && ((!across && !item.scrolls_across) || (!down && !item.scrolls)))
      found.push_back(told(item));
  }
  return found;
}

std::vector<std::string> not_by_keyboard(const Drawn& drawn, const std::set<std::string>& others) {
  std::vector<std::string> found;
  for (const auto& item : drawn.items) {
    const bool other = std::any_of(others.begin(), others.end(),
                                   [&](const auto& name) { return item.window == name; });
    const bool behind = !drawn.dialog.empty() && item.root != drawn.dialog;
    if (item.enabled && !other && !behind && !drawn.in_tab_order.contains(item.id))
      found.push_back(told(item));
  }
  return found;
}

std::vector<std::string> missing_letters(const Drawn& drawn) {
  std::vector<std::string> found;
  for (const auto& text : drawn.texts) {
    if (!text.missing.empty()) found.push_back(text.missing + " in “" + text.text + "”");
  }
  return found;
}

namespace {

/// With plain spaces for those that keep a number with its unit, and one for several.
std::string plain_spaces(std::string text) {
  for (const std::string keeps : {"\u00a0", "\u202f"}) {
    for (auto at = text.find(keeps); at != std::string::npos; at = text.find(keeps))
      text.replace(at, keeps.size(), " ");
  }
  for (auto at = text.find("  "); at != std::string::npos; at = text.find("  "))
    text.erase(at, 1);
  return text;
}

/// A line of a name that was broken or cut: its beginning or its end.
void erase_pieces(std::string& rest, const std::vector<std::string>& names) {
  constexpr std::size_t least = 5;
  for (const auto& name : names) {
    for (std::size_t size = name.size(); size >= least; --size) {
      if (size > rest.size()) continue;
      const auto head = rest.find(name.substr(0, size));
      const auto tail = rest.find(name.substr(name.size() - size));
      const auto at = std::min(head, tail);
      if (at == std::string::npos) continue;
      rest.erase(at, size);
      break;
    }
  }
}

}  // namespace

std::vector<std::string> untranslated(const Drawn& drawn, const std::set<std::string>& data) {
  std::vector<std::string> found;
  // The longest first: "Löwen-Apotheke" before "Apotheke".
  std::vector<std::string> names;
  for (const auto& name : data) {
    // A bare number or two letters would be found within figures and words.
    if (has_letters(name) && name.size() > 2) names.push_back(plain_spaces(name));
  }
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
  for (const auto& text : drawn.texts) {
    std::string rest = plain_spaces(outside_brackets(text.text));
    if (!has_letters(rest)) continue;
    std::replace_if(
        rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    rest = plain_spaces(rest);
    if (!has_letters(without_figures(rest)) || data.contains(rest)) continue;
    for (const auto& name : names)
      erase_all(rest, name);
    if (has_letters(without_figures(rest))) erase_pieces(rest, names);
    if (has_letters(without_figures(rest))) found.push_back(told(text));
  }
  return found;
}

std::vector<std::string> cut_in_silence(const Drawn& drawn,
                                        const std::set<std::string>& announced) {
  std::vector<std::string> found;
  for (const auto& text : drawn.texts) {
    const bool back = text.text.starts_with("‹  ..");  // an arrow to the folder above
    if (!back && left_open(text.text) && !announced.contains(text.text))
      found.push_back(told(text));
  }
  return found;
}

}  // namespace nahraum::testing
