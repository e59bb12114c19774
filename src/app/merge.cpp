#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/handout.hpp"
#include "app/project_objects.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Text = std::optional<std::string>;

/// A file as it takes part.
struct Part {
  std::string label;  ///< "3", or "3 (neu.gpkg)" where another file calls itself 3, too
  model::Project project;
  Objects objects;
  std::string hash;  ///< of all objects: copies have the same
  std::string changed;
};

template <class... Values>
std::string said(const char* message, const Values&... values) {
  return fmt::format(fmt::runtime(message), values...);
}

std::string hash_of_all(const Objects& objects) {
  std::string all;
  for (const auto& [key, text] : objects)
    all += to_text(key) + " " + text + "\n";
  return hash_of(all);
}

/// The hand-out that most files are of; of several the first by its id.
std::string usual_handout(const std::vector<GroupFile>& files) {
  std::map<std::string, int> count;
  for (const auto& file : files) {
    const auto& handout = file.project.work->handout;
    if (handout.group > 0 && !file.project.info.read_only_newer) ++count[handout.id];
  }
  const auto most = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? "" : most->first;
}

const char* reason_against(const GroupFile& file, const std::string& handout) {
  const auto& own = file.project.work->handout;
  if (file.project.info.read_only_newer)
    return tr("was made by a newer version of the program: merge with that one");
  if (own.id.empty()) return tr("was not handed out to a group");
  if (own.group == 0) return tr("is no group's file but a merged one");
  if (own.id != handout) return tr("is of another hand-out");
  return nullptr;
}

