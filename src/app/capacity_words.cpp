#include "app/capacity_words.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;

const model::CapacityUnit& unit_of(const CapacityAnswer& answer) {
  const auto& rules = answer.catalogue->capacity;
  return rules.units.at(only_counted(answer) ? rules.counted_unit : answer.rule.unit);
}

}  // namespace

std::string number_text(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

std::string plain_text(double value) {
  return number_text(value, std::fabs(value - std::round(value)) < 0.05 ? 0 : 1);
}

bool only_counted(const CapacityAnswer& answer) {
  const auto& services = answer.result.services;
  return !services.empty() && services.front().place.basis == analysis::CapacityBasis::each_one;
}

std::string unit_text(const CapacityAnswer& answer, bool one) {
  const auto& unit = unit_of(answer);
  const bool german = base::language() == base::Language::german;
  std::string form =
      german ? (one ? unit.de_one : unit.de_many) : (one ? unit.en_one : unit.en_many);
  const auto& name = german ? answer.type->label.de : answer.type->label.en;
  return form.replace(form.find("{}"), 2, name);
}

std::string amount_text(double amount, const CapacityAnswer& answer) {
  return plain_text(amount) + " " + unit_text(answer, amount == 1);
}

std::string within_walk(const analysis::Limit& limit) {
  const double minutes = limit.value / 60;
  const bool whole = std::fabs(minutes - std::round(minutes)) < 1e-9;
  if (limit.kind == analysis::Limit::Kind::seconds && whole) {
    const auto n = static_cast<unsigned long>(std::lround(minutes));
    return fmt::format(
        fmt::runtime(tr_n("within a walk of {} minute", "within a walk of {} minutes", n)), n);
  }
  return fmt::format(fmt::runtime(tr("within a walk of {}")), scene::limit_name(limit));
}

std::string people_text(scene::AgeGroup group) {
  switch (group) {
    case scene::AgeGroup::age_80:
      return tr("people aged 80 and over");
    case scene::AgeGroup::age_65:
      return tr("people aged 65 and over");
    case scene::AgeGroup::all:
      break;
  }
  return tr("people");
}

std::string name_of(const model::Service& service, const model::ServiceType& type) {
  if (!service.name.empty()) return service.name;
  const auto osm = model::to_text(service.osm);
  return scene::name_of(type) + " " + (osm.empty() ? std::to_string(service.id) : osm);
}

std::string fill(const char* form, const CapacityAnswer& answer, Filled more) {
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  values.push_back(fmt::arg("people", people_text(answer.group)));
  values.push_back(fmt::arg("within", within_walk(answer.result.question.limit)));
  values.push_back(fmt::arg("profile", scene::name_of(answer.district->network.profile)));
  for (const auto& [name, value] : more)
    values.push_back(fmt::arg(name, value));
  std::string text = fmt::vformat(form, values);
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string count_text(long persons, bool exact) {
  const long shown =
      exact ? persons : std::max(10L, std::lround(static_cast<double>(persons) / 10) * 10);
  const auto text = number_text(static_cast<double>(shown), 0);
  return exact ? text : fmt::format(fmt::runtime(tr("about {}")), text);
}

bool any_supply(const CapacityAnswer& answer) {
  for (const auto& load : answer.result.services) {
    if (load.on_street && load.place.capacity > 0) return true;
  }
  return false;
}

}  // namespace nahraum::app
