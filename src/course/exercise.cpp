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

Placeholder placeholder_of(const std::string& in_braces) {
  const auto bar = in_braces.find('|');
  if (bar == std::string::npos) return {in_braces, ""};
  return {in_braces.substr(0, bar), in_braces.substr(bar + 1)};
}

std::string counted(const std::string& one_or_many, bool one) {
  const auto bar = one_or_many.find('|');
  if (bar == std::string::npos) return one_or_many;
  return one ? one_or_many.substr(0, bar) : one_or_many.substr(bar + 1);
}

std::string Placeholder::with(const std::string& value, bool one) const {
  return one_or_many.empty() ? value : value + " " + counted(one_or_many, one);
}

std::vector<std::string> placeholders(const std::string& text) {
  std::vector<std::string> names;
  with_values(text, [&](const Placeholder& each) {
    names.push_back(each.name);
    return std::string();
  });
  return names;
}

}  // namespace nahraum::course
