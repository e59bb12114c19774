#include "app/exercise_figures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/area_figures.hpp"
#include "app/barriers_words.hpp"
#include "app/exercise_parts.hpp"
#include "app/exercise_work.hpp"
#include "app/verb_barriers.hpp"
#include "app/verb_need.hpp"
#include "app/verb_rests.hpp"
#include "app/verb_site.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {

using base::tr;
using course::Group;
using Unit = FigureValue::Unit;

const analysis::GroupCoverage& group_of(const analysis::Coverage& coverage, Group group) {
  return group == Group::all      ? coverage.all
         : group == Group::age_65 ? coverage.age_65
                                  : coverage.age_80;
}

namespace {

FigureValue persons_value(long persons, bool may_show) {
  if (persons < 0) return {Unit::persons, std::nullopt, "", false};
  return {Unit::persons, static_cast<double>(persons), "", !may_show};
}

FigureValue count_of(std::size_t count) {
  return {Unit::count, static_cast<double>(count), "", false};
}

std::optional<int> residents_of(const model::Home& home, Group group) {
  const auto& r = home.residents;
  return group == Group::all ? r.all : group == Group::age_65 ? r.age_65 : r.age_80;
}

}  // namespace

/// What was computed for one question.
struct ExerciseFigures::Asked {
  Question question;
  Workspace workspace;
  std::shared_ptr<const analysis::District> district;
  std::vector<analysis::HomeReach> reach;
  analysis::Coverage coverage;
};

/// One figure after the other; errors are those of the analyses.
struct FigureMaker {
  ExerciseFigures& figures;
  using Value = base::Result<FigureValue>;

  const model::Project& project() const { return *figures.ground_.project; }
  int min_count() const { return figures.ground_.catalogue->people.min_count; }

  Value operator()(const course::PersonsFigure& f) const {
    if (f.who.service.empty()) return everybody(f.who.group);
    const auto asked = figures.asked(f.who);
    if (!asked) return tl::unexpected(asked.error());
    const auto& group = group_of((*asked)->coverage, f.who.group);
    if (group.total < 0) return persons_value(-1, true);
    const auto may =
        model::may_show_parts({group.covered, group.gap, group.not_assessable}, min_count());
    const long persons = f.within ? group.covered : group.gap;
    const bool show = may[f.within ? 0 : 1];
    if (!f.share) return persons_value(persons, show);
    const long assessed = group.covered + group.gap;
    if (assessed == 0) return FigureValue{Unit::percent, std::nullopt, "", false};
    return FigureValue{Unit::percent, 100.0 * double(persons) / double(assessed), "", !show};
  }

  Value everybody(Group group) const {
    long sum = 0;
    bool known = false;
    for (const auto& home : project().homes) {
      const auto persons = residents_of(home, group);
      if (!home.in_district || !persons) continue;
      known = true;
      sum += *persons;
    }
    return persons_value(known ? sum : -1, model::may_show(sum, min_count()));
  }

  Value operator()(const course::MinutesFigure& f) const {
    const auto asked = figures.asked(f.who);
    if (!asked) return tl::unexpected(asked.error());
    const auto& group = group_of((*asked)->coverage, f.who.group);
    const auto& time = f.p90 ? group.p90 : group.median;
    FigureValue value{Unit::minutes, std::nullopt, "", false};
    if (time) value.number = time->value / 60;
    return value;
  }

  Value operator()(const course::ServicesFigure& f) const {
    if (f.in_highest.empty()) return services_value(f, project(), {});
    const auto answer = need(0);
    if (!answer) return tl::unexpected(answer.error());
    const auto area = extreme_area(f.in_highest, true, *answer);
    if (!area) return FigureValue{Unit::count, std::nullopt, "", false};
    return services_value(f, project(), area->outline);
  }

  Value operator()(const course::BarrierFigure& f) const {
    const auto asked = figures.asked(f.who);
    if (!asked) return tl::unexpected(asked.error());
    auto options = verb_options<BarriersOptions>((*asked)->question);
    options.top = f.rank;
    const auto found = ask_barriers(options, (*asked)->workspace, figures.context_);
    if (!found) return tl::unexpected(found.error());
    const auto rank = static_cast<std::size_t>(f.rank - 1);
    if (rank >= found->listed.size()) {
      if (f.name) return FigureValue{Unit::text, std::nullopt, tr("no barrier"), false};
      return persons_value(0, true);
    }
    const auto& row = found->rows[found->listed[rank]];
    if (f.name)
      return FigureValue{Unit::text, std::nullopt, barrier_name(row.kind) + ", " + place_of(row),
                         false};
    const auto may = disclosed(*found);
    const auto& column = f.who.group == Group::all      ? may.all
                         : f.who.group == Group::age_65 ? may.age_65
                                                        : may.age_80;
    const long persons = f.who.group == Group::all      ? row.people.all
                         : f.who.group == Group::age_65 ? row.people.age_65
                                                        : row.people.age_80;
    return persons_value(persons, column[found->listed[rank]].has_value());
  }

