/// The window's part in the course's work: its tables below the map, its pages, its files.

#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "ui/shell.hpp"

namespace nahraum::ui {

using base::tr;

/// The open table, as a spreadsheet takes it.
void Shell::export_table() {
  const auto& state = session_.state();
  const auto* table = model::record_table(state.work.table);
  if (!state.project || !table) return;
  dialogs_.files().open({FileDialog::Mode::save,
                         tr("Export the table"),
                         state.path.parent_path(),
                         std::string(tr(table->about.label)) + ".xlsx",
                         {".xlsx", ".csv"}},
                        [name = state.work.table](const std::filesystem::path& path) {
                          return app::ExportTable{path, name};
                        });
}

void Shell::follow_work() {
  const auto& state = session_.state();
  page_.follow(state, session_.shared_catalogue(), pictures_);
  map_.put_on(page_.page(state));
}

/// The module's page, and what it wants of the window.
void Shell::show_page(const Kit& kit) {
  const auto page = page_.page(session_.state());
  if (page && page->blocks.empty()) return module_panel(kit, session_.state().module);
  const auto wish = page_.show(kit, session_.state());
  if (wish == app::PageWish::hand_out) {
    const auto& path = session_.state().path;
    const auto folder = path.empty() ? usual_folder() : path.parent_path();
    groups_.hand_out(folder / tr("Groups"));
  }
  if (wish == app::PageWish::merge_groups) groups_.merge({});
  if (wish == app::PageWish::print_walk) print_walk();
  if (wish == app::PageWish::find_photos) find_photos();
}

/// The walk whose row is chosen.
void Shell::print_walk() {
  const auto& state = session_.state();
  dialogs_.files().open({FileDialog::Mode::save,
                         tr("Print the walk sheet"),
                         state.path.parent_path(),
                         std::string(tr("walk")) + ".pdf",
                         {".pdf", ".svg", ".png"}},
                        [this](const std::filesystem::path& path) -> app::Action {
                          return app::PrintWalk{path, session_.state().work.row};
                        });
}

void Shell::find_photos() {
  dialogs_.files().open(
      {FileDialog::Mode::open,
       tr("Add track and photos"),
       usual_folder(),
       "",
       {".gpx", ".jpg", ".jpeg"},
       true},
      [](const std::filesystem::path& path) -> app::Action { return app::AddFinds{{path}}; });
}

void Shell::show_groups(const Kit& kit) {
  if (!groups_.show(kit, dialogs_.files().is_open())) return;
  dialogs_.files().open(
      {FileDialog::Mode::open, tr("Add files"), usual_folder(), "", {".gpkg"}, true},
      [this](const std::filesystem::path& path) -> app::Action {
        groups_.add(path);
        return app::Tell{};
      });
}

/// The course's tables take the place of the attribute table.
bool Shell::table_in_sight() const {
  return table_.is_open() || !session_.state().work.table.empty();
}

}  // namespace nahraum::ui
