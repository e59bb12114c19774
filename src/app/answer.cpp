#include "app/answer.hpp"

#include <algorithm>
#include <cmath>

namespace nahraum::app {
namespace {

std::vector<Band> bands_from(const analysis::District& district, const analysis::Targets& targets,
                             const Question& question, jobs::Context& context) {
  std::vector<Band> bands;
  if (targets.snaps.empty()) return bands;
  const auto limits = bands_of(question.limit);
  const auto reached = analysis::catchments_by(district, targets, limits, question.way, context);
  if (!reached) return bands;
  auto shapes = analysis::outlines(*district.network.graph, *reached);
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    bands.push_back({limits[i], std::move(shapes[i])});
  }
  return bands;
}

/// Every gate of the type's services but one.
analysis::Targets targets_without(const analysis::District& district, const std::string& type,
                                  std::int32_t left_out) {
  analysis::Targets targets;
  const auto& services = district.project->services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (services[i].type != type || services[i].id == left_out) continue;
    for (const auto& gate : district.gates[i]) {
      targets.snaps.push_back(gate.snap);
      targets.ids.push_back(services[i].id);
    }
  }
  return targets;
}

}  // namespace

std::vector<analysis::Limit> bands_of(const analysis::Limit& limit) {
  const bool in_time = limit.kind == analysis::Limit::Kind::seconds;
  const double step = in_time ? 60.0 : 50.0;
  const int count = limit.value <= (in_time ? 720.0 : 750.0) ? 2 : 3;
  std::vector<analysis::Limit> bands;
  for (int i = 1; i < count; ++i) {
    const double rounded = std::round(limit.value * i / count / step) * step;
    if (rounded > 0 && rounded < limit.value) bands.push_back({limit.kind, rounded});
  }
  bands.push_back(limit);
  return bands;
}

Question with_way(Question question, const model::Catalogue& catalogue) {
  const auto* type = catalogue.find_type(question.type);
  question.way = type ? analysis::default_way(*type) : analysis::Way::to;
  return question;
}

Answer answer(std::shared_ptr<const analysis::District> district, const Question& question,
              jobs::Context& context) {
  Answer result;
  result.question = question;
  const auto targets = analysis::targets_of(*district, question.type);
  result.reach = analysis::reach_by(*district, targets, question.way, context);
  result.coverage =
      analysis::coverage(*district, question.type, result.reach, question.limit, question.way);
  result.bands = bands_from(*district, targets, question, context);
  result.district = std::move(district);
  return result;
}

Question other_question(Question question, const Comparison& comparison) {
  switch (comparison.by) {
    case Comparison::By::scenario:
      question.scenario = comparison.id;
      break;
    case Comparison::By::profile:
      question.profile = comparison.id;
      break;
    case Comparison::By::limit:
      question.limit = comparison.limit;
      break;
  }
  return question;
}

Preview preview(const analysis::District& district, const Question& question, std::int32_t service,
                geo::Point at, jobs::Context& context) {
  Preview result;
  result.service = service;
  result.at = at;
  result.snap = district.snapper.snap(at);
  auto targets = targets_without(district, question.type, service);
  if (result.snap.found()) {
    targets.snaps.push_back(result.snap);
    targets.ids.push_back(service);
  }
  result.reach = analysis::reach_by(district, targets, question.way, context);
  result.coverage =
      analysis::coverage(district, question.type, result.reach, question.limit, question.way);
  if (result.snap.found()) {
    result.own_bands = bands_from(district, {{result.snap}, {service}}, question, context);
  }
  return result;
}

Rest rest_without(const analysis::District& district, const Question& question,
                  std::int32_t service, jobs::Context& context) {
  const auto targets = targets_without(district, question.type, service);
  return {service, bands_from(district, targets, question, context)};
}

std::vector<Band> bands_of_service(const analysis::District& district, const Question& question,
                                   std::int32_t service, jobs::Context& context) {
  const auto& services = district.project->services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (services[i].id != service) continue;
    return bands_from(district, analysis::targets_of(district, i), question, context);
  }
  return {};
}

Question first_question(const model::Project& project, const model::Catalogue& catalogue) {
  const auto offered = [&](const std::string& type) {
    return std::any_of(project.services.begin(), project.services.end(),
                       [&](const model::Service& service) { return service.type == type; });
  };
  Question question{"G04", "rollator", {}};
  if (!offered(question.type)) {
    for (const auto& type : catalogue.types) {
      if (type.core && !type.network_attribute && !type.comes_to_you && offered(type.id)) {
        question.type = type.id;
        break;
      }
    }
  }
  question.limit = {analysis::Limit::Kind::seconds, 600};
  return question;
}

}  // namespace nahraum::app
