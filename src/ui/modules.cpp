#include "ui/modules.hpp"

#include "base/check.hpp"
#include "base/translate.hpp"

namespace nahraum::ui {
namespace {

constexpr std::array<Module, 8> modules{{
    {"Lokalspezifische Bedarfslagen und Strukturen ermitteln", "Finding local needs and structures",
     base::tr_noop(
         "Here you will find the population by age, need indicators and their projection."),
     base::tr_noop("Residents per home on the map and in every result of module 2.")},
    {"Sozialräumliche Wohn-, Infra- und Versorgungsstrukturen gestalten",
     "Shaping housing, infrastructure and care in the neighbourhood", "", ""},
    {"Lokale Beteiligungsstrukturen stärken und selbsttragende Strukturen aufbauen",
     "Strengthening participation and self-supporting structures",
     base::tr_noop("Here you will find pins by question, votes and the merging of groups' files."),
     base::tr_noop("Notes and arrows on the map, printed on the sheet.")},
    {"Moderation und Netzwerkarbeit", "Moderation and networking",
     base::tr_noop(
         "Here you will find actors and their ties as a network on the map and as rings."),
     base::tr_noop("The provider of every service, in the inspector.")},
    {"Welfare-Mix vor Ort gestalten", "Shaping the local welfare mix",
     base::tr_noop(
         "Here you will find the sectors of all offers and the stress test of single providers."),
     base::tr_noop("Provider and sector of every service, in the inspector.")},
    {"Projektmanagement", "Project management",
     base::tr_noop(
         "Here you will find measures with place, baseline figure, milestones and responsibility."),
     base::tr_noop("Move a service and read its effect; undo takes it back.")},
    {"Organisations- und Personalentwicklung", "Organisation and staff development",
     base::tr_noop(
         "Here you will find tasks by role, hours against capacity and the competence radar."),
     base::tr_noop("Nothing yet: this module has no tool in the program so far.")},
    {"Nachhaltige Finanzierung des Quartiersmanagements",
     "Lasting funding of neighbourhood management",
     base::tr_noop(
         "Here you will find costs and sources per year and the month in which the post ends."),
     base::tr_noop("Nothing yet: this module has no tool in the program so far.")},
}};

}  // namespace

const Module& module_of(int number) {
  NAHRAUM_CHECK(number >= 1 && number <= static_cast<int>(modules.size()));
  return modules[static_cast<std::size_t>(number - 1)];
}

std::string title_of(const Module& module) {
  return base::language() == base::Language::german ? module.title_de : module.title_en;
}

}  // namespace nahraum::ui
