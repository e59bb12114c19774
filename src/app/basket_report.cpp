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
  return std::all_of(answer.variants.begin(), answer.variants.end(),
                     [&](const auto& each) { return known(each.classes); }) &&
         std::all_of(answer.base.begin(), answer.base.end(), known);
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

/// Classes in which two answers that are told side by side differ by a few people.
std::vector<bool> kept_back(const BasketAnswer& answer) {
  std::vector<std::vector<std::vector<long>>> told;
  for (const auto& each : answer.variants)
    told.push_back(atoms_of(each.classes, ages_known(answer)));
  for (const auto& base : answer.base)
    told.push_back(atoms_of(base, ages_known(answer)));
  std::vector<bool> kept(told.front().size(), false);
  for (const auto& one : told) {
    for (const auto& other : told) {
      for (std::size_t i = 0; i < kept.size(); ++i) {
        for (std::size_t g = 0; g < one[i].size(); ++g) {
          const long difference = std::abs(one[i][g] - other[i][g]);
          if (!model::may_show(difference, answer.catalogue->people.min_count)) kept[i] = true;
        }
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

const DiversityClasses& classes_of(const BasketAnswer& answer, const Variant& variant) {
  return std::find_if(answer.variants.begin(), answer.variants.end(),
                      [&](const auto& each) { return each.variant == variant; })
      ->classes;
}

/// People who reach at least half of the types and who do not; nothing where a class is kept back.
struct Halves {
  long at_least = 0, fewer = 0;
  bool operator==(const Halves&) const = default;
};
std::optional<Halves> halves_of(const BasketAnswer& answer, const Variant& variant) {
  Halves halves;
  const int half = static_cast<int>(answer.types.size() + 1) / 2;
  for (const auto& shown : shown_rows(answer, classes_of(answer, variant))) {
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
                         const std::string& heading) {
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

void append_rows(const BasketAnswer& answer, const VariantClasses& each, io::FeatureTable& table) {
  for (const auto& shown : shown_rows(answer, each.classes)) {
    const auto persons = [&](long number) {
      return shown.persons && number >= 0 ? io::Value(std::int64_t{number}) : io::Value();
    };
    const auto types = [&](int number) {
      return shown.open ? io::Value() : io::Value(std::int64_t{number});
    };
    const auto& row = shown.row;
    table.rows.push_back(
        {{std::string(to_text(each.variant.certainty)), std::string(to_text(each.variant.counted)),
          types(row.at_least), types(row.at_most), std::int64_t{row.homes}, persons(row.all),
          persons(row.age_65), persons(row.age_80)},
         {}});
  }
}

std::string plain_sentence(const BasketAnswer& answer, const std::optional<Halves>& halves) {
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

std::string span_sentence(const BasketAnswer& answer, const std::optional<Halves>& least,
                          const std::optional<Halves>& most) {
  const auto* form =
      tr("How many people reach at least half of the {k} kinds of services must not be shown or is "
         "not known ({profile}).");
  if (least && most) {
    form =
        tr("At least {least} and at most {most} people reach at least half of the {k} kinds of "
           "services of daily life, each within its own limit ({profile}).");
  } else if (least) {
    form = tr(
        "At least {least} people reach at least half of the {k} kinds of services of daily life, "
        "each within its own limit ({profile}); how many at most must not be shown.");
  } else if (most) {
    form =
        tr("At most {most} people reach at least half of the {k} kinds of services of daily life, "
           "each within its own limit ({profile}); how many at least must not be shown.");
  }
  return fmt::format(fmt::runtime(form), fmt::arg("least", least ? count(least->at_least) : ""),
                     fmt::arg("most", most ? count(most->at_least) : ""),
                     fmt::arg("k", answer.types.size()),
                     fmt::arg("profile", scene::in_brackets(*answer.profile)));
}

/// Whoever is beyond what can be judged may reach more than "at most" says.
std::string open_sentence(const BasketAnswer& answer) {
  const auto shown = shown_rows(answer, classes_of(answer, answer.most)).back();
  if (shown.row.homes == 0) return "";
  if (!shown.persons || shown.row.all < 0) {
    return fmt::format(fmt::runtime(base::tr_n("In {0} residential building it cannot be assessed.",
                                               "In {0} residential buildings it cannot be "
                                               "assessed.",
                                               static_cast<unsigned long>(shown.row.homes))),
                       count(shown.row.homes));
  }
  return fmt::format(fmt::runtime(tr("For {0} more people it cannot be assessed.")),
                     count(shown.row.all));
}

std::string heading_of(const BasketAnswer& answer, const Variant& variant) {
  const bool cautious = variant.certainty == Certainty::cautious;
  const bool span = answer.least.certainty != answer.most.certainty;
  if (variant.counted == Counted::open)
    return cautious ? tr("kinds open then, cautiously") : tr("kinds open then");
  if (variant.counted == Counted::open_or_unknown)
    return cautious ? tr("open or unknown, cautiously") : tr("open then or hours unknown");
  if (!span) return tr("kinds reached");
  return cautious ? tr("kinds reached, cautiously") : tr("kinds reached, at best");
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
  const auto least = halves_of(answer, answer.least), most = halves_of(answer, answer.most);
  const bool plain = answer.variants.size() == 1 || (least && most && *least == *most);
  auto text = plain ? plain_sentence(answer, most) : span_sentence(answer, least, most);
  if (const auto open = open_sentence(answer); !open.empty()) text += " " + open;
  if (answer.time.empty()) return text;
  return fmt::format(fmt::runtime(tr("{time}, what is open then: {sentence}")),
                     fmt::arg("time", answer.time), fmt::arg("sentence", text));
}

std::string basket_text(const BasketAnswer& answer) {
  std::string text = basket_sentence(answer) + "\n";
  if (!answer.not_in_data.empty()) {
    text += fmt::format(fmt::runtime(tr("Left out, since the data name none here or around: {}")),
                        names_of(answer.not_in_data)) +
            "\n";
  }
  for (const auto& each : answer.variants)
    text += "\n" + classes_text(answer, each.classes, heading_of(answer, each.variant));
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
                          {Type::text, "offers"},
                          {Type::integer, "at_least"},
                          {Type::integer, "at_most"},
                          {Type::integer, "homes"},
                          {Type::integer, "persons"},
                          {Type::integer, "persons_65"},
                          {Type::integer, "persons_80"}},
                         {}};
  for (const auto& each : answer.variants)
    append_rows(answer, each, table);
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
