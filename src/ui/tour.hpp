#pragma once
/// The first-start tour: five steps on the open district, each with a light on what it is about.

#include "app/state.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

struct TourStep {
  std::string title, text;
  std::string widget;                         ///< its name in the registry
  bool (*done)(const app::State&) = nullptr;  ///< goes on by itself; null: by the button alone
};
/// In the current language.
std::vector<TourStep> tour_steps();

/// Where the card lies: beside the lit rectangle, inside the window.
struct CardPlace {
  float x = 0, y = 0;
};
CardPlace card_place(ImVec2 low, ImVec2 high, ImVec2 card, ImVec2 window, float gap);

class Tour {
 public:
  void start() { step_ = 0, card_ = {}; }
  bool runs() const { return step_ >= 0; }
  int step() const { return step_; }
  /// Over everything that was drawn before in this frame. Waits for the first answer.
  void show(const Kit& kit, const app::State& state);

 private:
  void show_card(const Kit& kit, const app::State& state, const std::vector<TourStep>& steps);
  void end(const Kit& kit, const app::State& state);

  int step_ = -1;
  ImVec2 card_{};          ///< size in the last frame
  bool was_done_ = false;  ///< when the step began: then it waits for the button
  int began_ = -1;         ///< the step that `was_done_` is of
};

}  // namespace nahraum::ui
