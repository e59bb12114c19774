#pragma once
/// The question that the window and the command line ask, and its whole answer.

#include <memory>
#include <string>
#include <vector>

#include "analysis/catchment.hpp"
#include "analysis/coverage.hpp"
#include "analysis/route.hpp"
#include "model/catalogue.hpp"
#include "scene/result_layers.hpp"

namespace nahraum::app {

using scene::Band;

/// "Who reaches a *pharmacy* within *10 minutes* with a *rollator*?"
struct Question {
  std::string type;     ///< catalogue id "G04"
  std::string profile;  ///< "rollator"
  analysis::Limit limit;
  /// Follows from the type (analysis::default_way): whoever computes the answer sets it.
  analysis::Way way = analysis::Way::to;
  std::string scenario = {};  ///< whose changes are in the project; "": as it is
  friend bool operator==(const Question&, const Question&) = default;
};

/// What a question is compared with: the same one with another of its parts.
struct Comparison {
  enum class By { scenario, profile, limit } by = By::scenario;
  std::string id = {};         ///< scenario's name ("": the project as it is) or profile's id
  analysis::Limit limit = {};  ///< by limit
  friend bool operator==(const Comparison&, const Comparison&) = default;
};
Question other_question(Question question, const Comparison& comparison);

/// Everything that is shown for a question: values only, never changes, may be shared.
struct Answer {
  Question question;
  std::uint64_t revision = 0;  ///< of the project it was computed on
  std::shared_ptr<const analysis::District> district;
  std::vector<analysis::HomeReach> reach;  ///< per Project::homes
  analysis::Coverage coverage;
  std::vector<Band> bands;  ///< of all services of the type
};

/// Half and the whole of a short limit, thirds of a longer one, rounded to whole minutes or 50 m.
std::vector<analysis::Limit> bands_of(const analysis::Limit& limit);

/// The question with the ways that count for its type.
Question with_way(Question question, const model::Catalogue& catalogue);

/// Errors: cancelled only by exception; a type without services gives an answer full of gaps.
/// Cost: one search on the network and the outlines of its bands; there and back, see reach_by and
/// catchments_by. Pure, reentrant.
Answer answer(std::shared_ptr<const analysis::District> district, const Question& question,
              jobs::Context& context);

/// Stands for a service that is not there: what if one were here?
inline constexpr std::int32_t tried_service = -1;

/// What follows the mouse while a service is dragged or tried: the question with one elsewhere, or
/// with one more.
struct Preview {
  std::int32_t service = 0;  ///< or `tried_service`
  geo::Point at;
  analysis::Snap snap;  ///< not found: nothing walkable near
  std::vector<analysis::HomeReach> reach;
  analysis::Coverage coverage;
  std::vector<Band> own_bands;  ///< of the dragged service alone
};
Preview preview(const analysis::District& district, const Question& question, std::int32_t service,
                geo::Point at, jobs::Context& context);

/// What stays where it is while a service is dragged: the catchment of all others of its type.
struct Rest {
  std::int32_t service = 0;  ///< the dragged one
  std::vector<Band> bands;
};
/// Cost: as the bands of an answer. Errors: cancelled only by exception.
Rest rest_without(const analysis::District& district, const Question& question,
                  std::int32_t service, jobs::Context& context);

/// The catchment of one service, for its click.
std::vector<Band> bands_of_service(const analysis::District& district, const Question& question,
                                   std::int32_t service, jobs::Context& context);

/// The question a project opens with: pharmacy, rollator, the type's own limit.
Question first_question(const model::Project& project, const model::Catalogue& catalogue);

}  // namespace nahraum::app
