#include "app/verb_merge.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/project_objects.hpp"
#include "base/translate.hpp"
#include "io/project_gpkg.hpp"
#include "model/work.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;
using nlohmann::json;

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

/// Folders as the files in them, by name; each file once.
std::vector<fs::path> files_of(const std::vector<fs::path>& given) {
  std::vector<fs::path> files;
  for (const auto& each : given) {
    std::error_code error;
    if (!fs::is_directory(each, error)) {
      files.push_back(each);
      continue;
    }
    for (const auto& entry : fs::directory_iterator(each, error)) {
      if (entry.is_regular_file(error)) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

std::string text_of(const Merged& merged) {
  std::string text = said(base::tr_n("{0} group’s file merged: {1}",
                                     "{0} groups’ files merged: {1}", merged.merged.size()),
                          merged.merged.size(), fmt::join(merged.merged, ", ")) +
                     "\n";
  text += said(base::tr_n("{0} contribution", "{0} contributions",
                          static_cast<unsigned long>(merged.contributions)),
               merged.contributions) +
          "\n";
  if (merged.conflicts == 0) return text + tr("no conflicts") + "\n";
  text += said(base::tr_n("{0} object was changed differently; all versions are kept:",
                          "{0} objects were changed differently; all versions are kept:",
                          static_cast<unsigned long>(merged.conflicts)),
               merged.conflicts) +
          "\n";
  std::string object;
  for (const auto& row : merged.project.work->conflicts) {
    if (row.object != object)
      text += "  " + object_words(merged.project, key_of(row.object)) + "\n";
    object = row.object;
    text += fmt::format(
        "  {} {}: {}\n", row.taken ? "→" : " ",
        row.group.empty() ? std::string(tr("as handed out")) : said(tr("group {0}"), row.group),
        row.version);
  }
  return text;
}

json json_of(const Merged& merged) {
  json conflicts = json::array();
  for (const auto& row : merged.project.work->conflicts)
    conflicts.push_back({{"object", row.object},
                         {"group", row.group},
                         {"version", row.version},
                         {"taken", row.taken}});
  return {{"groups", merged.merged},
          {"left_out", merged.left_out},
          {"contributions", merged.contributions},
          {"conflicting_objects", merged.conflicts},
          {"versions", conflicts}};
}

base::Result<void> check_groups(int groups) {
  if (groups >= 1 && groups <= most_groups) return {};
  return base::fail(ErrorCode::bad_input, said(tr("“{0}” is no number of groups"), groups),
                    "--groups", said(tr("1 to {0}"), most_groups));
}

}  // namespace

fs::path group_file(const fs::path& folder, const fs::path& project, int group, int groups) {
  const int digits = std::max<int>(2, static_cast<int>(std::to_string(groups).size()));
  return folder /
         fmt::format("{}-{}-{:0{}}.gpkg", project.stem().string(), tr("group"), group, digits);
}

base::Result<void> run_handout(const HandoutOptions& options, Console& console) {
  if (auto sound = check_groups(options.groups); !sound) return sound;
  const auto project = io::read_project(options.project, console.context());
  if (!project) return tl::unexpected(project.error());
  const auto folder = options.folder.empty() ? options.project.parent_path() : options.folder;
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  const auto files = hand_out(*project, options.groups);
  for (int group = 1; group <= options.groups; ++group) {
    const auto path = group_file(folder, options.project, group, options.groups);
    if (fs::exists(path, error)) {
      return base::fail(ErrorCode::bad_input, tr("is there already; a group may have worked in it"),
                        path.string(), tr("choose another folder, or put the file away"));
    }
    auto written =
        io::write_project(files[static_cast<std::size_t>(group - 1)], path, console.context());
    if (!written) return written;
    console.say(path.string());
  }
  return {};
}

std::vector<GroupFile> read_group_files(const std::vector<fs::path>& given,
                                        std::vector<std::string>& left_out,
                                        jobs::Context& context) {
  std::vector<GroupFile> files;
  for (const auto& path : files_of(given)) {
    auto project = io::read_project(path, context);
    if (project)
      files.push_back({path.filename().string(), std::move(*project), io::last_change(path)});
    else
      left_out.push_back(path.filename().string() + ": " + project.error().what);
  }
  return files;
}

base::Result<void> run_merge(const MergeOptions& options, Console& console) {
  std::vector<std::string> left_out;
  auto files = read_group_files(options.files, left_out, console.context());
  auto merged = merge(std::move(files));
  if (merged) merged->left_out.insert(merged->left_out.end(), left_out.begin(), left_out.end());
  for (const auto& line : merged ? merged->left_out : left_out)
    console.warn(said(tr("left out – {0}"), line));
  if (!merged) return tl::unexpected(merged.error());
  auto written =
      io::write_project(merged->project, options.out, console.context(), merged->changed);
  if (!written) return written;
  console.result(options.json ? json_of(*merged).dump(2) : text_of(*merged));
  if (!options.json) console.say(options.out.string());
  return {};
}

void add_merge(CLI::App& app, CommandLine& line) {
  auto [handout, h] = add_verb(
      app, line, "handout",
      tr("the same project for every group of a course, one numbered file each"), run_handout);
  handout->add_option(tr("PROJECT"), h->project, tr("project file"))->required();
  handout->add_option("--groups", h->groups, tr("how many"))->required();
  handout->add_option("-o,--output", h->folder, tr("folder; without it beside the project"));
  auto [merge_verb, m] =
      add_verb(app, line, "merge",
               tr("the groups' files in one project, by the identity of each object; the order "
                  "does not matter"),
               run_merge);
  merge_verb->add_option(tr("OUT"), m->out, tr("project to write"))->required();
  merge_verb->add_option(tr("IN"), m->files, tr("the groups' files, or folders of them"))
      ->required();
  merge_verb->add_flag("--json", m->json, tr("as JSON"));
}

}  // namespace nahraum::app
