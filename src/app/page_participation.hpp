#pragma once
/// Parts of module 3's page: internal to app/page_participation*.cpp.

#include "app/module_page.hpp"
#include "planning/agreement.hpp"

namespace nahraum::app {

/// Who set a pin: the group whose file it came in ("Gruppe 3"), else the residents it stands for.
std::string group_of_mark(const model::PlaceMark& mark);
/// +1 good, −1 bad, far or unsafe, 0 without a value.
int value_of(const model::PlaceMark& mark);
/// "too far", in the user's language; "" without a value.
std::string value_words(const model::PlaceMark& mark);

/// Pins with a place, and the same as groups set them; lines are no places that groups can agree
/// on.
struct SetPins {
  std::vector<const model::PlaceMark*> marks;
  std::vector<planning::GroupPin> pins;  ///< per mark
};
SetPins set_pins(const model::Work& work);
/// The card in sight: the chosen one, else the first; null: none.
const model::Question* card_in_sight(const PageInput& input);

/// Single pins, or places that groups agree on.
PageSwitch which_marks(const PageInput& input);
/// Signs of a map of its own: of the card in sight the places that groups marked, each with "4/5"
/// and as large as it has groups; places that one group likes and another avoids as triangles with
/// "2:1" instead; and what both mean. Cost: that of planning::agreement.
void put_agreement(const PageInput& input, ModulePage& page);

PageBlock cards_block(const PageInput& input);   ///< questions, and pins that are set now
PageBlock places_block(const PageInput& input);  ///< clusters, agreement and dissent
PageBlock felt_block(const PageInput& input);    ///< felt against computed
PageBlock votes_block(const PageInput& input);
PageBlock stages_block(const PageInput& input);    ///< what stands on its own feet
PageBlock groups_block(const PageInput& input);    ///< what the groups' files gave
PageBlock personal_block(const PageInput& input);  ///< texts that name somebody

}  // namespace nahraum::app
