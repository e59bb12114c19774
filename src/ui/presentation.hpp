#pragma once
/// For the projector: the map alone, a large sentence, the project's views as slides, a spotlight.

#include "ui/commands.hpp"
#include "ui/exercise_presented.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// What is written over the map.
struct PresentationView {
  std::string slide;     ///< "2 / 5  Apotheke, mit Rollator"; "" where there are no views
  std::string sentence;  ///< of the question, or of the study that is looked at
  std::string chosen;    ///< of the chosen home or service: "Lindenstraße 3: 18 min"
  std::optional<PresentedStep> step = {};  ///< of the exercise that is open
  float top = 0;  ///< pixels at the upper edge that belong to a meeting's clock
};

class Presentation {
 public:
  /// Everything is half as large again.
  static constexpr float larger = 1.5f;

  bool runs() const { return runs_; }
  void start() { runs_ = true, slide_ = -1; }
  void end() { runs_ = false; }
  /// One on or back among `count` slides; nothing at either end.
  std::optional<std::size_t> step(int by, std::size_t count);
  int slide() const { return slide_; }
  /// A key while it runs: what it asks for. Other keys are the window's.
  enum class Asked { nothing, next, previous, end };
  static Asked asked(const KeyPress& key);
  /// Over the map, below nothing. `lit`: the spotlight follows the mouse.
  void show(const Kit& kit, const PresentationView& view, bool lit) const;

 private:
  bool runs_ = false;
  int slide_ = -1;  ///< none yet
};

}  // namespace nahraum::ui
