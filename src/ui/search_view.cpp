#include "ui/search_view.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "base/search_key.hpp"
#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "geo/written_place.hpp"
#include "scene/sentence.hpp"

namespace nahraum::ui {
namespace {

using app::FoundKind;
using base::tr;

constexpr std::size_t most_of_a_kind = 6;
constexpr std::size_t most_typed = 200;

/// Lines of one heading with what their best one costs.
struct Group {
  int best = 1000;
  std::vector<SearchRow> rows;
};

std::string heading_of(FoundKind kind) {
  switch (kind) {
    case FoundKind::place:
      return tr("Quarters and places");
    case FoundKind::service:
      return tr("Services");
    case FoundKind::street:
      return tr("Streets");
    case FoundKind::address:
      return tr("House numbers");
    case FoundKind::nature:
      return tr("Parks, waters, areas");
    case FoundKind::note:
      break;
  }
  return tr("Notes");
}

std::vector<Group> found_groups(const app::SearchIndex& index, const std::string& typed,
                                geo::Point near) {
  std::vector<Group> groups;
  const auto found = index.find(typed, near, most_of_a_kind);
  for (std::size_t kind = 0; kind < found.size(); ++kind) {
    Group group;
    for (const auto& hit : found[kind]) {
      const auto& entry = index.entries()[hit.entry];
      group.best = std::min(group.best, hit.score);
      group.rows.push_back({heading_of(static_cast<FoundKind>(kind)),
                            entry.name,
                            entry.detail,
                            base::format_distance(hit.away_m, base::language()),
                            {app::Select{entry.selection}, app::ShowSpot{entry.at, entry.name}}});
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

/// −1: not all typed words fit.
int score_of(const std::string& text, const std::vector<std::string>& typed) {
  int sum = 0;
  const auto words = base::search_words(text);
  for (const auto& word : typed) {
    auto best = base::WordMatch::none;
    for (const auto& each : words)
      best = std::min(best, base::match_word(each, word, false));
    if (best == base::WordMatch::none) return -1;
    sum += 2 * static_cast<int>(best);
  }
  return sum;
}

/// "Pharmacy": who reaches one?
Group question_group(const app::State& state, const model::Catalogue& catalogue,
                     const std::vector<std::string>& typed) {
  Group group;
  if (!state.project || typed.empty()) return group;
  for (const auto& type : catalogue.types) {
    if (type.network_attribute) continue;
    const int score = score_of(type.label.de + " " + type.label.en, typed);
    if (score < 0 || group.rows.size() >= most_of_a_kind) continue;
    group.best = std::min(group.best, score + 1);
    group.rows.push_back({tr("Who reaches …"),
                          scene::name_of(type),
                          "",
                          "",
                          {app::ChooseModule{2}, app::ChooseType{type.id}}});
  }
  return group;
}

Group command_group(const app::State& state, const std::vector<std::string>& typed) {
  Group group;
  std::string before;
  for (auto& command : commands(state)) {
    const bool again = command.name == std::exchange(before, command.name);  // by another key
    const int score = score_of(command.name, typed);
    if (again || score < 0) continue;
    SearchRow row{tr("Commands"), command.name, "", command.keys, {}};
    if (command.action) row.actions.push_back(*command.action);
    row.wish = command.wish;
    group.best = std::min(group.best, score + 1);
    group.rows.push_back(std::move(row));
  }
  return group;
}

/// Where a written place lies in the project's CRS; not finite where it lies nowhere.
geo::Point projected(const geo::WrittenPlace& place, int epsg) {
  if (place.epsg == epsg) return place.numbers;
  const auto projection = place.epsg == 0
                              ? geo::Projection::to_epsg(epsg)
                              : geo::Projection::between(fmt::format("EPSG:{}", place.epsg), epsg);
  if (!projection) return {NAN, NAN};
  return projection->forward(place.numbers);
}

/// "50,77750° N · 6,11130° E"
std::string degrees_text(geo::Point at, int epsg) {
  const auto projection = geo::Projection::to_epsg(epsg);
  if (!projection) return {};
  const auto place = projection->inverse(at);
  const auto number = [](double v) { return base::format_number(v, 5, base::language()); };
  return number(std::abs(place.lat)) + "° " + (place.lat < 0 ? tr("S") : tr("N")) + "  " +
         number(std::abs(place.lon)) + "° " + (place.lon < 0 ? tr("W") : tr("E"));
}

/// Of the ways to read it, the one that lies nearest to the project.
Group coordinate_group(const app::State& state, const std::string& typed, geo::Point near) {
  Group group;
  if (!state.project) return group;
  const int epsg = state.project->info.epsg;
  const geo::Box extent = geo::bounds(state.project->data_extent);
  std::optional<geo::Point> best;
  for (const auto& reading : geo::read_place(typed, epsg)) {
    const geo::Point at = projected(reading, epsg);
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) continue;
    if (!best || geo::distance(at, near) < geo::distance(*best, near)) best = at;
  }
  if (!best) return group;
  const std::string name = degrees_text(*best, epsg);
  SearchRow row{tr("Coordinate"), name, "", "", {}};
  row.possible = extent.contains(*best);
  row.detail =
      row.possible ? fmt::format("{:.0f} · {:.0f}", best->x, best->y) : tr("lies outside the map");
  row.right = base::format_distance(geo::distance(*best, near), base::language());
  row.actions = {app::Select{}, app::ShowSpot{*best, name}};
  group.best = -1;
  group.rows.push_back(std::move(row));
  return group;
}

}  // namespace

std::vector<SearchRow> make_search_rows(const app::State& state, const model::Catalogue& catalogue,
                                        const app::SearchIndex* index, const std::string& typed,
                                        geo::Point near) {
  const auto words = base::search_words(typed);
  std::vector<Group> groups;
  if (!words.empty()) {
    groups.push_back(coordinate_group(state, typed, near));
    if (index) {
      for (auto& group : found_groups(*index, typed, near))
        groups.push_back(std::move(group));
    }
    groups.push_back(question_group(state, catalogue, words));
  }
  groups.push_back(command_group(state, words));
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.best < b.best; });
  std::vector<SearchRow> rows;
  for (auto& group : groups)
    std::move(group.rows.begin(), group.rows.end(), std::back_inserter(rows));
  return rows;
}

/// Made anew when the project or the language has changed since; until then the old one answers.
void SearchDialog::follow(const app::State& state, const model::Catalogue& catalogue,
                          jobs::Queue& jobs) {
  if (indexed_ == state.project && language_ == base::language()) return;
  indexed_ = state.project;
  language_ = base::language();
  if (!indexed_) {
    index_ = nullptr;
    return;
  }
  jobs.submit(tr("Preparing the search"),
              [this, project = indexed_, types = catalogue](jobs::Context&) {
                auto index = std::make_shared<const app::SearchIndex>(*project, types);
                return [this, project, index] {
                  if (project == indexed_) index_ = index;
                };
              });
}

void SearchDialog::take_rows(const app::State& state, const model::Catalogue& catalogue,
                             geo::Point near) {
  if (typed_.size() > most_typed) typed_.resize(most_typed);
  if (rows_of_ == typed_ && rows_index_ == index_ && !rows_.empty()) return;
  if (rows_of_ != typed_) cursor_ = 0;
  rows_of_ = typed_;
  rows_index_ = index_;
  rows_ = make_search_rows(state, catalogue, index_.get(), typed_, near);
  cursor_ = std::min(cursor_, rows_.empty() ? 0 : rows_.size() - 1);
}

/// The field; ↑ and ↓ move in the list below while it is typed in. True: Enter.
bool SearchDialog::input(const Kit& kit) {
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  moved_ = 0;
  const auto arrows = [](ImGuiInputTextCallbackData* data) {
    auto& moved = *static_cast<int*>(data->UserData);
    moved = data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
    return 0;
  };
  ImGui::SetNextItemWidth(-1);
  const float room = ImGui::GetContentRegionAvail().x - 2 * ImGui::GetStyle().FramePadding.x;
  const std::string asked = tr("Street, house number, service, coordinate or command");
  const std::string hint = kit.fitted(asked, room);
  const bool enter = ImGui::InputTextWithHint(
      "##Search", hint.c_str(), &typed_,
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory, arrows, &moved_);
  kit.note_item("Search field", true);
  if (hint != asked) kit.tip(asked);
  return enter;
}

namespace {

/// After the name, as far as it fits. False: not all of it is seen.
bool show_row_detail(const Kit& kit, const SearchRow& row, float from, float room) {
  if (row.detail.empty()) return true;
  if (room < kit.px(40)) return false;
  ImGui::SameLine(from);
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + kit.px(1));
  ImGui::PushFont(kit.fonts.small);
  const auto detail = kit.fitted(row.detail, room);
  ImGui::PopFont();
  kit.caption(detail);
  return detail == row.detail;
}

}  // namespace

