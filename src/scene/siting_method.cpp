#include <fmt/format.h>

#include "analysis/both_ways.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/siting_sentence.hpp"

namespace nahraum::scene {
namespace {

using analysis::SitingModel;
using analysis::Weighting;
using base::tr;

std::string literature(const char* source) {
  return mark_name(model::Mark::literature) + ": " + source;
}

MethodLine model_line(SitingModel model) {
  switch (model) {
    case SitingModel::mclp:
      return {"model", tr("Model"),
              tr("MCLP: the given number of sites that bring most people within the limit"),
              literature("Church & ReVelle 1974")};
    case SitingModel::lscp:
      return {"model", tr("Model"),
              tr("LSCP: the fewest sites that bring everybody within the limit"),
              literature("Toregas et al. 1971")};
    case SitingModel::p_median:
      break;
  }
  return {"model", tr("Model"),
          tr("p-median: the given number of sites that make the ways to the nearest one shortest"),
          literature("Hakimi 1965")};
}

MethodLine weight_line(const SitingWords& w) {
  const auto line = [](const char* value, std::string evidence = {}) {
    return MethodLine{"weighting", tr("Weight of a home"), value, std::move(evidence)};
  };
  if (w.siting.counts_homes) return line(tr("1: residents of the group are not known"));
  switch (w.siting.question.weighting) {
    case Weighting::all:
      return line(tr("all residents"));
    case Weighting::age_65:
      return line(tr("residents of 65 and over"));
    case Weighting::age_80:
      return line(tr("residents of 80 and over"));
    case Weighting::frail:
      break;
  }
  return line(tr("residents of 65 and over, those of 80 and over twice"),
              mark_name(model::Mark::assumption));
}

MethodLine limit_line(const analysis::SitingQuestion& question) {
  const auto limit = limit_name(question.limit);
  return question.model == SitingModel::p_median
             ? MethodLine{"limit", tr("Longest way"),
                          fmt::format(fmt::runtime(tr("longer ways count as {}")), limit),
                          mark_name(model::Mark::assumption)}
             : MethodLine{"limit", tr("Limit"), limit, ""};
}

MethodLine proof_line(const SitingWords& w) {
  const auto text = bound_text(w.siting, w.answer);
  switch (w.siting.question.model) {
    case SitingModel::mclp:
      return {"bound", tr("How good"), text,
              literature("Nemhauser, Wolsey & Fisher 1978; Galvão & ReVelle 1996; CBC 2.10")};
    case SitingModel::lscp:
      return {"bound", tr("How good"), text, literature("Beasley 1990; CBC 2.10")};
    case SitingModel::p_median:
      break;
  }
  return {"bound", tr("How good"), text,
          literature("Teitz & Bart 1968; Narula, Ogbu & Samuelsson 1977; CBC 2.10")};
}

}  // namespace

std::vector<MethodLine> siting_method(const SitingWords& words, const std::string& candidates) {
  const auto& question = words.siting.question;
  std::vector<MethodLine> lines{
      model_line(question.model),
      {"candidates", tr("Possible places"), candidates, ""},
      {"existing", tr("Services that are there"),
       question.keep_existing ? tr("stay and serve, those of the rim included")
                              : tr("left out of account"),
       ""},
      {"way", tr("Direction"), name_of(analysis::Way::to), ""},
      weight_line(words),
      limit_line(question)};
  if (question.apart_m > 0) {
    lines.push_back({"apart", tr("Between new sites"),
                     fmt::format(fmt::runtime(tr("at least {}, as the crow flies")),
                                 base::format_distance(question.apart_m, base::language())),
                     ""});
  }
  lines.push_back(proof_line(words));
  return lines;
}

}  // namespace nahraum::scene
