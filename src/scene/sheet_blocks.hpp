#pragma once
/// The parts of a sheet beside its map. Internal to scene/sheet.

#include "scene/block.hpp"
#include "scene/scale_bar.hpp"
#include "scene/sheet.hpp"
#include "scene/sheet_facts.hpp"

namespace nahraum::scene {

/// Sizes of type grow with the paper; nothing is smaller than 7 pt.
struct SheetTypes {
  Type title, topic, sentence, heading, body, fact_name, fact, scale;
};
SheetTypes sheet_types(const SheetSpec& spec, const Style& style);

Block title_block(const SheetContent& content, const SheetSpec& spec, const SheetTypes& types,
                  double width_mm, const TextMeasure& measure);
/// The result sentence, what cannot be assessed, and the table by age; empty without a result.
Block result_block(const SheetContent& content, const SheetTypes& types, const Style& style,
                   double width_mm, const TextMeasure& measure);
Block heading_block(const std::string& text, const SheetTypes& types, double width_mm,
                    const TextMeasure& measure);
/// Bar, numeric scale with paper size, north arrow with its note.
Block scale_block(const SheetSpec& spec, const GridTruth& truth, const SheetTypes& types,
                  const Style& style, double width_mm, const TextMeasure& measure);
Block facts_block(const std::vector<Fact>& facts, const SheetTypes& types, double width_mm,
                  const TextMeasure& measure);

}  // namespace nahraum::scene
