#include "course/spotlights.hpp"

#include <algorithm>

#include "base/translate.hpp"

namespace nahraum::course {

const std::vector<Spotlight>& spotlights() {
  using base::tr_noop;
  static const std::vector<Spotlight> all = {
      {"question", "question", false},
      {"sentence", "sentence", false},
      {"map", "map", false},
      {"legend", "legend", false},
      {"print", tr_noop("Print"), true},
      {"layers", tr_noop("Layers"), true},
      {"views", tr_noop("Views"), true},
      {"method", tr_noop("Method and sources"), true},
      {"draw", tr_noop("Draw"), true},
      {"correct", tr_noop("Correct"), true},
      {"compute-need", tr_noop("Compute the need"), true},
      {"present", tr_noop("Present"), true},
  };
  return all;
}

const Spotlight* find_spotlight(const std::string& id) {
  const auto& all = spotlights();
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const Spotlight& each) { return each.id == id; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace nahraum::course
