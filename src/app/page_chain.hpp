#pragma once
/// The thread through the modules: gap → finding → measure → responsibility → funding, and its
/// holes.

#include "app/module_page.hpp"

namespace nahraum::app {

/// What the project has of each link, and what is missing between two of them: measures without an
/// owner, a task or a target, findings and gaps without a measure, roles without hours, years
/// without money. Pure. Cost: O(rows²) at most.
PageBlock chain_block(const PageInput& input);

}  // namespace nahraum::app