bool SearchDialog::row_line(const Kit& kit, std::size_t number) {
  const auto& row = rows_[number];
  const bool first = number == 0 || rows_[number - 1].heading != row.heading;
  if (first) kit.caption(row.heading);
  const float width = ImGui::GetContentRegionAvail().x;
  const float begin = ImGui::GetCursorPosX();
  ImGui::PushID(static_cast<int>(number));
  if (!row.possible) ImGui::PushStyleColor(ImGuiCol_Text, kit.theme.ink_soft);
  const float right =
      kit.fonts.small->CalcTextSizeA(kit.fonts.small->FontSize, 1e9f, 0, row.right.c_str()).x;
  const float room = width - right - kit.px(12);
  const auto name = kit.fitted(row.name, room);
  const bool chosen = ImGui::Selectable((name + "###row").c_str(), number == cursor_);
  if (!row.possible) ImGui::PopStyleColor();
  kit.note_item((row.heading == tr("Commands") ? "command " : "found ") + row.name);
  if (number == cursor_ && moved_ != 0) ImGui::SetScrollHereY();
  ImGui::PopID();
  const float after = ImGui::CalcTextSize(name.c_str()).x + kit.px(12);
  const bool whole = show_row_detail(kit, row, begin + after, room - after);
  if (!whole || name != row.name) kit.tip(row.name + "   " + row.detail);
  if (!row.right.empty()) {
    ImGui::SameLine(begin + width - right);
    kit.detail(row.right);
  }
  return chosen && row.possible;
}

