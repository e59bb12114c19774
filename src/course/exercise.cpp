#include "course/exercise.hpp"

#include <algorithm>

namespace nahraum::course {

const Figure* Exercise::figure(const std::string& name) const {
  const auto at = std::find_if(figures.begin(), figures.end(),
                               [&](const Figure& each) { return each.name == name; });
  return at == figures.end() ? nullptr : &*at;
}

std::size_t Exercise::index_of(const std::string& step_id) const {
  const auto at = std::find_if(steps.begin(), steps.end(),
                               [&](const Step& each) { return each.id == step_id; });
  return static_cast<std::size_t>(at - steps.begin());
}

const Step* Exercise::step(const std::string& step_id) const {
  const auto index = index_of(step_id);
  return index == steps.size() ? nullptr : &steps[index];
}

std::vector<std::string> placeholders(const std::string& text) {
  std::vector<std::string> names;
  with_values(text, [&](const std::string& name) {
    names.push_back(name);
    return std::string();
  });
  return names;
}

}  // namespace nahraum::course
