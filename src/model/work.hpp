#pragma once
/// What the course's modules 1 and 3–8 make beside the map: walks and findings, pins and votes,
/// actors and ties, payers, measures, tasks and roles, costs and sources. Plain rows; ids are
/// 1…n and stay for the project's life, rows stand in their order. Columns, choices and words for
/// people: model/work_tables.hpp. Nowhere a person's name.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::model {

using Id = std::int32_t;  ///< of a row; 0 refers to none
using Ids = std::vector<Id>;
using Points = std::vector<geo::Point>;  ///< 1: a place, ≥ 2: a line; in the project's CRS
using Number = std::optional<double>;
using Whole = std::optional<std::int32_t>;

// ---- module 1: walking the neighbourhood --------------------------------------------------------

/// A Quartiersbegehung: the route that is planned, or the track that was walked.
struct Walk {
  Id id = 0;
  std::string title;
  std::string date;  ///< ISO
  std::string kind;  ///< planned, walked
  Points route;
};

struct Finding {
  Id id = 0;
  Id walk = 0;
  std::string category;
  Whole severity;  ///< 1 slight … 3 grave
  std::string text;
  std::string responsible;  ///< an office, never a person
  std::string seen;         ///< ISO date
  Id photo = 0;             ///< Note::id of kind photo
  Points at;
};

// ---- module 3: participation
// ---------------------------------------------------------------------

/// What residents are asked: a card at the touch table.
struct Question {
  Id id = 0;
  std::string text;
  std::string kind;     ///< pins, dots, sketch
  std::string options;  ///< of dots: separated by ";"
};

/// A pin (one point), a path or the home of a subjective map.
struct PlaceMark {
  Id id = 0;
  Id question = 0;
  std::string kind;    ///< pin, path, home
  std::string people;  ///< group of residents: "65–79", "mit Rollator"
  std::string value;   ///< good, bad, far, unsafe, ""
  std::string text;
  Points at;
};

struct Vote {
  Id id = 0;
  Id question = 0;
  std::string option;
  std::string people;
  Whole dots;
};

/// How far an offer carries itself: 0 initiated … 4 lasting.
struct OfferStage {
  Id id = 0;
  std::string offer;
  Id service = 0;  ///< Service::id, 0 for an offer without a place
  Whole stage;
  Whole volunteers;
  std::string partner;       ///< who takes it over
  std::string handover;      ///< ISO date
  Number coordinator_hours;  ///< a week
};

// ---- module 4: network and moderation
// --------------------------------------------------------------

struct Actor {
  Id id = 0;
  std::string name;  ///< an organisation
  std::string kind;
  std::string sector;  ///< as Service::sector
  std::string topics;
  Ids services;  ///< Service::id that it runs
  std::string next_step;
  std::string next_date;
  Points at;
};

/// Undirected.
struct Tie {
  Id id = 0;
  Id from = 0, to = 0;  ///< Actor::id
  std::string kind;
  Whole strength;  ///< 1 loose … 3 close
};

struct Rating {
  Id id = 0;
  Id actor = 0;
  std::string rater;           ///< "A", "B"
  Number influence, interest;  ///< 0–10; unknown where the rater skipped
};

/// A line of a moderation plan or of a trainer's day.
struct AgendaItem {
  Id id = 0;
  std::string agenda;  ///< name of the meeting or day
  Whole position;
  std::string title;
  std::string kind;  ///< input, exercise, discussion, vote, break
  std::string method;
  Whole minutes;
  std::string material;
  std::string exercise;  ///< id of the exercise
};

// ---- module 5: who provides and who pays
// -----------------------------------------------------------

struct Payer {
  Id id = 0;
  Id service = 0;
  std::string payer;
  Number share;       ///< % of the cost
  std::string until;  ///< ISO date on which it ends, "" open
};

// ---- module 6: measures
// ----------------------------------------------------------------------------

struct Measure {
  Id id = 0;
  std::string title;
  std::string goal;        ///< one sentence
  std::string people;      ///< for whom
  std::string owner;       ///< an office or organisation, or see `task`
  std::string start, end;  ///< ISO
  std::string status;      ///< idea, planned, running, done, dropped
  Number cost;             ///< €
  std::string indicator;   ///< what is counted
  std::string unit;
  Number baseline;            ///< frozen when the measure was made
  std::string baseline_text;  ///< the sentence it stood in
  std::string baseline_date;  ///< ISO
  std::string question;       ///< "G04 rollator_85 10min 80": computes the indicator again
  Number target;
  std::string target_date;
  std::string scenario;  ///< the changes that it would make
  Ids after;             ///< Measure::id that must be done before
  std::string origin;    ///< gap, finding, cluster, dissent, tie, ""
  Id origin_id = 0;
  Points at;
};

struct Milestone {
  Id id = 0;
  Id measure = 0;
  std::string title;
  std::string date;
  bool done = false;
};

// ---- module 7: organisation
// ------------------------------------------------------------------------

