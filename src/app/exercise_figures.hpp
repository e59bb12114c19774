#pragma once
/// The figures of an exercise, computed on the district that is open: never written down, so that
/// an exercise tells the truth of any district.

#include <map>
#include <memory>

#include "app/answer.hpp"
#include "app/prepared.hpp"
#include "course/exercise.hpp"
#include "model/exercise_progress.hpp"

namespace nahraum::app {

struct FigureValue {
  enum class Unit {
    persons,
    percent,
    minutes,
    metres,
    hectares,
    count,
    decimal,  ///< hours, means
    euros,
    text
  } unit = Unit::count;
  std::optional<double> number;  ///< nothing: unknown here
  std::string text;              ///< of texts
  bool keep_back = false;        ///< persons that are too few to be told
};
/// "1.204", "26,4 %", "12 min", "350 m"; "< 5" and "–" for what may not be told or is unknown.
std::string shown(const FigureValue& value, int min_count, base::Language language);

/// What an exercise is done on.
struct ExerciseGround {
  model::Snapshot project;  ///< with its corrections made
  std::shared_ptr<const model::Catalogue> catalogue;
  std::shared_ptr<Prepared> prepared;
  /// Streets, homes and services as in `project`, so that a network that is there serves: answers
  /// and notes make another project, but nobody walks otherwise. Null: `project` itself.
  model::Snapshot standing = nullptr;
};

/// The figures of one exercise for the answers so far, each computed once. Not reentrant; for a
/// job. Refers to exercise and context. Throws Cancelled.
class ExerciseFigures {
 public:
  ExerciseFigures(const course::Exercise& exercise, ExerciseGround ground,
                  std::vector<model::ExerciseAnswer> answers, jobs::Context& context);
  ~ExerciseFigures();

  /// Errors: those of the analyses; not_found for a scenario or step without an answer.
  base::Result<FigureValue> value(const std::string& name);
  /// In the user's language; what cannot be computed is "–".
  std::string text(const std::string& name);
  /// The words with their figures, in the user's language.
  std::string filled(const course::Words& words);
  /// Homes (indices) in the district beyond the limit of such a question.
  base::Result<std::vector<std::uint32_t>> homes_in_gap(const course::Reaching& who);

  const course::Exercise& exercise() const { return exercise_; }
  const ExerciseGround& ground() const { return ground_; }
  const model::ExerciseAnswer* answer(const std::string& step) const;

 private:
  struct Asked;
  friend struct FigureMaker;
  base::Result<const Asked*> asked(const course::Reaching& who);

  const course::Exercise& exercise_;
  ExerciseGround ground_;
  std::vector<model::ExerciseAnswer> answers_;
  jobs::Context& context_;
  std::map<std::string, base::Result<FigureValue>> known_;
  std::map<std::string, std::unique_ptr<Asked>> asked_;
};

}  // namespace nahraum::app
