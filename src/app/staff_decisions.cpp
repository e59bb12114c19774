#include <algorithm>
#include <limits>

#include "app/page_staff.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

using Steps = std::vector<const model::DecisionStep*>;

struct Path {
  std::string subject;
  Steps steps;  ///< by position, those without one at the end
};

std::vector<Path> paths_of(const std::vector<model::DecisionStep>& rows) {
  std::vector<Path> paths;
  for (const auto& row : rows) {
    auto found = std::find_if(paths.begin(), paths.end(),
                              [&](const Path& path) { return path.subject == row.subject; });
    if (found == paths.end()) found = paths.insert(paths.end(), Path{row.subject, {}});
    found->steps.push_back(&row);
  }
  const auto position = [](const model::DecisionStep* step) {
    return step->position.value_or(std::numeric_limits<std::int32_t>::max());
  };
  for (auto& path : paths) {
    std::stable_sort(path.steps.begin(), path.steps.end(),
                     [&](const auto* a, const auto* b) { return position(a) < position(b); });
  }
  return paths;
}

std::string part_name(const std::string& part) {
  if (part == "prepares") return tr("prepares");
  if (part == "advises") return tr("advises");
  if (part == "decides") return tr("decides");
  if (part == "informed") return tr("is told");
  return part.empty() ? tr("part not known") : part;
}

std::string step_text(const model::DecisionStep& step) {
  const auto body = titled(step.body, base::tr_noop("Step"), step.id);
  const auto part = part_name(step.part);
  if (!step.days) return say(tr("{0} {1} (days not known)"), body, part);
  return say(tr_n("{0} {1} ({2} day)", "{0} {1} ({2} days)",
                  static_cast<unsigned long>(std::max(0, *step.days))),
             body, part, *step.days);
}

struct Time {
  long days = 0;
  std::size_t unknown = 0;
};
/// Who is told afterwards holds up nobody before: the days count all the same, they are stated.
Time time_of(const Path& path) {
  Time time;
  for (const auto* step : path.steps) {
    if (step->days && *step->days >= 0)
      time.days += *step->days;
    else
      ++time.unknown;
  }
  return time;
}

std::string subject_of(const Path& path) {
  return base::trim(path.subject).empty() ? std::string(tr("Decision without a name"))
                                          : path.subject;
}

PageLine path_line(const Path& path) {
  std::string steps;
  for (const auto* step : path.steps)
    steps += (steps.empty() ? "" : " → ") + step_text(*step);
  const auto time = time_of(path);
  const auto days =
      say(tr_n("{} day", "{} days", static_cast<unsigned long>(time.days)), time.days);
  auto text = time.unknown == path.steps.size()
                  ? say(tr("{0}: {1}; how long it takes is not known."), subject_of(path), steps)
              : time.unknown > 0
                  ? say(tr("{0}: {1}; at least {2} in all."), subject_of(path), steps, days)
                  : say(tr("{0}: {1}; {2} in all."), subject_of(path), steps, days);
  return with_row(fact(std::move(text)), "decisions", path.steps.front()->id);
}

/// How many there are, and the one that is known to take the longest.
std::string paths_sentence(std::size_t count, const Path& slowest) {
  const auto paths = say(tr_n("{0} decision path", "{0} decision paths", count), count);
  const auto time = time_of(slowest);
  if (time.unknown == slowest.steps.size())
    return say(tr("{0}; how long it takes is not known yet."), paths);
  const auto days =
      say(tr_n("{} day", "{} days", static_cast<unsigned long>(time.days)), time.days);
  const auto form = count > 1          ? tr("{0}; “{1}” takes the longest, {2}.")
                    : time.unknown > 0 ? tr("{0}; “{1}” takes at least {2}.")
                                       : tr("{0}; “{1}” takes {2}.");
  return say(form, paths, subject_of(slowest), days);
}

void add_warnings(const Path& path, PageBlock& block) {
  std::vector<std::string> deciders;
  for (const auto* step : path.steps) {
    if (step->part == "decides")
      deciders.push_back(titled(step->body, base::tr_noop("Step"), step->id));
  }
  const auto add = [&](std::string text) {
    block.lines.push_back(with_row(warning(std::move(text)), "decisions", path.steps.front()->id));
  };
  if (deciders.empty()) add(say(tr("“{}”: nobody decides."), subject_of(path)));
  if (deciders.size() > 1)
    add(say(tr("“{0}”: more than one decides ({1})."), subject_of(path), some_of(deciders)));
}

std::vector<model::RecordChange> usual_path(const PageInput& input) {
  const auto& rows = input.project->work->decisions;
  const std::string subject = tr("Money from the neighbourhood's own fund");
  const std::vector<std::pair<const char*, const char*>> steps{
      {tr("Neighbourhood office"), "prepares"},
      {tr("Project group"), "advises"},
      {tr("Steering group"), "decides"}};
  std::vector<model::RecordChange> changes;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto number = static_cast<int>(i);
    changes.push_back(
        model::put_row(model::DecisionStep{new_id(input, rows, number), subject, number + 1,
                                           steps[i].first, steps[i].second, std::nullopt}));
  }
  return changes;
}

}  // namespace

PageBlock decisions_block(const PageInput& input) {
  const auto paths = paths_of(input.project->work->decisions);
  PageBlock block{"decisions", tr("Decision path"), ""};
  block.tables = {"decisions"};
  if (paths.empty()) {
    block.sentence =
        tr("There is no decision path yet: who prepares, who advises, who decides, "
           "and how many days does each take?");
    block.actions.push_back(button(tr("Begin with the usual path"), usual_path(input)));
    return block;
  }
  const auto slowest = std::max_element(
      paths.begin(), paths.end(),
      [](const auto& a, const auto& b) { return time_of(a).days < time_of(b).days; });
  block.sentence = paths_sentence(paths.size(), *slowest);
  for (const auto& path : paths)
    add_warnings(path, block);
  for (const auto& path : paths)
    block.lines.push_back(path_line(path));
  block.method =
      tr("Days of all steps of a decision added up, one after the other (assumption). Steps whose "
         "days are not known make it longer.");
  return block;
}

}  // namespace nahraum::app
