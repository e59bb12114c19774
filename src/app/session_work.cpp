/// What the session does for the course's work: tables in and out.

#include <fmt/format.h>

#include "app/record_file.hpp"
#include "app/session.hpp"
#include "base/translate.hpp"

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

}  // namespace nahraum::app
