#include <algorithm>

#include "app/barriers_report.hpp"
#include "app/barriers_words.hpp"
#include "app/method_report.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

std::string count(long n) {
  return base::format_number(static_cast<double>(n), 0, base::language());
}

std::string examined_text(const BarriersResult& result) {
  std::string text;
  for (const auto& [kind, number] : result.examined)
    text += (text.empty() ? "" : ", ") + barrier_name(kind) + " " + count(number);
  return text.empty() ? std::string(tr("none")) : text;
}

std::string limits_text(const BarriersResult& result) {
  if (!result.basket || result.own_limit) return scene::limit_name(result.limits.front().limit);
  std::string text;
  for (std::size_t t = 0; t < result.types.size(); ++t) {
    text += (t == 0 ? "" : ", ") + scene::name_of(*result.types[t]) + " " +
            scene::limit_name(result.limits[t].limit);
  }
  return text;
}

/// Whoever goes round an obstacle walks farther, which a limit in metres counts.
void say_metres(const BarriersResult& result, std::vector<scene::MethodLine>& own) {
  const bool metres = std::any_of(result.limits.begin(), result.limits.end(), [](const auto& one) {
    return one.limit.kind == analysis::Limit::Kind::metres;
  });
  if (!metres) return;
  own.push_back({"metres", tr("Metres"),
                 tr("Along the quickest way: whoever goes round bad ground walks farther. Who is "
                    "within the limit stays so where a way gets quicker, but longer."),
                 ""});
}

std::string limit_evidence(const BarriersResult& result) {
  if (result.own_limit) return tr("given by the user");
  return result.basket ? std::string() : scene::evidence_text(result.types.front()->thresholds);
}

void say_obstacles(const BarriersResult& result, std::vector<scene::MethodLine>& own) {
  const auto assumption = scene::mark_name(model::Mark::assumption);
  own.push_back({"method", tr("Method"),
                 tr("Every obstacle alone is taken away and the question asked anew for every home "
                    "by its own way; people in the gap who are then within the limit are gained. "
                    "Whoever cannot be assessed is not gained."),
                 ""});
  own.push_back({"without", tr("Without the obstacle"),
                 tr("Steps: a level paved way of the same length (a ramp is longer); kerbs: flush; "
                    "unmarked crossings of streets from 50 km/h: marked; surface: asphalt; narrow "
                    "ways: wide enough; gates and bollards: gone. Doors stay where they are."),
                 assumption});
  own.push_back({"obstacles", tr("Obstacles"), examined_text(result), ""});
  own.push_back({"joined", tr("Counted as one"),
                 tr("Flights of steps between which nobody can turn off or lives; the kerbs of one "
                    "crossing."),
                 assumption});
  own.push_back({"limits_of_method", tr("To be borne in mind"),
                 tr("Gains do not add up: of two obstacles on one way each alone may gain nobody. "
                    "Crossings, kerbs and surfaces that nobody has mapped are missing; gradients "
                    "and private gates are not taken away."),
                 ""});
}

void say_closures(const BarriersResult& result, std::vector<scene::MethodLine>& own) {
  own.push_back({"method", tr("Method"),
                 tr("The street is closed at one place and the question asked anew for every home "
                    "by its own way; people within the limit who are then in the gap are lost. "
                    "Who lives beside the closed place still gets out at the end on their side."),
                 ""});
  if (result.question == BarrierQuestion::closures) {
    own.push_back({"closures", tr("Closures"),
                   examined_text(result) + ". " +
                       tr("Every stretch between two junctions is closed in its middle, every lift "
                          "as a whole; of each way the costliest stretch is listed, of stretches "
                          "behind one another that cost the same people the first."),
                   scene::mark_name(model::Mark::assumption)});
  }
  own.push_back({"limits_of_method", tr("To be borne in mind"),
                 tr("Losses do not add up: who has two ways loses only when both are closed. "
                    "Passages that nobody has mapped are missing."),
                 ""});
}

}  // namespace

std::vector<scene::MethodLine> barriers_method(const BarriersResult& result,
                                               const Workspace& workspace) {
  std::vector<scene::MethodLine> own;
  if (result.losses()) {
    say_closures(result, own);
  } else {
    say_obstacles(result, own);
  }
  own.push_back(way_line(analysis::Way::to));
  own.push_back({"limit", tr("Limit"), limits_text(result), limit_evidence(result)});
  say_metres(result, own);
  if (result.basket) {
    own.push_back(
        {"basket", tr("Basket"),
         tr("The core services that the data name. Ranked by persons times services: who "
            "is concerned by two services counts twice there, once as a person. These sums are "
            "rounded down to multiples of the least number shown."),
         scene::mark_name(model::Mark::assumption)});
  }
  return method_of(workspace, *result.district, std::move(own));
}

}  // namespace nahraum::app
