#include "app/need_question.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/need_disclosure.hpp"
#include "base/paths.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/age_table.hpp"
#include "io/catalogue_rates.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

using base::tr;

bool NeedRow::shows(const std::vector<int>& ages) const {
  return shown && std::all_of(ages.begin(), ages.end(), [&](int age) {
           return std::find(breaks.begin(), breaks.end(), age) != breaks.end();
         });
}

base::Result<model::Rates> shipped_rates() {
  return io::read_rates(base::share_dir() / "catalogue" / "rates.yaml");
}

namespace {

constexpr int step_years = 5;
constexpr int most_years = 60;  ///< who is 65 then lives today

int year_of(const std::string& date) {
  const auto year = base::parse_number(std::string_view(date).substr(0, 4), false);
  return date.size() >= 4 && year ? static_cast<int>(*year) : 0;
}

int base_year_of(const model::Project& project, const NeedOptions& options) {
  int year = options.base_year;
  for (const auto& source : project.sources) {
    const bool counts = options.base_year == 0 && source.role == "population";
    if (counts) year = std::max(year, year_of(source.date));
  }
  return year;
}

base::Result<std::vector<int>> years_of(const NeedOptions& options, int base_year) {
  if (base_year == 0 && options.year == 0) return std::vector<int>{};
  if (base_year == 0) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("the population data do not tell from when they are"), "--year",
                      tr("state their year with --base-year"));
  }
  std::vector<int> years = options.year != 0 ? std::vector{options.year} : std::vector{2035, 2050};
  const auto possible = [&](int year) {
    return year >= base_year && year - base_year <= most_years;
  };
  if (options.year == 0) std::erase_if(years, [&](int year) { return !possible(year); });
  if (options.year == 0 || possible(options.year)) return years;
  return base::fail(base::ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("the year {0} is not between {1} and {2}")),
                                options.year, base_year, base_year + most_years),
                    "--year", tr("choose one in between, such as 2035 or 2050"));
}

/// One area of the project in the earlier table.
const io::AgeRow* row_of(const io::AgeTable& table, const model::PopulationCell& cell) {
  for (const auto& row : table.rows) {
    const bool same = std::any_of(row.keys.begin(), row.keys.end(), [&](const std::string& key) {
      return !key.empty() && io::same_area(key, cell.id);
    });
    if (same) return &row;
  }
  return nullptr;
}

/// The two snapshots of the areas that both know.
struct Snapshots {
  analysis::AgeStructure earlier, now;
  int areas = 0;
};

Snapshots common(const model::Project& project, const io::AgeTable& table) {
  Snapshots both;
  for (const auto& cell : project.population) {
    const auto* row = row_of(table, cell);
    if (!row || cell.statistics.ages.empty()) continue;
    const auto before = analysis::structure_of(row->ages);
    const auto after = analysis::structure_of(cell.statistics.ages);
    if (!before.both.known() || !after.both.known()) continue;
    both.earlier = both.areas == 0 ? before : sum(both.earlier, before);
    both.now = both.areas == 0 ? after : sum(both.now, after);
    ++both.areas;
  }
  return both;
}

base::Result<analysis::Outlook> from_snapshots(const NeedOptions& options,
                                               const model::Project& project, NeedAnswer& answer) {
  if (options.earlier.empty()) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("Hamilton–Perry needs the counts of five years before"), "--method",
                      tr("give the table with --earlier"));
  }
  std::vector<model::ReportEntry> report;
  const int wanted = answer.base_year - step_years;
  const auto table = io::read_age_table(options.earlier, wanted, report);
  if (!table) return tl::unexpected(table.error());
  answer.earlier_year = year_of(table->date);
  if (answer.earlier_year != wanted) {
    return base::fail(
        base::ErrorCode::bad_input,
        answer.earlier_year == 0
            ? std::string(tr("the earlier table does not tell from when it is"))
            : fmt::format(fmt::runtime(tr("the two snapshots are {} years apart, not 5")),
                          answer.base_year - answer.earlier_year),
        table->source, fmt::format(fmt::runtime(tr("give the counts of {}")), wanted));
  }
  const auto both = common(project, *table);
  answer.earlier_areas = both.areas;
  const auto before = analysis::pyramid_of(both.earlier, answer.rates.pyramid);
  const auto now = analysis::pyramid_of(both.now, answer.rates.pyramid);
  if (both.areas == 0 || !before || !now) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("the earlier table knows the ages of none of the project's areas"),
                      table->source, tr("both need the same key and ages by bands"));
  }
  const auto result =
      analysis::hamilton_perry(*before, *now, analysis::survival_ratios(answer.rates));
  answer.replaced_ratios = result.replaced;
  answer.split_ages = answer.split_ages || before->split_ages || now->split_ages;
  return analysis::Outlook{result.ratios, result.ratios, result.ratios};
}

