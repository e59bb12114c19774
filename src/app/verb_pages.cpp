#include "app/verb_pages.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/module_tables.hpp"
#include "app/offers.hpp"
#include "app/page_mix_parts.hpp"
#include "app/record_file.hpp"
#include "base/days.hpp"
#include "base/translate.hpp"
#include "io/feature_table.hpp"
#include "model/work_tables.hpp"
#include "scene/style.hpp"

namespace nahraum::app {
namespace {

using base::ErrorCode;
using base::tr;
using base::tr_noop;
using nlohmann::json;

struct PageVerb {
  int module;
  const char* name;
  const char* what;   ///< message id
  bool walks;         ///< its page asks who walks where
  bool without;       ///< something may be switched off
  bool charts_first;  ///< what `--csv FILE` itself holds: a chart's table, not the record table
};
const std::array page_verbs{
    PageVerb{4, "actors", tr_noop("the network of actors: who knows whom, who is missing"), true,
             false, false},
    PageVerb{5, "mix", tr_noop("who offers what by sector, and what falls with one provider"), true,
             true, true},
    PageVerb{6, "measures", tr_noop("measures: plan, goals, what they have brought so far"), false,
             false, false},
    PageVerb{7, "staff", tr_noop("tasks and roles, hours against posts, the way of decisions"),
             false, false, false},
    PageVerb{8, "funding",
             tr_noop("costs and sources by year, and the month in which the post ends"), false,
             false, false}};

const PageVerb& verb_of(int module) {
  return *std::find_if(page_verbs.begin(), page_verbs.end(),
                       [&](const PageVerb& each) { return each.module == module; });
}

/// Tables of charts do not depend on how wide letters are.
scene::TextSize any_size(const scene::Text&) {
  return {1, 1, 1};
}

struct TableOf {
  const scene::ChartPens& pens;

  scene::ChartTable operator()(std::monostate) const { return {}; }
  scene::ChartTable operator()(const scene::BarsSpec& spec) const {
    return scene::bars(spec, 100, pens).table;
  }
  scene::ChartTable operator()(const scene::CornersSpec& spec) const {
    return scene::corners(spec, 100, pens).table;
  }
  scene::ChartTable operator()(const scene::NetworkSpec& spec) const {
    return scene::network(spec, 100, pens).table;
  }
  scene::ChartTable operator()(const scene::MatrixSpec& spec) const {
    return scene::matrix(spec, 100, pens).table;
  }
  scene::ChartTable operator()(const scene::GanttSpec& spec) const {
    return scene::gantt(spec, 100, pens).table;
  }
  scene::ChartTable operator()(const scene::RadarSpec& spec) const {
    return scene::radar(spec, 100, pens).table;
  }
  scene::ChartTable operator()(const scene::CliffSpec& spec) const {
    return scene::cliff(spec, 100, pens).table;
  }
};

/// Names that may be switched off, each as a choice and as people write it.
std::vector<std::pair<std::string, std::string>> names_of(planning::SwitchKind kind,
                                                          const Workspace& workspace) {
  std::set<std::string> names;
  const auto& project = *workspace.project;
  for (const auto& offer : offers_of(project, workspace.catalogue)) {
    const auto& service = *offer.service;
    if (kind == planning::SwitchKind::provider) names.insert(service.provider);
    if (kind == planning::SwitchKind::sector) names.insert(service.sector);
    if (kind == planning::SwitchKind::payer) names.insert(main_payer(*project.work, service.id));
  }
  names.erase("");
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& name : names)
    all.emplace_back(name, name_of(planning::SwitchedOff{kind, name}));
  return all;
}

base::Result<std::string> chosen_off(const std::string& without, const Workspace& workspace) {
  if (without.empty()) return std::string();
  auto choice = stress_choice(without);
  const auto first = without.substr(0, without.find(' '));
  if (choice.name.empty() || (first != "provider" && first != "sector" && first != "payer")) {
    return base::fail(ErrorCode::bad_input, tr("This cannot be switched off"),
                      "--without " + without,
                      tr("write “provider NAME”, “sector market” or “payer care”"));
  }
  std::vector<std::string> words;
  for (const auto& [name, word] : names_of(choice.kind, workspace)) {
    if (choice.name == name || choice.name == word) return first + " " + name;
    words.push_back(word);
  }
  const auto nearest = base::nearest_name(choice.name, words);
  return base::fail(ErrorCode::not_found, tr("No offer of the district has this name"),
                    "--without " + without,
                    nearest ? fmt::format(fmt::runtime(tr("did you mean {0}?")), *nearest) : "");
}

json json_of(const PageBlock& block) {
  json lines = json::array();
  constexpr std::array kinds{"fact", "warning", "fault"};
  for (const auto& line : block.lines)
    lines.push_back({{"kind", kinds.at(static_cast<std::size_t>(line.kind))}, {"text", line.text}});
  json chart;
  if (const auto table = table_of(block.chart); !table.head.empty())
    chart = {{"head", table.head}, {"rows", table.rows}};
  return {{"id", block.id},        {"heading", block.heading}, {"sentence", block.sentence},
          {"lines", lines},        {"chart", chart},           {"tables", block.tables},
          {"method", block.method}};
}

json json_of(const ModulePage& page, const PagesOptions& options, const Workspace& workspace) {
  json blocks = json::array();
  for (const auto& block : page.blocks)
    blocks.push_back(json_of(block));
  json all{{"project", workspace.project->info.title},
           {"module", page.module},
           {"attribution", model::attribution(*workspace.project)},
           {"blocks", blocks}};
  if (verb_of(page.module).walks)
    all["question"] = {{"profile", options.profile}, {"limit", options.limit}};
  if (!options.without.empty()) all["without"] = options.without;
  return all;
}

std::string text_of(const ModulePage& page) {
  std::string text;
  for (const auto& block : page.blocks) {
    text += (text.empty() ? "" : "\n") + block.heading + "\n";
    if (!block.sentence.empty()) text += "  " + block.sentence + "\n";
    for (const auto& line : block.lines)
      text += (line.kind == PageLine::Kind::fact ? "  – " : "  ! ") + line.text + "\n";
  }
  return text;
}

std::filesystem::path beside(const std::filesystem::path& file, const std::string& name) {
  return file.parent_path() / (file.stem().string() + "_" + name + file.extension().string());
}

io::FeatureTable feature_table(const PageBlock& block, const scene::ChartTable& table) {
  io::FeatureTable features;
  features.name = block.id;
  for (const auto& head : table.head)
    features.columns.push_back({io::Column::Type::text, head});
  for (const auto& row : table.rows) {
    io::Feature feature;
    for (std::size_t i = 0; i < table.head.size(); ++i)
      feature.values.emplace_back(i < row.size() ? row[i] : std::string());
    features.rows.push_back(std::move(feature));
  }
  return features;
}

/// The files that `--csv` makes, the first under the name that was given.
class Tables {
 public:
  Tables(const PagesOptions& options, const Workspace& workspace)
      : options_(options), workspace_(workspace) {}

