#pragma once
/// The walking network with its seats: how far it is from one rest to the next.

#include <span>

#include "analysis/route.hpp"
#include "analysis/seats.hpp"

namespace nahraum::analysis {

/// The rests that somebody passes who walks a part of an edge, both ends of the part included.
struct Passage {
  bool any = false;
  float near_m = 0;   ///< from where they set out to the first rest
  float far_m = 0;    ///< from the last rest to where they arrive
  float inner_m = 0;  ///< longest stretch between two rests
};

/// Somebody on their way: metres since the last rest, and the longest stretch so far.
struct Stretch {
  float open_m = 0;
  float longest_m = 0;

  void rest() {
    longest_m = longest_m < open_m ? open_m : longest_m;
    open_m = 0;
  }
  /// False where a stretch grows longer than `limit_m`.
  bool walk(const Passage& passage, float length_m, float limit_m);
};

/// Seats by where they lie on the network. Seats at an edge's end make its node a rest. Refers to
/// the network, which must live longer.
class RestNetwork {
 public:
  /// What the arc of the walking network holds for who sets out along it.
  struct Arc {
    Passage passage;
    base::Millis turn = base::unreachable;  ///< to the first seat and back; with seats only
  };

  explicit RestNetwork(const WalkNetwork& network);
  RestNetwork(const District& district, const std::vector<Seat>& seats,
              const model::RestRules& rules);

  /// What `add` has changed.
  struct Change {
    std::vector<NodeIndex> nodes;
    std::vector<std::pair<EdgeIndex, std::vector<float>>> edges;  ///< with the seats before
  };
  Change add(std::span<const Spot> spots);
  void undo(const Change& change);

  const WalkNetwork& network() const { return *network_; }
  bool rest_at(NodeIndex node) const { return node_rests_[node] != 0; }
  /// Whether the position is an end of the edge with a rest.
  bool rest_at(EdgeIndex edge, double along_m) const;
  const Arc& arc(std::uint32_t arc) const { return arcs_[arc]; }
  /// Seats within the edge, metres from its tail, ascending; none at its ends.
  std::span<const float> on(EdgeIndex edge) const { return on_edge_[edge]; }
  Passage passage(EdgeIndex edge, float from_m, float to_m) const;
  /// Nearest seat within the edge above `at_m` (`up`) or below it; −1: none.
  float next_seat(EdgeIndex edge, float at_m, bool up) const;
  /// The arcs of an edge: from its tail, from its head.
  std::uint32_t arc_from_tail(EdgeIndex edge) const { return from_tail_[edge]; }
  std::uint32_t arc_from_head(EdgeIndex edge) const { return from_head_[edge]; }

 private:
  void refresh(EdgeIndex edge);
  base::Millis turn_cost(EdgeIndex edge, float end_m, float seat_m) const;

  const WalkNetwork* network_;
  std::vector<std::uint8_t> node_rests_;
  std::vector<std::vector<float>> on_edge_;
  std::vector<std::uint32_t> from_tail_, from_head_;
  std::vector<Arc> arcs_;
};

/// Longest stretch of the route without a seat, m; its two ends are rests.
double longest_stretch(const RestNetwork& rests, const Route& route);

}  // namespace nahraum::analysis
