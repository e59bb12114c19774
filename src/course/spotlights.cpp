#include "course/spotlights.hpp"

#include <algorithm>

#include "base/translate.hpp"

namespace nahraum::course {

const std::vector<Spotlight>& spotlights() {
  using base::tr_noop;
  static const std::vector<Spotlight> all = {
      {"question", "question", false, 2},
      {"sentence", "sentence", false, 2},
      {"map", "map", false, 0},
      {"legend", "legend", false, 0},
      {"print", tr_noop("Print"), true, 0},
      {"layers", tr_noop("Layers"), true, 0},
      {"views", tr_noop("Views"), true, 0},
      {"method", tr_noop("Method and sources"), true, 2},
      {"draw", tr_noop("Draw"), true, 0},
      {"correct", tr_noop("Correct"), true, 0},
      {"need", "study sentence", false, 1},
      {"present", tr_noop("Present"), true, 0},
      {"page", "module panel", false, 0},
      {"table", "record tables", false, 0},
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
