#include "ui/other_overlay.hpp"

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

/// As the answer's, but for what is only of the answer: a chosen service, a drag, grades.
OverlayKey key_of(const app::State& state, const OverlayKey& of_answer) {
  OverlayKey key = of_answer;
  key.answer = state.other_answer;
  key.project = state.other_answer->district->project;
  key.service = {};
  key.service_bands = 0;
  key.layers = state.layers;
  key.rest = nullptr;
  key.grades = nullptr;
  return key;
}

}  // namespace

void OtherOverlay::follow(const app::State& state, const model::Catalogue& catalogue,
                          const OverlaySource& source, render::gl::MapRenderer* renderer,
                          jobs::Queue& pictures) {
  if (!state.comparison || !state.other_answer || !source.labels) {
    if (shown_ && !state.comparison && renderer) renderer->show(render::gl::Stack::other, {});
    if (!state.comparison) shown_ = false, key_ = {};
    return;
  }
  const auto key = key_of(state, source.key);
  if (key == key_) return;
  key_ = key;
  shown_ = true;
  const OverlayInput input{key,
                           state.other_answer->bands,
                           std::make_shared<const model::Catalogue>(catalogue),
                           source.labels,
                           source.steps,
                           source.parts};
  const auto number = ++number_;
  pictures.submit(base::tr("Drawing the map"),
                  [this, renderer, input, number](jobs::Context& context) {
                    const auto picture = overlay_picture(input, overlay_parts(input, context));
                    return [this, renderer, picture, number] {
                      if (number != number_ || !renderer) return;
                      renderer->show(render::gl::Stack::other, layers_of(picture, {}));
                    };
                  });
}

}  // namespace nahraum::ui
