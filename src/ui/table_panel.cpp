#include "ui/table_panel.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using app::TableOf;
using base::tr;

constexpr std::size_t most_marked = 1000;

std::optional<TableOf> table_of(app::Selection::Kind kind) {
  using Kind = app::Selection::Kind;
  if (kind == Kind::home) return TableOf::homes;
  if (kind == Kind::service) return TableOf::services;
  if (kind == Kind::statistics) return TableOf::areas;
  return kind == Kind::note ? std::optional(TableOf::notes) : std::nullopt;
}

std::string count_of(std::size_t count) {
  return base::format_number(static_cast<double>(count), 0, base::language());
}

/// Of a button with this word.
float width_of(const std::string& word) {
  return ImGui::CalcTextSize(word.c_str()).x + 2 * ImGui::GetStyle().FramePadding.x;
}

}  // namespace

void TablePanel::follow(const app::State& state,
                        const std::shared_ptr<const model::Catalogue>& catalogue,
                        jobs::Queue& jobs) {
  Asked asked{what_, state.project, what_ == TableOf::homes ? state.answer : nullptr, order_,
              base::language()};
  if (known_ == asked) return;
  known_ = asked;
  if (job_ != 0) jobs.cancel(job_);  // what it answers is not asked any more
  job_ = jobs.submit(tr("Sorting the table"),
                     [this, asked, catalogue, number = ++number_](jobs::Context& context) {
                       auto rows = std::make_shared<Rows>();
                       rows->table = std::make_shared<const app::AttributeTable>(
                           asked.what, asked.project, catalogue, asked.answer);
                       auto order = asked.order;
                       order.column = std::min(order.column, rows->table->columns().size() - 1);
                       rows->rows = app::ordered_rows(*rows->table, order, context);
                       return [this, rows, number] {
                         if (number == number_) rows_ = rows;
                       };
                     });
}

/// What is chosen on the map is chosen and seen in its table.
void TablePanel::follow_selection(const app::State& state) {
  if (state.selection == seen_ || !rows_) return;
  seen_ = state.selection;
  const bool shown = table_of(state.selection.kind) == rows_->table->what();
  followed_ = state.selection;
  if (state.selection.kind == app::Selection::Kind::none) chosen_.clear();
  if (!shown) return;
  const bool known = chosen_.contains(state.selection.id);
  if (!known) chosen_.choose({state.selection.id});
  for (std::size_t i = 0; i < rows_->rows.size() && !known; ++i) {
    if (key(rows_->rows[i]) != state.selection.id) continue;
    scroll_to_ = anchor_ = i;
    return;
  }
}

void TablePanel::copy(jobs::Queue& jobs) const {
  if (!rows_) return;
  jobs.submit(tr("Copying the rows"), [shown = rows_, chosen = chosen_](jobs::Context&) {
    std::vector<std::uint32_t> wanted;
    for (const auto row : shown->rows) {
      if (chosen.empty() || chosen.contains(shown->table->selection(row).id)) wanted.push_back(row);
    }
    auto text = app::as_tabbed_text(*shown->table, wanted);
    return [text = std::move(text)] { ImGui::SetClipboardText(text.c_str()); };
  });
}

void TablePanel::head(const Kit& kit, const app::State& state, jobs::Queue& jobs) {
  const int was = static_cast<int>(what_);
  const int is = kit.segments(
      "table", {tr("Services"), tr("Residential buildings"), tr("Areas"), tr("Notes")}, was);
  if (is != was) {
    what_ = static_cast<TableOf>(is);
    order_ = {};
    chosen_.clear();
  }
  kit.same_line_if_fits(kit.px(190), kit.px(16));
  ImGui::SetNextItemWidth(kit.px(190));
  ImGui::InputTextWithHint("##table filter", tr("Filter"), &order_.filter);
  kit.note_item("Table filter", true);
  const char* copy_label = chosen_.empty() ? tr("Copy all") : tr("Copy");
  kit.same_line_if_fits(width_of(copy_label), kit.px(12));
  if (kit.button(copy_label)) copy(jobs);
  if (what_ == TableOf::services && !state.read_only) {
    kit.same_line_if_fits(width_of(tr("Paste")));
    if (kit.button(tr("Paste"))) {
      const char* text = ImGui::GetClipboardText();
      kit.act(app::PasteServices{text ? text : ""});
    }
    kit.tip(
        tr("Rows copied from a spreadsheet, with a header: Name, Art, and Rechtswert, Hochwert "
           "or an address."));
  }
  if (rows_) {
    const auto count = fmt::format(fmt::runtime(tr("{0} of {1}")), count_of(rows_->rows.size()),
                                   count_of(rows_->table->size()));
    kit.same_line_if_fits(width_of(count) + kit.px(48), kit.px(12));
    ImGui::AlignTextToFramePadding();
    kit.detail(count);
  }
  kit.same_line_if_fits(kit.px(36));
  if (kit.icon_button(tr("Close the table"), Icon::close, false, false)) open_ = false;
}

void TablePanel::read_sort() {
  ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  if (!specs || !specs->SpecsDirty) return;
  specs->SpecsDirty = false;
  if (specs->SpecsCount == 0) return;
  order_.column = static_cast<std::size_t>(specs->Specs[0].ColumnIndex);
  order_.ascending = specs->Specs[0].SortDirection != ImGuiSortDirection_Descending;
}

