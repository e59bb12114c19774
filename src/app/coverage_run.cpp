#include "app/coverage_run.hpp"

#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "base/check.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using analysis::Certainty;
using base::tr;

namespace {

base::Result<CoverageLimits> limits_of(const CoverageOptions& options,
                                       const model::Catalogue& catalogue) {
  CoverageLimits limits;
  if (!options.limit.empty()) {
    const auto parsed = analysis::parse_limit(options.limit);
    if (!parsed) return tl::unexpected(parsed.error());
    limits.given = *parsed;
  }
  for (const auto& [name, into] :
       {std::pair{&options.standard, &limits.standard}, {&options.against, &limits.against}}) {
    if (name->empty()) continue;
    const auto found = catalogue.standard(*name);
    if (!found) return tl::unexpected(found.error());
    *into = *found;
  }
  return limits;
}

}  // namespace

base::Result<CoverageRun> prepare_run(const CoverageOptions& options, const Workspace& workspace,
                                      jobs::Context& context) {
  auto limits = limits_of(options, workspace.catalogue);
  if (!limits) return tl::unexpected(limits.error());
  CoverageRun run{options, workspace, *limits, {}, {}, nullptr, nullptr};
  if (!options.way.empty()) {
    const auto way = analysis::parse_way(options.way);
    if (!way) return tl::unexpected(way.error());
    run.way = *way;
  }
  if (!options.at.empty()) {
    const auto minute = model::parse_week_minute(options.at);
    if (!minute) return tl::unexpected(minute.error());
    run.at = *minute;
  }
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  run.district = *district;
  if (options.certainty != "span" && options.survey.empty()) return run;
  const auto cautious = prepare(workspace, options.profile, context, analysis::Certainty::cautious);
  if (!cautious) return tl::unexpected(cautious.error());
  run.cautious = *cautious;
  return run;
}

analysis::Way way_of(const CoverageRun& run, const model::ServiceType& type) {
  return run.way.value_or(analysis::default_way(type));
}

const char* to_text(analysis::Certainty certainty) {
  return certainty == analysis::Certainty::cautious ? "cautious" : "optimistic";
}

const char* to_text(Counted counted) {
  if (counted == Counted::open) return "open";
  return counted == Counted::open_or_unknown ? "open_or_unknown" : "all";
}

std::vector<Variant> variants_of(const CoverageRun& run) {
  std::vector<Counted> offers{Counted::all};
  if (run.at) offers = {Counted::open, Counted::open_or_unknown};
  std::vector<Variant> variants;
  for (const auto counted : offers) {
    variants.push_back({counted, Certainty::optimistic});
    if (run.cautious) variants.push_back({counted, Certainty::cautious});
  }
  return variants;
}

Variant least_of(const CoverageRun& run) {
  return {run.at ? Counted::open : Counted::all,
          run.cautious ? Certainty::cautious : Certainty::optimistic};
}

Variant most_of(const CoverageRun& run) {
  return {run.at ? Counted::open_or_unknown : Counted::all, Certainty::optimistic};
}

const analysis::District& district_of(const CoverageRun& run, const Variant& variant) {
  return variant.certainty == Certainty::cautious ? *run.cautious : *run.district;
}

std::vector<std::size_t> offers_at(const CoverageRun& run, Counted counted,
                                   const model::ServiceType& type) {
  NAHRAUM_CHECK(run.at && counted != Counted::all);
  const auto sets =
      analysis::offers_at(analysis::hours_of(*run.workspace.project, type.id), *run.at);
  return counted == Counted::open ? sets.open : sets.open_or_unknown();
}

std::vector<analysis::HomeReach> reach_of(const CoverageRun& run, const Variant& variant,
                                          const model::ServiceType& type, jobs::Context& context) {
  const auto& district = district_of(run, variant);
  const auto targets = variant.counted == Counted::all
                           ? analysis::targets_of(district, type.id)
                           : analysis::targets_of(district, offers_at(run, variant.counted, type));
  return analysis::reach_by(district, targets, way_of(run, type), context);
}

std::vector<scene::MethodLine> own_lines(const CoverageRun& run) {
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("Every home by its own way along the streets to the nearest place."), ""});
  own.push_back(way_line(run.way));
  if (run.limits.standard) {
    const auto& standard = *run.limits.standard;
    const bool german = base::language() == base::Language::german;
    own.push_back({"standard", tr("Standard"), german ? standard.label.de : standard.label.en,
                   scene::evidence_text(standard.evidence)});
  }
  if (run.at) {
    own.push_back({"at", tr("Open at"), week_minute_text(*run.at), ""});
    own.push_back(
        {"hours", tr("Opening hours"),
         tr("As stated, in an ordinary week without holidays; an offer counts when it is open at "
            "the minute of arrival. Offers whose hours are unknown count in “at most” only."),
         ""});
  }
  if (run.cautious) {
    own.push_back({"certainty", tr("Certainty"),
                   tr("Twice: missing tags count as good, and as bad where the rules say so."),
                   scene::evidence_text(run.workspace.catalogue.cautious.evidence)});
  }
  return own;
}

}  // namespace nahraum::app
