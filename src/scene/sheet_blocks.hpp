#pragma once
/// The parts of a sheet beside its map. Internal to scene/sheet.

#include "scene/block.hpp"
#include "scene/scale_bar.hpp"
#include "scene/sheet.hpp"
#include "scene/sheet_facts.hpp"
#include "scene/sheet_types.hpp"

namespace nahraum::scene {

Block title_block(const SheetContent& content, const SheetSpec& spec, const SheetTypes& types,
                  double width_mm, const TextMeasure& measure);
/// The result sentence, what is to be said beside it, the table by age, and the first `places` of
/// the list; empty without an answer.
Block result_block(const SheetContent& content, std::size_t places, const SheetTypes& types,
                   const Style& style, double width_mm, const TextMeasure& measure);
Block heading_block(const std::string& text, const SheetTypes& types, double width_mm,
                    const TextMeasure& measure);
/// Bar, numeric scale with paper size, north arrow with its note.
Block scale_block(const SheetSpec& spec, const GridTruth& truth, const SheetTypes& types,
                  const Style& style, double width_mm, const TextMeasure& measure);
Block facts_block(const std::vector<Fact>& facts, const SheetTypes& types, double width_mm,
                  const TextMeasure& measure);

}  // namespace nahraum::scene
