#include <algorithm>
#include <map>

#include "analysis/both_ways.hpp"
#include "analysis/offer_hours.hpp"
#include "app/exercise_parts.hpp"
#include "app/exercise_work.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

/// Services of the type (indices) by whom they hang on.
std::map<std::string, std::vector<std::size_t>> victims_of(const model::Project& project,
                                                           const std::string& type, bool provider) {
  std::map<std::string, std::vector<std::size_t>> victims;
  for (std::size_t i = 0; i < project.services.size(); ++i) {
    const auto& service = project.services[i];
    if (service.type != type) continue;
    const auto own = service.name.empty() ? std::to_string(service.id) : service.name;
    victims[provider && !service.provider.empty() ? service.provider : own].push_back(i);
  }
  return victims;
}

/// All of the type but these.
std::vector<std::size_t> others(const model::Project& project, const std::string& type,
                                const std::vector<std::size_t>& without) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < project.services.size(); ++i) {
    if (project.services[i].type != type) continue;
    if (std::find(without.begin(), without.end(), i) == without.end()) kept.push_back(i);
  }
  return kept;
}

}  // namespace

FigureValue stress_value(const course::StressFigure& figure, const Question& question,
                         const analysis::District& district, const analysis::Coverage& coverage,
                         int min_count, jobs::Context& context) {
  using Unit = FigureValue::Unit;
  const auto& project = *district.project;
  const long before = group_of(coverage, figure.who.group).covered;
  FigureValue worst{figure.name ? Unit::text : Unit::persons, std::nullopt, "", false};
  if (before < 0) return worst;
  long most = -1;
  for (const auto& [name, services] : victims_of(project, question.type, figure.provider)) {
    const auto targets = analysis::targets_of(district, others(project, question.type, services));
    const auto reach = analysis::reach_by(district, targets, question.way, context);
    const auto after =
        analysis::coverage(district, question.type, reach, question.limit, question.way);
    const long lost = before - std::max(group_of(after, figure.who.group).covered, 0L);
    if (lost <= most) continue;
    most = lost;
    worst.text = name;
    worst.number = static_cast<double>(lost);
    worst.keep_back = !model::may_show_parts({lost, before - lost}, min_count)[0];
  }
  if (figure.name) worst.number.reset();
  return worst;
}

}  // namespace nahraum::app
