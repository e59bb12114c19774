#pragma once
/// Texts that follow a line, letter by letter: where each letter stands. Screen, paper and label
/// placement ask here, so that they agree.

#include "scene/text_size.hpp"

namespace nahraum::scene {

/// One letter's baseline start and turn.
struct PlacedGlyph {
  const Glyph* glyph = nullptr;  ///< of the text
  geo::Point at;                 ///< map metres
  geo::Point middle;             ///< of the letter's width, half its height above the baseline
  double angle_deg = 0;          ///< counter-clockwise
};

/// The letters with their measured places, kerning included; combining marks stay with theirs.
/// `text` needs no line yet.
std::vector<Glyph> glyphs_of(const Text& text, const TextMeasure& measure);

/// Letters of a text along a line at a scale: each on the chord below it, so that sharp bends turn
/// it gently; beyond the line's ends straight on. Empty for a text without a line. The text must
/// outlive the result.
std::vector<PlacedGlyph> placed_glyphs(const Text& text, double metres_per_mm);

/// One letter as a straight text of its own. Haloes are drawn before all ink: a letter's halo would
/// cover its neighbour.
Text halo_of(const Text& text, const Glyph& glyph);
Text ink_of(const Text& text, const Glyph& glyph);

/// Height of capitals, on which names along lines are centred.
double capital_mm(const Text& text);

/// Corners rounded over `reach` metres to both sides. Keeps both ends.
geo::Line smoothed(const geo::Line& line, double reach);

/// The same answers, each asked once. Not for use by several threads.
TextMeasure remembering(TextMeasure measure);

}  // namespace nahraum::scene