  Value operator()(const course::SeatsFigure& f) const {
    const auto asked = figures.asked(f.who);
    if (!asked) return tl::unexpected(asked.error());
    auto options = verb_options<RestsOptions>((*asked)->question);
    options.max_gap_m = f.max_gap_m;
    const auto found = ask_rests(options, (*asked)->workspace, figures.context_);
    if (!found) return tl::unexpected(found.error());
    if (f.longest) {
      float longest = 0;
      for (const auto& piece : found->gaps.pieces)
        longest = std::max(longest, piece.gap_m);
      return FigureValue{Unit::metres, longest, "", false};
    }
    const auto& group = f.who.group == Group::all      ? found->coverage.all
                        : f.who.group == Group::age_65 ? found->coverage.age_65
                                                       : found->coverage.age_80;
    const auto may = model::may_show_parts(
        {group.unrested, group.rested, group.out_of_reach, group.not_assessable}, min_count());
    return persons_value(group.unrested, may[0]);
  }

  base::Result<NeedAnswer> need(int year) const {
    NeedOptions options;
    options.by = "area";
    options.year = year;
    const auto workspace = figures.ground_.prepared->workspace(
        figures.ground_.project, *figures.ground_.catalogue, "", figures.context_);
    if (!workspace) return tl::unexpected(workspace.error());
    return answer_need(options, *workspace, figures.context_);
  }

  Value operator()(const course::IndicatorFigure& f) const {
    const auto answer = need(0);
    if (!answer) return tl::unexpected(answer.error());
    return indicator_value(f, *answer);
  }

  Value operator()(const course::ProjectionFigure& f) const {
    const auto answer = need(f.year);
    if (!answer) return tl::unexpected(answer.error());
    FigureValue value{Unit::persons, std::nullopt, "", false};
    for (const auto& year : answer->district.years) {
      const auto& persons = year.from_age(f.group == Group::age_80 ? 80 : 65);
      if (year.year == f.year && persons) value.number = persons->expected;
    }
    value.keep_back = value.number && !model::may_show(long(*value.number), min_count());
    return value;
  }

  Value operator()(const course::SiteFigure& f) const {
    const auto asked = figures.asked(f.who);
    if (!asked) return tl::unexpected(asked.error());
    return f.step.empty() ? best_site(f.who, **asked) : own_site(f, **asked);
  }

  template <class Asked>
  Value best_site(const course::Reaching& who, const Asked& asked) const {
    auto options = verb_options<SiteOptions>(asked.question);
    options.group = who.group == Group::all ? "all" : who.group == Group::age_65 ? "65" : "80";
    FigureValue value = persons_value(0, true);
    const auto done = ask_site(
        options, asked.workspace, figures.context_, [](const std::string&) {},
        [&](const SiteResult& found) -> base::Result<void> {
          if (found.best.empty()) return {};
          const auto group = static_cast<std::size_t>(who.group);
          const long persons = found.best.front().homes.persons[group];
          value = persons_value(persons, found.shown[group].best.front().has_value());
          return {};
        });
    if (!done) return tl::unexpected(done.error());
    return value;
  }

  /// Who comes within the limit by a service at the first pin.
  template <class Asked>
  Value own_site(const course::SiteFigure& f, const Asked& asked) const {
    const auto* answer = figures.answer(f.step);
    if (!answer || answer->marks.empty() || answer->marks[0].empty())
      return FigureValue{Unit::persons, std::nullopt, "", false};
    const auto tried = preview(*asked.district, asked.question, tried_service, answer->marks[0][0],
                               figures.context_);
    const long before = group_of(asked.coverage, f.who.group).covered;
    const long after = group_of(tried.coverage, f.who.group).covered;
    if (before < 0 || after < 0) return persons_value(-1, true);
    return persons_value(after - before, model::may_show(after - before, min_count()));
  }

  Value operator()(const course::MadeFigure& f) const { return made_value(f, project()); }

  Value operator()(const course::MarksFigure& f) const {
    const auto* answer = figures.answer(f.step);
    if (!answer) return count_of(0);
    if (f.what != course::MarksFigure::What::in_gap) return marks_value(f, *answer, project());
    const auto gap = figures.homes_in_gap(f.who);
    if (!gap) return tl::unexpected(gap.error());
    return count_of(marks_near(*answer, *gap, project()));
  }

