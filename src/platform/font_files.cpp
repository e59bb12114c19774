#include "platform/font_files.hpp"

#include <memory>

#include <fontconfig/fontconfig.h>

namespace nahraum::platform {
namespace {

struct PatternDelete {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDelete>;

/// With each of these letters, where any font has them all.
void ask_for_letters(FcPattern* wanted, std::initializer_list<FcChar32> letters) {
  FcCharSet* set = FcCharSetCreate();
  for (const FcChar32 letter : letters)
    FcCharSetAddChar(set, letter);
  FcPatternAddCharSet(wanted, FC_CHARSET, set);
  FcCharSetDestroy(set);
}

std::string find_font(int weight, std::initializer_list<FcChar32> letters = {}) {
  const Pattern wanted(FcPatternCreate());
  if (letters.size() > 0) ask_for_letters(wanted.get(), letters);
  if (letters.size() == 0)
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
  return {find_font(FC_WEIGHT_REGULAR), find_font(FC_WEIGHT_DEMIBOLD),
          find_font(FC_WEIGHT_REGULAR, {0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2264, 0x2265})};
}

}  // namespace nahraum::platform
