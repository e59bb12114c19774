#pragma once
/// The blocks of module 5, each in a file of its own.

#include "app/offers.hpp"
#include "app/page_pieces.hpp"

namespace nahraum::app {

/// What the blocks share. Offers are the district's, as the project has them.
struct MixWork {
  const PageInput& input;
  std::vector<Offer> offers;
  std::vector<planning::MixOffer> mix_offers;  ///< per offer; group: the letter of its field
  std::vector<planning::WelfareMix> fields;    ///< of all fields, in the catalogue's order
  std::optional<StressWorld> world;            ///< nothing without an answer
};
/// Throws Cancelled. Cost: that of stress_world.
MixWork mix_work(const PageInput& input, jobs::Context& context);

PageBlock mix_block(const MixWork& work);
PageBlock corners_block(const MixWork& work);
/// Nothing where the project has no areas with a name.
std::optional<PageBlock> mix_areas_block(const MixWork& work);
PageBlock missing_block(const MixWork& work);
PageBlock stress_block(const MixWork& work, jobs::Context& context);
PageBlock dependence_block(const MixWork& work);

/// "Health" for "G".
std::string mix_field_name(const MixWork& work, const std::string& letter);
/// "Market", "unknown"
std::string mix_sector_name(std::size_t sector);
/// Counts per sector, the unknown ones last.
std::vector<double> mix_parts(const planning::WelfareMix& mix);
/// Where what is known makes it so.
inline bool surely(planning::Judged judged) {
  return judged == planning::Judged::yes;
}

// ---- the stress test ----------------------------------------------------------------------------

/// "provider Diakonie": what is looked at, and what of it is switched off; a kind alone switches
/// nothing off. Of "" the kind is provider.
struct StressChoice {
  planning::SwitchKind kind = planning::SwitchKind::provider;
  std::string name;
};
StressChoice stress_choice(const std::string& switched_off);
std::string to_text(const StressChoice& choice);
/// For people: sectors and payers by their word.
std::string name_of(const planning::SwitchedOff& off);

/// Persons by type with whatever would tell a small number kept back.
struct ShownLoss {
  std::optional<long> before, loses, open, keeps;
};
ShownLoss shown_loss(const planning::FieldLoss& loss, int min_count);
/// "34", "at least 30" where the exact sum beside its parts would tell a small one, "fewer than 5".
std::string loss_text(const planning::StressLoss& loss, int min_count);

/// Of what is switched off; a name that no offer has makes nothing fall.
struct StressResult {
  std::vector<planning::OfferState> states;
  planning::StressLoss loss;
};
StressResult stress_result(const StressWorld& world, const StressChoice& choice);

void add_mix_map(const MixWork& work, ModulePage& page);

}  // namespace nahraum::app
