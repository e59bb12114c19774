#include "ui/record_sheet.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "app/module_tables.hpp"
#include "app/record_file.hpp"
#include "app/work_tools.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;
using model::ColumnKind;

/// The other tables of its module, in their order.
std::vector<RecordSheetView::Tab> tabs_beside(const std::string& table) {
  std::vector<RecordSheetView::Tab> tabs;
  for (const auto& name : app::tables_of_module(app::module_of_table(table)))
    tabs.push_back({name, tr(model::record_table(name)->about.label)});
  return tabs;
}

float column_width(const Kit& kit, const model::RecordColumn& column) {
  const float title = ImGui::CalcTextSize(tr(column.label)).x + kit.px(20);
  switch (column.kind) {
    case ColumnKind::whole:
    case ColumnKind::number:
    case ColumnKind::flag:
      return std::max(title, kit.px(72));
    case ColumnKind::date:
      return std::max(title, kit.px(96));
    default:
      return std::max(title, kit.px(170));
  }
}

std::string cell_label(model::Id row, const model::RecordColumn& column) {
  return fmt::format("cell {} {}", row, column.name);
}

}  // namespace

std::optional<RecordSheetView> make_record_sheet_view(const app::State& state) {
  const auto* table = model::record_table(state.work.table);
  if (!table || !state.project) return std::nullopt;
  RecordSheetView view;
  view.tabs = tabs_beside(state.work.table);
  view.table = table;
  view.records = table->records(*state.project->work);
  view.read_only = state.read_only || app::module_of_table(state.work.table) == 0;
  for (const auto& column : table->columns)
    view.names.push_back(app::named_rows(*state.project, column.refers_to));
  auto words = app::table_words(*state.project, *table);
  for (std::size_t i = 1; i < words.size(); ++i)
    view.words.emplace_back(words[i].begin() + 1, words[i].end());
  return view;
}

/// Words are made anew only when something changed.
void RecordSheet::follow(const app::State& state) {
  if (of_ == state.project && of_table_ == state.work.table && language_ == base::language())
    return;
  if (of_table_ != state.work.table) editing_.reset();
  of_ = state.project;
  of_table_ = state.work.table;
  language_ = base::language();
  view_ = make_record_sheet_view(state);
}

Wish RecordSheet::head(const Kit& kit, const app::State& state) {
  Wish wish = Wish::none;
  std::vector<std::string> labels;
  int now = 0;
  for (std::size_t i = 0; i < view_->tabs.size(); ++i) {
    labels.push_back(view_->tabs[i].label);
    if (view_->tabs[i].table == state.work.table) now = static_cast<int>(i);
  }
  const int is = kit.segments("record tables", labels, now);
  if (is != now) kit.act(app::OpenTable{view_->tabs[static_cast<std::size_t>(is)].table, 0});
  const bool chosen = view_->table->find(*state.project->work, state.work.row).has_value();
  if (!view_->read_only) {
    kit.beside(tr("Add a row"));
    if (kit.button(tr("Add a row"))) {
      auto record = view_->table->blank();
      const auto id = view_->table->next_id(*state.project->work);
      record.id = id;
      kit.act(app::PerformEdit{model::ChangeRecords{{{state.work.table, id, std::move(record)}}}});
      kit.act(app::OpenTable{state.work.table, id});
    }
  }
  if (!view_->read_only && chosen) {
    kit.beside(tr("Delete the row"));
    if (kit.quiet_button(tr("Delete the row")))
      kit.act(app::PerformEdit{
          model::ChangeRecords{{{state.work.table, state.work.row, std::nullopt}}}});
  }
  const auto tool = app::placing_tool(state.work.table);
  if (!view_->read_only && chosen && tool) {
    kit.beside(tr("Set its place on the map"));
    if (kit.quiet_button(tr("Set its place on the map"), state.tool == *tool))
      kit.act(app::ChooseTool{*tool});
  }
  kit.beside(tr("Copy all"));
  if (kit.quiet_button(tr("Copy all")))
    ImGui::SetClipboardText(app::tabbed_records(*state.project, *view_->table).c_str());
  if (!view_->read_only) {
    kit.beside(tr("Paste"));
    if (kit.quiet_button(tr("Paste"))) {
      const char* text = ImGui::GetClipboardText();
      kit.act(app::PasteRecords{state.work.table, text ? text : ""});
    }
    kit.tip(
        tr("Rows copied from a spreadsheet. With a header the columns may stand in any order; "
           "a number in the column “No.” changes that row."));
  }
  kit.beside(tr("Export …"));
  if (kit.quiet_button(tr("Export …"))) wish = Wish::export_table;
  kit.same_line_if_fits(kit.px(36));
  if (kit.icon_button(tr("Close the table"), Icon::close, false, false)) kit.act(app::OpenTable{});
  return wish;
}

