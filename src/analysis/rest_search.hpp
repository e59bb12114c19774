#pragma once
/// Ways on which no stretch between two rests is longer than a limit.

#include "analysis/rest_network.hpp"
#include "analysis/search.hpp"

namespace nahraum::analysis {

inline constexpr float any_gap = std::numeric_limits<float>::infinity();
/// Lengths are sums of floats: a stretch of just the limit is not too long, nor one a centimetre
/// longer.
inline constexpr float gap_rounding_m = 0.01F;

/// One way between a node and a target, whose door is a rest, too.
struct RestLabel {
  base::Millis cost = base::unreachable;
  std::uint32_t target = none;
  float metres = 0;
  Stretch stretch;  ///< open: from the node to the first rest on the way
  NodeIndex node = none;
  std::uint32_t arc = none;     ///< of the node one step nearer to the target; none at a seed
  std::uint32_t parent = none;  ///< the label there; the same node: it went to a seat and back
  std::uint32_t next = none;    ///< another label of the node
};

/// Cheaper, then the lower target, then shorter: as Label's `better`.
inline bool better(const RestLabel& a, const RestLabel& b) {
  const auto key = [](const RestLabel& label) {
    return static_cast<std::uint64_t>(label.cost.value) << 32 | label.target;
  };
  return key(a) != key(b) ? key(a) < key(b) : a.metres < b.metres;
}

/// A stretch of the way at a place on an edge, between its door and the edge's points.
class Doorstep {
 public:
  /// `towards`: who walks to the door; else who leaves it.
  Doorstep(const RestNetwork& rests, const Snap& door, std::uint32_t target, bool towards,
           float limit_m)
      : rests_(rests), door_(door), target_(target), towards_(towards), limit_m_(limit_m) {}

  /// The ways between the door and a point of its edge: straight on, and by way of the seat on the
  /// other side where that breaks a long walk to the door. At most two; their node is none.
  void append_ways(float to_m, std::vector<RestLabel>& ways) const;
  /// The same for the edge's ends, with their nodes.
  void append_seeds(std::vector<RestLabel>& seeds) const;

 private:
  base::Millis part(float from_m, float to_m) const;
  void append(RestLabel way, float to_m, float length_m, std::vector<RestLabel>& ways) const;
  void append_all(float to_m, float length_m, std::vector<RestLabel>& ways) const;

  const RestNetwork& rests_;
  const Snap& door_;
  std::uint32_t target_;
  bool towards_;
  float limit_m_;
};

/// What a search need not look at.
struct RestBounds {
  base::Millis cost{base::unreachable.value - 1};
  float metres = std::numeric_limits<float>::infinity();
  /// Least cost and metres of going on from each node, which count, too; nullptr: nothing.
  const std::vector<base::Millis>* ahead = nullptr;
  const std::vector<float>* ahead_m = nullptr;
};

/// Multi-source search for all ways of which none is both cheaper and nearer to a rest. Reusable;
/// one per thread. With `any_gap` its labels are those of Search, to the last bit.
/// Source: label setting for the resource-constrained shortest path (Desrochers & Soumis 1988) with
/// a resource that seats set back to zero.
class RestSearch {
 public:
  void run(const RestNetwork& rests, std::span<const RestLabel> seeds, bool towards, float limit_m,
           const RestBounds& bounds, const jobs::Context& context);

  /// After `rests.add` gave `change`: the ways that the new seats open, with the same bounds. Seeds
  /// of doors on changed edges are given anew. What was found before stays, also where it is
  /// beaten.
  void go_on(const RestNetwork& rests, const RestNetwork::Change& change,
             std::span<const RestLabel> seeds, const jobs::Context& context);
  /// As before `go_on`.
  void go_back();

  /// First label of the node: the latest found; `none`: no way. Others follow by `next`.
  std::uint32_t first(NodeIndex node) const { return first_[node]; }
  const RestLabel& label(std::uint32_t index) const { return labels_[index]; }
  /// Nodes that got a label in `run` and, behind `touched_before()`, again in `go_on`.
  const std::vector<NodeIndex>& touched() const { return touched_; }
  std::size_t touched_before() const { return kept_touched_; }

 private:
  struct Open {
    std::uint64_t key;  ///< cost · 2³² + target
    std::uint32_t label;
  };
  void clear(std::size_t nodes);
  bool too_far(const RestLabel& label) const;
  void offer(const RestLabel& label);
  bool beaten(const RestLabel& label) const;
  bool earlier(const Open& a, const Open& b) const;
  void push(Open open);
  Open pop();
  void work_off(const jobs::Context& context);
  void settle(std::uint32_t index);
  void leave(std::uint32_t index, std::uint32_t arc);
  void turn_round(std::uint32_t index, std::uint32_t arc);

  const RestNetwork* rests_ = nullptr;
  bool towards_ = true;
  float limit_m_ = any_gap;
  RestBounds bounds_;
  std::vector<RestLabel> labels_;     ///< settled and open ones
  std::vector<std::uint32_t> first_;  ///< per node
  std::vector<NodeIndex> touched_;
  std::vector<Open> heap_;
  // go_on
  bool going_on_ = false;
  std::size_t kept_labels_ = 0;
  std::size_t kept_touched_ = 0;
  std::vector<std::uint32_t> kept_first_;  ///< beside touched_, from kept_touched_
};

}  // namespace nahraum::analysis
