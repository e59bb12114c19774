#include "analysis/basket.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace nahraum::analysis {
namespace {

constexpr double most_doubt = 0.2;

BasketItem item_of(const model::ServiceType& type, double weight) {
  const double target = type.target_m ? *type.target_m : *type.limit_m;
  const double limit = type.limit_m ? *type.limit_m : *type.target_m;
  return {&type, target, std::max(target, limit), weight, 0};
}

long count_of(const model::Project& project, const std::string& type) {
  return std::count_if(project.services.begin(), project.services.end(),
                       [&](const auto& service) { return service.type == type; });
}

/// What is known of one home and one type: the least and the most that it may be served.
struct Served {
  double least = 0, most = 0;
};

Served served(const BasketItem& item, const HomeReach& reach) {
  const double found = reach.cost == base::unreachable ? 0 : usefulness(item, reach.metres);
  if (reach.status != Status::beyond_data || reach.frontier_m < 0) return {found, found};
  return {found, std::max(found, usefulness(item, reach.frontier_m))};
}

}  // namespace

double usefulness(const BasketItem& item, double metres) {
  if (metres <= item.target_m) return 1;
  const double end = 2 * item.limit_m;
  return metres >= end ? 0 : (end - metres) / (end - item.target_m);
}

Basket basket_of(const model::Project& project, const model::Catalogue& catalogue,
                 const model::Rates& rates) {
  Basket basket;
  for (const auto& type : catalogue.types) {
    const bool walked = type.core && !type.comes_to_you && !type.network_attribute;
    if (!walked || !(type.target_m || type.limit_m)) continue;
    const auto own = rates.basket_weights.find(type.id);
    const double weight = own == rates.basket_weights.end() ? rates.basket_other : own->second;
    if (weight <= 0) continue;
    auto item = item_of(type, weight);
    item.services = count_of(project, type.id);
    if (item.services == 0) {
      basket.not_in_data.push_back(&type);
    } else {
      basket.items.push_back(item);
    }
  }
  return basket;
}

std::vector<HomeBasket> basket_index(const District& district, const Basket& basket,
                                     jobs::Context& context) {
  std::vector<HomeBasket> homes(district.homes.size());
  std::vector<std::string> types;
  double weights = 0;
  for (const auto& item : basket.items) {
    types.push_back(item.type->id);
    weights += item.weight;
  }
  const auto answers = reach(district, types, context);
  for (std::size_t h = 0; h < homes.size(); ++h) {
    for (std::size_t i = 0; i < answers.size(); ++i) {
      const auto& answer = answers[i][h];
      const auto one = served(basket.items[i], answer);
      homes[h].index += basket.items[i].weight / weights * one.most;
      homes[h].doubt += basket.items[i].weight / weights * (one.most - one.least);
      if (answer.status == Status::no_street) homes[h].assessable = false;
    }
    homes[h].assessable = homes[h].assessable && homes[h].doubt <= most_doubt && weights > 0;
  }
  return homes;
}

UnitBasket unit_basket(const model::Project& project, const NeedUnit& unit,
                       const std::vector<HomeBasket>& homes) {
  UnitBasket result;
  double weighted = 0, weights = 0, priority = 0;
  bool ages_known = false;
  for (const auto h : unit.homes) {
    const auto& residents = project.homes[h].residents;
    ++result.homes;
    if (!homes[h].assessable) {
      ++result.not_assessable;
      continue;
    }
    const double weight = residents.all ? *residents.all : 1;
    weighted += weight * homes[h].index;
    weights += weight;
    ages_known = ages_known || residents.age_65 || residents.age_80;
    priority +=
        (1 - homes[h].index) * (residents.age_65.value_or(0) + residents.age_80.value_or(0));
  }
  if (weights > 0) result.index = weighted / weights;
  if (weights > 0 && ages_known) result.priority = priority;
  return result;
}

std::vector<int> ranks(const std::vector<UnitBasket>& units) {
  std::vector<int> all;
  for (const auto& unit : units) {
    const auto higher = std::count_if(units.begin(), units.end(), [&](const UnitBasket& other) {
      return unit.priority && other.priority && *other.priority > *unit.priority;
    });
    all.push_back(unit.priority ? static_cast<int>(higher) + 1 : 0);
  }
  return all;
}

}  // namespace nahraum::analysis
