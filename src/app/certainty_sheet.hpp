#pragma once
/// A question answered cautiously and optimistically, as a sheet's answer.

#include "app/answer.hpp"
#include "app/workspace.hpp"
#include "scene/sheet_answer.hpp"

namespace nahraum::app {

/// `optimistic`, `cautious`: the same question on the two networks. The figures are those that
/// `coverage --certainty span` tells.
scene::SheetAnswer certainty_answer(const Workspace& workspace, const Answer& optimistic,
                                    const Answer& cautious,
                                    scene::Theme theme = scene::Theme::light);

}  // namespace nahraum::app
