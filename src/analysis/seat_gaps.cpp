#include "analysis/seat_gaps.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/edge_cost.hpp"

namespace nahraum::analysis {
namespace {

/// The parts of a way that RestedWays found with `any_gap`, from the home on.
class HomeWay {
 public:
  HomeWay(const District& district, const RestNetwork& rests, const RestedWays& ways,
          const RestSearch& search)
      : network_(district.network),
        district_(district),
        rests_(rests),
        ways_(ways),
        search_(search) {}

  void follow(std::size_t home, const RestLabel& way, std::vector<WalkedPart>& parts) const {
    parts.clear();
    const Snap& from = district_.homes[home];
    const Snap& door = ways_.targets().snaps[way.target];
    if (way.parent == none) {
      parts.push_back({from.edge, from.along_m, door.along_m});
      return;
    }
    std::uint32_t at = way.parent;
    parts.push_back({from.edge, from.along_m, end_of(from, search_.label(at).node, true)});
    while (search_.label(at).arc != none) {
      const std::uint32_t arc = search_.label(at).arc;
      const EdgeIndex edge = network_.edge[arc];
      const double length_m = network_.graph->length_m[edge];
      const bool from_head = arc == rests_.arc_from_tail(edge);
      parts.push_back({edge, from_head ? length_m : 0, from_head ? 0 : length_m});
      at = search_.label(at).parent;
    }
    parts.push_back({door.edge, end_of(door, search_.label(at).node, false), door.along_m});
  }

 private:
  /// A loop's both ends are one node: the nearer way round.
  double end_of(const Snap& door, NodeIndex node, bool leaving) const {
    const StreetGraph& graph = *network_.graph;
    const double length_m = graph.length_m[door.edge];
    if (graph.tail[door.edge] != graph.head[door.edge]) {
      return graph.tail[door.edge] == node ? 0 : length_m;
    }
    const auto cost = [&](double end_m) {
      return leaving ? partial_cost(network_, door.edge, door.along_m, end_m)
                     : partial_cost(network_, door.edge, end_m, door.along_m);
    };
    return cost(0) <= cost(length_m) ? 0 : length_m;
  }

  const WalkNetwork& network_;
  const District& district_;
  const RestNetwork& rests_;
  const RestedWays& ways_;
  const RestSearch& search_;
};

/// Follows the ways stretch by stretch.
class GapCounter {
 public:
  GapCounter(const RestNetwork& rests, float max_gap_m) : rests_(rests), max_gap_m_(max_gap_m) {
    const auto edges = static_cast<EdgeIndex>(rests.network().graph->edge_count());
    first_.reserve(edges + 1);
    first_.push_back(0);
    for (EdgeIndex edge = 0; edge < edges; ++edge)
      first_.push_back(first_.back() + static_cast<std::uint32_t>(rests.on(edge).size()) + 1);
    pieces_.resize(first_.back());
  }

  void add(const model::Residents& residents, const std::vector<WalkedPart>& parts,
           float from_walk_m, float to_walk_m) {
    residents_ = &residents;
    missing_ = 0;
    open_m_ = from_walk_m;
    for (const WalkedPart& part : parts)
      walk(part);
    open_m_ += to_walk_m;
    rest();
    result_.missing[std::min(missing_, 3)].add(residents);
  }

  SeatGaps finish() {
    for (EdgeIndex edge = 0; edge + 1 < first_.size(); ++edge) {
      for (auto i = first_[edge]; i < first_[edge + 1]; ++i) {
        if (pieces_[i].too_far.homes == 0) continue;
        pieces_[i].edge = edge;
        result_.pieces.push_back(pieces_[i]);
      }
    }
    return std::move(result_);
  }

 private:
  void rest() {
    const bool too_far = open_m_ > max_gap_m_ + gap_rounding_m;
    if (too_far) {
      missing_ += static_cast<int>(std::ceil((open_m_ - gap_rounding_m) / max_gap_m_)) - 1;
    }
    for (const std::uint32_t index : walked_) {
      GapPiece& piece = pieces_[index];
      piece.gap_m = std::max(piece.gap_m, open_m_);
      if (too_far) piece.too_far.add(*residents_);
    }
    walked_.clear();
    open_m_ = 0;
  }

  void rest_at_end(const WalkedPart& part, double at_m) {
    if (rests_.rest_at(part.edge, at_m)) rest();
  }

  void walk_piece(EdgeIndex edge, std::size_t index, double one_m, double other_m) {
    const auto low_m = static_cast<float>(std::min(one_m, other_m));
    const auto high_m = static_cast<float>(std::max(one_m, other_m));
    if (low_m == high_m) return;
    const auto number = first_[edge] + static_cast<std::uint32_t>(index);
    GapPiece& piece = pieces_[number];
    const bool fresh = piece.walkers.homes == 0;
    piece.from_m = fresh ? low_m : std::min(piece.from_m, low_m);
    piece.to_m = fresh ? high_m : std::max(piece.to_m, high_m);
    piece.walkers.add(*residents_);
    walked_.push_back(number);
    open_m_ += high_m - low_m;
  }

  void walk(const WalkedPart& part) {
    rest_at_end(part, part.from_m);
    const auto seats = rests_.on(part.edge);
    const bool up = part.from_m <= part.to_m;
    double at_m = part.from_m;
    for (std::size_t k = 0; k < seats.size(); ++k) {
      const std::size_t i = up ? k : seats.size() - 1 - k;
      const double seat_m = seats[i];
      if (up ? seat_m < part.from_m || seat_m > part.to_m
             : seat_m > part.from_m || seat_m < part.to_m) {
        continue;
      }
      walk_piece(part.edge, up ? i : i + 1, at_m, seat_m);
      rest();
      at_m = seat_m;
    }
    const auto below = std::count_if(seats.begin(), seats.end(), [&](float seat_m) {
      return up ? seat_m <= at_m : seat_m < at_m;
    });
    walk_piece(part.edge, static_cast<std::size_t>(below), at_m, part.to_m);
    rest_at_end(part, part.to_m);
  }

  const RestNetwork& rests_;
  float max_gap_m_;
  std::vector<std::uint32_t> first_;  ///< per edge, into pieces_
  std::vector<GapPiece> pieces_;
  const model::Residents* residents_ = nullptr;
  float open_m_ = 0;
  int missing_ = 0;
  std::vector<std::uint32_t> walked_;  ///< since the last rest
  SeatGaps result_;
};

}  // namespace

void Walkers::add(const model::Residents& residents, long sign) {
  all += sign * residents.all.value_or(0);
  age_65 += sign * residents.age_65.value_or(0);
  age_80 += sign * residents.age_80.value_or(0);
  homes += sign;
}

SeatGaps seat_gaps(const District& district, const RestNetwork& network, const Targets& targets,
                   float max_gap_m, const Limit& limit, jobs::Context& context) {
  const RestedWays ways(district, network, by_id(targets), any_gap);
  RestSearch search;
  search.run(network, ways.seeds(), true, any_gap, {}, context);
  const HomeWay way(district, network, ways, search);
  GapCounter counter(network, max_gap_m);
  std::vector<WalkedPart> parts;
  const auto& homes = district.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (i % 1024 == 0) context.check();
    if (!homes[i].in_district) continue;
    const RestLabel found = ways.way_of(i, search);
    if (within(ways.reach_of(i, found), limit) != Within::yes) continue;
    way.follow(i, found, parts);
    counter.add(homes[i].residents, parts, district.homes[i].walk_m,
                ways.targets().snaps[found.target].walk_m);
  }
  return counter.finish();
}

}  // namespace nahraum::analysis
