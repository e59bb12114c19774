#include "app/page_money.hpp"

namespace nahraum::app {

using base::tr;
using Fault = planning::FundingFault;

namespace {

std::string source_named(const model::Work& work, const std::string& id) {
  if (id == takes_over) return tr("Who takes over");
  for (const auto& source : work.sources) {
    if (std::to_string(source.id) == id) return name_of(source);
  }
  return id.empty() ? "" : say(tr("source {}"), id);
}

std::string item_named(const model::Work& work, const std::string& id) {
  for (const auto& cost : work.costs) {
    if (std::to_string(cost.id) == id) return name_of(cost);
  }
  return id.empty() ? "" : say(tr("cost {}"), id);
}

/// {0} source, {1} cost, {2} year, {3} amount.
const char* form_of(const planning::FundingRemark& remark) {
  switch (remark.fault) {
    case Fault::costs_not_covered:
      return tr("{2}: {3} are missing, the sources pay less than it costs.");
    case Fault::costs_exceeded:
      return tr("{2}: the sources pay {3} more than it costs.");
    case Fault::quota_exceeded:
      return tr("{2}: “{0}” pays {3} more than its rate of the eligible cost allows.");
    case Fault::yearly_cap_exceeded:
      return tr("{2}: “{0}” pays {3} more than its most a year.");
    case Fault::cap_exceeded:
      return tr("“{0}” pays {3} more than its most over all years.");
    case Fault::own_share_below:
      return tr("{2}: for “{0}” the own share is {3} too small.");
    case Fault::period_misses_year:
      return tr("{2}: “{0}” pays {3} outside its period.");
    case Fault::period_covers_part:
      return tr("{2}: the period of “{0}” has only a part of the year.");
    case Fault::ineligible_cost:
      return remark.item.empty() ? tr("{2}: “{0}” pays {3} for costs that it does not pay for.")
                                 : tr("{2}: “{0}” pays {3} of “{1}”, which it does not pay for.");
    case Fault::double_funding:
      return tr("{2}: “{1}” is paid for twice, {3} more than it costs.");
    case Fault::item_overfunded:
      return tr("{2}: “{0}” pays {3} more of “{1}” than it costs.");
    case Fault::after_funding_missing:
      return tr(
          "No costs are planned after the last grant: write from {2} on what goes on, so that "
          "the gap after the funding is seen.");
    case Fault::amount_out_of_range:
      return tr("An amount of “{0}{1}” cannot be: it is negative or beyond all measure.");
    case Fault::year_out_of_range:
      return tr("The year {2} of “{0}{1}” cannot be.");
    case Fault::item_of_other_year:
      return tr("“{0}” pays for “{1}” in {2}, but that cost is of another year.");
    case Fault::unknown_item:
      return tr("“{0}” pays in {2} for a cost that is gone or not known.");
    case Fault::rule_out_of_range:
      return tr("A rule of “{0}” cannot be: rates lie between 0 and 100 %.");
    case Fault::repeated_item:
    case Fault::repeated_source:
    case Fault::months_out_of_range:
    case Fault::unknown_source:
      break;
  }
  return tr("A line of the plan cannot be: “{0}{1}”.");
}

bool is_fault(Fault what) {
  return what < Fault::costs_not_covered;
}

std::pair<std::string, model::Id> row_of(const planning::FundingRemark& remark) {
  if (!remark.item.empty()) return {"costs", std::stoi(remark.item)};
  if (!remark.source.empty() && remark.source != takes_over)
    return {"sources_of_money", std::stoi(remark.source)};
  return {"shares", 0};
}

}  // namespace

PageLine rule_line(const planning::FundingRemark& remark, const model::Work& work) {
  auto text = say(form_of(remark), source_named(work, remark.source), item_named(work, remark.item),
                  remark.year.value_or(0), euros(static_cast<double>(remark.amount) / 100));
  const auto [table, row] = row_of(remark);
  auto line = is_fault(remark.fault) ? fault(std::move(text)) : warning(std::move(text));
  return with_row(std::move(line), table, row);
}

}  // namespace nahraum::app
