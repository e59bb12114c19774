#include "ui/service_form.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <fmt/format.h>

#include "app/offer_report.hpp"
#include "base/translate.hpp"
#include "model/opening_hours.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

constexpr std::array<const char*, 5> sectors{"", "state", "market", "nonprofit", "informal"};
constexpr std::array<const char*, 4> wheelchairs{"", "yes", "limited", "no"};

template <std::size_t n>
int index_of(const std::array<const char*, n>& words, std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  return at == words.end() ? 0 : static_cast<int>(at - words.begin());
}

std::string text_of(const std::optional<double>& capacity) {
  return capacity ? base::format_number(*capacity, 0, base::language()) : "";
}

ServiceDraft draft_of(const model::Service& service) {
  return {service, text_of(service.capacity), std::string(service.tags.get("opening_hours")), false,
          false};
}

void field(const Kit& kit, const char* name, const char* label, std::string& value,
           ServiceDraft& draft) {
  kit.caption(name);
  draft.touched = kit.input(label, value) || draft.touched;
  draft.typing = draft.typing || ImGui::IsItemActive();
}

template <std::size_t n>
void choice(const Kit& kit, const char* label, const std::array<const char*, n>& words,
            const std::vector<std::string>& names, std::string_view now, ServiceDraft& draft,
            const std::function<void(const char*)>& set) {
  const int was = index_of(words, now);
  const int is = kit.segments(label, names, was);
  if (is == was) return;
  set(words[static_cast<std::size_t>(is)]);
  draft.touched = true;
}

void show_type(const Kit& kit, const std::vector<Choice>& types, SearchableCombo& list,
               ServiceDraft& draft) {
  kit.caption(tr("Kind"));
  const auto shown = std::find_if(types.begin(), types.end(), [&](const Choice& type) {
    return type.id == draft.service.type;
  });
  const auto chosen = list.show(kit, "Service type",
                                shown == types.end() ? draft.service.type : shown->label, types);
  if (!chosen || *chosen == draft.service.type) return;
  draft.service.type = *chosen;
  draft.touched = true;
}

void show_choices(const Kit& kit, ServiceDraft& draft) {
  auto& service = draft.service;
  kit.caption(tr("Sector"));
  choice<5>(kit, "sector", sectors,
            {tr("unknown"), tr("public"), tr("commercial"), tr("non-profit"), tr("informal")},
            service.sector, draft, [&](const char* word) { service.sector = word; });
  kit.caption(tr("Wheelchair"));
  choice<4>(kit, "wheelchair", wheelchairs,
            {tr("unknown"), tr("accessible"), tr("partly"), tr("not accessible")},
            service.tags.get("wheelchair"), draft,
            [&](const char* word) { service.tags.set("wheelchair", word); });
}

void show_remark(const Kit& kit, const std::string& text) {
  if (!text.empty()) kit.text(text, kit.fonts.small, kit.theme.warning);
}

}  // namespace

std::string capacity_trouble(const ServiceDraft& draft) {
  if (draft.capacity.empty()) return "";
  const bool comma = base::language() == base::Language::german;
  const auto number = base::parse_number(draft.capacity, comma);
  if (number && *number > 0) return "";
  return tr("A capacity is a number above zero; leave it empty where it is unknown.");
}

std::string hours_remark(const ServiceDraft& draft) {
  if (draft.hours.empty()) return "";
  const auto hours = model::read_opening_hours(draft.hours);
  if (hours) return "";
  return fmt::format(
      fmt::runtime(tr("Cannot be read ({0}), so it counts as unknown. An example: {1}")),
      app::unreadable_text(hours.error().reason), "Mo-Fr 08:00-18:00; Sa 09:00-13:00");
}

std::optional<model::Service> service_of(const ServiceDraft& draft) {
  if (!capacity_trouble(draft).empty()) return std::nullopt;
  model::Service service = draft.service;
  const bool comma = base::language() == base::Language::german;
  if (draft.capacity != text_of(draft.service.capacity))
    service.capacity = base::parse_number(draft.capacity, comma);
  service.tags.set("opening_hours", draft.hours);
  return service;
}

void service_form(const Kit& kit, const model::Service& service, const std::vector<Choice>& types,
                  SearchableCombo& type_list, ServiceDraft& draft) {
  if (draft.service.id != service.id || !draft.touched) draft = draft_of(service);
  // A field that has the keyboard must not go on in another service's form.
  ImGui::PushID(service.id);
  draft.typing = false;
  field(kit, tr("Name"), "Service name", draft.service.name, draft);
  show_type(kit, types, type_list, draft);
  field(kit, tr("Provider"), "Service provider", draft.service.provider, draft);
  show_choices(kit, draft);
  field(kit, tr("Capacity (places)"), "Service capacity", draft.capacity, draft);
  show_remark(kit, capacity_trouble(draft));
  field(kit, tr("Opening hours"), "Service hours", draft.hours, draft);
  show_remark(kit, hours_remark(draft));
  field(kit, tr("To check"), "Service note", draft.service.note, draft);
  ImGui::PopID();
  kit.gap(4);
  if (kit.button(tr("Remove the service"))) {
    draft.touched = false;
    return kit.act(app::PerformEdit{model::RemoveService{service.id}});
  }
  if (!draft.touched || draft.typing) return;
  const auto wanted = service_of(draft);
  if (!wanted) return;
  draft.touched = false;
  if (*wanted != service) kit.act(app::PerformEdit{model::ReplaceService{*wanted}});
}

}  // namespace nahraum::ui
