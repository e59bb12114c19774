#include "ui/about_view.hpp"

#include <fmt/format.h>

#include "base/paths.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

void add_data(ReadingCard& card, const app::State& state) {
  card.lines.push_back(
      tr("Data: OpenStreetMap, © OpenStreetMap contributors, ODbL 1.0. The demo district Lindenhof "
         "is invented; no real place or person is meant."));
  if (state.project) {
    card.lines.push_back(
        fmt::format(fmt::runtime(tr("This project: {0}.")), model::attribution(*state.project)));
  }
  card.lines.push_back(
      tr("Symbols: our own drawings, Apache-2.0. Type: Noto Sans, SIL Open Font License 1.1."));
}

}  // namespace

ReadingCard make_about_card(const app::State& state,
                            const std::vector<app::LibraryUsed>& libraries) {
  ReadingCard card{fmt::format("Nahraum {}", base::version()), {}, "", {}};
  card.lines.push_back(tr("Who reaches which service on foot, at their own pace?"));
  card.lines.push_back(
      tr("Free software under the Apache License 2.0, without any warranty. It works offline: no "
         "account, no server, and nothing leaves this computer."));
  add_data(card, state);
  card.table_title = tr("Libraries, each under its own licence");
  for (const auto& library : libraries)
    card.table.push_back({library.package, library.version, library.licence});
  card.table.push_back({"libintl (glibc)", "", "LGPL-2.1-or-later"});
  if (libraries.empty()) {
    card.lines.push_back(tr("The list of libraries is missing from this installation."));
  }
  return card;
}

}  // namespace nahraum::ui
