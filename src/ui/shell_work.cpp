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

}  // namespace nahraum::ui
