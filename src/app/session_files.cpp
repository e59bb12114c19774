/// The session's files: opening, making, saving, versions, photos, pasted rows.

#include <fmt/format.h>

#include "app/arguments.hpp"
#include "app/new_project.hpp"
#include "app/session.hpp"
#include "base/translate.hpp"
#include "io/photo.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

using base::tr;

void Session::run_effect(const LoadFile& effect) {
  const bool is_project = extension_of(effect.path.string()) == ".gpkg";
  queue_.submit(fmt::format(fmt::runtime(tr("Opening {0}")), effect.path.filename().string()),
                [this, path = effect.path, is_project,
                 catalogue = catalogue_](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  NewProject input;
                  input.osm = path;
                  auto project = is_project ? io::read_project(path, context)
                                            : make_project(input, *catalogue, context);
                  auto shared = std::make_shared<base::Result<model::Project>>(std::move(project));
                  return [this, shared, path, is_project] {
                    if (!*shared) return say(shared->error());
                    take_project(std::move(**shared), is_project ? path : std::filesystem::path());
                    keep_from_here(!is_project);
                    if (!is_project) store_base();
                  };
                });
}

void Session::run_effect(const LoadDemo&) {
  queue_.submit(
      tr("Opening the demo district"),
      [this, catalogue = catalogue_](jobs::Context& context) -> jobs::Queue::OnMainThread {
        auto shared = std::make_shared<base::Result<model::Project>>(
            make_project(demo_district(), *catalogue, context));
        return [this, shared] {
          if (!*shared) return say(shared->error());
          take_project(std::move(**shared), {});
          keep_from_here(false);
          store_base();
        };
      });
}

void Session::run_effect(const BuildProject& effect) {
  const auto input = new_project_of(effect.options);
  if (!input) return say(input.error());
  queue_.submit(fmt::format(fmt::runtime(tr("Opening {0}")), input->osm.filename().string()),
                [this, input = *input,
                 catalogue = catalogue_](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  auto shared = std::make_shared<base::Result<model::Project>>(
                      make_project(input, *catalogue, context));
                  return [this, shared] {
                    if (!*shared) return say(shared->error());
                    take_project(std::move(**shared), {});
                    keep_from_here(true);
                    store_base();
                  };
                });
}

void Session::run_effect(const StoreProject& effect) {
  if (state_.locked_by && effect.path == state_.path) return say_locked();
  if (state_.read_only && !state_.locked_by) {
    return say(Message::Severity::error, tr("This project was made by a newer version: it opens "
                                            "read-only and is never overwritten."));
  }
  if (effect.path.empty()) return say(Message::Severity::error, tr("Choose a file name first."));
  queue_.submit(fmt::format(fmt::runtime(tr("Saving {0}")), effect.path.filename().string()),
                [this, path = effect.path, steps = journal_ ? journal_->steps() : 0,
                 versions = versions_root(unsaved_),
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto kept_before = keep_version(path, versions);
                  const auto written = io::write_project(*project, path, context);
                  return [this, written, kept_before, path, project, steps] {
                    if (!kept_before)
                      say(Message::Severity::warning, base::one_line(kept_before.error()));
                    if (!written) return say(written.error());
                    const bool moved = std::exchange(state_.path, path) != path;
                    if (moved) lock_project();
                    if (!journal_) keep_from_here(false);  // it was read-only until now
                    if (journal_) {
                      tell_whether_kept(journal_->saved_as(path, steps));
                    }
                    if (state_.project == project) state_.unsaved = false;
                    remember_recent(state_.settings, path);
                    run(StoreSettings{});
                    say(Message::Severity::info,
                        fmt::format(fmt::runtime(tr("Saved: {0}")), path.string()));
                  };
                });
}

std::vector<Version> Session::versions() const {
  return state_.path.empty() ? std::vector<Version>{}
                             : versions_of(state_.path, versions_root(unsaved_));
}

void Session::run_effect(const StoreCopy& effect) {
  if (effect.path == state_.path)
    return say(Message::Severity::error, tr("A copy needs another name than the project."));
  queue_.submit(fmt::format(fmt::runtime(tr("Saving {0}")), effect.path.filename().string()),
                [this, path = effect.path,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto written = io::write_project(shared_copy(*project), path, context);
                  return [this, written, path] {
                    if (!written) return say(written.error());
                    say(Message::Severity::info,
                        fmt::format(fmt::runtime(tr("A copy to share: {0}")), path.string()));
                  };
                });
}

/// In no file yet, so that its steps are kept on a base of their own and nothing is overwritten
/// unasked.
void Session::run_effect(const LoadVersion& effect) {
  queue_.submit(
      fmt::format(fmt::runtime(tr("Opening version {0}")), effect.version.number),
      [this, version = effect.version](jobs::Context& context) -> jobs::Queue::OnMainThread {
        auto shared =
            std::make_shared<base::Result<model::Project>>(io::read_project(version.file, context));
        return [this, shared, version] {
          if (!*shared) return say(shared->error());
          take_project(std::move(**shared), {});
          keep_from_here(true);
          store_base();
          say(Message::Severity::info,
              fmt::format(fmt::runtime(tr("This is version {0}, saved on {1}. Save it under the "
                                          "project's name to go back to it, or under another.")),
                          version.number,
                          base::format_date(version.saved.substr(0, 10), base::language())));
        };
      });
}

void Session::run_effect(const LoadPhoto& effect) {
  queue_.submit(
      fmt::format(fmt::runtime(tr("Reading {0}")), effect.path.filename().string()),
      [this, effect, project = state_.project](jobs::Context&) -> jobs::Queue::OnMainThread {
        auto photo = io::read_photo(effect.path);
        return [this, photo, at = effect.at, project] {
          if (!photo) return say(photo.error());
          if (!state_.project || state_.project->info.title != project->info.title) return;
          model::Note note;
          note.kind = model::NoteKind::photo;
          note.points = {at};
          note.picture = *photo;
          const auto edit = model::with_id(*state_.project, model::AddNote{note});
          dispatch(PerformEdit{edit});
          dispatch(Select{{Selection::Kind::note, std::get<model::AddNote>(edit).note.id}});
        };
      });
}

void Session::run_effect(const ReadPasted& effect) {
  queue_.submit(tr("Reading the pasted rows"),
                [this, text = effect.text, project = state_.project,
                 catalogue = catalogue_](jobs::Context&) -> jobs::Queue::OnMainThread {
                  auto read = std::make_shared<base::Result<PastedServices>>(
                      read_pasted(text, *project, *catalogue));
                  return [this, read] { *read ? take_pasted(**read) : say(read->error()); };
                });
}

void Session::take_pasted(const PastedServices& pasted) {
  for (const auto& trouble : pasted.troubles)
    say(Message::Severity::warning, trouble);
  const auto count = pasted.services.size();
  if (count > 0) dispatch(PerformEdit{model::AddServices{pasted.services}});
  say(Message::Severity::info,
      fmt::format(fmt::runtime(base::tr_n("{0} service was added from the pasted rows",
                                          "{0} services were added from the pasted rows", count)),
                  count));
}

}  // namespace nahraum::app