base::Result<NeedReference> reference_of(const NeedOptions& options, const NeedAnswer& answer) {
  for (const auto& known : answer.rates.references) {
    if (known.id != options.reference) continue;
    return NeedReference{
        base::language() == base::Language::german ? known.label.de : known.label.en, known.date,
        scene::evidence_text(known.evidence),
        analysis::ratios(analysis::structure_of(known.ages).both)};
  }
  std::vector<model::ReportEntry> report;
  const auto year = answer.base_year > 0 ? std::optional(answer.base_year) : std::nullopt;
  auto table = io::read_age_table(options.reference, year, report);
  if (!table && table.error().code == base::ErrorCode::not_found && year) {
    table = io::read_age_table(options.reference, {}, report);
  }
  if (!table) return tl::unexpected(table.error());
  analysis::AgeStructure all;
  for (const auto& row : table->rows) {
    const auto ages = analysis::structure_of(row.ages);
    all = &row == &table->rows.front() ? ages : sum(all, ages);
  }
  if (table->total) all = analysis::structure_of(table->total->ages);
  return NeedReference{table->source, table->date, "", analysis::ratios(all.both)};
}

/// Fills rows one after the other.
class Rows {
 public:
  Rows(const Workspace& workspace, NeedAnswer& answer, bool split_ages, std::vector<int> years,
       std::optional<analysis::Outlook> outlook)
      : workspace_(workspace),
        answer_(answer),
        split_ages_(split_ages),
        years_(std::move(years)),
        outlook_(outlook) {}

  NeedRow row(analysis::NeedUnit unit) {
    NeedRow row;
    row.need = analysis::need_of(unit, answer_.rates);
    if (outlook_) project(unit, row);
    if (answer_.walked) {
      row.basket = analysis::unit_basket(*workspace_.project, unit, answer_.home_baskets);
    }
    row.unit = std::move(unit);
    return row;
  }

 private:
  void project(const analysis::NeedUnit& unit, NeedRow& row) {
    auto people = analysis::pyramid_of(unit.ages, answer_.rates.pyramid);
    if (!people) return;
    answer_.split_ages = answer_.split_ages || people->split_ages;
    answer_.split_sexes = answer_.split_sexes || people->split_sexes;
    // Who dies in a home for the aged is followed by somebody else; Hamilton-Perry's ratios hold
    // that.
    analysis::Pyramid stay;
    if (answer_.method == "cohort") {
      const analysis::AgeStructure inside{unit.institutional, {}, {}};
      stay = analysis::pyramid_of(inside, answer_.rates.pyramid).value_or(stay);
      people = without(*people, stay);
    }
    const auto after = [&](int year, int age) -> std::optional<analysis::AgedPersons> {
      const bool known = knows_who_will_be(unit, year, age);
      (split_ages_ ? answer_.ages_assumed : answer_.ages_too_coarse) |= !known;
      if (!known && !split_ages_) return {};
      auto persons = analysis::persons_after(*people, *outlook_, year - answer_.base_year, age);
      for (auto* figure : {&persons.expected, &persons.low, &persons.high})
        *figure += stay.from_age(age);
      return persons;
    };
    for (const int year : years_)
      row.years.push_back({year, after(year, 65), after(year, 80)});
  }

  /// Whether the ages of today tell how many will be so old in a whole number of steps.
  bool knows_who_will_be(const analysis::NeedUnit& unit, int year, int age) const {
    const int steps = (year - answer_.base_year + step_years - 1) / step_years;
    return unit.ages.both.count(std::max(0, age - step_years * steps), {}).has_value();
  }

  const Workspace& workspace_;
  NeedAnswer& answer_;
  bool split_ages_;
  std::vector<int> years_;
  std::optional<analysis::Outlook> outlook_;
};

base::Result<void> walk_basket(const NeedOptions& options, const Workspace& workspace,
                               NeedAnswer& answer, jobs::Context& context) {
  const auto district = prepare(workspace, options.profile, context);
  if (!district) return tl::unexpected(district.error());
  answer.walked = *district;
  answer.basket = analysis::basket_of(*workspace.project, workspace.catalogue, answer.rates);
  answer.home_baskets = analysis::basket_index(**district, answer.basket, context);
  return {};
}

