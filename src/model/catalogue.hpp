#pragma once
/// What can be reached and who walks: service types and walking profiles. All of it is data with a
/// source and a mark (assets/catalogue/*.yaml, read by io/catalogue_yaml.hpp).

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "model/capacity_rules.hpp"
#include "model/cautious_rules.hpp"
#include "model/label.hpp"
#include "model/people_rules.hpp"
#include "model/programme.hpp"
#include "model/rest_rules.hpp"
#include "model/sourced.hpp"
#include "model/standard.hpp"
#include "model/tags.hpp"

namespace nahraum::model {

/// One key test. `values` empty means: key present. `contains` splits the tag's value at ';'.
struct TagTest {
  std::string key;
  std::vector<std::string> values;
  bool negated = false;  ///< the key is missing or has none of the values
  bool contains = false;
  std::optional<double> above;  ///< the value is a number greater than this
};

/// A disjunction of conjunctions: any of `any_of`, in which all tests hold.
/// `geometry` narrows to "area" or "point" objects, `min_area_m2`/`max_area_m2` areas by size.
struct TagFilter {
  struct Clause {
    std::vector<TagTest> all_of;
    std::string geometry;
    double min_area_m2 = 0;
    std::optional<double> max_area_m2;  ///< areas of this size and more do not match
    Label
        check;  ///< what must be confirmed on the spot when only this clause matched; may be empty
  };
  std::vector<Clause> any_of;
};

/// The object's kind and size, for filters that depend on them (park ≥ 1 ha).
struct Shape {
  bool is_area = false;
  double area_m2 = 0;
};

bool matches(const TagFilter& filter, const Tags& tags, const Shape& shape);
/// The first clause that holds, nullptr when none does. Its `check` is the note that a service
/// found by it must carry ("zu prüfen: Fachrichtung fehlt").
const TagFilter::Clause* matching_clause(const TagFilter& filter, const Tags& tags,
                                         const Shape& shape);

enum class Group { housing, supply, health, care, mobility, meeting, green, safety };
inline constexpr int group_count = 8;
/// Eight letters for the colour-blind: W N G P M B F O, as the ids begin.
char letter_of(Group group);

/// How a group looks: white glyphs on a plate of its colour and shape (assets/symbols).
struct GroupStyle {
  Label label;
  std::string colour;  ///< "#0A5EA8"
  std::string shape;   ///< "circle"
};

enum class Sector { unknown, state, market, nonprofit, informal };

/// One row of the service catalogue.
struct ServiceType {
  std::string id;     ///< "G04"
  std::string alias;  ///< "pharmacy": stable, readable, for the command line
  Label label;
  std::vector<std::string> also;  ///< further names that lists of services use
  Group group = Group::supply;
  TagFilter filter;                ///< empty: local only, must be entered or imported
  std::optional<double> target_m;  ///< Soll; nothing where the catalogue states none
  std::optional<double> limit_m;   ///< Max
  Sourced target_evidence;
  Sourced limit_evidence;
  Sourced thresholds;           ///< both in one line; the weaker mark of the two
  std::vector<Sector> sectors;  ///< typical ones
  std::string symbol;           ///< file name in assets/symbols without .svg
  bool local_only = false;
  bool comes_to_you = false;       ///< home care, meals: a service area, not a walk
  bool network_attribute = false;  ///< crossings, lifts, lighting: part of the way, not a target
  bool core = false;               ///< on by default
  std::string note_de;             ///< what to know about the type: "der Punkt ist das Büro …"
  std::string note_en;
};

/// A multiplier on walking time ("slower by"), or not passable at all.
struct Effect {
  double speed_factor = 1.0;  ///< on the speed; 0.5 doubles the time
  double extra_s = 0;         ///< once per element
  bool blocked = false;
};

/// How a gradient changes the walking speed (domain notes §2.2); used where it is known.
struct SlopeRule {
  /// Speed factor exp(−3.5·(|S + 0.05| − 0.05)) of Tobler 1993, S = rise/run in walking direction.
  bool tobler = false;
  bool faster_downhill = false;  ///< else the factor is at most 1: the old do not run down
  double steep_from = 0;         ///< |S| above which `steep_factor` counts as well; 0: none
  double steep_factor = 1;       ///< on the speed
  /// On the speed; `rise` in walking direction.
  double speed_factor(double rise) const;
};

/// Who walks. Times are seconds, speeds m/s, widths m. Missing tags are passable (and unknown).
struct Profile {
  std::string id;  ///< "age_85"
  Label label;
  Sourced evidence;
  double speed_m_s = 1.25;
  Effect steps;              ///< `highway=steps`
  double steps_extra_s = 0;  ///< per flight, besides the effect
  Effect steps_with_ramp;    ///< steps + ramp=yes, ramp:wheelchair=yes …
  /// By surface set of the catalogue: paved, rough (sett, gravel …), soft (grass, sand …).
  Effect surface_rough;
  Effect surface_soft;
  Effect smoothness_intermediate;
  Effect smoothness_bad;
  Effect kerb_lowered;
  Effect kerb_rolled;
  Effect kerb_raised;
  Effect crossing_signals;
  Effect crossing_marked;
  Effect crossing_island;
  Effect crossing_unmarked;       ///< on streets up to 30 km/h or unknown
  Effect crossing_unmarked_fast;  ///< maxspeed ≥ 50
  Effect lift;
  double min_width_m = 0;     ///< narrower ways are dropped; 0: none
  double max_seat_gap_m = 0;  ///< 0: none stated
  SlopeRule slope;
  double max_slope = 0;  ///< rise/run above which the way is dropped; 0: none
  /// What each value above rests on, by its name in profiles.yaml ("steps", "kerb_raised").
  std::map<std::string, Sourced> cost_evidence;
};

struct Catalogue {
  std::vector<ServiceType> types;              ///< in catalogue order
  std::vector<Profile> profiles;               ///< in table order
  std::string edition;                         ///< "2026-11-22"
  std::array<GroupStyle, group_count> groups;  ///< by Group
  PeopleRules people;
  CautiousRules cautious;
  std::vector<Standard> standards;
  CapacityRules capacity;
  RestRules rests;
  std::vector<Programme> programmes;  ///< of money, in the file's order
  /// assets' rules for reading tags
  std::vector<std::string> rough_surfaces;
  std::vector<std::string> soft_surfaces;

  /// By id, alias or label in either language, case-insensitive. Errors: not_found, suggesting the
  /// nearest name.
  base::Result<const ServiceType*> type(std::string_view wanted) const;
  base::Result<const Profile*> profile(std::string_view wanted) const;
  base::Result<const Standard*> standard(std::string_view wanted) const;
  const ServiceType* find_type(std::string_view id) const;  ///< nullptr when unknown
};

}  // namespace nahraum::model
