#include "app/basket_report.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/coverage_report.hpp"
#include "app/json_value.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Certainty;
using analysis::DiversityClass;
using analysis::DiversityClasses;
using base::tr;
using Type = io::Column::Type;

/// A class of homes and whether its persons may be shown.
struct Shown {
  DiversityClass row;
  bool open = false;  ///< of these homes it cannot be said
  bool persons = false;
};

std::vector<DiversityClass> rows_of(const DiversityClasses& classes) {
  auto rows = classes.classes;
  rows.push_back(classes.open);
  return rows;
}

bool ages_known(const BasketAnswer& answer) {
  const auto known = [](const DiversityClasses& classes) {
    const auto rows = rows_of(classes);
    return std::all_of(rows.begin(), rows.end(), [](const DiversityClass& row) {
      return row.homes == 0 || (row.age_65 >= 0 && row.age_80 >= 0);
    });
  };
  return known(answer.optimistic) &&
         std::all_of(answer.beside.begin(), answer.beside.end(),
                     [&](const auto& pair) { return known(pair.first) && known(pair.second); });
}

/// Per class the groups that do not overlap, so that no difference of two shown ones is small.
std::vector<std::vector<long>> atoms_of(const DiversityClasses& classes, bool by_age) {
  std::vector<std::vector<long>> atoms;
  for (const auto& row : rows_of(classes)) {
    const bool empty = row.homes == 0;
    if (!by_age)
      atoms.push_back({empty ? 0 : row.all});
    else if (empty)
      atoms.push_back({0, 0, 0});
    else
      atoms.push_back({row.all - row.age_65, row.age_65 - row.age_80, row.age_80});
  }
  return atoms;
}

std::vector<bool> kept_back(const BasketAnswer& answer) {
  const bool by_age = ages_known(answer);
  std::vector<bool> kept(rows_of(answer.optimistic).size(), false);
  for (const auto& [one, other] : answer.beside) {
    const auto these = atoms_of(one, by_age), those = atoms_of(other, by_age);
    for (std::size_t i = 0; i < kept.size(); ++i) {
      for (std::size_t g = 0; g < these[i].size(); ++g) {
        const long difference = std::abs(these[i][g] - those[i][g]);
        if (!model::may_show(difference, answer.catalogue->people.min_count)) kept[i] = true;
      }
    }
  }
  return kept;
}

std::vector<Shown> shown_rows(const BasketAnswer& answer, const DiversityClasses& classes) {
  const bool by_age = ages_known(answer);
  const auto may = model::may_show_rows(atoms_of(classes, by_age),
                                        answer.catalogue->people.min_count, kept_back(answer));
  const auto rows = rows_of(classes);
  std::vector<Shown> shown;
  shown.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    shown.push_back({rows[i], i + 1 == rows.size(), may[i]});
    auto& row = shown.back().row;
    if (row.homes == 0) row.all = row.age_65 = row.age_80 = 0;
    if (!by_age) row.age_65 = row.age_80 = -1;
  }
  return shown;
}

std::string count(long number) {
  return base::format_number(static_cast<double>(number), 0, base::language());
}

std::string persons_text(const Shown& shown, long persons) {
  return shown.persons && persons >= 0 ? count(persons) : "–";
}

std::string class_name(const Shown& shown, std::size_t types) {
  if (shown.open) return tr("cannot be assessed");
  const auto& row = shown.row;
  if (row.at_least == static_cast<int>(types))
    return fmt::format(fmt::runtime(tr("all {0}")), types);
  if (row.at_most == 0) return tr("none of them");
  return row.at_least == row.at_most
             ? std::to_string(row.at_least)
             : fmt::format(fmt::runtime(tr("{0} to {1}")), row.at_least, row.at_most);
}

/// People who reach at least half of the types and who do not; nothing where a class is kept back.
struct Halves {
  long at_least = 0, fewer = 0;
};
std::optional<Halves> halves_of(const BasketAnswer& answer) {
  Halves halves;
  const int half = static_cast<int>(answer.types.size() + 1) / 2;
  for (const auto& shown : shown_rows(answer, answer.optimistic)) {
    if (shown.open || shown.row.homes == 0) continue;
    if (!shown.persons || shown.row.all < 0) return std::nullopt;
    (shown.row.at_least >= half ? halves.at_least : halves.fewer) += shown.row.all;
  }
  return halves;
}

std::string names_of(const std::vector<const model::ServiceType*>& types) {
  std::string names;
  for (const auto* type : types)
    names += (names.empty() ? "" : ", ") + scene::name_of(*type);
  return names;
}

