#pragma once
/// A step of an exercise on the projector: large, its solution hidden until the trainer shows it.

#include "ui/commands.hpp"
#include "ui/exercise_view.hpp"

namespace nahraum::ui {

struct PresentedStep {
  std::string head, title;
  std::vector<app::HelpBlock> text, solution;
  std::vector<std::string> options;
  std::string status;  ///< of a step that waits for something; "" else
  StepSign sign = StepSign::none;
  std::string keys;  ///< small: what the trainer's keys do
};
/// Nothing where no step is open.
std::optional<PresentedStep> make_presented_step(const app::State& state, double now_s);
/// The largest in which it fits into `room` pixels, as wide as the current ImGui window.
ImFont* presented_font(const Kit& kit, const PresentedStep& step, float room);
/// Fills the current ImGui window.
void show_presented_step(const Kit& kit, const PresentedStep& step);

/// While an exercise is open, → ← and S are its own: what they do. `today`: ISO date.
std::optional<app::Action> presented_key(const KeyPress& key, const app::State& state,
                                         const std::string& today);

}  // namespace nahraum::ui
