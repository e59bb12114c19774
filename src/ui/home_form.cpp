#include "ui/home_form.hpp"

#include <cmath>

#include "base/days.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/overlay.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr double most_people = 100'000;
constexpr double most_storeys = 100;

std::string text_of(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "";
}

/// Whole and not negative; nothing for what is none.
std::optional<int> number_of(const std::string& text) {
  const auto number = base::parse_number(text, base::language() == base::Language::german);
  if (!number || *number < 0 || *number > most_people || *number != std::floor(*number))
    return std::nullopt;
  return static_cast<int>(*number);
}

std::string storeys_text(double storeys) {
  return storeys > 0 ? base::format_number(storeys, storeys == std::floor(storeys) ? 0 : 1,
                                           base::language())
                     : "";
}

/// Half a storey is one under the roof; nothing for what is none.
std::optional<double> storeys_of(const std::string& text) {
  const auto number = base::parse_number(text, base::language() == base::Language::german);
  const bool sound = number && *number > 0 && *number <= most_storeys;
  return sound ? number : std::nullopt;
}

/// "<5": known, but not to be shown.
bool is_kept_back(const std::string& text) {
  return text.starts_with('<');
}

bool is_unreadable(const std::string& text) {
  return !text.empty() && !is_kept_back(text) && !number_of(text);
}

std::string shown(const std::optional<int>& number, int min_count) {
  const bool small = number && *number > 0 && *number < min_count;
  return small ? "<" + std::to_string(min_count) : text_of(number);
}

std::optional<int> kept_or(const std::string& text, std::optional<int> before) {
  return is_kept_back(text) ? before : number_of(text);
}

model::Residents residents_of(const PeopleDraft& draft) {
  return {number_of(draft.all), number_of(draft.age_65), number_of(draft.age_80)};
}

void field(const Kit& kit, const char* name, const char* label, std::string& value,
           PeopleDraft& draft) {
  kit.caption(name);
  draft.touched = kit.input(label, value, tr("unknown")) || draft.touched;
  draft.typing = draft.typing || ImGui::IsItemActive();
}

void people_fields(const Kit& kit, PeopleDraft& draft) {
  field(kit, tr("Residents"), "Home residents", draft.all, draft);
  field(kit, tr("of them 65 and over"), "Home residents 65", draft.age_65, draft);
  field(kit, tr("of them 80 and over"), "Home residents 80", draft.age_80, draft);
}

void show_trouble(const Kit& kit, const PeopleDraft& draft) {
  const auto trouble = people_trouble(draft);
  if (!trouble.empty()) kit.text(trouble, kit.fonts.small, kit.theme.warning);
}

/// A storeys field that was emptied leaves the number there was, as an assumption.
void take_housing(const PeopleDraft& draft, model::Home& home) {
  if (const auto storeys = storeys_of(draft.storeys)) {
    home.floors = *storeys;
    home.floors_assumed = false;
  } else if (draft.storeys.empty()) {
    home.floors_assumed = true;
  }
  model::Housing stated{draft.lift, draft.step_free, number_of(draft.low_barrier),
                        home.housing.source};
  if (stated == home.housing) return;
  const bool nothing = !stated.lift && !stated.step_free && !stated.low_barrier;
  stated.source = nothing ? "" : "user";
  home.housing = std::move(stated);
}

/// Nobody knows, yes, or no: three words of their own.
void choice(const Kit& kit, const char* name, const std::vector<std::string>& words,
            std::optional<bool>& value, PeopleDraft& draft) {
  kit.caption(name);
  const int before = !value ? 0 : *value ? 1 : 2;
  const int now = kit.segments(name, words, before);
  if (now == before) return;
  value = now == 0 ? std::nullopt : std::optional(now == 1);
  draft.touched = true;
}

void housing_fields(const Kit& kit, PeopleDraft& draft) {
  field(kit, tr("Storeys, ground floor included"), "Home storeys", draft.storeys, draft);
  choice(kit, tr("Lift to all storeys"), {tr("lift not known"), tr("has a lift"), tr("no lift")},
         draft.lift, draft);
  choice(kit, tr("Entrance to the house"),
         {tr("entrance not known"), tr("without steps"), tr("with steps")}, draft.step_free, draft);
  field(kit, tr("Dwellings with few barriers"), "Home low barrier", draft.low_barrier, draft);
}

/// Whether what was typed is to be kept now.
bool is_finished(const PeopleDraft& draft) {
  return draft.touched && !draft.typing && people_trouble(draft).empty();
}

}  // namespace

PeopleDraft draft_of(const model::Home& home) {
  PeopleDraft draft;
  draft.of = home.id;
  if (!home.stated.empty()) {
    draft.all = text_of(home.residents.all);
    draft.age_65 = text_of(home.residents.age_65);
    draft.age_80 = text_of(home.residents.age_80);
  }
  if (home.dwellings > 0 && !home.dwellings_assumed) draft.dwellings = text_of(home.dwellings);
  draft.address = home.address;
  if (!home.floors_assumed) draft.storeys = storeys_text(home.floors);
  draft.low_barrier = text_of(home.housing.low_barrier);
  draft.lift = home.housing.lift;
  draft.step_free = home.housing.step_free;
  return draft;
}

