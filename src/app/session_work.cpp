/// What the session does for the course's work: tables in and out, groups' files out and in.

#include <fmt/format.h>

#include "app/record_file.hpp"
#include "app/session.hpp"
#include "app/verb_merge.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"

namespace nahraum::app {

using base::tr;

void Session::run_effect(const StoreTable& effect) {
  queue_.submit(
      tr("Writing the table"),
      [this, effect, project = state_.project](jobs::Context&) -> jobs::Queue::OnMainThread {
        const auto written =
            write_record_table(*project, *model::record_table(effect.table), effect.path);
        return [this, written, path = effect.path] {
          if (!written) return say(written.error());
          say(Message::Severity::info,
              fmt::format(fmt::runtime(tr("Written: {0}")), path.string()));
        };
      });
}

void Session::run_effect(const ReadRecords& effect) {
  const auto rows = rows_of_text(effect.text);
  if (!rows) return say(rows.error());
  auto pasted = paste_records(*state_.project, *model::record_table(effect.table), *rows);
  if (!pasted) return say(pasted.error());
  for (const auto& trouble : pasted->troubles)
    say(Message::Severity::warning, trouble);
  const auto count = pasted->edit.changes.size();
  if (count > 0) dispatch(PerformEdit{std::move(pasted->edit)});
  say(Message::Severity::info,
      fmt::format(fmt::runtime(base::tr_n("{0} row was pasted", "{0} rows were pasted", count)),
                  count));
}

namespace {

/// Each group's file; none of them takes another's place.
base::Result<int> write_groups(const model::Project& project, const std::string& name,
                               const StoreHandout& effect, jobs::Context& context) {
  const auto files = hand_out(project, std::min(effect.groups, most_groups));
  std::error_code error;
  std::filesystem::create_directories(effect.folder, error);
  for (const auto& file : files) {
    const int group = file.work->handout.group;
    const auto path = group_file(effect.folder, name, group, effect.groups);
    if (std::filesystem::exists(path, error)) {
      return base::fail(base::ErrorCode::bad_input,
                        tr("is there already; a group may have worked in it"), path.string(),
                        tr("choose another folder, or put the file away"));
    }
    context.update(double(group) / double(files.size() + 1), path.filename().string());
    auto quiet = io::write_project(file, path, context);
    if (!quiet) return tl::unexpected(quiet.error());
  }
  return static_cast<int>(files.size());
}

}  // namespace

void Session::run_effect(const StoreHandout& effect) {
  const auto name =
      state_.path.empty() ? state_.project->info.title + ".gpkg" : state_.path.filename().string();
  queue_.submit(tr("Handing out"),
                [this, effect, name,
                 project = state_.project](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  const auto written = write_groups(*project, name, effect, context);
                  return [this, written, folder = effect.folder] {
                    if (!written) return say(written.error());
                    say(Message::Severity::info,
                        fmt::format(fmt::runtime(base::tr_n("{0} group’s file lies in {1}",
                                                            "{0} groups’ files lie in {1}",
                                                            static_cast<unsigned long>(*written))),
                                    *written, folder.string()));
                  };
                });
}

void Session::run_effect(const LoadGroups& effect) {
  queue_.submit(tr("Merging the groups’ files"),
                [this, effect](jobs::Context& context) -> jobs::Queue::OnMainThread {
                  std::vector<std::string> left_out;
                  auto files = read_group_files(effect.files, left_out, context);
                  auto merged = std::make_shared<base::Result<Merged>>(merge(std::move(files)));
                  return [this, merged, left_out] {
                    if (*merged) return take_merged(std::move(**merged), left_out);
                    for (const auto& line : left_out)
                      say(Message::Severity::warning,
                          fmt::format(fmt::runtime(tr("left out – {0}")), line));
                    say(merged->error());
                  };
                });
}

void Session::take_merged(Merged merged, const std::vector<std::string>& left_out) {
  auto all = merged.left_out;
  all.insert(all.end(), left_out.begin(), left_out.end());
  take_project(std::move(merged.project), {});
  keep_from_here(true);
  store_base();
  state_.module = 3;
  for (const auto& line : all)
    say(Message::Severity::warning, fmt::format(fmt::runtime(tr("left out – {0}")), line));
  const auto count = merged.merged.size();
  say(Message::Severity::info,
      fmt::format(fmt::runtime(base::tr_n("{0} group’s file merged: {1}",
                                          "{0} groups’ files merged: {1}", count)),
                  count, fmt::join(merged.merged, ", ")));
}

}  // namespace nahraum::app