struct Role {
  Id id = 0;
  std::string name;
  std::string unit;
  Number fte;
  Number weekly_hours;  ///< of a full post
  Id deputy = 0;        ///< Role::id
};

struct Task {
  Id id = 0;
  std::string title;
  Id measure = 0;
  Number hours;  ///< a week
};

struct Responsibility {
  Id id = 0;
  Id task = 0, role = 0;
  std::string letter;  ///< R, A, AR, C, I
};

struct DecisionStep {
  Id id = 0;
  std::string subject;
  Whole position;
  std::string body;
  std::string part;  ///< prepares, advises, decides, informed
  Whole days;
};

struct Competence {
  Id id = 0;
  Whole person;            ///< a number on a card
  std::string competence;  ///< self, social, method, action
  Number before, after;    ///< 1–5
};

// ---- module 8: money
// ---------------------------------------------------------------------------------

struct CostItem {
  Id id = 0;
  std::string title;
  std::string type;  ///< personnel, material, investment, overhead
  Whole year;
  Number amount;  ///< €
  Id measure = 0;
};

struct FundingSource {
  Id id = 0;
  std::string name;
  std::string programme;   ///< id in the catalogue of programmes, "" own
  Number rate;             ///< at most, % of the eligible cost
  Number cap;              ///< at most, € a year
  Number own_share;        ///< at least, %
  Whole from, to;          ///< years
  std::string eligible;    ///< cost types separated by spaces, "" all
  std::string status;      ///< planned, applied, granted, own
  std::string afterwards;  ///< renewed, cut, taken_over, ends
  std::string stand;       ///< ISO date of what is known about it
};

struct Share {
  Id id = 0;
  Id source = 0;
  Id cost = 0;  ///< CostItem::id, 0: of the year's cost as a whole
  Whole year;
  Number amount;
};

struct ApplicationText {
  Id id = 0;
  std::string part;  ///< boundary, description, infrastructure
  std::string text;
};

// ---- groups
// -------------------------------------------------------------------------------------------

/// What a group's file gave to a merged project.
struct Contribution {
  Id id = 0;
  std::string group;   ///< "3", or "3 (gruppe_3_neu.gpkg)" where two files call themselves 3
  std::string object;  ///< "note 20000001"
  std::string what;    ///< added, changed, removed
};

/// One of the versions of an object that groups changed differently.
struct Conflict {
  Id id = 0;
  std::string object;
  std::string group;    ///< "" the common start
  std::string version;  ///< one line for people
  std::string edit;     ///< that makes it so, as app/edit_text.hpp writes it
  bool taken = false;   ///< stands in the project now
};

/// An object as it was when the files were handed out.
struct BaseObject {
  std::string kind;
  Id id = 0;
  std::string hash;
  friend bool operator==(const BaseObject&, const BaseObject&) = default;
};

/// Of a file that a trainer gave to a group. Ids that the group gives begin at group · 10⁷, so that
/// no two groups give the same.
struct Handout {
  std::string id;  ///< of all files of one hand-out; "" never handed out
  Id group = 0;    ///< 0: the trainer's own file
  Id groups = 0;
  std::vector<BaseObject> base;
  friend bool operator==(const Handout&, const Handout&) = default;
};
inline constexpr Id ids_of_a_group = 10'000'000;

struct Work {
  std::vector<Walk> walks;
  std::vector<Finding> findings;
  std::vector<Question> questions;
  std::vector<PlaceMark> marks;
  std::vector<Vote> votes;
  std::vector<OfferStage> offer_stages;
  std::vector<Actor> actors;
  std::vector<Tie> ties;
  std::vector<Rating> ratings;
  std::vector<AgendaItem> agenda;
  std::vector<Payer> payers;
  std::vector<Measure> measures;
  std::vector<Milestone> milestones;
  std::vector<Role> roles;
  std::vector<Task> tasks;
  std::vector<Responsibility> responsibilities;
  std::vector<DecisionStep> decisions;
  std::vector<Competence> competences;
  std::vector<CostItem> costs;
  std::vector<FundingSource> sources;
  std::vector<Share> shares;
  std::vector<ApplicationText> texts;
  std::vector<Contribution> contributions;
  std::vector<Conflict> conflicts;
  Handout handout;
};

/// The row with this id, null where there is none.
template <class Row>
const Row* find_row(const std::vector<Row>& rows, Id id) {
  for (const auto& row : rows) {
    if (row.id == id) return &row;
  }
  return nullptr;
}

/// The next free id of rows that stand in order, for what `group` adds (0: the trainer).
template <class Row>
Id next_row_id(const std::vector<Row>& rows, Id group) {
  const Id first = group * ids_of_a_group, last = first + ids_of_a_group - 1;
  Id next = first + 1;
  for (const auto& row : rows) {
    if (row.id >= next && row.id <= last) next = row.id + 1;
  }
  return next;
}

}  // namespace nahraum::model
