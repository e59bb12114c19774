/// The shell's hand for what panels, keys and the search wish: dialogs and cards to read.

#include "base/translate.hpp"
#include "ui/about_view.hpp"
#include "ui/shell.hpp"

namespace nahraum::ui {

using base::tr;

bool Shell::carry_out_command(const std::string& name, double now_s) {
  for (const auto& command : commands(session_.state())) {
    if (command.name != name) continue;
    if (command.action) actions_.push_back(*command.action);
    carry_out(command.wish, now_s);
    return true;
  }
  return false;
}

void Shell::carry_out(Wish wish, double now_s) {
  const auto& state = session_.state();
  switch (wish) {
    case Wish::none:
      return;
    case Wish::open_file:
      return open_file();
    case Wish::new_project:
      return dialogs_.new_project().open({});
    case Wish::add_file:
      return add_file();
    case Wish::save_file:
      return save_file(false);
    case Wish::save_as:
      return save_file(true);
    case Wish::share_copy:
      return share_copy();
    case Wish::show_versions:
      return dialogs_.show_versions(session_.versions());
    case Wish::export_sheet:
      return dialogs_.print(state);
    case Wish::show_method:
      return show_method();
    case Wish::show_study_method:
      return show_study_method();
    case Wish::show_report:
      return show_report();
    case Wish::show_about:
      return dialogs_.read(make_about_card(state, app::libraries_used()));
    case Wish::show_shortcuts:
      return help_.open("keys");
    case Wish::show_help:
      return help_.is_open() ? help_.close() : help_.open(app::help_page_for(state));
    case Wish::show_settings:
      return dialogs_.show_settings(session_.least_count_of_catalogue());
    case Wish::start_tour:
      return start_tour();
    case Wish::show_table:
      return table_.toggle();
    case Wish::export_table:
      return export_table();
    case Wish::show_commands:
      return search_.open();
    case Wish::show_history:
      return dialogs_.show_history();
    case Wish::find_work:
      actions_.push_back(app::FindWork{});
      return dialogs_.offer_work();
    case Wish::add_photo:
      return add_photo();
    case Wish::add_exercise:
      return add_exercise();
    case Wish::show_all:
      return map_.show_all();
    case Wish::zoom_in:
      return map_.zoom_at_middle(1, now_s);
    case Wish::close_unsaved:
      close_ = true;
      return;
    case Wish::zoom_out:
      return map_.zoom_at_middle(-1, now_s);
    case Wish::view_back:
      return map_.travel(-1, now_s);
    case Wish::view_forth:
      return map_.travel(1, now_s);
    case Wish::compare:
      compare_asked_ = true;
      return;
    case Wish::keep_view:
      return keep_view();
    case Wish::present:
      if (presentation_.runs()) return presentation_.end();
      presentation_.start();
      return show_slide(1, now_s);
  }
}

void Shell::show_method() {
  if (!session_.state().project) return;
  auto lines = make_question_view(session_.state(), session_.catalogue()).method;
  for (auto& line : home_method(session_.state()))
    lines.push_back(std::move(line));
  dialogs_.read({tr("Method and sources"), std::move(lines), "", {}});
}

void Shell::show_study_method() {
  const auto view = make_study_view(session_.state(), session_.catalogue());
  dialogs_.read({tr("Method and sources"), view.method, "", {}});
}

void Shell::show_report() {
  if (!session_.state().project) return;
  auto state = session_.state();
  state.selection = {};
  dialogs_.read(
      {tr("Import report"), make_inspector_view(state, session_.catalogue()).report, "", {}});
}

void Shell::show_messages() {
  ReadingCard card{tr("Messages"), {}, "", {}};
  for (const auto& message : session_.state().messages)
    card.lines.push_back(message.text);
  dialogs_.read(std::move(card));
}

/// On the open district, or on the demo.
void Shell::start_tour() {
  if (!session_.state().project) actions_.push_back(app::OpenDemo{});
  actions_.push_back(app::ChooseModule{2});
  tour_.start();
}

}  // namespace nahraum::ui
