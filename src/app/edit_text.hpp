#pragma once
/// One step of the user's as a line of text, and back: what the journal keeps.

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/edit.hpp"

namespace nahraum::app {

/// The edit as it was performed; `how` says whether the user did it, took it back, or did it again.
struct Step {
  enum class How { done, undone, redone } how = How::done;
  model::Edit edit;
};

/// JSON without a line break; numbers come back to the last bit.
std::string to_line(const Step& step);
/// Errors: bad_input for a line that was cut off or says nothing known.
base::Result<Step> step_from_line(std::string_view line);

}  // namespace nahraum::app