void rank_units(std::vector<NeedRow>& rows) {
  std::vector<analysis::UnitBasket> baskets;
  for (const auto& row : rows) {
    auto basket = row.basket.value_or(analysis::UnitBasket{});
    if (!row.shown) basket.priority.reset();  // a rank would tell how many they are
    baskets.push_back(basket);
  }
  const auto ranks = analysis::ranks(baskets);
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].rank = ranks[i];
}

base::Result<std::optional<analysis::Outlook>> outlook_of(const NeedOptions& options,
                                                          const model::Project& project,
                                                          NeedAnswer& answer) {
  if (options.method == "hamilton-perry") {
    const auto outlook = from_snapshots(options, project, answer);
    if (!outlook) return tl::unexpected(outlook.error());
    return *outlook;
  }
  if (answer.base_year == 0) return std::optional<analysis::Outlook>();
  return std::optional(analysis::outlook(answer.rates));
}

/// What clusters are made of.
struct Clusters {
  const std::vector<analysis::NeedUnit>& areas;
  const std::vector<NeedRow>& judged;
  const std::vector<analysis::Institution>& institutions;
};

/// What the areas keep back, clusters keep back, too: one may be told from the other.
void add_clusters(const model::Project& project, const Clusters& from, Rows& rows,
                  NeedAnswer& answer, int min_count, jobs::Context& context) {
  std::vector<bool> whole;
  for (const auto& row : from.judged)
    whole.push_back(!row.shown);
  std::vector<int> breaks;
  for (const int age :
       answer.district.unit.ages.both.known() ? std::vector{0, 65, 80} : std::vector<int>{}) {
    if (answer.district.unit.ages.both.knows(age)) breaks.push_back(age);
  }
  std::vector<bool> kept_back;
  for (std::size_t i = 0; i < from.areas.size(); ++i) {
    for (auto& unit : analysis::cluster_units(project, {from.areas[i]}, from.institutions, breaks,
                                              min_count, {whole[i]}, context)) {
      answer.units.push_back(rows.row(std::move(unit)));
      kept_back.push_back(whole[i]);
    }
  }
  judge_units(answer.units, breaks, min_count, kept_back);
}

}  // namespace

base::Result<NeedAnswer> answer_need(const NeedOptions& options, const Workspace& workspace,
                                     jobs::Context& context) {
  const auto& project = *workspace.project;
  NeedAnswer answer;
  answer.by = options.by;
  answer.method = options.method;
  auto rates = shipped_rates();
  if (!rates) return tl::unexpected(rates.error());
  answer.rates = std::move(*rates);
  answer.base_year = base_year_of(project, options);
  const auto years = years_of(options, answer.base_year);
  if (!years) return tl::unexpected(years.error());
  const auto outlook = outlook_of(options, project, answer);
  if (!outlook) return tl::unexpected(outlook.error());
  auto reference = reference_of(options, answer);
  if (!reference) return tl::unexpected(reference.error());
  answer.reference = std::move(*reference);
  if (options.basket) {
    const auto walked = walk_basket(options, workspace, answer, context);
    if (!walked) return tl::unexpected(walked.error());
  }

  const int min_count = workspace.catalogue.people.min_count;
  const auto homes = analysis::institutions(project, workspace.catalogue.people, answer.rates);
  for (const auto& home : homes) {
    if (!project.homes[home.home].in_district) continue;
    ++answer.institutions;
    answer.institutions_without_places += home.places_known ? 0 : 1;
  }
  const auto areas = analysis::area_units(project, homes, context);
  Rows rows(workspace, answer, options.split_ages, *years, *outlook);
  answer.district = rows.row(analysis::district_unit(project, areas));
  const auto breaks = known_breaks(answer.district.unit);
  judge_district(answer.district, breaks, min_count);
  std::vector<NeedRow> by_area;
  by_area.reserve(areas.size());
  for (const auto& area : areas)
    by_area.push_back(rows.row(area));
  judge_units(by_area, affordable_breaks(by_area, breaks, min_count), min_count);
  if (options.by == "cluster") {
    add_clusters(project, Clusters{areas, by_area, homes}, rows, answer, min_count, context);
  } else if (options.by == "area") {
    answer.units = std::move(by_area);
  }
  rank_units(answer.units);
  return answer;
}

}  // namespace nahraum::app
