#pragma once
/// What makes a sheet's figures defensible, in words. For scene/sheet and texts beside it.

#include <string>
#include <vector>

#include "scene/sheet.hpp"

namespace nahraum::scene {

/// Scenario, the answer's own, data, CRS, author, status, sources: those that are known.
/// The last `left_out` of the answer's own are only named, and where they can be read.
std::vector<Fact> facts(const SheetContent& content, const SheetSpec& spec,
                        std::size_t left_out = 0);
std::string title_of(const SheetContent& content, const SheetSpec& spec);
/// The answer's, or "Overview map".
std::string topic_of(const SheetContent& content);

}  // namespace nahraum::scene
