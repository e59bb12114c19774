#include "analysis/diversity.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

void add_persons(long& sum, const std::optional<int>& persons) {
  if (persons) sum = std::max(0L, sum) + *persons;
}

void add_home(DiversityClass& some, const model::Home& home) {
  ++some.homes;
  add_persons(some.all, home.residents.all);
  add_persons(some.age_65, home.residents.age_65);
  add_persons(some.age_80, home.residents.age_80);
}

std::vector<std::vector<HomeReach>> answers_of(const District& district,
                                               const std::vector<TypeLimit>& types,
                                               const std::vector<Way>& ways,
                                               jobs::Context& context) {
  std::vector<std::string> there;
  std::vector<std::size_t> at;
  std::vector<std::vector<HomeReach>> answers(types.size());
  for (std::size_t t = 0; t < types.size(); ++t) {
    if (ways.empty() || ways[t] == Way::to) {
      there.push_back(types[t].type);
      at.push_back(t);
    } else {
      answers[t] = reach_by(district, targets_of(district, types[t].type), ways[t], context);
    }
  }
  auto batch = reach(district, there, context);
  for (std::size_t i = 0; i < at.size(); ++i)
    answers[at[i]] = std::move(batch[i]);
  return answers;
}

}  // namespace

Diversity diversity(const District& district, std::vector<TypeLimit> types, jobs::Context& context,
                    const std::vector<Way>& ways) {
  NAHRAUM_CHECK(ways.empty() || ways.size() == types.size());
  const auto answers = answers_of(district, types, ways, context);
  return diversity(std::move(types), answers, context);
}

Diversity diversity(std::vector<TypeLimit> types,
                    const std::vector<std::vector<HomeReach>>& answers, jobs::Context& context) {
  NAHRAUM_CHECK(answers.size() == types.size() && !answers.empty());
  Diversity result{std::move(types), std::vector<HomeDiversity>(answers.front().size())};
  for (std::size_t t = 0; t < answers.size(); ++t) {
    context.check();
    for (std::size_t i = 0; i < result.homes.size(); ++i) {
      const Within answer = within(answers[t][i], result.types[t].limit);
      result.homes[i].reached += answer == Within::yes ? 1 : 0;
      result.homes[i].unknown += answer == Within::unknown ? 1 : 0;
    }
  }
  return result;
}

DiversityClasses classes_of(const model::Project& project, const Diversity& diversity,
                            const std::vector<int>& breaks) {
  DiversityClasses result;
  int most = static_cast<int>(diversity.types.size());
  for (const int least : breaks) {
    result.classes.push_back({least, most});
    most = least - 1;
  }
  const auto class_of = [&](int reached) {
    return std::find_if(result.classes.begin(), result.classes.end(),
                        [&](const DiversityClass& some) { return reached >= some.at_least; });
  };
  for (std::size_t i = 0; i < diversity.homes.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    const auto& home = diversity.homes[i];
    const auto least = class_of(home.reached);
    const bool sure = least == class_of(home.reached + home.unknown);
    add_home(sure ? *least : result.open, project.homes[i]);
  }
  return result;
}

}  // namespace nahraum::analysis