void TablePanel::choose_range(std::size_t to) {
  const std::size_t last = std::min(std::max(to, anchor_), rows_->rows.size() - 1);
  std::vector<std::int32_t> ids;
  for (std::size_t i = std::min(to, anchor_); i <= last; ++i)
    ids.push_back(key(rows_->rows[i]));
  chosen_.choose(std::move(ids));
}

/// Ctrl adds and takes away, Shift takes all up to here.
void TablePanel::choose(const Kit& kit, std::size_t at) {
  const auto row = rows_->rows[at];
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyShift) return choose_range(at);
  anchor_ = at;
  if (io.KeyCtrl) return chosen_.toggle(key(row));
  chosen_.choose({key(row)});
  followed_ = rows_->table->selection(row);
  kit.act(app::Select{followed_});
  kit.act(app::ShowSpot{rows_->table->place(row)});
}

void TablePanel::row(const Kit& kit, std::size_t at, PanelMemory& memory) {
  const auto number = rows_->rows[at];
  const auto& columns = rows_->table->columns();
  ImGui::TableNextRow();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!ImGui::TableSetColumnIndex(static_cast<int>(c)) && c > 0) continue;
    const std::string text = rows_->table->cell(number, c).text;
    if (c == 0) {
      ImGui::PushID(static_cast<int>(at));
      const auto shown = kit.fitted(text, ImGui::GetContentRegionAvail().x);
      const bool pressed = ImGui::Selectable(
          (text.empty() ? "–" : shown + "###name").c_str(), chosen_.contains(key(number)),
          ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick);
      kit.note_item(fmt::format("row {}", at + 1));
      if (shown != text) kit.tip(text);
      ImGui::PopID();
      if (!pressed) continue;
      choose(kit, at);
      const bool service = rows_->table->what() == TableOf::services;
      if (service && ImGui::IsMouseDoubleClicked(0)) memory.edited_service = key(number);
      continue;
    }
    if (columns[c].number) {
      const float rest = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
      if (rest > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + rest);
    }
    const auto shown = kit.fitted(text, ImGui::GetContentRegionAvail().x);
    ImGui::TextUnformatted(shown.c_str());
    if (shown != text) kit.tip(text);
  }
}

namespace {

/// As ImGui::TableHeadersRow(), and Tab reaches them: Space sorts by one.
void headings(const Kit& kit, const std::vector<app::TableColumn>& columns) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!ImGui::TableSetColumnIndex(static_cast<int>(c))) continue;
    ImGui::PushID(static_cast<int>(c));
    ImGui::TableHeader(columns[c].name.c_str());
    kit.note_item("column " + columns[c].name);
    ImGui::PopID();
  }
}

}  // namespace

void TablePanel::rows(const Kit& kit, PanelMemory& memory) {
  if (!rows_) return;
  const auto& columns = rows_->table->columns();
  ImGui::PushFont(kit.fonts.small);
  const std::string id = fmt::format("rows{}", static_cast<int>(rows_->table->what()));
  const ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_Resizable |
                                ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit;
  if (ImGui::BeginTable(id.c_str(), static_cast<int>(columns.size()), flags)) {
    ImGui::TableSetupScrollFreeze(1, 1);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const float title = ImGui::CalcTextSize(columns[c].name.c_str()).x + kit.px(30);
      const float least = columns[c].number ? 70.f : 140.f;
      ImGui::TableSetupColumn(columns[c].name.c_str(), ImGuiTableColumnFlags_None,
                              std::max(title, kit.px(c == 0 ? 210.f : least)));
    }
    headings(kit, columns);
    read_sort();
    const float high = ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    if (scroll_to_) {
      const float middle = ImGui::GetWindowHeight() / 2;
      ImGui::SetScrollY(static_cast<float>(*scroll_to_) * high - middle);
      scroll_to_.reset();
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows_->rows.size()), high);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
        row(kit, static_cast<std::size_t>(i), memory);
    }
    ImGui::EndTable();
  }
  ImGui::PopFont();
}

void TablePanel::show(const Kit& kit, const app::State& state,
                      const std::shared_ptr<const model::Catalogue>& catalogue, jobs::Queue& jobs,
                      PanelMemory& memory) {
  if (!state.project) return;
  follow(state, catalogue, jobs);
  follow_selection(state);
  const bool here = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows) ||
                    ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
  const bool copies = here && ImGui::GetIO().KeyCtrl && !ImGui::GetIO().WantTextInput &&
                      ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_C));
  if (copies) copy(jobs);
  head(kit, state, jobs);
  rows(kit, memory);
}

const Marked& TablePanel::marked() {
  MarkKey key{open_, rows_, chosen_.change(), followed_};
  if (!(key == mark_key_)) {
    mark_key_ = std::move(key);
    marked_ = make_marked();
  }
  return marked_;
}

Marked TablePanel::make_marked() const {
  Marked marked;
  if (!open_ || !rows_ || chosen_.empty()) return marked;
  if (table_of(followed_.kind) == rows_->table->what() && chosen_.is_only(followed_.id))
    return marked;
  const std::size_t most = std::min(most_marked, chosen_.size());
  for (const auto row : rows_->rows) {
    if (marked.places.size() + marked.areas.size() >= most) break;
    if (!chosen_.contains(key(row))) continue;
    if (rows_->table->what() == TableOf::areas)
      marked.areas.push_back(row);
    else
      marked.places.push_back(rows_->table->place(row));
  }
  return marked;
}

}  // namespace nahraum::ui
