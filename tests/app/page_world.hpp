#pragma once
/// A street with offers at both ends, for the pages of the course's work.

#include <stdexcept>

#include "app/module_page.hpp"
#include "app/new_project.hpp"
#include "app/workspace.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "tests/app/quarter.hpp"

namespace nahraum::test {

/// While it lives, texts are English.
class English {
 public:
  English() : before_(base::language()) { base::set_language(base::Language::english); }
  ~English() { base::set_language(before_); }
  English(const English&) = delete;
  English& operator=(const English&) = delete;

 private:
  base::Language before_;
};

/// Two homes near the west end, three near the east end 220 m away, each with `persons` residents,
/// half of them 65 and over. Two pharmacies (1 west, 2 east) without provider or sector.
inline model::Project street_of_offers(int persons = 40) {
  return districts::quarter(R"(
    S h h            h h h S
    +----------------------+
  )",
                            persons);
}

inline model::Service& add_service(model::Project& project, const std::string& type,
                                   const std::string& name, const std::string& provider,
                                   const std::string& sector, geo::Point at) {
  model::Service service;
  service.id = static_cast<std::int32_t>(project.services.size() + 1);
  service.type = type;
  service.name = name;
  service.provider = provider;
  service.sector = sector;
  service.at = at;
  project.services.push_back(service);
  return project.services.back();
}

/// An answer in hand as the window and the verbs have it; metres on foot.
struct PageWorld {
  app::Workspace workspace;
  app::PageInput input;
  jobs::Context context;

  explicit PageWorld(model::Project project, double limit_m = 120) {
    workspace = districts::workspace_of(std::move(project));
    input.project = input.answered = workspace.project;
    input.catalogue = std::make_shared<const model::Catalogue>(workspace.catalogue);
    input.today = "2026-11-22";
    auto answer = std::make_shared<app::Answer>();
    answer->question.profile = "age_75";
    answer->question.limit = {analysis::Limit::Kind::metres, limit_m};
    answer->district = app::prepare(workspace, "age_75", context).value();
    input.question = answer->question;
    input.answer = std::move(answer);
  }
  app::ModulePage page(int module) { return app::module_page(input, module, context); }
};

inline const app::PageBlock& block(const app::ModulePage& page, const std::string& id) {
  for (const auto& each : page.blocks) {
    if (each.id == id) return each;
  }
  throw std::out_of_range("no block " + id);
}

/// Sentence and lines, one below the other.
inline std::string text_of(const app::PageBlock& block) {
  std::string text = block.sentence;
  for (const auto& line : block.lines)
    text += "\n" + line.text;
  return text;
}

inline bool says(const app::PageBlock& block, const std::string& part) {
  return text_of(block).find(part) != std::string::npos;
}

/// The action of that label, of the block or one of its lines.
inline std::optional<app::PageAction> action(const app::PageBlock& block,
                                             const std::string& label) {
  for (const auto& each : block.actions) {
    if (each.label == label) return each;
  }
  for (const auto& line : block.lines) {
    for (const auto& each : line.actions) {
      if (each.label == label) return each;
    }
  }
  return std::nullopt;
}

/// The project after the edits of an action.
inline model::Project after(const model::Project& project, const app::PageAction& action) {
  auto changed = project;
  for (const auto& each : action.actions) {
    const auto* edit = std::get_if<app::PerformEdit>(&each);
    if (edit != nullptr) model::perform(changed, model::with_id(changed, edit->edit));
  }
  return changed;
}

/// The demo district as users get it; made once.
inline const app::Workspace& lindenhof() {
  static const auto workspace = [] {
    jobs::Context context;
    app::Workspace made;
    made.catalogue = app::shipped_catalogue().value();
    auto project = app::make_project(app::demo_district(), made.catalogue, context);
    made.project = std::make_shared<const model::Project>(std::move(project.value()));
    made.graph = std::make_shared<const analysis::StreetGraph>(
        analysis::build_street_graph(made.project->streets, context, made.project->roads));
    return made;
  }();
  return workspace;
}

}  // namespace nahraum::test
