#include "analysis/diversity.hpp"

namespace nahraum::analysis {

Diversity diversity(const District& district, std::vector<TypeLimit> types,
                    jobs::Context& context) {
  std::vector<std::string> ids;
  ids.reserve(types.size());
  for (const auto& type : types)
    ids.push_back(type.type);
  const auto answers = reach(district, ids, context);
  Diversity result{std::move(types), std::vector<HomeDiversity>(district.homes.size())};
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

}  // namespace nahraum::analysis
