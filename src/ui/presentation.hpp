#pragma once
/// For the projector: the map alone, a large sentence, the project's views as slides, a spotlight.

#include <functional>

#include "ui/commands.hpp"
#include "ui/exercise_presented.hpp"
#include "ui/kit.hpp"

namespace nahraum::ui {

/// What is written over the map.
struct PresentationView {
  std::string slide;     ///< "2 / 5  Apotheke, mit Rollator"; "" where there are no views
  std::string heading;   ///< of the part of a module's page that is shown; "" none is
  std::string sentence;  ///< of the question, of the study that is looked at, or of that part
  std::function<void()> picture = {};  ///< draws that part's chart where the cursor is
  std::string keys;                    ///< what the keys do, where that is not known to all
  std::string chosen;                  ///< of the chosen home or service: "Lindenstraße 3: 18 min"
  std::optional<PresentedStep> step = {};  ///< of the exercise that is open
  float top = 0;  ///< pixels at the upper edge that belong to a meeting's clock
};

class Presentation {
 public:
  /// Everything is half as large again.
  static constexpr float larger = 1.5f;

  bool runs() const { return runs_; }
  void start() { runs_ = true, slide_ = -1, part_ = 0; }
  void end() { runs_ = false; }
  /// One on or back among `count` slides; nothing at either end.
  std::optional<std::size_t> step(int by, std::size_t count);
  int slide() const { return slide_; }
  /// Which of the `count` parts of a module's page is shown.
  std::size_t part(std::size_t count) const;
  void turn_part(int by) { part_ += by; }
  /// A key while it runs: what it asks for. Other keys are the window's.
  enum class Asked { nothing, next, previous, next_part, previous_part, end };
  static Asked asked(const KeyPress& key);
  /// Over the map, below nothing. `lit`: the spotlight follows the mouse.
  void show(const Kit& kit, const PresentationView& view, bool lit) const;

 private:
  bool runs_ = false;
  int slide_ = -1;  ///< none yet
  int part_ = 0;    ///< any whole number: parts come round
};

}  // namespace nahraum::ui
