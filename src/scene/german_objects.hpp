#pragma once
/// German grammar that a label alone does not tell.

#include <string>
#include <string_view>

namespace nahraum::scene {

/// "keine Apotheke": the accusative with "kein" for a type of the shipped catalogue; "" for others.
std::string german_none(std::string_view type_id);

/// "Eine zusätzliche Apotheke": the nominative that begins a sentence; "" for others.
std::string german_one_more(std::string_view type_id);

}  // namespace nahraum::scene