void RecordSheet::put(const Kit& kit, std::size_t at, int column, model::Cell cell) const {
  auto record = view_->records[at];
  auto& old = record.cells[static_cast<std::size_t>(column)];
  if (old == cell) return;
  old = std::move(cell);
  kit.act(app::PerformEdit{model::ChangeRecords{{{of_table_, record.id, std::move(record)}}}});
}

/// `next`: the column that is edited then; −1 none. What cannot be read stays to be mended.
void RecordSheet::commit(const Kit& kit, const app::State& state, std::size_t at, int next) {
  const auto& column = view_->table->columns[static_cast<std::size_t>(editing_->column)];
  auto cell = app::cell_from_words(*state.project, column, editing_->text);
  if (!cell) {
    kit.act(app::Tell{cell.error().what + ": " + cell.error().what_to_do,
                      app::Message::Severity::warning});
  } else {
    put(kit, at, editing_->column, std::move(*cell));
  }
  const auto count = static_cast<int>(view_->table->columns.size());
  const auto row = editing_->row;
  editing_.reset();
  if (next < 0 || next >= count) return;
  const auto kind = view_->table->columns[static_cast<std::size_t>(next)].kind;
  if (kind == ColumnKind::choice || kind == ColumnKind::flag || kind >= ColumnKind::reference)
    return;
  editing_ = Editing{row, next, view_->words[at][static_cast<std::size_t>(next)]};
}

void RecordSheet::edit_text(const Kit& kit, const app::State& state, std::size_t at) {
  const auto& column = view_->table->columns[static_cast<std::size_t>(editing_->column)];
  if (editing_->begins) ImGui::SetKeyboardFocusHere();
  const bool began = std::exchange(editing_->begins, false);
  ImGui::SetNextItemWidth(-1);
  const bool entered =
      ImGui::InputText("##edit", &editing_->text,
                       ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  kit.note_item(cell_label(editing_->row, column), true);
  if (began) return;
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    editing_.reset();
    return;
  }
  const bool tab = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab));
  if (entered || ImGui::IsItemDeactivated())
    commit(kit, state, at, tab ? editing_->column + (ImGui::GetIO().KeyShift ? -1 : 1) : -1);
}

void RecordSheet::edit_choice(const Kit& kit, std::size_t at, int column) {
  const auto& about = view_->table->columns[static_cast<std::size_t>(column)];
  const auto& words = view_->words[at][static_cast<std::size_t>(column)];
  const auto label = cell_label(view_->records[at].id, about);
  ImGui::SetNextItemWidth(-1);
  const bool open = ImGui::BeginCombo("##choice", words.c_str(), ImGuiComboFlags_NoArrowButton);
  kit.note_item(label);
  if (!open) return;
  for (const auto& choice : about.choices) {
    const std::string shown = tr(choice.label);
    if (ImGui::Selectable((shown + "##" + choice.id).c_str(), shown == words))
      put(kit, at, column, std::string(choice.id));
    kit.note_item(label + " " + shown);
  }
  ImGui::EndCombo();
}

void RecordSheet::edit_reference(const Kit& kit, std::size_t at, int column) {
  const auto index = static_cast<std::size_t>(column);
  const auto& about = view_->table->columns[index];
  const auto& record = view_->records[at];
  const bool many = about.kind == ColumnKind::references;
  const auto label = cell_label(record.id, about);
  ImGui::SetNextItemWidth(-1);
  const bool open = ImGui::BeginCombo("##reference", view_->words[at][index].c_str(),
                                      ImGuiComboFlags_NoArrowButton | ImGuiComboFlags_HeightLarge);
  kit.note_item(label);
  if (!open) return;
  auto ids = many ? std::get<model::Ids>(record.cells[index]) : model::Ids{};
  const auto single = many ? 0 : std::get<std::int32_t>(record.cells[index]);
  if (ImGui::Selectable(tr("none"), many ? ids.empty() : single == 0)) {
    if (many)
      put(kit, at, column, model::Ids{});
    else
      put(kit, at, column, std::int32_t{0});
  }
  for (const auto& named : view_->names[index]) {
    const auto found = std::find(ids.begin(), ids.end(), named.id);
    const bool is = many ? found != ids.end() : named.id == single;
    if (!ImGui::Selectable(fmt::format("{}##{}", named.name, named.id).c_str(), is,
                           many ? ImGuiSelectableFlags_DontClosePopups : 0))
      continue;
    if (!many) {
      put(kit, at, column, named.id);
      continue;
    }
    if (is)
      ids.erase(found);
    else
      ids.push_back(named.id);
    put(kit, at, column, ids);
  }
  ImGui::EndCombo();
}

