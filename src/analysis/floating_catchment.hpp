#pragma once
/// Floating catchments and gravity: how much of the places' capacity comes to each home, from the
/// weights of the ways between them. Pure formulas; analysis/capacity.hpp asks them of a district.

#include <optional>

#include "analysis/pairs.hpp"
#include "model/capacity_rules.hpp"

namespace nahraum::analysis {

/// The way's length as the decay measures it: in the limit's unit, or in that of its own scale.
/// 0 … 1; the caller has cut at the limit.
double weight_of(const model::Decay& decay, const HomeCost& way, const Limit& limit);

struct HomeWeight {
  std::uint32_t home = 0;
  double weight = 0;
};

/// Compressed rows, one per place, ascending by home.
struct Weights {
  std::vector<std::size_t> begin{0};
  std::vector<HomeWeight> entries;
  std::size_t place_count() const { return begin.size() - 1; }
  std::span<const HomeWeight> of(std::size_t place) const {
    return std::span(entries).subspan(begin[place], begin[place + 1] - begin[place]);
  }
  void add_place(std::span<const HomeWeight> row);
};

/// Of the rows `places` of `pairs`, in that order.
Weights weights_of(const Pairs& pairs, const std::vector<std::size_t>& places,
                   const model::Decay& decay, const Limit& limit);

/// What a method gives. People P_i per home, capacity S_j per place, weight W_ij.
struct FloatingCatchment {
  /// Per place: the people who want it, each as far as the method counts them (ΣP·W and the like).
  std::vector<double> demand;
  /// Per place: capacity per wanting person (R_j; of the balanced method L_j). Nothing where nobody
  /// is in reach, and for gravity and opportunities, which share nothing out.
  std::vector<std::optional<double>> ratio;
  /// Per home: A_i as published. Capacity per person; capacity for gravity and opportunities; of
  /// the balanced method the home's part of the levels.
  std::vector<double> access;
  /// Per home: what comes to one person. As `access`, but of the balanced method Σ_j L_j·w^i_ij.
  std::vector<double> level;
};

/// 2SFCA and E2SFCA: R_j = S_j/Σ_k P_k·W_kj, A_i = Σ_j R_j·W_ij, so that ΣP·A = ΣS over places with
/// people in reach (Luo & Wang 2003; Luo & Qi 2009; Dai 2010).
/// 3SFCA: the same with G_ij·W_ij, G_ij = W_ij/Σ_j W_ij (Wan, Zou & Sternberg 2012).
/// M2SFCA: A_i = Σ_j R_j·W_ij², at most E2SFCA (Delamater 2013).
/// Balanced: L_j = S_j/Σ_i P_i·w^i_ij, w^i_ij = W_ij/Σ_j W_ij; A_i = Σ_j L_j·w^j_ij,
/// w^j_ij = W_ij/Σ_i W_ij over homes with people; ΣΣP·w^i = ΣP in reach, ΣA = ΣL over those homes
/// (Paez, Higgins & Vivona 2019).
/// Gravity, opportunities: A_i = Σ_j S_j·W_ij (Hansen 1959).
/// `people` per home, ≥ 0, 0 where unknown; `capacity` per place, > 0. Sums run in the rows' order.
/// Cost: O(entries).
FloatingCatchment floating_catchment(model::AccessMethod method, const Weights& weights,
                                     const std::vector<double>& capacity,
                                     const std::vector<double>& people);

}  // namespace nahraum::analysis