/// As high as the rows that fit whole, as they were in the frame before.
std::optional<std::size_t> SearchDialog::list(const Kit& kit) {
  std::optional<std::size_t> chosen;
  const float most = std::min(kit.px(460), ImGui::GetIO().DisplaySize.y * 0.62f);
  ImGui::BeginChild("found", {0, whole_rows_ > 0 ? std::min(whole_rows_, most) : most});
  whole_rows_ = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (row_line(kit, i)) chosen = i;
    const float end = ImGui::GetCursorPosY();
    whole_rows_ = end <= most ? end : whole_rows_;
  }
  if (ImGui::GetCursorPosY() <= most) whole_rows_ = most;  // with few the list stays as high
  if (rows_.empty()) kit.caption(tr("Nothing found. Fewer letters find more."));
  ImGui::EndChild();
  return chosen;
}

Wish SearchDialog::show(const Kit& kit, const app::State& state, const model::Catalogue& catalogue,
                        jobs::Queue& jobs, geo::Point near) {
  if (std::exchange(asked_, false)) {
    typed_.clear();
    rows_.clear();
    ImGui::OpenPopup("###search");
  }
  const ImVec2 all = ImGui::GetIO().DisplaySize;
  const float wide = std::min(kit.px(640), all.x * 0.94f);
  ImGui::SetNextWindowPos({all.x / 2, all.y * 0.1f}, ImGuiCond_Always, {0.5f, 0});
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, all.y * 0.8f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kit.px(16), kit.px(14)});
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, kit.px(6));
  const bool shown =
      ImGui::BeginPopup("###search", ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar(2);
  if (!shown) return Wish::none;
  follow(state, catalogue, jobs);
  const bool enter = input(kit);
  take_rows(state, catalogue, near);
  if (moved_ != 0 && !rows_.empty()) {
    const auto count = static_cast<int>(rows_.size());
    cursor_ = static_cast<std::size_t>((static_cast<int>(cursor_) + moved_ + count) % count);
  }
  auto chosen = list(kit);
  if (enter && cursor_ < rows_.size() && rows_[cursor_].possible) chosen = cursor_;
  Wish wish = Wish::none;
  if (chosen) {
    wish = rows_[*chosen].wish;
    for (const auto& action : rows_[*chosen].actions)
      kit.act(action);
  }
  if (chosen || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
    ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return wish;
}

}  // namespace nahraum::ui
