#pragma once
/// Barriers and closures, ranked, for people and for programs.

#include <map>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "analysis/closures.hpp"
#include "app/workspace.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// An obstacle with those who gain without it, or a closure with those who lose by it.
struct BarrierRow {
  std::string kind;  ///< "steps", "underpass" …, as to_text() has it
  std::vector<model::OsmId> osm;
  std::string name;    ///< its own, "" none
  std::string street;  ///< the nearest one that has a name, "" none near
  geo::Point at;
  analysis::HomesByType homes;      ///< who gains or loses
  std::vector<std::uint32_t> any;   ///< in any of `homes`
  std::vector<std::uint32_t> open;  ///< of closures: not to be assessed any more
  analysis::People people;          ///< in `any`
  long services = 0;                ///< sum of the persons over the types
};

enum class BarrierQuestion { obstacles, closures, close };

/// Everything that was asked and found.
struct BarriersResult {
  BarrierQuestion question = BarrierQuestion::obstacles;
  std::shared_ptr<const analysis::District> district;
  std::vector<const model::ServiceType*> types;
  std::vector<analysis::TypeLimit> limits;  ///< per type
  bool own_limit = false;                   ///< given by the user
  bool basket = false;
  std::vector<std::string> kinds;  ///< asked for; empty: all
  std::vector<BarrierRow> rows;    ///< of all kinds, most people first
  /// Rows of the kinds asked for: the first of them, and how many there are. Whether a number may
  /// be told is decided among all rows, so that no other question tells what this one keeps back.
  std::vector<std::size_t> listed;
  std::size_t with_effect = 0;
  std::map<std::string, long> examined;  ///< by kind
  long closed_otherwise = 0;             ///< obstacles on ways closed for another reason, too
  int places = 0;                        ///< closed together
  /// Homes that are in the gap (obstacles) or within the limit (closures), per type: their numbers
  /// are told elsewhere.
  analysis::HomesByType told;
  int min_count = 0;

  bool losses() const { return question != BarrierQuestion::obstacles; }
  void list(std::size_t top);  ///< fills `listed` and `with_effect`
};

/// Persons per row as they may leave the program: nothing where unknown, too few, or what would
/// tell such a number beside another row or the coverage.
struct DisclosedBarriers {
  std::vector<std::optional<long>> all, age_65, age_80, services;
};
DisclosedBarriers disclosed(const BarriersResult& result);

/// What must be said beside the sentence; "" nothing.
std::string barriers_remarks(const BarriersResult& result, const Workspace& workspace);
/// The sentence, and what must be said beside it.
std::string barriers_headline(const BarriersResult& result, const Workspace& workspace);
/// What is not in the table: obstacles that alone keep nobody away, those on ways closed anyway,
/// and closures whose effect the edge of the data decides.
std::vector<std::string> barriers_notes(const BarriersResult& result);
/// The sentence, then the table.
std::string barriers_text(const BarriersResult& result, const Workspace& workspace);
/// Stable keys; undisclosed counts are null.
nlohmann::json barriers_json(const BarriersResult& result, const Workspace& workspace);
/// One row per barrier, at its place.
io::FeatureTable barriers_table(const BarriersResult& result, const Workspace& workspace);
std::vector<scene::MethodLine> barriers_method(const BarriersResult& result,
                                               const Workspace& workspace);

}  // namespace nahraum::app