  base::Result<void> write(const ModulePage& page) {
    const bool charts_first = verb_of(page.module).charts_first;
    auto done = charts_first ? charts(page) : records(page.module);
    if (!done) return done;
    return charts_first ? records(page.module) : charts(page);
  }
  const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
  std::filesystem::path next(const std::string& name) {
    files_.push_back(files_.empty() ? options_.csv : beside(options_.csv, name));
    return files_.back();
  }
  base::Result<void> records(int module) {
    const auto& names = tables_of_module(module);
    for (const auto& name : names) {
      const auto* table = model::record_table(name);
      const bool told = table != nullptr &&
                        (table->count(*workspace_.project->work) > 0 || name == names.front());
      if (!told) continue;
      if (auto done = write_record_table(*workspace_.project, *table, next(name)); !done)
        return done;
    }
    return {};
  }
  base::Result<void> charts(const ModulePage& page) {
    for (const auto& block : page.blocks) {
      const auto table = table_of(block.chart);
      if (table.head.empty()) continue;
      if (auto done = io::write_features({feature_table(block, table)}, next(block.id)); !done)
        return done;
    }
    return {};
  }

  const PagesOptions& options_;
  const Workspace& workspace_;
  std::vector<std::filesystem::path> files_;
};

base::Result<std::shared_ptr<const Answer>> walked(const PagesOptions& options,
                                                   const Workspace& workspace,
                                                   jobs::Context& context) {
  const auto limit = analysis::parse_limit(options.limit);
  if (!limit) return tl::unexpected(limit.error());
  auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  auto answer = std::make_shared<Answer>();
  answer->question.profile = options.profile;
  answer->question.limit = *limit;
  answer->question.scenario = options.scenario;
  answer->district = std::move(*district);
  return std::shared_ptr<const Answer>(std::move(answer));
}

}  // namespace

scene::ChartTable table_of(const PageChart& chart) {
  const scene::TextMeasure measure = any_size;
  const auto style = scene::style_for(scene::Theme::light);
  const scene::ChartPens pens{style, measure, base::language()};
  return std::visit(TableOf{pens}, chart);
}

base::Result<ModulePage> ask_page(const PagesOptions& options, const Workspace& workspace,
                                  jobs::Context& context) {
  const auto off = chosen_off(options.without, workspace);
  if (!off) return tl::unexpected(off.error());
  PageInput input;
  input.project = input.answered = workspace.project;
  input.catalogue = std::make_shared<const model::Catalogue>(workspace.catalogue);
  input.view.switched_off = *off;
  input.today = base::today();
  input.min_count = workspace.catalogue.people.min_count;
  if (verb_of(options.module).walks) {
    auto answer = walked(options, workspace, context);
    if (!answer) return tl::unexpected(answer.error());
    input.question = (*answer)->question;
    input.answer = std::move(*answer);
  }
  return module_page(input, options.module, context);
}

base::Result<void> run_pages(const PagesOptions& options, Console& console) {
  const auto workspace = open_workspace(options.project, console.context(), options.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  const auto page = ask_page(options, *workspace, console.context());
  if (!page) return tl::unexpected(page.error());
  Tables tables(options, *workspace);
  if (!options.csv.empty()) {
    if (auto written = tables.write(*page); !written) return written;
  }
  console.result(options.json ? json_of(*page, options, *workspace).dump(2) : text_of(*page));
  if (options.json) return {};
  for (const auto& file : tables.files())
    console.say(file.string());
  return {};
}

void add_pages(CLI::App& app, CommandLine& line) {
  for (const auto& each : page_verbs) {
    auto [verb, o] = add_verb(app, line, each.name, tr(each.what), run_pages);
    o->module = each.module;
    verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
    add_scenario_choice(verb, o->scenario);
    if (each.walks) {
      verb->add_option("--profile", o->profile, tr("walking profile"))->capture_default_str();
      verb->add_option("--limit", o->limit, tr("10min or 500m"))->capture_default_str();
    }
    if (each.without)
      verb->add_option("--without", o->without,
                       tr("who falls away: “provider NAME”, “sector market”, “payer care”"));
    auto* json = verb->add_flag("--json", o->json, tr("as JSON"));
    verb->add_option("--csv", o->csv,
                     tr("also write tables: the first to FILE, the others beside it"))
        ->excludes(json);
  }
}

}  // namespace nahraum::app
