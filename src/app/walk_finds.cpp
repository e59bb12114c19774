#include "app/walk_finds.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/photo.hpp"
#include "io/photo_place.hpp"
#include "io/vector_file.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;
using base::tr;

constexpr double least_step_m = 3;  ///< nearer points of a track are left out

class Finds {
 public:
  explicit Finds(const model::Project& project) : project_(project), after_(project) {}

  void take(const fs::path& file) {
    if (base::fold_case(file.extension().string()) == ".gpx")
      take_track(file);
    else
      take_photo(file);
  }
  WalkFinds finish() { return std::move(out_); }

 private:
  void trouble(const fs::path& file, const std::string& why) {
    out_.troubles.push_back(file.filename().string() + ": " + why);
  }
  /// Ids go on from edit to edit.
  void add(model::Edit edit) {
    edit = model::with_id(after_, std::move(edit));
    model::perform(after_, edit);
    out_.edits.push_back(std::move(edit));
  }

  void take_track(const fs::path& file) {
    for (const char* layer : {"track_points", "route_points"}) {
      const auto read = io::read_points(file, layer, project_.info.epsg);
      if (!read) {
        trouble(file, base::one_line(read.error()));
        return;
      }
      model::Walk walk;
      walk.title = file.stem().string();
      walk.kind = "walked";
      for (const auto& feature : read->features) {
        if (walk.route.empty() || geo::distance(walk.route.back(), feature.at) >= least_step_m)
          walk.route.push_back(feature.at);
      }
      if (walk.route.size() < 2) continue;
      add(model::ChangeRecords{{model::put_row(walk)}});
      ++out_.tracks;
      return;
    }
    trouble(file, tr("holds no track"));
  }

  void take_photo(const fs::path& file) {
    const auto place = io::photo_place(file);
    if (!place.at) {
      return trouble(file, tr("says no position: put it on the map yourself"));
    }
    const auto projection = geo::Projection::to_epsg(project_.info.epsg);
    if (!projection) return trouble(file, base::one_line(projection.error()));
    const auto at = projection->forward(*place.at);
    if (!geo::contains(project_.data_extent, at))
      return trouble(file, tr("was taken outside of the map"));
    auto photo = io::read_photo(file);
    if (!photo) return trouble(file, base::one_line(photo.error()));
    model::Note note;
    note.kind = model::NoteKind::photo;
    note.points = {at};
    note.picture = std::move(*photo);
    add(model::AddNote{note});
    model::Finding finding;
    finding.photo = after_.notes.back().id;
    for (const auto& each : after_.notes) {
      if (each.picture == note.picture) finding.photo = each.id;
    }
    finding.seen = place.taken;
    finding.at = {at};
    add(model::ChangeRecords{{model::put_row(finding)}});
    ++out_.photos;
  }

  const model::Project& project_;
  model::Project after_;
  WalkFinds out_;
};

}  // namespace

WalkFinds walk_finds(const model::Project& project, const std::vector<fs::path>& files,
                     jobs::Context& context) {
  Finds finds(project);
  for (std::size_t i = 0; i < files.size(); ++i) {
    context.update(double(i) / double(files.size()), files[i].filename().string());
    finds.take(files[i]);
  }
  return finds.finish();
}

}  // namespace nahraum::app
