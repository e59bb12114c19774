#pragma once
/// Parts of module 3's page: internal to app/page_participation*.cpp.

#include "app/module_page.hpp"

namespace nahraum::app {

/// Who set a pin: the group whose file it came in ("Gruppe 3"), else the residents it stands for.
std::string group_of_mark(const model::PlaceMark& mark);
/// +1 good, −1 bad, far or unsafe, 0 without a value.
int value_of(const model::PlaceMark& mark);
/// "too far", in the user's language; "" without a value.
std::string value_words(const model::PlaceMark& mark);

PageBlock cards_block(const PageInput& input);   ///< questions, and pins that are set now
PageBlock places_block(const PageInput& input);  ///< clusters, agreement and dissent
PageBlock felt_block(const PageInput& input);    ///< felt against computed
PageBlock votes_block(const PageInput& input);
PageBlock stages_block(const PageInput& input);    ///< what stands on its own feet
PageBlock groups_block(const PageInput& input);    ///< what the groups' files gave
PageBlock personal_block(const PageInput& input);  ///< texts that name somebody

}  // namespace nahraum::app
