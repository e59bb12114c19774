/// The pyramid and the profile: what they may tell, and that it is what the counts say.

#include "app/need_charts.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "app/need_disclosure.hpp"
#include "app/new_project.hpp"

using namespace nahraum;

namespace {

const app::Workspace& lindenhof() {
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

const app::NeedAnswer& answer() {
  static const auto made = [] {
    jobs::Context context;
    app::NeedOptions options;
    options.by = "area";
    return app::answer_need(options, lindenhof(), context).value();
  }();
  return made;
}

/// Five-year groups of both sexes with these counts, the youngest first.
app::NeedRow row_of(const std::vector<long>& women, const std::vector<long>& men) {
  std::vector<model::AgeCount> bands;
  for (std::size_t i = 0; i < women.size(); ++i) {
    const int from = static_cast<int>(i) * 5;
    const auto below = i + 1 < women.size() ? std::optional(from + 5) : std::optional<int>();
    bands.push_back({from, below, model::Sex::women, static_cast<int>(women[i])});
    bands.push_back({from, below, model::Sex::men, static_cast<int>(men[i])});
    bands.push_back({from, below, model::Sex::both, static_cast<int>(women[i] + men[i])});
  }
  app::NeedRow row;
  row.unit.name = "Small";
  row.unit.ages = analysis::structure_of(bands);
  app::judge_district(row, app::known_breaks(row.unit), 5);
  return row;
}

}  // namespace

TEST_CASE("the pyramid of the demo district tells everybody, beside Germany") {
  const auto charts = app::need_charts(answer(), answer().district, 5);
  REQUIRE(charts.pyramid);
  const auto& bands = charts.pyramid->bands;
  CHECK(bands.size() == 19);
  CHECK(charts.pyramid->right == "Germany");
  CHECK(charts.pyramid_note.find("assumption") != std::string::npos);
  CHECK(charts.pyramid_note.find(answer().rates.pyramid_evidence.source) != std::string::npos);
  double here = 0, there = 0;
  for (const auto& band : bands) {
    here += band.left.value();
    there += band.right.value();
    CHECK_FALSE(band.left_other);
  }
  CHECK(here == Approx(100));
  CHECK(there == Approx(100));
  const auto& unit = answer().district.unit.ages.both;
  CHECK(bands[16].name == "80–84");
  CHECK(*bands[16].left == Approx(100 * unit.count(80, 85)->count / unit.count(0, {})->count));
}

TEST_CASE("the profile marks the three indicators that deviate most from the town") {
  const auto charts = app::need_charts(answer(), answer().district, 5);
  double least_marked = 1e9, most_unmarked = 0;
  int marked = 0;
  for (const auto& row : charts.profile.rows) {
    const double by = std::abs(row.relative.value_or(0));
    if (row.marked) {
      ++marked;
      least_marked = std::min(least_marked, by);
      CHECK(charts.strongest.find(row.name) != std::string::npos);
    } else {
      most_unmarked = std::max(most_unmarked, by);
    }
  }
  CHECK(marked == 3);
  // A measure with an arbitrary zero has no percentage.
  CHECK(charts.profile.rows.size() == analysis::ratio_kinds().size() - 1);
  CHECK(least_marked >= most_unmarked);
}

TEST_CASE("no group of the pyramid is small, of either sex, and none splits what was kept back") {
  CHECK(rc::check("pyramid", [] {
    const auto counts = [] {
      return *rc::gen::container<std::vector<long>>(19, rc::gen::inRange<long>(0, 30));
    };
    auto row = row_of(counts(), counts());
    RC_PRE(row.shown);
    // A break that had to be kept back because of the areas.
    const bool without_80 = *rc::gen::arbitrary<bool>();
    if (without_80) std::erase(row.breaks, 80);
    const auto breaks = app::pyramid_breaks(row, 5);
    RC_PRE(!breaks.empty());
    RC_ASSERT(breaks.front() == 0);
    if (without_80) RC_ASSERT(std::find(breaks.begin(), breaks.end(), 80) == breaks.end());
    for (std::size_t i = 0; i < breaks.size(); ++i) {
      const auto below =
          i + 1 < breaks.size() ? std::optional(breaks[i + 1]) : std::optional<int>();
      for (const auto* ages : {&row.unit.ages.women, &row.unit.ages.men}) {
        const auto persons = std::lround(ages->count(breaks[i], below)->count);
        RC_ASSERT(persons == 0 || persons >= 5);
      }
    }
  }));
}

TEST_CASE("with both sexes the pyramid has women and men, and Germany in dashes") {
  const std::vector<long> women(19, 40), men(19, 30);
  app::NeedAnswer made;
  made.district = row_of(women, men);
  made.rates = answer().rates;
  made.reference = answer().reference;
  made.district.need = analysis::need_of(made.district.unit, made.rates);
  const auto charts = app::need_charts(made, made.district, 5);
  REQUIRE(charts.pyramid);
  const auto& band = charts.pyramid->bands[4];
  CHECK(*band.left == Approx(100.0 * 40 / (19 * 70)));
  CHECK(*band.right == Approx(100.0 * 30 / (19 * 70)));
  CHECK(band.left_other.value_or(0) > 1);
  CHECK(charts.pyramid->left == "Women");
}