class Parts {
 public:
  explicit Parts(std::vector<GroupFile> files) {
    // By group, then content, then name: the order of the files does not matter.
    const auto handout = usual_handout(files);
    for (auto& file : files) {
      if (const char* reason = reason_against(file, handout))
        left_out_.push_back(file.name + ": " + reason);
      else
        names_.push_back(make(std::move(file)));
    }
    std::sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) {
      return std::tie(a.second.project.work->handout.group, a.second.hash, a.first) <
             std::tie(b.second.project.work->handout.group, b.second.hash, b.first);
    });
    drop_copies();
    name_them();
  }

  std::vector<Part> parts;
  std::vector<std::string> left_out() {
    std::sort(left_out_.begin(), left_out_.end());
    return left_out_;
  }

 private:
  static std::pair<std::string, Part> make(GroupFile file) {
    Part part{"", std::move(file.project), {}, "", file.changed};
    part.objects = objects_of(part.project);
    part.hash = hash_of_all(part.objects);
    return {file.name, std::move(part)};
  }
  static int group_of(const Part& part) { return part.project.work->handout.group; }

  void drop_copies() {
    for (std::size_t i = 1; i < names_.size();) {
      auto& [before, kept] = names_[i - 1];
      auto& [name, part] = names_[i];
      if (group_of(kept) == group_of(part) && kept.hash == part.hash) {
        left_out_.push_back(name + ": " + said(tr("is the same as {0}"), before));
        names_.erase(names_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }
  void name_them() {
    std::map<int, int> files;
    for (const auto& [name, part] : names_)
      ++files[group_of(part)];
    for (auto& [name, part] : names_) {
      part.label = std::to_string(group_of(part));
      if (files[group_of(part)] > 1) part.label += " (" + name + ")";
      parts.push_back(std::move(part));
    }
  }

  std::vector<std::pair<std::string, Part>> names_;
  std::vector<std::string> left_out_;
};

/// What became of one object in one file.
struct Version {
  const Part* part = nullptr;
  Text text;             ///< none: it is not there
  bool changed = false;  ///< against the start
};

class Merger {
 public:
  explicit Merger(const std::vector<Part>& parts) : parts_(parts) {
    for (const auto& object : parts.front().project.work->handout.base)
      base_[{object.kind, object.id}] = object.hash;
  }

  void run(Merged& out) {
    out.project = parts_.front().project;
    auto& work = out.project.work.edit();
    work.handout.group = 0;
    work.handout.base.clear();
    std::vector<std::pair<ObjectKey, Text>> changes;
    for (const auto& key : keys()) {
      const auto versions = versions_of(key);
      note_contributions(key, versions);
      const Text taken = decide(key, versions);
      const auto own = parts_.front().objects.find(key);
      const Text has = own == parts_.front().objects.end() ? Text() : Text(own->second);
      if (taken != has) changes.emplace_back(key, taken);
    }
    for (const auto& [key, text] : in_order(std::move(changes))) {
      if (auto put = put_object(out.project, key, text); !put)
        out.left_out.push_back(base::one_line(put.error()));
    }
    tell(out);
  }

 private:
  std::set<ObjectKey> keys() const {
    std::set<ObjectKey> all;
    for (const auto& [key, hash] : base_)
      all.insert(key);
    for (const auto& part : parts_) {
      for (const auto& [key, text] : part.objects)
        all.insert(key);
    }
    return all;
  }

  std::vector<Version> versions_of(const ObjectKey& key) const {
    const auto start = base_.find(key);
    std::vector<Version> versions;
    for (const auto& part : parts_) {
      const auto found = part.objects.find(key);
      Version version{&part, {}, start != base_.end()};
      if (found != part.objects.end()) {
        version.text = found->second;
        version.changed = start == base_.end() || hash_of(found->second) != start->second;
      }
      versions.push_back(std::move(version));
    }
    return versions;
  }

  void note_contributions(const ObjectKey& key, const std::vector<Version>& versions) {
    const bool in_base = base_.contains(key);
    for (const auto& version : versions) {
      if (!version.changed) continue;
      const char* what = !version.text ? "removed" : in_base ? "changed" : "added";
      contributions_.emplace_back(version.part->label, key, what);
    }
  }

  /// Of several different changes the start is kept; all versions are told.
  Text decide(const ObjectKey& key, const std::vector<Version>& versions) {
    std::vector<const Version*> changed;
    const Version* start = nullptr;
    for (const auto& version : versions) {
      if (version.changed)
        changed.push_back(&version);
      else if (version.text && !start)
        start = &version;
    }
    if (changed.empty()) return start ? start->text : Text();
    const bool same = std::all_of(changed.begin(), changed.end(), [&](const auto* each) {
      return each->text == changed.front()->text;
    });
    if (same) return changed.front()->text;
    const Text taken = start ? start->text : changed.front()->text;
    ++conflicts_;
    if (start) tell_version(key, "", start->text, true);
    std::vector<Text> told;
    for (const auto* each : changed) {
      if (std::find(told.begin(), told.end(), each->text) != told.end()) continue;
      told.push_back(each->text);
      tell_version(key, labels_of(changed, each->text), each->text, !start && each->text == taken);
    }
    return taken;
  }

  static std::string labels_of(const std::vector<const Version*>& changed, const Text& text) {
    std::string labels;
    for (const auto* each : changed) {
      if (each->text == text) labels += (labels.empty() ? "" : ", ") + each->part->label;
    }
    return labels;
  }

  void tell_version(const ObjectKey& key, const std::string& group, const Text& text, bool taken) {
    model::Conflict row;
    row.id = static_cast<model::Id>(conflict_rows_.size() + 1);
    row.object = to_text(key);
    row.group = group;
    row.version = version_words(key, text);
    row.edit = text.value_or("");
    row.taken = taken;
    conflict_rows_.push_back(std::move(row));
  }

  /// The outline last: it decides who lies in it. What goes, goes first.
  static std::vector<std::pair<ObjectKey, Text>> in_order(
      std::vector<std::pair<ObjectKey, Text>> changes) {
    std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
      const auto rank = [](const auto& change) {
        if (change.first.kind == "district") return 3;
        if (change.first.kind == "statistics") return 2;
        return change.second ? 1 : 0;
      };
      return rank(a) < rank(b);
    });
    return changes;
  }

  void tell(Merged& out) {
    auto& work = out.project.work.edit();
    std::stable_sort(contributions_.begin(), contributions_.end(),
                     [&](const auto& a, const auto& b) {
                       return place_of(std::get<0>(a)) < place_of(std::get<0>(b));
                     });
    work.contributions.clear();
    for (const auto& [label, key, what] : contributions_) {
      const auto id = static_cast<model::Id>(work.contributions.size() + 1);
      work.contributions.push_back({id, label, to_text(key), what});
    }
    work.conflicts = std::move(conflict_rows_);
    out.contributions = static_cast<int>(work.contributions.size());
    out.conflicts = conflicts_;
  }

  std::size_t place_of(const std::string& label) const {
    std::size_t i = 0;
    while (i < parts_.size() && parts_[i].label != label)
      ++i;
    return i;
  }

  const std::vector<Part>& parts_;
  std::map<ObjectKey, std::string> base_;
  std::vector<std::tuple<std::string, ObjectKey, std::string>> contributions_;
  std::vector<model::Conflict> conflict_rows_;
  int conflicts_ = 0;
};

}  // namespace

base::Result<Merged> merge(std::vector<GroupFile> files) {
  Parts parts(std::move(files));
  Merged out;
  out.left_out = parts.left_out();
  if (parts.parts.empty()) {
    return base::fail(base::ErrorCode::bad_input, tr("none of the files can be merged"),
                      out.left_out.empty() ? "" : out.left_out.front(),
                      tr("choose the files that were handed out to the groups"));
  }
  for (const auto& part : parts.parts) {
    out.merged.push_back(part.label);
    out.changed = std::max(out.changed, part.changed);
  }
  Merger(parts.parts).run(out);
  return out;
}

std::vector<model::Edit> settle(const model::Project& project, model::Id conflict) {
  const auto* chosen = model::find_row(project.work->conflicts, conflict);
  if (!chosen) return {};
  const auto key = key_of(chosen->object);
  auto edits = edits_to(project, key, chosen->edit.empty() ? Text() : Text(chosen->edit));
  model::ChangeRecords marks;
  for (auto row : project.work->conflicts) {
    if (row.object != chosen->object || row.taken == (row.id == conflict)) continue;
    row.taken = row.id == conflict;
    marks.changes.push_back(model::put_row(row));
  }
  if (!marks.changes.empty()) edits.push_back(std::move(marks));
  return edits;
}

}  // namespace nahraum::app
