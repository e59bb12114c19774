#include "course/exercise_file.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "course/step_reader.hpp"

namespace nahraum::course {
namespace {

using base::tr;

const std::vector<std::string> need_words{"population", "65plus",  "80plus",  "ages",  "areas",
                                          "elevation",  "benches", "service", "places"};

/// A word, or {service: pharmacy}, {places: day_care}.
std::optional<Need> need_of(const YAML::Node& node, const Reading& reading) {
  Need need;
  if (node.IsMap()) {
    const Fields fields(node, {"service", "places"}, reading.problems);
    const bool places = fields.has("places");
    need.what = places ? Need::What::places : Need::What::service;
    need.service = service_of(fields, places ? "places" : "service", reading);
    if (fields.all().size() != 1) fields.fault(tr("Exactly one kind is expected here"));
    return need;
  }
  const auto word = node.IsScalar() ? node.Scalar() : std::string();
  const std::vector<std::string> plain(need_words.begin(), need_words.end() - 2);
  const auto at = std::find(plain.begin(), plain.end(), word);
  if (at == plain.end()) {
    reading.problems.push_back(
        {line_of(node),
         fmt::format(fmt::runtime(tr("“{0}” is nothing that an exercise can need")), word),
         meant(word, need_words)});
    return std::nullopt;
  }
  need.what = static_cast<Need::What>(at - plain.begin());
  return need;
}

void read_group_size(const Fields& fields, Exercise& exercise) {
  const auto at = fields.find("group_size");
  if (!at) return;
  const Fields size(*at, {"from", "to"}, fields.problems());
  exercise.group_from = static_cast<int>(size.number("from", 1, 40, 1));
  exercise.group_to =
      static_cast<int>(size.number("to", exercise.group_from, 40, exercise.group_from));
}

void read_head(const Fields& fields, const Reading& reading) {
  auto& exercise = reading.exercise;
  exercise.id = fields.id("id");
  fields.need("module");
  exercise.module = static_cast<int>(fields.number("module", 1, 8, 1));
  exercise.title = fields.needed_words("title");
  exercise.goal = fields.needed_words("goal");
  exercise.material = fields.words("material");
  fields.need("minutes");
  exercise.minutes = static_cast<int>(fields.number("minutes", 5, 480, 45));
  read_group_size(fields, exercise);
  for (const auto& node : fields.list("needs")) {
    if (auto need = need_of(node, reading)) exercise.needs.push_back(*need);
  }
}

void read_steps(const Fields& fields, Reading& reading) {
  const auto steps = fields.need("steps");
  if (!steps) return;
  for (const auto& node : fields.list("steps")) {
    auto step = step_from(node, reading);
    if (!step.id.empty() && reading.exercise.step(step.id))
      reading.problems.push_back(
          {line_of(node), fmt::format(fmt::runtime(tr("Two steps are called “{0}”")), step.id),
           ""});
    reading.exercise.steps.push_back(std::move(step));
  }
  if (reading.exercise.steps.empty()) fields.fault(tr("An exercise needs at least one step"));
}

std::vector<std::string> names_of_figures(const Exercise& exercise) {
  std::vector<std::string> names;
  for (const auto& figure : exercise.figures) {
    if (figure.name.front() != '#') names.push_back(figure.name);
  }
  return names;
}

void check_references(Reading& reading) {
  for (const auto& [name, line] : reading.figures) {
    if (name.empty() || reading.exercise.figure(name)) continue;
    reading.problems.push_back({line,
                                fmt::format(fmt::runtime(tr("There is no figure “{0}”")), name),
                                meant(name, names_of_figures(reading.exercise))});
  }
  std::vector<std::string> ids;
  for (const auto& step : reading.exercise.steps)
    ids.push_back(step.id);
  for (const auto& [name, line] : reading.steps) {
    if (reading.exercise.step(name)) continue;
    reading.problems.push_back(
        {line, fmt::format(fmt::runtime(tr("There is no step “{0}”")), name), meant(name, ids)});
  }
}

/// Figures that are made of each other would never be computed.
void check_circles(const Exercise& exercise, Problems& problems) {
  for (const auto& figure : exercise.figures) {
    std::set<std::string> seen;
    std::vector<std::string> open{figure.name};
    while (!open.empty()) {
      const auto name = open.back();
      open.pop_back();
      const auto* each = exercise.figure(name);
      const auto* made = each ? std::get_if<CombinedFigure>(&each->kind) : nullptr;
      if (!made || !seen.insert(name).second) continue;
      open.insert(open.end(), {made->first, made->second});
      if (made->first != figure.name && made->second != figure.name) continue;
      problems.push_back(
          {0, fmt::format(fmt::runtime(tr("The figure “{0}” is made of itself")), figure.name),
           ""});
      break;
    }
  }
}

/// "{gap|Mensch|Menschen}": words that follow the number are two, for one and for more.
void check_counted(const std::string& text, int line, Problems& problems) {
  const char* what = tr("After “{0}” stand the words for one and for more");
  with_values(text, [&](const Placeholder& each) {
    const auto& words = each.one_or_many;
    if (!words.empty() && std::count(words.begin(), words.end(), '|') != 1)
      problems.push_back({line, fmt::format(fmt::runtime(what), each.name),
                          "{" + each.name + "|Mensch|Menschen}"});
    return std::string();
  });
}

/// Every {name} of a text is a figure, and both languages say the same ones.
void check_text(const Words& words, const Exercise& exercise, int line, Problems& problems) {
  auto german = placeholders(words.de), english = placeholders(words.en);
  for (const auto* text : {&words.de, &words.en})
    check_counted(*text, line, problems);
  const auto names = names_of_figures(exercise);
  std::set<std::string> told;
  for (const auto* text : {&german, &english}) {
    for (const auto& name : *text) {
      if (!exercise.figure(name) && told.insert(name).second)
        problems.push_back({line, fmt::format(fmt::runtime(tr("There is no figure “{0}”")), name),
                            meant(name, names)});
    }
  }
  std::sort(german.begin(), german.end());
  std::sort(english.begin(), english.end());
  if (german != english)
    problems.push_back({line, tr("German and English do not say the same figures"),
                        (german.empty() ? "–" : listed(german)) + " / " +
                            (english.empty() ? "–" : listed(english))});
}

void check_texts(const YAML::Node& root, const Exercise& exercise, Problems& problems) {
  for (const auto* words : {&exercise.title, &exercise.goal, &exercise.material})
    check_text(*words, exercise, line_of(root), problems);
  const YAML::Node steps = root["steps"];
  for (std::size_t i = 0; i < exercise.steps.size(); ++i) {
    const auto& step = exercise.steps[i];
    const int line = steps && steps.IsSequence() && i < steps.size() ? line_of(steps[i]) : 0;
    for (const auto* words : {&step.title, &step.text, &step.hint, &step.solution})
      check_text(*words, exercise, line, problems);
  }
}

void check_minutes(const Fields& fields, const Exercise& exercise) {
  double sum = 0;
  for (const auto& step : exercise.steps)
    sum += step.minutes;
  if (sum <= exercise.minutes) return;
  fields.fault_at("minutes",
                  fmt::format(fmt::runtime(tr("The steps take {0} minutes, the exercise {1}")), sum,
                              exercise.minutes));
}

void read_root(const YAML::Node& root, Reading& reading) {
  const Fields fields(root,
                      {"id", "module", "title", "goal", "material", "minutes", "group_size",
                       "needs", "figures", "steps"},
                      reading.problems);
  if (!root.IsMap()) return;
  read_head(fields, reading);
  if (const auto figures = fields.find("figures")) read_figures(*figures, reading);
  read_steps(fields, reading);
  check_references(reading);
  check_circles(reading.exercise, reading.problems);
  check_texts(root, reading.exercise, reading.problems);
  check_minutes(fields, reading.exercise);
}

}  // namespace

ReadExercise read_exercise(const std::string& text, const model::Catalogue& catalogue) {
  ReadExercise result;
  const auto root = parse_bounded(text, result.problems);
  if (!root) return result;
  Exercise exercise;
  Reading reading{catalogue, exercise, result.problems};
  try {
    read_root(*root, reading);
  } catch (const YAML::Exception& found) {
    result.problems.push_back({found.mark.is_null() ? 0 : found.mark.line + 1, found.msg, ""});
  }
  std::stable_sort(result.problems.begin(), result.problems.end(),
                   [](const Problem& a, const Problem& b) { return a.line < b.line; });
  if (result.problems.empty()) result.exercise = std::move(exercise);
  return result;
}

ReadExercise read_exercise_file(const std::filesystem::path& file,
                                const model::Catalogue& catalogue) {
  const auto text = read_text_file(file);
  if (text) return read_exercise(*text, catalogue);
  return {std::nullopt, {{0, text.error().what, text.error().what_to_do}}};
}

std::vector<ExerciseFile> exercises_in(const std::filesystem::path& folder,
                                       const model::Catalogue& catalogue) {
  std::vector<ExerciseFile> all;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml")
      all.push_back({entry.path(), read_exercise_file(entry.path(), catalogue)});
  }
  const auto module = [](const ExerciseFile& file) {
    return file.read.exercise ? file.read.exercise->module : 99;
  };
  std::sort(all.begin(), all.end(), [&](const ExerciseFile& a, const ExerciseFile& b) {
    return std::pair(module(a), a.file.filename()) < std::pair(module(b), b.file.filename());
  });
  return all;
}

}  // namespace nahraum::course
