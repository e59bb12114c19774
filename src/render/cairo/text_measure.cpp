#include "render/cairo/text_measure.hpp"

#include <memory>
#include <unordered_map>

#include <fmt/format.h>

#include "render/cairo/text_layout.hpp"

namespace nahraum::render {
namespace {

std::string key_of(const scene::Text& text) {
  return fmt::format("{}|{}|{}|{}|{}", text.size_pt, static_cast<int>(text.weight), text.italic,
                     text.wrap_mm, text.text);
}

struct Measurer {
  Typesetter typesetter;
  std::unordered_map<std::string, scene::TextSize> known;
};

}  // namespace

scene::TextMeasure text_measure() {
  auto measurer = std::make_shared<Measurer>();
  return [measurer](const scene::Text& text) {
    const auto [at, fresh] = measurer->known.try_emplace(key_of(text));
    if (fresh) at->second = measurer->typesetter.measure(text);
    return at->second;
  };
}

}  // namespace nahraum::render
