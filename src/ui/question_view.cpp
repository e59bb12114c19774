#include "ui/question_view.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"
#include "ui/study_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::string label_of(const model::Label& label) {
  return base::language() == base::Language::german ? label.de : label.en;
}

std::vector<Choice> profile_choices(const model::Catalogue& catalogue) {
  std::vector<Choice> choices;
  for (const auto& profile : catalogue.profiles) {
    const auto speed = base::format_number(profile.speed_m_s, 2, base::language()) + " m/s";
    choices.push_back({profile.id, label_of(profile.label), "", speed});
  }
  return choices;
}

std::string minutes(const std::optional<base::Seconds>& value) {
  return value ? base::format_minutes(value->value, base::language()) : "–";
}

FigureRow row_of(const std::string& name, const analysis::GroupCoverage& group, int min_count) {
  const std::vector<long> parts{group.covered, group.gap, group.not_assessable};
  const auto texts = model::parts_text(parts, min_count, base::language());
  const auto shown = model::may_show_parts(parts, min_count);
  const long assessed = group.covered + group.gap;
  const bool share = shown[0] && shown[1] && assessed > 0;
  return {name,
          texts[0],
          texts[1],
          texts[2],
          share ? scene::share_text(group.covered, assessed) : "–",
          minutes(group.median),
          minutes(group.p90)};
}

std::vector<FigureRow> rows_of(const analysis::Coverage& coverage, int min_count) {
  return {row_of(tr("All"), coverage.all, min_count), row_of("65+", coverage.age_65, min_count),
          row_of("80+", coverage.age_80, min_count)};
}

void add_sources(std::vector<std::string>& lines, const model::Project& project) {
  for (const auto& source : project.sources) {
    const auto date = source.date.empty() ? std::string(tr("date unknown"))
                                          : base::format_date(source.date, base::language());
    const auto licence = source.licence.empty() ? "" : ", " + source.licence;
    lines.push_back(fmt::format("{} ({}{})", source.file, date, licence));
  }
}

std::vector<std::string> method_of(const app::State& state, const model::Catalogue& catalogue) {
  std::vector<std::string> lines;
  const auto type = catalogue.type(state.question.type);
  const auto profile = catalogue.profile(state.question.profile);
  if (!type || !profile) return lines;
  lines.push_back(tr("Every home's own way on the walking network is counted, never the area."));
  lines.push_back(analysis::default_way(**type) == analysis::Way::to
                      ? tr("Who reaches it: the way is walked from the home to the service.")
                      : tr("The way there and the way home count, the longer of the two "
                           "(assumption: what is bought is carried home)."));
  lines.push_back(fmt::format(fmt::runtime(tr("Walking speed {0} m/s ({1}: {2})")),
                              base::format_number((*profile)->speed_m_s, 2, base::language()),
                              name_of((*profile)->evidence.mark), (*profile)->evidence.source));
  if ((*type)->target_m) {
    lines.push_back(fmt::format(fmt::runtime(tr("Target distance {0} ({1}: {2})")),
                                base::format_distance(*(*type)->target_m, base::language()),
                                name_of((*type)->thresholds.mark), (*type)->thresholds.source));
  }
  lines.push_back(tr("Missing tags count as passable: they are unknown, not barrier-free."));
  lines.push_back(tr("Homes nearer to the edge of the data than the limit are not assessed."));
  if (model::population_assumed(*state.project)) {
    lines.push_back(tr("Residents are assumed from floor area: import counted residents."));
  }
  add_sources(lines, *state.project);
  return lines;
}

}  // namespace

std::string with_figures_kept(const std::string& sentence) {
  std::string kept;
  for (const char c : sentence) {
    const bool after_figure = !kept.empty() && kept.back() >= '0' && kept.back() <= '9';
    kept += c == ' ' && after_figure ? "\u00a0" : std::string(1, c);
  }
  return kept;
}

std::string group_name(model::Group group) {
  const char* names[] = {tr("Housing"),
                         tr("Daily supplies"),
                         tr("Health"),
                         tr("Care"),
                         tr("Mobility"),
                         tr("Meeting and culture"),
                         tr("Green and resting"),
                         tr("Safety and advice")};
  return names[static_cast<int>(group)];
}

std::string name_of(model::Mark mark) {
  if (mark == model::Mark::verified) return tr("verified in the source");
  if (mark == model::Mark::literature) return tr("from the literature");
  return tr("our assumption");
}

std::vector<Choice> type_choices(const model::Catalogue& catalogue) {
  std::vector<Choice> choices;
  for (int group = 0; group < model::group_count; ++group) {
    for (const auto& type : catalogue.types) {
      if (static_cast<int>(type.group) != group || type.network_attribute) continue;
      choices.push_back({type.id, label_of(type.label), group_name(type.group), type.id});
    }
  }
  return choices;
}

QuestionView make_question_view(const app::State& state, const model::Catalogue& catalogue) {
  QuestionView view;
  view.types = type_choices(catalogue);
  view.profiles = profile_choices(catalogue);
  if (const auto type = catalogue.type(state.question.type))
    view.type_label = label_of((*type)->label);
  if (const auto profile = catalogue.profile(state.question.profile)) {
    view.profile_label = label_of((*profile)->label);
  }
  view.in_metres = state.question.limit.kind == analysis::Limit::Kind::metres;
  view.limit = static_cast<float>(state.question.limit.value / (view.in_metres ? 1 : 60));
  view.computing = state.answering;
  view.live = state.preview != nullptr;
  if (!state.project || !state.answer) return view;
  const auto& coverage = state.preview ? state.preview->coverage : state.answer->coverage;
  const auto* type = catalogue.find_type(coverage.type);
  const auto profile = catalogue.profile(coverage.profile);
  const int min_count = catalogue.people.min_count;
  if (type && profile) view.sentence = scene::sentence(coverage, *type, **profile, min_count);
  view.scenario = scenario_line(state);
  view.remarks = scene::remarks(coverage, catalogue, *state.project);
  view.rows = rows_of(coverage, catalogue.people.min_count);
  view.method = method_of(state, catalogue);
  if (!view.scenario.empty()) view.method.insert(view.method.begin(), view.scenario);
  return view;
}

}  // namespace nahraum::ui
