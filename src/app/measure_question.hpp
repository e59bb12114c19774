#pragma once
/// The question that a measure's indicator is computed by, and what an answer to it tells: how many
/// do not reach a service, as far as so few may be told.

#include <optional>
#include <string>

#include "app/answer.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {

/// Who is counted: residents of an age group, or homes where no residents are known.
struct Counted {
  bool homes = false;
  scene::AgeGroup group = scene::AgeGroup::age_80;
  friend bool operator==(const Counted&, const Counted&) = default;
};

struct MeasureQuestion {
  std::string type, profile;  ///< catalogue ids
  analysis::Limit limit;
  Counted counted;
  /// The same type, profile and limit; who is counted does not matter.
  bool asks(const Question& question) const;
};

/// "G04 rollator 10min 80"; the last word is 80, 65, all or homes.
std::string to_text(const MeasureQuestion& question);
/// Nothing where it cannot be read or names what the catalogue does not have.
std::optional<MeasureQuestion> measure_question(const std::string& text,
                                                const model::Catalogue& catalogue);

/// Those whom the answer's sentence is about.
Counted headline(const analysis::Coverage& coverage);

/// What the answer says of those who are counted.
struct GapCount {
  bool assessed = false;       ///< for anybody, and their number is known
  std::optional<long> count;   ///< nothing: too few to be told, or kept back with others
  std::optional<long> whole;   ///< of whom, where it may be told
  std::optional<long> unsure;  ///< cannot be assessed
};
GapCount gap_of(const analysis::Coverage& coverage, const Counted& counted, int min_count);

}  // namespace nahraum::app