void RecordSheet::cell(const Kit& kit, const app::State& state, std::size_t at, int column) {
  const auto index = static_cast<std::size_t>(column);
  const auto& about = view_->table->columns[index];
  const auto& record = view_->records[at];
  const auto& words = view_->words[at][index];
  if (!view_->read_only && editing_ && editing_->row == record.id && editing_->column == column)
    return edit_text(kit, state, at);
  if (!view_->read_only && about.kind == ColumnKind::choice) return edit_choice(kit, at, column);
  if (!view_->read_only && about.kind >= ColumnKind::reference)
    return edit_reference(kit, at, column);
  const auto label = cell_label(record.id, about);
  if (!view_->read_only && about.kind == ColumnKind::flag) {
    bool on = std::get<bool>(record.cells[index]);
    if (kit.check("##" + label, on)) put(kit, at, column, on);
    return;
  }
  ImGui::AlignTextToFramePadding();
  const auto shown = kit.fitted(words, ImGui::GetContentRegionAvail().x);
  if (ImGui::Selectable((shown + "###cell").c_str())) {
    if (state.work.row != record.id) kit.act(app::OpenTable{of_table_, record.id});
    if (!view_->read_only) editing_ = Editing{record.id, column, words};
  }
  kit.note_item(label);
  if (shown != words) kit.tip(words);
}

void RecordSheet::row(const Kit& kit, const app::State& state, std::size_t at) {
  const auto& record = view_->records[at];
  ImGui::TableNextRow();
  ImGui::PushID(record.id);
  ImGui::TableSetColumnIndex(0);
  ImGui::AlignTextToFramePadding();
  const bool chosen = state.work.row == record.id;
  if (chosen) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, kit.theme.accent_soft);
  if (ImGui::Selectable(std::to_string(record.id).c_str(), chosen)) {
    kit.act(app::OpenTable{of_table_, record.id});
    if (!record.points.empty()) kit.act(app::ShowSpot{record.points[0]});
  }
  kit.note_item(fmt::format("record {}", record.id));
  for (std::size_t c = 0; c < view_->table->columns.size(); ++c) {
    if (!ImGui::TableSetColumnIndex(static_cast<int>(c + 1))) continue;
    ImGui::PushID(static_cast<int>(c));
    cell(kit, state, at, static_cast<int>(c));
    ImGui::PopID();
  }
  ImGui::PopID();
}

void RecordSheet::rows(const Kit& kit, const app::State& state) {
  const auto& columns = view_->table->columns;
  ImGui::PushFont(kit.fonts.small);
  const ImGuiTableFlags flags = ImGuiTableFlags_Resizable | ImGuiTableFlags_ScrollX |
                                ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                ImGuiTableFlags_SizingFixedFit;
  const auto id = "records " + of_table_;
  if (ImGui::BeginTable(id.c_str(), static_cast<int>(columns.size() + 1), flags)) {
    ImGui::TableSetupScrollFreeze(2, 1);
    ImGui::TableSetupColumn(tr("No."), 0, kit.px(40));
    for (const auto& column : columns)
      ImGui::TableSetupColumn(tr(column.label), 0, column_width(kit, column));
    ImGui::TableHeadersRow();
    const float high = ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    if (scroll_to_) {
      for (std::size_t i = 0; i < view_->records.size(); ++i) {
        if (view_->records[i].id == *scroll_to_)
          ImGui::SetScrollY(static_cast<float>(i) * high - ImGui::GetWindowHeight() / 3);
      }
      scroll_to_.reset();
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(view_->records.size()), high);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
        row(kit, state, static_cast<std::size_t>(i));
    }
    ImGui::EndTable();
  }
  ImGui::PopFont();
}

Wish RecordSheet::show(const Kit& kit, const app::State& state) {
  follow(state);
  if (!view_) return Wish::none;
  if (seen_row_ != state.work.row) scroll_to_ = seen_row_ = state.work.row;
  const Wish wish = head(kit, state);
  if (view_->records.empty())
    kit.caption(tr("No rows yet. Add one, or paste rows from a spreadsheet."));
  rows(kit, state);
  return wish;
}

}  // namespace nahraum::ui
