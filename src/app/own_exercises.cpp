#include "app/own_exercises.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/verb_exercise.hpp"
#include "base/translate.hpp"
#include "course/exercise_file.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;
using base::tr;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

const course::Exercise* find(const std::vector<course::Exercise>& all, const std::string& id) {
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
  return at == all.end() ? nullptr : &*at;
}

ExerciseFault taken(const course::Exercise& by) {
  return {0,
          said(tr("The id “{0}” belongs to another exercise: “{1}”"), by.id,
               by.title.in(base::language())),
          tr("give yours an id of its own, in the line “id:”")};
}

OwnExercise read_one(const std::string& file, std::vector<course::Exercise>& all,
                     const model::Catalogue& catalogue) {
  OwnExercise own{file, ""};
  std::error_code error;
  own.missing = !fs::is_regular_file(file, error);
  auto read = course::read_exercise_file(file, catalogue);
  for (auto& problem : read.problems)
    own.faults.push_back({problem.line, std::move(problem.what), std::move(problem.help)});
  if (!read.exercise) return own;
  if (const auto* other = find(all, read.exercise->id)) {
    own.faults.push_back(taken(*other));
    return own;
  }
  own.id = read.exercise->id;
  own.title = read.exercise->title.in(base::language());
  own.module = read.exercise->module;
  all.push_back(std::move(*read.exercise));
  return own;
}

}  // namespace

Exercises shipped_exercises(const model::Catalogue& catalogue) {
  std::vector<course::Exercise> sound;
  for (auto& each : course::exercises_in(exercise_folder(), catalogue)) {
    if (each.read.exercise) sound.push_back(std::move(*each.read.exercise));
  }
  return std::make_shared<const std::vector<course::Exercise>>(std::move(sound));
}

ReadOwn read_own_exercises(const std::vector<std::string>& files, const Exercises& shipped,
                           const model::Catalogue& catalogue) {
  ReadOwn read;
  read.shipped = shipped ? shipped : shipped_exercises(catalogue);
  auto all = *read.shipped;
  for (const auto& file : files)
    read.files.push_back(read_one(file, all, catalogue));
  read.all = std::make_shared<const std::vector<course::Exercise>>(std::move(all));
  return read;
}

std::string fault_text(const ExerciseFault& fault) {
  std::string text =
      fault.line > 0 ? said(tr("Line {0}: {1}"), fault.line, fault.what) : fault.what;
  if (!fault.help.empty()) text += " – " + fault.help;
  return text;
}

std::string told_own(const OwnExercise& own) {
  const auto name = fs::path(own.file).filename().string();
  if (own.missing) return said(tr("The own exercise {0} cannot be found: {1}"), name, own.file);
  if (own.faults.empty())
    return said(tr("Own exercise in module {0}: “{1}”"), own.module, own.title);
  const auto count = own.faults.size();
  return said(base::tr_n("{1} has {0} mistake; it is named in the list of exercises.",
                         "{1} has {0} mistakes; they are named in the list of exercises.", count),
              count, name);
}

bool is_exercise_file(const fs::path& file) {
  const auto ending = extension_of(file.string());
  return ending == ".yaml" || ending == ".yml";
}

std::string remember_exercise(std::vector<std::string>& files, const fs::path& file) {
  std::error_code error;
  auto whole = fs::absolute(file, error).lexically_normal().string();
  if (error) whole = file.string();
  if (std::find(files.begin(), files.end(), whole) == files.end()) files.push_back(whole);
  return whole;
}

}  // namespace nahraum::app
