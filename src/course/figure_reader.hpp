#pragma once
/// Figures and conditions of an exercise file.

#include "course/fields.hpp"
#include "model/catalogue.hpp"

namespace nahraum::course {

/// What the reading of one file shares: the exercise so far, and what it may refer to.
struct Reading {
  const model::Catalogue& catalogue;
  Exercise& exercise;
  Problems& problems;
  /// Names that were referred to and where, checked when the whole file is read.
  struct Reference {
    std::string name;
    int line = 0;
  };
  std::vector<Reference> figures = {}, steps = {};
};

/// Ids in the catalogue; "" with a problem where there is none of that name.
std::string service_of(const Fields& fields, const std::string& key, const Reading& reading);
std::string profile_of(const Fields& fields, const std::string& key, const Reading& reading);
std::optional<analysis::Limit> limit_of(const Fields& fields, const std::string& key);

/// Who reaches what: the keys group, service, profile, limit, scenario.
Reaching reaching_of(const Fields& fields, const Reading& reading, bool needs_service);

/// Mapping of names to figures.
void read_figures(const YAML::Node& node, Reading& reading);
/// A name, or a figure written out, which gets a name of its own.
std::string figure_name(const YAML::Node& node, Reading& reading);
Asking asking_of(const Fields& fields, const Reading& reading);
std::vector<std::string> asking_keys();
std::vector<Condition> conditions_of(const Fields& fields, const std::string& key,
                                     Reading& reading);

/// Words of files for the studies that can be asked, in the order of app::Study.
const std::vector<std::string>& study_words();
/// Of notes, in the order of model::NoteKind.
const std::vector<std::string>& note_kinds();

}  // namespace nahraum::course
