#pragma once
/// What a module tells of the course's work on this project: blocks of a sentence, remarks, a chart
/// and the tables behind it, and what stands on the map. One form for all modules, for the window,
/// the command line and the presentation; made by a function of its own for each
/// (app/page_*.cpp).

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/answer.hpp"
#include "app/state.hpp"
#include "app/work_view.hpp"
#include "jobs/context.hpp"
#include "model/catalogue.hpp"
#include "scene/charts/bars.hpp"
#include "scene/charts/cliff.hpp"
#include "scene/charts/corners.hpp"
#include "scene/charts/gantt.hpp"
#include "scene/charts/matrix.hpp"
#include "scene/charts/network.hpp"
#include "scene/charts/radar.hpp"

namespace nahraum::app {

/// What the window itself is to do.
enum class PageWish { nothing, hand_out, merge_groups, find_photos, print_walk };

/// A button's word and what it does, one after the other.
struct PageAction {
  std::string label;
  std::vector<Action> actions;
  PageWish wish = PageWish::nothing;
};

/// One line below a block's sentence.
struct PageLine {
  enum class Kind { fact, warning, fault } kind = Kind::fact;
  std::string text;
  std::optional<geo::Point> place = {};  ///< shown on the map by a click
  std::vector<PageAction> actions = {};  ///< "Make a measure of it"
};

using PageChart =
    std::variant<std::monostate, scene::BarsSpec, scene::CornersSpec, scene::NetworkSpec,
                 scene::MatrixSpec, scene::GanttSpec, scene::RadarSpec, scene::CliffSpec>;

/// One of a few, in a row of words: the network or the rings.
struct PageSwitch {
  std::string label;
  std::vector<PageAction> choices;
  int chosen = 0;
};

struct PageBlock {
  std::string id;  ///< "network": stays, names the widgets
  std::string heading;
  std::string sentence;  ///< the result first; "" where nothing can be said yet
  std::vector<PageLine> lines = {};
  std::vector<PageSwitch> switches = {};
  PageChart chart = {};
  std::string chart_table = {};  ///< the record table whose rows the chart's marks are: "bar 7"
  std::vector<PageAction> actions = {};
  std::vector<std::string> tables = {};  ///< record tables to open below the map
  std::string method = {};               ///< how it is computed, with source and mark; ""
};

/// A sign on the map: a small disc or triangle with a letter or number.
struct PageSign {
  geo::Point at;
  std::string text;        ///< one to three letters
  std::string name;        ///< when pointed at
  std::size_t series = 0;  ///< look, as in the charts
  std::string table = {};  ///< the row that it stands for
  model::Id row = 0;
  double size_mm = 0;  ///< 0: as all signs are
  bool triangle = false;
};
/// What a look of sign means, for the legend.
struct PageKey {
  PageSign sign;  ///< without a place
  std::string words;
};
struct PageStroke {
  geo::Line line;
  std::size_t series = 0;
  double width_mm = 0.5;
  bool dashed = false;
};

struct ModulePage {
  int module = 0;
  std::vector<PageBlock> blocks;
  std::vector<PageSign> signs;
  std::vector<PageStroke> strokes;
  std::vector<PageKey> keys = {};  ///< of signs that do not speak for themselves
};

/// All that a page is made from: values only, may be read by a job.
struct PageInput {
  model::Snapshot project;   ///< as it was made: its work, its services
  model::Snapshot answered;  ///< with corrections and the chosen scenario
  std::shared_ptr<const model::Catalogue> catalogue;
  std::shared_ptr<const Answer> answer;  ///< null: not computed yet
  Question question;                     ///< type, profile and limit that are asked now
  WorkView view;
  std::string today;  ///< ISO
  int min_count = 5;  ///< persons below it are not told
};

/// The page of a module; of module 2 it is empty, of module 1 what walks bring. Pure; throws
/// jobs::Cancelled. Cost: modules 4 and 5 walk from every service within the limit, the others
/// O(rows).
ModulePage module_page(const PageInput& input, int module, jobs::Context& context);

ModulePage walk_page(const PageInput& input, jobs::Context& context);           ///< 1
ModulePage participation_page(const PageInput& input, jobs::Context& context);  ///< 3
ModulePage network_page(const PageInput& input, jobs::Context& context);        ///< 4
ModulePage mix_page(const PageInput& input, jobs::Context& context);            ///< 5
ModulePage project_page(const PageInput& input, jobs::Context& context);        ///< 6
ModulePage staff_page(const PageInput& input, jobs::Context& context);          ///< 7
ModulePage money_page(const PageInput& input, jobs::Context& context);          ///< 8

/// An edit that puts the rows in, as an action.
Action put_rows(std::vector<model::RecordChange> changes);
}  // namespace nahraum::app
