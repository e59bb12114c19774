#pragma once
/// A method card for programs and for the terminal.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/both_ways.hpp"
#include "app/workspace.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// An array of {key, name, value, evidence}, in the card's order.
nlohmann::json method_json(const std::vector<scene::MethodLine>& card);
/// "Profile: With a rollator: 0.65 m/s (from the literature: …)", one line each.
std::string method_text(const std::vector<scene::MethodLine>& card);
/// Which way counts; none: the default of each type.
scene::MethodLine way_line(const std::optional<analysis::Way>& way);
/// The card of a result on a district's network.
std::vector<scene::MethodLine> method_of(const Workspace& workspace,
                                         const analysis::District& district,
                                         std::vector<scene::MethodLine> own);

}  // namespace nahraum::app