  Value operator()(const course::RowsFigure& f) const { return rows_value(f, *project().work); }
  Value operator()(const course::WorkFigure& f) const {
    return work_value(f, project(), *figures.ground_.catalogue);
  }
  Value operator()(const course::StressFigure& f) const {
    const auto asked = figures.asked(f.who);
    if (!asked) return tl::unexpected(asked.error());
    return stress_value(f, (*asked)->question, *(*asked)->district, (*asked)->coverage, min_count(),
                        figures.context_);
  }

  Value operator()(const course::AnsweredFigure& f) const {
    const auto* answer = figures.answer(f.step);
    FigureValue value{Unit::count, std::nullopt, "", false};
    if (answer) value.number = base::parse_number(answer->value, false);
    return value;
  }

  Value operator()(const course::CombinedFigure& f) const {
    const auto first = figures.value(f.first);
    if (!first) return first;
    const auto second = figures.value(f.second);
    if (!second) return second;
    return combined_value(f.how, *first, *second, min_count());
  }
};

ExerciseFigures::ExerciseFigures(const course::Exercise& exercise, ExerciseGround ground,
                                 std::vector<model::ExerciseAnswer> answers, jobs::Context& context)
    : exercise_(exercise),
      ground_(std::move(ground)),
      answers_(std::move(answers)),
      context_(context) {}

ExerciseFigures::~ExerciseFigures() = default;

const model::ExerciseAnswer* ExerciseFigures::answer(const std::string& step) const {
  const auto at = std::find_if(answers_.begin(), answers_.end(),
                               [&](const auto& each) { return each.step == step; });
  return at == answers_.end() ? nullptr : &*at;
}

base::Result<const ExerciseFigures::Asked*> ExerciseFigures::asked(const course::Reaching& asks) {
  auto who = asks;
  if (who.scenario == "*") {
    if (ground_.project->scenarios.empty())
      return base::fail(base::ErrorCode::not_found, tr("the project has no scenario yet"));
    who.scenario = ground_.project->scenarios.back().name;
  }
  const auto& catalogue = *ground_.catalogue;
  const auto type = catalogue.type(who.service);
  if (!type) return tl::unexpected(type.error());
  const auto profile = catalogue.profile(who.profile);
  if (!profile) return tl::unexpected(profile.error());
  const auto limit = who.limit ? *who.limit : analysis::default_limit(**type, **profile);
  const auto key = fmt::format("{}\n{}\n{}\n{}", who.scenario, who.profile, who.service,
                               analysis::to_text(limit));
  auto& made = asked_[key];
  if (made) return made.get();
  auto fresh = std::make_unique<Asked>();
  const auto& standing = ground_.standing ? ground_.standing : ground_.project;
  auto workspace = ground_.prepared->workspace(standing, catalogue, who.scenario, context_);
  if (!workspace) return tl::unexpected(workspace.error());
  fresh->workspace = std::move(*workspace);
  auto district =
      ground_.prepared->district(standing, catalogue, who.scenario, who.profile, context_);
  if (!district) return tl::unexpected(district.error());
  fresh->district = *district;
  fresh->question = with_way({(*type)->id, (*profile)->id, limit, {}, who.scenario}, catalogue);
  const auto way = fresh->question.way;
  fresh->reach = analysis::reach_by(
      *fresh->district, analysis::targets_of(*fresh->district, (*type)->id), way, context_);
  fresh->coverage = analysis::coverage(*fresh->district, (*type)->id, fresh->reach, limit, way);
  made = std::move(fresh);
  return made.get();
}

base::Result<std::vector<std::uint32_t>> ExerciseFigures::homes_in_gap(
    const course::Reaching& who) {
  const auto found = asked(who);
  if (!found) return tl::unexpected(found.error());
  const auto& homes = (*found)->district->project->homes;
  std::vector<std::uint32_t> gap;
  for (std::uint32_t i = 0; i < homes.size(); ++i) {
    const bool out =
        analysis::within((*found)->reach[i], (*found)->question.limit) == analysis::Within::no;
    if (homes[i].in_district && out) gap.push_back(i);
  }
  return gap;
}

base::Result<FigureValue> ExerciseFigures::value(const std::string& name) {
  if (const auto at = known_.find(name); at != known_.end()) return at->second;
  const auto* figure = exercise_.figure(name);
  if (!figure) return base::fail(base::ErrorCode::not_found, tr("There is no such figure."), name);
  auto made = std::visit(FigureMaker{*this}, figure->kind);
  known_.emplace(name, made);
  return made;
}

std::string ExerciseFigures::text(const std::string& name) {
  const auto found = value(name);
  if (!found) return "–";
  return shown(*found, ground_.catalogue->people.min_count, base::language());
}

std::string ExerciseFigures::filled(const course::Words& words) {
  return course::with_values(words.in(base::language()), [&](const course::Placeholder& each) {
    const auto found = value(each.name);
    const bool one = found && found->number == 1 && !found->keep_back;
    return each.with(text(each.name), one);
  });
}

}  // namespace nahraum::app