PeopleDraft draft_of(const model::PopulationCell& area, std::uint32_t index, int min_count) {
  PeopleDraft draft;
  draft.of = -1 - static_cast<std::int32_t>(index);
  draft.all = shown(area.residents.all, min_count);
  draft.age_65 = shown(area.residents.age_65, min_count);
  draft.age_80 = shown(area.residents.age_80, min_count);
  draft.address = area.statistics.name;
  return draft;
}

std::string people_trouble(const PeopleDraft& draft) {
  for (const auto* text :
       {&draft.all, &draft.age_65, &draft.age_80, &draft.dwellings, &draft.low_barrier}) {
    if (is_unreadable(*text))
      return tr("Write whole numbers; leave a field empty where the number is unknown.");
  }
  if (!draft.storeys.empty() && !storeys_of(draft.storeys))
    return tr("Storeys are a number above 0, the ground floor counted.");
  const auto low = number_of(draft.low_barrier), all = number_of(draft.dwellings);
  if (low && all && *low > *all)
    return tr("More dwellings with few barriers than dwellings: one of the two is wrong.");
  const auto r = residents_of(draft);
  const bool sound =
      (!r.all || (r.age_65.value_or(0) <= *r.all && r.age_80.value_or(0) <= *r.all)) &&
      (!r.age_65 || r.age_80.value_or(0) <= *r.age_65);
  return sound ? "" : tr("An age group has more people than the one it belongs to.");
}

std::optional<model::Home> home_with(model::Home home, const PeopleDraft& draft,
                                     const std::string& today) {
  if (!people_trouble(draft).empty()) return std::nullopt;
  const auto residents = residents_of(draft);
  const bool was_stated = !home.stated.empty();
  if (residents.all && (!was_stated || residents != home.residents)) {
    home.residents = residents;
    home.basis = model::PopulationBasis::counted;
    home.stated = today;
  }
  if (const auto dwellings = number_of(draft.dwellings)) {
    home.dwellings = *dwellings;
    home.dwellings_assumed = false;
  }
  home.address = draft.address;
  take_housing(draft, home);
  return home;
}

std::optional<model::PopulationCell> area_with(model::PopulationCell area,
                                               const PeopleDraft& draft) {
  if (!people_trouble(draft).empty()) return std::nullopt;
  area.residents = {kept_or(draft.all, area.residents.all),
                    kept_or(draft.age_65, area.residents.age_65),
                    kept_or(draft.age_80, area.residents.age_80)};
  area.statistics.name = draft.address;
  return area;
}

void home_form(const Kit& kit, const model::Home& home, PeopleDraft& draft) {
  if (draft.of != home.id || !draft.touched) draft = draft_of(home);
  ImGui::PushID(home.id);
  draft.typing = false;
  people_fields(kit, draft);
  field(kit, tr("Dwellings"), "Home dwellings", draft.dwellings, draft);
  housing_fields(kit, draft);
  field(kit, tr("Address"), "Home address", draft.address, draft);
  ImGui::PopID();
  show_trouble(kit, draft);
  kit.caption(tr("What you state here counts as counted by you, with today's date."));
  if (kit.button(tr("Nobody lives here"))) {
    draft.touched = false;
    kit.act(app::PerformEdit{model::RemoveHome{home.id}});
    return kit.act(app::Select{});
  }
  if (!is_finished(draft)) return;
  draft.touched = false;
  const auto wanted = home_with(home, draft, base::today());
  if (wanted && *wanted != home) kit.act(app::PerformEdit{model::ReplaceHome{*wanted}});
}

void area_form(const Kit& kit, const model::PopulationCell& area, std::uint32_t index,
               int min_count, PeopleDraft& draft) {
  const auto fresh = draft_of(area, index, min_count);
  if (draft.of != fresh.of || !draft.touched) draft = fresh;
  ImGui::PushID(draft.of);
  draft.typing = false;
  field(kit, tr("Name"), "Area name", draft.address, draft);
  people_fields(kit, draft);
  ImGui::PopID();
  show_trouble(kit, draft);
  kit.caption(
      tr("Residents are spread anew over the area's homes; what was stated of single homes "
         "stays."));
  if (!is_finished(draft)) return;
  draft.touched = false;
  const auto wanted = area_with(area, draft);
  if (wanted && *wanted != area) kit.act(app::ChangeArea{index, *wanted});
}

std::optional<model::AddHome> home_at(const model::Project& project, geo::Point at,
                                      const std::string& today) {
  for (std::uint32_t i = 0; i < project.buildings.size(); ++i) {
    const auto& building = project.buildings[i];
    if (building.home >= 0 || !geo::bounds(building.outline).contains(at)) continue;
    if (!geo::contains(building.outline, at)) continue;
    model::Home home;
    home.osm = building.osm;
    home.at = at;
    if (const auto inside = geo::point_on_surface(building.outline)) home.at = *inside;
    home.floors = building.levels;
    home.floors_assumed = building.levels <= 0;
    home.dwellings = 1;
    home.in_district = geo::contains(project.district, home.at);
    home.stated = today;
    return model::AddHome{home, {i}};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> area_at(const model::Project& project, geo::Point at) {
  std::optional<std::uint32_t> best;
  double least = 1e300;
  for (std::uint32_t i = 0; i < project.population.size(); ++i) {
    const auto& outline = project.population[i].outline;
    if (!geo::bounds(outline).contains(at) || !geo::contains(outline, at)) continue;
    const double size = geo::area(outline);
    if (size < least) least = size, best = i;
  }
  return best;
}

}  // namespace nahraum::ui
