#include "platform/font_files.hpp"

#include <memory>

#include <fontconfig/fontconfig.h>

namespace nahraum::platform {
namespace {

struct PatternDelete {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDelete>;

std::string find_font(int weight) {
  const Pattern wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans"));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const Pattern found(FcFontMatch(nullptr, wanted.get(), &result));
  FcChar8* file = nullptr;
  if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(file);
}

}  // namespace

ui::FontFiles find_fonts() {
  return {find_font(FC_WEIGHT_REGULAR), find_font(FC_WEIGHT_DEMIBOLD)};
}

}  // namespace nahraum::platform
