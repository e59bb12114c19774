#include "ui/groups_dialog.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/handout.hpp"
#include "base/translate.hpp"
#include "ui/modal.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

/// 1 … most_groups, or nothing.
std::optional<int> number_of_groups(const std::string& text) {
  const auto number = base::parse_number(text, false);
  if (!number || *number != std::floor(*number) || !(*number >= 1 && *number <= app::most_groups))
    return std::nullopt;
  return static_cast<int>(*number);
}

}  // namespace

void GroupsDialog::hand_out(std::filesystem::path folder) {
  step_ = Step::hand_out;
  asked_ = true;
  folder_ = folder.string();
  problem_.clear();
}

void GroupsDialog::merge(std::vector<std::filesystem::path> files) {
  step_ = Step::merge;
  asked_ = true;
  files_ = std::move(files);
}

void GroupsDialog::add(const std::filesystem::path& file) {
  if (std::find(files_.begin(), files_.end(), file) == files_.end()) files_.push_back(file);
}

void GroupsDialog::show_hand_out(const Kit& kit) {
  kit.heading(tr("Hand out to groups"));
  kit.hairline();
  kit.body(
      tr("Every group gets the same project in a file of its own. What groups do later can be "
         "told apart and merged again."));
  kit.caption(tr("Number of groups"));
  kit.input("Groups", groups_, "6");
  kit.caption(tr("Folder"));
  kit.input("Folder for the groups", folder_, "");
  if (!problem_.empty()) kit.text(problem_, kit.fonts.body, kit.theme.warning);
  kit.gap(8);
  if (!kit.primary_button(tr("Write the files"))) return;
  const auto groups = number_of_groups(groups_);
  problem_ =
      groups ? "" : fmt::format(fmt::runtime(tr("A number from 1 to {0}.")), app::most_groups);
  if (!groups) return;
  kit.act(app::HandOut{folder_, *groups});
  step_ = Step::closed;
}

bool GroupsDialog::show_merge(const Kit& kit) {
  kit.heading(tr("Merge groups’ files"));
  kit.hairline();
  kit.body(
      tr("The groups’ work comes together in a new project; the files stay as they are. "
         "What groups changed differently is kept side by side."));
  const float room = std::min(static_cast<float>(files_.size()), 8.f);
  if (!files_.empty() &&
      ImGui::BeginChild("group files", {0, room * ImGui::GetTextLineHeightWithSpacing()})) {
    for (const auto& file : files_)
      kit.detail(file.filename().string());
  }
  if (!files_.empty()) ImGui::EndChild();
  const bool more = kit.button(tr("Add files …"));
  kit.gap(8);
  if (!files_.empty() && kit.primary_button(tr("Merge"))) {
    kit.act(app::MergeFiles{files_});
    step_ = Step::closed;
  }
  return more;
}

bool GroupsDialog::show(const Kit& kit, bool file_dialog_open) {
  if (step_ == Step::closed || (waits_ && file_dialog_open)) return false;
  asked_ = asked_ || std::exchange(waits_, false);
  if (!begin_modal(kit, "###groups", std::exchange(asked_, false), 560)) {
    step_ = Step::closed;
    return false;
  }
  bool more = false;
  if (step_ == Step::hand_out)
    show_hand_out(kit);
  else
    more = show_merge(kit);
  if (step_ != Step::closed) {
    kit.beside(tr("Cancel##groups"));
    if (kit.button(tr("Cancel##groups")) || escape_pressed()) step_ = Step::closed;
  }
  if (step_ == Step::closed || more) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  waits_ = more;
  return more;
}

}  // namespace nahraum::ui
