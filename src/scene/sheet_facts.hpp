#pragma once
/// What makes a sheet's figures defensible, in words. For scene/sheet and texts beside it.

#include <string>
#include <vector>

#include "scene/sheet.hpp"

namespace nahraum::scene {

struct Fact {
  std::string name;  ///< "Method"
  std::string text;
};

/// Method, residents, uncertainty, data, CRS, author, status, sources: those that are known.
std::vector<Fact> facts(const SheetContent& content, const SheetSpec& spec);
std::string title_of(const SheetContent& content, const SheetSpec& spec);
/// "Pharmacy within 10 minutes · With rollator", or "Overview map".
std::string topic_of(const SheetContent& content);

}  // namespace nahraum::scene
