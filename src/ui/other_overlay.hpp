#pragma once
/// The results of the state that is compared with: layers over the same ground as the answer's.

#include "render/gl/map_renderer.hpp"
#include "ui/map_layers.hpp"

namespace nahraum::ui {

/// The answer's overlay, which the other one takes after.
struct OverlaySource {
  const OverlayKey& key;
  const OverlayParts& parts;  ///< whose names are taken over where they hold
  std::shared_ptr<const scene::LabelCandidates> labels;
  const std::vector<double>& steps;
};

class OtherOverlay {
 public:
  /// `renderer` may be null: windowless tests.
  void follow(const app::State& state, const model::Catalogue& catalogue,
              const OverlaySource& source, render::gl::MapRenderer* renderer,
              jobs::Queue& pictures);

 private:
  OverlayKey key_;
  std::uint64_t number_ = 0;  ///< late layers are dropped
  bool shown_ = false;
};

}  // namespace nahraum::ui
