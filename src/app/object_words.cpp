#include <cmath>

#include <fmt/format.h>

#include "app/edit_text.hpp"
#include "app/project_objects.hpp"
#include "app/record_words.hpp"
#include "base/translate.hpp"
#include "model/edit.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using base::tr;

const char* kind_words(const std::string& kind) {
  if (kind == "service") return tr("Service");
  if (kind == "home") return tr("Residential building");
  if (kind == "note") return tr("Note");
  if (kind == "view") return tr("View");
  if (kind == "correction") return tr("Correction");
  if (kind == "exercise") return tr("Exercise");
  if (kind == "district") return tr("Outline of the district");
  if (kind == "statistics") return tr("Figures of the areas");
  const auto* table = model::record_table(kind);
  return table ? tr(table->about.label) : tr("Scenario");
}

std::string place_words(geo::Point at) {
  return fmt::format(fmt::runtime(tr("at {0} / {1}")), std::lround(at.x), std::lround(at.y));
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) {
    if (!word.empty()) all += (all.empty() ? "" : "; ") + word;
  }
  return all;
}

std::string housing_words(const model::Housing& housing) {
  std::vector<std::string> words;
  if (housing.lift) words.emplace_back(*housing.lift ? tr("has a lift") : tr("no lift"));
  if (housing.step_free)
    words.emplace_back(*housing.step_free ? tr("without steps") : tr("with steps"));
  if (housing.low_barrier) {
    words.push_back(std::string(tr("Dwellings with few barriers")) + ": " +
                    std::to_string(*housing.low_barrier));
  }
  return joined(words);
}

struct Version {
  std::string operator()(const model::AddService& e) const {
    return joined({e.service.name, e.service.type, e.service.provider, place_words(e.service.at)});
  }
  std::string operator()(const model::AddHome& e) const {
    const auto& home = e.home;
    return joined({home.address,
                   home.residents.all && !home.stated.empty()
                       ? fmt::format(fmt::runtime(tr("{0} residents stated")), *home.residents.all)
                       : "",
                   housing_words(home.housing), place_words(home.at)});
  }
  std::string operator()(const model::AddNote& e) const {
    return joined({e.note.text, e.note.points.empty() ? "" : place_words(e.note.points[0])});
  }
  std::string operator()(const model::AddView& e) const { return e.view.name; }
  std::string operator()(const model::AddCorrection& e) const {
    return joined({model::kind_of(e.correction.change), e.correction.note});
  }
  std::string operator()(const model::AddExercise& e) const {
    return joined(
        {e.exercise.exercise, fmt::format(fmt::runtime(base::tr_n("{0} answer", "{0} answers",
                                                                  e.exercise.answers.size())),
                                          e.exercise.answers.size())});
  }
  /// The cells that say something.
  std::string operator()(const model::ChangeRecords& e) const {
    std::vector<std::string> words;
    const model::Project nothing;
    for (const auto& change : e.changes) {
      const auto* table = model::record_table(change.table);
      if (!table || !change.now) continue;
      for (std::size_t i = 0; i < table->columns.size(); ++i) {
        const auto cell = cell_words(nothing, table->columns[i], change.now->cells[i]);
        if (!cell.empty()) words.push_back(std::string(tr(table->columns[i].label)) + ": " + cell);
      }
      if (!change.now->points.empty()) words.push_back(place_words(change.now->points[0]));
    }
    return joined(words);
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return tr("another state");
  }
};

std::string name_of(const model::Project& project, const ObjectKey& key) {
  if (key.kind == "view") {
    const auto* view = model::find_row(project.views, key.id);
    return view ? view->name : "";
  }
  if (key.kind == "home") {
    const auto* home = model::find_row(project.homes, key.id);
    return home ? home->address : "";
  }
  if (key.id == 0) return key.kind.starts_with("scenario ") ? key.kind.substr(9) : "";
  return row_name(project, key.kind, key.id);
}

}  // namespace

std::string object_words(const model::Project& project, const ObjectKey& key) {
  const auto name = name_of(project, key);
  if (name.empty() && key.id != 0) return fmt::format("{} #{}", kind_words(key.kind), key.id);
  if (name.empty()) return kind_words(key.kind);
  return fmt::format(fmt::runtime(tr("{0} “{1}”")), kind_words(key.kind), name);
}

std::string version_words(const ObjectKey& key, const std::optional<std::string>& text) {
  if (!text) return tr("removed");
  if (key.kind.starts_with("scenario ")) return tr("other changes");
  const auto step = step_from_line(*text);
  return step ? std::visit(Version{}, step->edit) : std::string(tr("cannot be read"));
}

}  // namespace nahraum::app
