#pragma once
/// What the studies are made with, and each of them; study.cpp chooses.

#include "app/study.hpp"
#include "io/feature_table.hpp"

namespace nahraum::app {

inline constexpr std::size_t most_study_rows = 15;  ///< as many as one reads in a panel

/// A column of a verb's own table and what it is called here.
struct StudyColumn {
  const char* name;
  std::string title;
};
/// Rows as the verb would write them, nothing as "–"; the first so many of them. Points become
/// numbered places.
StudyTable table_of(const io::FeatureTable& from, const std::vector<StudyColumn>& columns,
                    std::string title, std::size_t most = most_study_rows);
/// The cells of one column, by the name it has there.
std::vector<std::string> column_of(const io::FeatureTable& from, const char* name);
/// "all ages", "65 and over", "80 and over"
std::vector<std::string> age_groups();

/// A verb's options with the question's type, profile and limit.
template <class Options>
Options options_of(const Question& question) {
  Options options;
  if constexpr (requires { options.services; })
    options.services = {question.type};
  else
    options.service = question.type;
  options.profile = question.profile;
  options.limit = analysis::to_text(question.limit);
  return options;
}

/// Fill in sentence, remarks, tables and method. Errors: those of the verb.
using StudyMaker = base::Result<void>(const StudyQuestion&, const Workspace&, StudyResult&,
                                      jobs::Context&);
StudyMaker study_barriers, study_rests, study_certainty, study_sites, study_capacity,
    study_standards, study_scenario, study_hours, study_mobile, study_housing, study_need;

}  // namespace nahraum::app