std::string classes_text(const BasketAnswer& answer, const DiversityClasses& classes,
                         const char* heading) {
  std::string text = fmt::format("{:<34} {:>9} {:>9} {:>9} {:>9}\n", heading, tr("homes"),
                                 tr("people"), "65+", "80+");
  for (const auto& shown : shown_rows(answer, classes)) {
    const auto& row = shown.row;
    text += fmt::format("{:<34} {:>9} {:>9} {:>9} {:>9}\n", class_name(shown, answer.types.size()),
                        count(row.homes), persons_text(shown, row.all),
                        persons_text(shown, row.age_65), persons_text(shown, row.age_80));
  }
  return text;
}

void append_rows(const BasketAnswer& answer, const DiversityClasses& classes, Certainty certainty,
                 io::FeatureTable& table) {
  for (const auto& shown : shown_rows(answer, classes)) {
    const auto persons = [&](long number) {
      return shown.persons && number >= 0 ? io::Value(std::int64_t{number}) : io::Value();
    };
    const auto types = [&](int number) {
      return shown.open ? io::Value() : io::Value(std::int64_t{number});
    };
    const auto& row = shown.row;
    table.rows.push_back(
        {{std::string(to_text(certainty)), types(row.at_least), types(row.at_most),
          std::int64_t{row.homes}, persons(row.all), persons(row.age_65), persons(row.age_80)},
         {}});
  }
}

}  // namespace

std::vector<int> basket_breaks(std::size_t types) {
  const int n = static_cast<int>(types);
  std::vector<int> breaks;
  for (const int least : {n, (3 * n + 3) / 4, (n + 1) / 2, (n + 3) / 4, 0})
    if (breaks.empty() || least < breaks.back()) breaks.push_back(least);
  return breaks;
}

std::string basket_sentence(const BasketAnswer& answer) {
  const auto halves = halves_of(answer);
  const auto profile = scene::in_brackets(*answer.profile);
  if (!halves || halves->at_least + halves->fewer == 0) {
    return fmt::format(fmt::runtime(tr("How many people reach at least half of the {k} kinds of "
                                       "services must not be shown or is not known ({profile}).")),
                       fmt::arg("k", answer.types.size()), fmt::arg("profile", profile));
  }
  const long all = halves->at_least + halves->fewer;
  const double percent = 100.0 * static_cast<double>(halves->at_least) / static_cast<double>(all);
  return fmt::format(
      fmt::runtime(tr("{n} of {all} people ({percent} %) reach at least half of the {k} kinds of "
                      "services of daily life, each within its own limit ({profile}).")),
      fmt::arg("n", count(halves->at_least)), fmt::arg("all", count(all)),
      fmt::arg("percent", base::format_number(percent, 0, base::language())),
      fmt::arg("k", answer.types.size()), fmt::arg("profile", profile));
}

std::string basket_text(const BasketAnswer& answer) {
  std::string text = basket_sentence(answer) + "\n";
  if (!answer.not_in_data.empty()) {
    text += fmt::format(fmt::runtime(tr("Left out, since the data name none here or around: {}")),
                        names_of(answer.not_in_data)) +
            "\n";
  }
  text += "\n" + classes_text(answer, answer.optimistic,
                              answer.cautious ? tr("kinds reached, at best") : tr("kinds reached"));
  if (answer.cautious)
    text += "\n" + classes_text(answer, *answer.cautious, tr("kinds reached, cautiously"));
  if (model::population_assumed(*answer.project)) {
    text += std::string(tr("Residents are an assumption from floor area: no population data were "
                           "given.")) +
            "\n";
  }
  return text;
}

io::FeatureTable basket_table(const BasketAnswer& answer) {
  io::FeatureTable table{"basket",
                         answer.project->info.epsg,
                         model::attribution(*answer.project),
                         {{Type::text, "certainty"},
                          {Type::integer, "at_least"},
                          {Type::integer, "at_most"},
                          {Type::integer, "homes"},
                          {Type::integer, "persons"},
                          {Type::integer, "persons_65"},
                          {Type::integer, "persons_80"}},
                         {}};
  append_rows(answer, answer.optimistic, Certainty::optimistic, table);
  if (answer.cautious) append_rows(answer, *answer.cautious, Certainty::cautious, table);
  return table;
}

nlohmann::json basket_json(const BasketAnswer& answer) {
  nlohmann::json types = nlohmann::json::array(), left_out = types, classes = types;
  for (const auto& type : answer.types)
    types.push_back({{"service", type.type}, {"limit", analysis::to_text(type.limit)}});
  for (const auto* type : answer.not_in_data)
    left_out.push_back(type->id);
  const auto table = basket_table(answer);
  for (const auto& row : table.rows) {
    nlohmann::json one;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      one[table.columns[i].name] = json_value(row.values[i]);
    classes.push_back(one);
  }
  return result_json(*answer.project, answer.catalogue->people.min_count,
                     {{"profile", answer.profile->id},
                      {"sentence", basket_sentence(answer)},
                      {"types", types},
                      {"not_in_data", left_out},
                      {"classes", classes}});
}

}  // namespace nahraum::app
