#include "ui/grades_view.hpp"

#include <fmt/format.h>

#include "app/graded_report.hpp"
#include "base/translate.hpp"
#include "ui/study_view.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

std::string limits_of(const analysis::Thresholds& thresholds) {
  const auto limit = app::exact_name(thresholds.limit);
  return thresholds.single() ? limit : app::exact_name(thresholds.target) + " / " + limit;
}

void add_choices(GradesView& view, const app::Graded& graded, const model::ServiceType& type,
                 const model::Catalogue& catalogue) {
  view.seconds.push_back({"", tr("no second standard"), "", ""});
  for (const auto* standard : app::standards_for(type, catalogue)) {
    const auto name = app::standard_name(standard->id, catalogue);
    const auto stated = *analysis::thresholds_of(*standard, type);
    view.standards.push_back({standard->id, name, "", limits_of(stated)});
    if (standard->id != graded.standard)
      view.seconds.push_back({standard->id, name, "", app::exact_name(stated.limit)});
  }
  view.standard = app::standard_name(graded.standard, catalogue);
  view.second = graded.second.empty() ? tr("no second standard")
                                      : app::standard_name(graded.second, catalogue);
}

void add_thresholds(GradesView& view, const app::Graded& graded) {
  view.in_metres = graded.range.kind == analysis::Limit::Kind::metres;
  const auto shown = [&](double value) {
    return static_cast<float>(view.in_metres ? value : value / 60);
  };
  view.target = shown(graded.thresholds.target.value);
  view.limit = shown(graded.thresholds.limit.value);
  view.low = shown(graded.range.low);
  view.high = shown(graded.range.high);
  view.step = shown(graded.range.step);
  view.own = graded.own();
}

}  // namespace

std::optional<GradesView> make_grades_view(const app::State& state,
                                           const model::Catalogue& catalogue) {
  const auto* graded = app::grades_in_sight(state);
  const auto* type = graded ? catalogue.find_type(graded->of->question.type) : nullptr;
  if (!type) return std::nullopt;
  GradesView view;
  add_choices(view, *graded, *type, catalogue);
  add_thresholds(view, *graded);
  auto words = app::grade_words(*graded, catalogue);
  view.sentence = std::move(words.sentence);
  view.remarks = std::move(words.remarks);
  view.tables = std::move(words.tables);
  view.method = lines_of(words.method);
  return view;
}

std::vector<GradeSign> grade_signs(const app::Graded& graded) {
  using analysis::Grade;
  using Kind = GradeSign::Kind;
  const auto& t = graded.thresholds;
  std::vector<GradeSign> signs{{Kind::good, app::grade_name(Grade::good, t)}};
  if (!t.single()) signs.push_back({Kind::sufficient, app::grade_name(Grade::sufficient, t)});
  signs.push_back({Kind::gap, app::grade_name(Grade::gap, t)});
  if (graded.counts.homes[static_cast<std::size_t>(Grade::unknown)] > 0)
    signs.push_back({Kind::unknown, app::grade_name(Grade::unknown, t)});
  if (graded.against) signs.push_back({Kind::between, app::between_name(graded)});
  return signs;
}

}  // namespace nahraum::ui
