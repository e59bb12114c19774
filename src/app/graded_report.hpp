#pragma once
/// The grades for people: a sentence, two small tables, the method card's lines. Counts that may
/// not leave the program are not in them.

#include <string>
#include <vector>

#include "app/graded.hpp"
#include "app/study.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// "1,050 m", "10 minutes": as it stands, where "1.1 km" would hide a step of the handle.
std::string exact_name(const analysis::Limit& limit);
/// "Catalogue's limit", in the user's language; "" for an id that is none.
std::string standard_name(const std::string& id, const model::Catalogue& catalogue);
/// "Catalogue's limit", or "own values" where a handle was moved.
std::string shown_standard(const Graded& graded, const model::Catalogue& catalogue);
/// "good (up to 500 m)"; with one threshold for both "met (up to 500 m)". `grade` that occurs.
std::string grade_name(analysis::Grade grade, const analysis::Thresholds& thresholds);

/// "between 500 m and 700 m"; `graded` is compared with a second standard.
std::string between_name(const Graded& graded);

/// A group's persons by grade (index: Grade).
struct ShownGrades {
  std::vector<long> persons;
  std::vector<bool> shown;  ///< false: kept back
  /// good + sufficient + gap; nothing where one of them is kept back.
  std::optional<long> assessed() const;
};
/// Small parts are kept back with enough others; all of them where the window tells another count
/// (ToldCounts) from which a small number of people would follow by subtraction.
ShownGrades shown_grades(const Graded& graded, long analysis::Counts::*group, int min_count);

/// Everything that the panel says; `graded.standard` is not "".
struct GradeWords {
  std::string sentence;
  std::vector<std::string> remarks;
  std::vector<StudyTable> tables;  ///< by grade; with a second standard who falls between
  std::vector<scene::MethodLine> method;
};
GradeWords grade_words(const Graded& graded, const model::Catalogue& catalogue);

}  // namespace nahraum::app
