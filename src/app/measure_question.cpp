#include "app/measure_question.hpp"

#include "base/text.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

std::string word_of(const Counted& counted) {
  if (counted.homes) return "homes";
  switch (counted.group) {
    case scene::AgeGroup::age_80:
      return "80";
    case scene::AgeGroup::age_65:
      return "65";
    case scene::AgeGroup::all:
      break;
  }
  return "all";
}

std::optional<Counted> counted_by(const std::string& word) {
  for (const auto group :
       {scene::AgeGroup::age_80, scene::AgeGroup::age_65, scene::AgeGroup::all}) {
    if (word_of({false, group}) == word) return Counted{false, group};
  }
  if (word == "homes") return Counted{true, scene::AgeGroup::all};
  return std::nullopt;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (auto& word : base::split(text, ' ')) {
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

bool MeasureQuestion::asks(const Question& question) const {
  return type == question.type && profile == question.profile && limit == question.limit;
}

std::string to_text(const MeasureQuestion& question) {
  return question.type + " " + question.profile + " " + analysis::to_text(question.limit) + " " +
         word_of(question.counted);
}

std::optional<MeasureQuestion> measure_question(const std::string& text,
                                                const model::Catalogue& catalogue) {
  const auto words = words_of(text);
  if (words.size() != 4) return std::nullopt;
  const auto type = catalogue.type(words[0]);
  const auto profile = catalogue.profile(words[1]);
  const auto limit = analysis::parse_limit(words[2]);
  const auto counted = counted_by(words[3]);
  if (!type || !profile || !limit || !counted) return std::nullopt;
  return MeasureQuestion{(*type)->id, (*profile)->id, *limit, *counted};
}

Counted headline(const analysis::Coverage& coverage) {
  const auto group = scene::headline_group(coverage);
  return {scene::group_of(coverage, group).total <= 0, group};
}

GapCount gap_of(const analysis::Coverage& coverage, const Counted& counted, int min_count) {
  if (counted.homes) {
    GapCount gap{coverage.homes_covered + coverage.homes_gap > 0, {}, {}, {}};
    if (gap.assessed) gap.count = coverage.homes_gap;
    gap.whole = coverage.homes_covered + coverage.homes_gap;
    gap.unsure = coverage.homes_not_assessable;
    return gap;
  }
  const auto& group = scene::group_of(coverage, counted.group);
  GapCount gap{group.total > 0 && group.covered + group.gap > 0, {}, {}, {}};
  if (!gap.assessed) return gap;
  const auto shown =
      model::may_show_parts({group.covered, group.gap, group.not_assessable}, min_count);
  const bool all_shown = shown[0] && shown[1] && shown[2];
  if (shown[1]) gap.count = group.gap;
  if (all_shown) gap.whole = group.covered + group.gap;
  if (shown[2]) gap.unsure = group.not_assessable;
  return gap;
}

}  // namespace nahraum::app
