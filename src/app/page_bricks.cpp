#include "app/page_bricks.hpp"

#include <array>
#include <cmath>

#include "scene/method_card.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

std::string titled(const std::string& title, const char* kind, model::Id id) {
  const auto name = base::trim(title);
  return name.empty() ? fmt::format("{} {}", tr(kind), id) : name;
}

std::string some_of(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  const auto told = names.size() > most + 1 ? most : names.size();
  for (std::size_t i = 0; i < told; ++i)
    text += (i == 0 ? "" : ", ") + names[i];
  if (told == names.size()) return text;
  return say(tr("{0} and {1} more"), text, names.size() - told);
}

std::string circle_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names)
    text += name + " → ";
  return names.empty() ? "" : text + names.front();
}

std::string euros(double amount) {
  const double cents = std::round(amount * 100);
  const bool whole_euros = std::fmod(cents, 100) == 0;
  return base::format_number(cents / 100, whole_euros ? 0 : 2, base::language()) + "\u00a0€";
}

std::string day_text(const std::string& iso) {
  return iso.empty() ? "?" : base::format_date(iso, base::language());
}

std::string month_text(int year, int month) {
  static constexpr std::array names{
      base::tr_noop("January {}"), base::tr_noop("February {}"), base::tr_noop("March {}"),
      base::tr_noop("April {}"),   base::tr_noop("May {}"),      base::tr_noop("June {}"),
      base::tr_noop("July {}"),    base::tr_noop("August {}"),   base::tr_noop("September {}"),
      base::tr_noop("October {}"), base::tr_noop("November {}"), base::tr_noop("December {}")};
  return say(tr(names.at(static_cast<std::size_t>(month - 1))), year);
}

std::string method_text(const std::string& how, const model::Sourced& evidence) {
  return how + " (" + scene::evidence_text(evidence) + ")";
}

PageLine with_row(PageLine line, const std::string& table, model::Id row) {
  line.actions.push_back(
      {row == 0 ? tr("Look at it") : tr("Open the row"), {OpenTable{table, row}}});
  return line;
}

PageAction button(std::string label, std::vector<model::RecordChange> changes) {
  return pieces::edit(std::move(label), std::move(changes));
}

}  // namespace nahraum::app
