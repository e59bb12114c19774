#include "app/offer_report.hpp"

#include <algorithm>

#include <fmt/args.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

std::string name_of(const model::Service& service) {
  if (!service.name.empty()) return service.name;
  const auto osm = model::to_text(service.osm);
  return osm.empty() ? fmt::format("{} {}", tr("without a name, no."), service.id)
                     : fmt::format("{} {}", tr("without a name, OSM"), osm);
}

DoubtfulOffer row_of(const model::Service& service, const char* reason, const char* words) {
  return {service.id, name_of(service), std::string(service.tags.get("opening_hours")), reason,
          words};
}

bool open_at_night(const model::OpeningHours& hours) {
  constexpr int from = 60, to = 5 * 60;
  if (model::length_of(hours.open) == model::minutes_of_week) return false;
  return std::any_of(hours.open.begin(), hours.open.end(), [&](const model::WeekSpan& span) {
    for (int day = span.from / model::minutes_of_day * model::minutes_of_day; day < span.to;
         day += model::minutes_of_day)
      if (span.from < day + to && span.to > day + from) return true;
    return false;
  });
}

bool leaves_open(const analysis::OfferHours& offer, std::optional<int> minute) {
  if (minute) return analysis::state_at(offer, *minute) == model::OpenState::unknown;
  return !offer.hours || !offer.hours->unknown.empty();
}

std::string line_of(const DoubtfulOffer& offer) {
  const char* form =
      offer.hours.empty() ? tr("{name}: {reason}") : tr("{name}, “{hours}”: {reason}");
  return fmt::format(fmt::runtime(form), fmt::arg("name", offer.name),
                     fmt::arg("hours", offer.hours), fmt::arg("reason", offer.words));
}

}  // namespace

std::string weekday_name(int day) {
  const char* names[] = {tr("Monday"), tr("Tuesday"),  tr("Wednesday"), tr("Thursday"),
                         tr("Friday"), tr("Saturday"), tr("Sunday")};
  return names[day];
}

std::string week_minute_text(int minute) {
  return fmt::format(fmt::runtime(tr("{day} {hour:02}:{minute:02}")),
                     fmt::arg("day", weekday_name(minute / model::minutes_of_day)),
                     fmt::arg("hour", minute % model::minutes_of_day / 60),
                     fmt::arg("minute", minute % 60));
}

std::string unreadable_text(model::Unreadable reason) {
  using model::Unreadable;
  switch (reason) {
    case Unreadable::empty:
      return tr("no hours are stated");
    case Unreadable::not_understood:
      return tr("not understood");
    case Unreadable::season:
      return tr("depends on the season or on a date");
    case Unreadable::not_weekly:
      return tr("not every week the same");
    case Unreadable::sun:
      return tr("depends on the sun");
    case Unreadable::open_end:
      return tr("no end is stated");
    case Unreadable::no_times:
      return tr("a beginning, an end or the times are missing");
    case Unreadable::bad_time:
      return tr("a time that does not exist");
    case Unreadable::ambiguous:
      return tr("can be read in two ways");
    case Unreadable::only_comment:
      break;
  }
  return tr("only a remark, no times");
}

std::vector<DoubtfulOffer> unknown_offers(const model::Project& project,
                                          const std::vector<analysis::OfferHours>& offers,
                                          std::optional<int> minute) {
  std::vector<DoubtfulOffer> unknown;
  for (const auto& offer : offers) {
    if (!leaves_open(offer, minute)) continue;
    const auto& service = project.services[offer.service];
    auto row = row_of(service, "not_stated", tr("no hours are stated"));
    if (offer.unread) {
      row.reason = model::to_text(offer.unread->reason);
      row.words = unreadable_text(offer.unread->reason);
    } else if (offer.hours) {
      row.reason = "by_appointment";
      row.words = tr("at times by appointment or under a condition");
    }
    unknown.push_back(std::move(row));
  }
  return unknown;
}

std::vector<DoubtfulOffer> night_offers(const model::Project& project,
                                        const std::vector<analysis::OfferHours>& offers) {
  std::vector<DoubtfulOffer> some;
  for (const auto& offer : offers) {
    if (!offer.hours || !open_at_night(*offer.hours)) continue;
    some.push_back(row_of(project.services[offer.service], "at_night",
                          tr("open at night, which may be a slip")));
  }
  return some;
}

std::string doubtful_text(const std::vector<DoubtfulOffer>& offers, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < offers.size() && i < most; ++i)
    text += "  " + line_of(offers[i]) + "\n";
  if (offers.size() > most) {
    text += "  " +
            fmt::format(fmt::runtime(tr("and {0} more (all of them with --json)")),
                        offers.size() - most) +
            "\n";
  }
  return text;
}

nlohmann::json doubtful_json(const std::vector<DoubtfulOffer>& offers) {
  auto list = nlohmann::json::array();
  for (const auto& offer : offers) {
    list.push_back({{"service_id", offer.service},
                    {"name", offer.name},
                    {"opening_hours", offer.hours},
                    {"reason", offer.reason}});
  }
  return list;
}

}  // namespace nahraum::app
