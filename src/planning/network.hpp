#pragma once
/// The network of actors in a neighbourhood: who knows whom, who is alone, on whom it hangs.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nahraum::planning {

/// Two actors work together, in both directions.
struct ActorTie {
  std::string a, b;  ///< ids of actors
  std::string kind;  ///< topic; the same pair may have ties of several kinds
  int strength = 1;  ///< 1 … 3
};

enum class TieFault : unsigned char { self, duplicate, unknown_actor, strength_out_of_range };
struct FaultyTie {
  std::size_t tie = 0;
  TieFault fault = TieFault::self;
  friend bool operator==(const FaultyTie&, const FaultyTie&) = default;
};

/// Two actors of the list, by their places in it; the one with the lower id first.
struct ActorPair {
  std::size_t a = 0, b = 0;
  friend bool operator==(const ActorPair&, const ActorPair&) = default;
};

struct ActorFigures {
  int degree = 0;             ///< other actors with a tie
  int strength = 0;           ///< sum over these of the strongest tie's strength
  std::size_t component = 0;  ///< in ActorNetwork::components
  /// Parts its component falls into without it: 0 isolated, 1 nothing happens, ≥ 2 it alone joins
  /// them.
  int parts_without = 0;

  bool isolated() const { return degree == 0; }
  bool articulation() const { return parts_without >= 2; }  ///< a "one-person bridge"
};

struct ActorNetwork {
  std::vector<ActorFigures> actors;  ///< per actor
  std::size_t pairs = 0;             ///< E: pairs with a tie, whatever their number of kinds
  std::optional<double> density;     ///< 2E / (N(N−1)), 0 … 1; nothing below two actors
  std::vector<std::vector<std::size_t>> components;  ///< actors by id; components by first id
  std::vector<ActorPair> bridges;                    ///< the only tie between two parts; by ids
  std::vector<FaultyTie> faulty;             ///< left out of every figure: to be shown and mended
  std::vector<std::size_t> repeated_actors;  ///< an id that stands before: without ties of its own
};

/// Of the ties without a fault; of duplicates (same pair, same kind) the first counts. A repeated
/// actor is no actor: it does not count in N. Shape: n actors, m ties. Cost: O((n + m) log n).
/// Pure. Source: density and rings domain.md §5 [K: Kahn & Antonucci 1980; Straus 2002];
/// articulation points and bridges [K: Tarjan 1972; Hopcroft & Tarjan 1973].
ActorNetwork actor_network(const std::vector<std::string>& actors,
                           const std::vector<ActorTie>& ties);

/// Two actors without a tie who serve the same residents.
struct MissingTie {
  ActorPair pair;
  long persons = 0;               ///< residents of the homes both serve, where known
  std::size_t homes = 0;          ///< these homes
  std::size_t homes_unknown = 0;  ///< of these, with unknown residents
};

/// Pairs with at least one home in common and no tie without a fault; most persons first, then most
/// homes, then by ids. `served`: per actor the homes (indices into `persons`, any order,
/// repetitions count once); `persons`: residents per home, nothing where unknown. Asserts the
/// shapes. Cost: O(actors² · homes served). Pure. Source: derived [D].
std::vector<MissingTie> missing_ties(const std::vector<std::string>& actors,
                                     const std::vector<ActorTie>& ties,
                                     std::vector<std::vector<std::uint32_t>> served,
                                     const std::vector<std::optional<int>>& persons);

}  // namespace nahraum::planning
