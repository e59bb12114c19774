#pragma once
/// Whether a step is done, and whether an answer is right: looked up in the project and in what was
/// answered, never in clicks.

#include "app/exercise_figures.hpp"

namespace nahraum::app {

/// What is asked at the moment: of the window its question, module and analysis.
struct AskedNow {
  Question question;
  int module = 2;
  std::string study;      ///< "barriers" …; "": none is open
  std::string indicator;  ///< module 1's on the map
  friend bool operator==(const AskedNow&, const AskedNow&) = default;
};

struct Finding {
  bool holds = false;
  std::string why;  ///< what is there and what should be, in the user's language
};
/// Errors of analyses become a finding that does not hold.
Finding check(const course::Condition& condition, ExerciseFigures& figures, const AskedNow& now);
/// All of them; `why` of the first that does not hold.
Finding check_all(const std::vector<course::Condition>& conditions, ExerciseFigures& figures,
                  const AskedNow& now);

/// open: not answered, or what is waited for is not there yet. done: nothing is right or wrong.
enum class Verdict { open, done, right, wrong };
struct StepResult {
  Verdict verdict = Verdict::open;
  std::string why;     ///< open: what is missing; wrong: what was expected
  std::string answer;  ///< as one would read it; "" none
};
StepResult judge(const course::Step& step, ExerciseFigures& figures, const AskedNow& now);

/// A number as somebody typed it in the user's language, as an answer keeps it (C locale); nothing
/// where it is none. And back.
std::optional<std::string> kept_number(const std::string& typed);
std::string shown_number(const std::string& kept);

/// The right answer as it would be given; nothing where the step has none, or where it cannot be
/// computed. A number is rounded to whole ones.
std::optional<std::string> right_answer(const course::Step& step, ExerciseFigures& figures,
                                        const AskedNow& now);

/// What the exercise needs and the district lacks, a sentence each, with what to do about it.
std::vector<std::string> missing_data(const course::Exercise& exercise,
                                      const model::Project& project,
                                      const model::Catalogue& catalogue);

}  // namespace nahraum::app
