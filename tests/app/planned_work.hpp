#pragma once
/// A project with course work, and a page's input made of it.

#include <algorithm>

#include "app/module_page.hpp"
#include "app/new_project.hpp"
#include "app/workspace.hpp"
#include "tests/app/quarter.hpp"

namespace nahraum::planned {

inline std::shared_ptr<const model::Catalogue> shipped() {
  static const auto catalogue =
      std::make_shared<const model::Catalogue>(app::shipped_catalogue().value());
  return catalogue;
}

inline app::PageInput input_of(model::Project project, const model::Work& work) {
  project.work.edit() = work;
  app::PageInput input;
  input.project = std::make_shared<const model::Project>(std::move(project));
  input.answered = input.project;
  input.catalogue = shipped();
  input.question = app::first_question(*input.project, *input.catalogue);
  input.today = "2026-11-27";
  return input;
}
inline app::PageInput input_of(const model::Work& work) {
  model::Project project;
  project.info.title = "Viertel";
  return input_of(std::move(project), work);
}

/// The page's input with the answer to its question.
inline app::PageInput answered(app::PageInput input) {
  jobs::Context context;
  auto workspace = districts::workspace_of(*input.project);
  const auto district = app::prepare(workspace, input.question.profile, context).value();
  input.answer = std::make_shared<const app::Answer>(
      app::answer(district, app::with_way(input.question, *input.catalogue), context));
  return input;
}

inline app::ModulePage page_of(const app::PageInput& input, int module) {
  jobs::Context context;
  return app::module_page(input, module, context);
}

/// Null where there is none.
inline const app::PageBlock* block_of(const app::ModulePage& page, const std::string& id) {
  for (const auto& block : page.blocks) {
    if (block.id == id) return &block;
  }
  return nullptr;
}

/// All lines of the block, one below the other.
inline std::string lines_of(const app::PageBlock& block) {
  std::string text;
  for (const auto& line : block.lines)
    text += line.text + "\n";
  return text;
}
inline const app::PageLine* line_with(const app::PageBlock& block, const std::string& part) {
  for (const auto& line : block.lines) {
    if (line.text.find(part) != std::string::npos) return &line;
  }
  return nullptr;
}

inline const app::PageAction* action_of(const std::vector<app::PageAction>& actions,
                                        const std::string& label) {
  for (const auto& action : actions) {
    if (action.label == label) return &action;
  }
  return nullptr;
}

/// The project's work after the button was pressed.
inline model::Work pressed(const app::PageInput& input, const app::PageAction& button) {
  auto project = *input.project;
  for (const auto& action : button.actions) {
    const auto& edit = std::get<app::PerformEdit>(action).edit;
    model::perform(project, edit);
  }
  return *project.work;
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace nahraum::planned
