#pragma once
/// The stress test: an offer, a provider, a sector or a payer falls away; who loses reach?

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nahraum::planning {

/// One offer; "" is unknown.
struct StressOffer {
  std::string id, field, provider, sector, payer;
};
/// One home: its residents (of the age in question), and the offers that it reaches.
struct StressHome {
  std::optional<int> persons;         ///< nothing: unknown
  std::vector<std::uint32_t> offers;  ///< indices, any order
};

/// What becomes of an offer.
enum class OfferState : unsigned char {
  stays,
  falls,
  open,  ///< it is not known whether it falls
};

/// A field whose last offer in reach is gone, for the homes where it is.
struct FieldLoss {
  std::string field;
  long persons_before = 0;  ///< who reach an offer of the field, where residents are known
  long persons = 0;         ///< of these: who surely lose the last one
  long persons_open = 0;    ///< who lose it if those that are open fall, too
  std::vector<std::uint32_t> homes, homes_open;  ///< ascending; homes with unknown residents, too
  std::size_t homes_unknown = 0;                 ///< of `homes`, with unknown residents
};
struct StressLoss {
  std::vector<FieldLoss> fields;  ///< every field of the offers: most persons first, then name
  long persons = 0;               ///< who surely lose at least one field
  std::size_t homes = 0;          ///< where they live, unknown residents included
};

/// Who loses reach when the offers are in these states (one per offer). Asserts the shapes.
/// Cost: O(offers log + homes + Σ offers reached). Pure. Source: domain.md §5, product.md [D].
StressLoss stress_loss(const std::vector<StressOffer>& offers, const std::vector<StressHome>& homes,
                       const std::vector<OfferState>& states);

enum class SwitchKind : unsigned char { offer, provider, sector, payer };
struct SwitchedOff {
  SwitchKind kind = SwitchKind::provider;
  std::string name;  ///< not ""
};
/// Those of this name fall; those of which this is unknown are open, except where an offer is
/// meant.
std::vector<OfferState> states_without(const std::vector<StressOffer>& offers,
                                       const SwitchedOff& off);

struct StressCase {
  SwitchedOff off;
  std::size_t offers = 0;  ///< that fall
  StressLoss loss;
};
/// Each name of this kind switched off by itself: most persons first, then most homes, then name.
/// Cost: names times stress_loss.
std::vector<StressCase> stress_cases(const std::vector<StressOffer>& offers,
                                     const std::vector<StressHome>& homes, SwitchKind kind);

/// Persons who in a field reach offers of one provider only.
struct ProviderDependence {
  std::string field, provider;
  long persons = 0;
  std::size_t homes = 0, homes_unknown = 0;  ///< all of them; of these with unknown residents
};
/// Most persons first, then most homes, field, provider. A home that reaches an offer of an unknown
/// provider in the field depends on nobody for certain and is left out of it.
/// Cost: O(Σ offers reached · log). Pure.
std::vector<ProviderDependence> provider_dependence(const std::vector<StressOffer>& offers,
                                                    const std::vector<StressHome>& homes);

}  // namespace nahraum::planning
