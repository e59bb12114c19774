#include "analysis/floating_catchment.hpp"

#include <array>
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"
#include "tests/districts/random_world.hpp"

using namespace nahraum;
using analysis::Limit;
using model::AccessMethod;
using model::Decay;

namespace {

constexpr std::array<AccessMethod, 7> all_methods = {
    AccessMethod::two_step,     AccessMethod::enhanced, AccessMethod::three_step,
    AccessMethod::modified,     AccessMethod::balanced, AccessMethod::gravity,
    AccessMethod::opportunities};

Decay decay_of(Decay::Kind kind) {
  Decay decay;
  decay.kind = kind;
  decay.zones = {1, 0.68, 0.22};
  decay.scale = 40;
  decay.exponent = 1.5;
  return decay;
}

/// The formulas of domain notes §3.2 and §3.3 written out on full matrices, W[home][place].
struct Dense {
  std::vector<std::vector<double>> w;
  std::vector<double> people, capacity;

  std::size_t homes() const { return people.size(); }
  std::size_t places() const { return capacity.size(); }
  double row_sum(std::size_t i) const { return std::accumulate(w[i].begin(), w[i].end(), 0.0); }
  double column_sum(std::size_t j) const {
    double sum = 0;
    for (std::size_t i = 0; i < homes(); ++i)
      sum += people[i] > 0 ? w[i][j] : 0;
    return sum;
  }
  double g(std::size_t i, std::size_t j) const { return row_sum(i) > 0 ? w[i][j] / row_sum(i) : 0; }

  template <class Term>
  std::vector<double> demand(Term term) const {
    std::vector<double> sums(places(), 0.0);
    for (std::size_t j = 0; j < places(); ++j) {
      for (std::size_t i = 0; i < homes(); ++i)
        sums[j] += people[i] * term(i, j);
    }
    return sums;
  }

  std::vector<double> access(AccessMethod method) const {
    const auto simple = demand([&](auto i, auto j) { return w[i][j]; });
    const auto chosen = demand([&](auto i, auto j) { return g(i, j) * w[i][j]; });
    const auto balanced = demand([&](auto i, auto j) { return g(i, j); });
    std::vector<double> result(homes(), 0.0);
    for (std::size_t i = 0; i < homes(); ++i) {
      for (std::size_t j = 0; j < places(); ++j) {
        const double s = capacity[j];
        const double weight = w[i][j];
        const auto part = [&](double share, double of) { return of > 0 ? s / of * share : 0; };
        switch (method) {
          case AccessMethod::two_step:
          case AccessMethod::enhanced:
            result[i] += part(weight, simple[j]);
            break;
          case AccessMethod::three_step:
            result[i] += part(g(i, j) * weight, chosen[j]);
            break;
          case AccessMethod::modified:
            result[i] += part(weight * weight, simple[j]);
            break;
          case AccessMethod::balanced:
            if (balanced[j] > 0) result[i] += part(weight / column_sum(j), balanced[j]);
            break;
          case AccessMethod::gravity:
          case AccessMethod::opportunities:
            result[i] += s * weight;
            break;
        }
      }
    }
    return result;
  }
};

double plain_weight(const Decay& decay, double d, double limit) {
  switch (decay.kind) {
    case Decay::Kind::equal:
      return 1;
    case Decay::Kind::zones:
      return d <= limit / 3 ? 1 : d <= 2 * limit / 3 ? 0.68 : 0.22;
    case Decay::Kind::gauss:
      return (std::exp(-d * d / limit / limit / 2) - std::exp(-0.5)) / (1 - std::exp(-0.5));
    case Decay::Kind::exponential:
      return std::exp(-d / 40);
    case Decay::Kind::power:
      return std::pow(std::max(1.0, d / 40), -1.5);
    case Decay::Kind::half:
      return std::pow(0.5, d / 40);
  }
  return 0;
}

/// A town's question answered twice: by one search per service, and by full matrices.
struct Town {
  std::shared_ptr<const analysis::District> district;
  analysis::ServicePlaces places;
  Limit limit;
  analysis::Pairs pairs;
  Dense dense;

  Town(unsigned seed, bool by_metres, const Decay& decay)
      : district(districts::district_of(districts::random_town(seed, 30, 7), districts::walker())),
        places(analysis::places_of(*district, "G04")),
        limit{by_metres ? Limit::Kind::metres : Limit::Kind::seconds, by_metres ? 120.0 : 150.0} {
    jobs::Context context;
    pairs = analysis::homes_within(*district, places.gates, limit, true, context);
    for (const auto& home : district->project->homes)
      dense.people.push_back(home.residents.age_80.value_or(0));
    dense.w.resize(dense.people.size());
    for (std::size_t p = 0; p < places.service.size(); ++p)
      add_place(p, decay, context);
  }

  void add_place(std::size_t place, const Decay& decay, jobs::Context& context) {
    dense.capacity.push_back(2.5 + static_cast<double>(place * place));
    const auto targets = analysis::targets_of(*district, places.service[place]);
    const auto reach = analysis::reach(*district, targets, context);
    for (std::size_t i = 0; i < reach.size(); ++i) {
      const bool in_time = limit.kind == Limit::Kind::seconds;
      const double d = in_time ? reach[i].cost.value / 1000.0 : reach[i].metres;
      const bool in_reach = reach[i].cost != base::unreachable && d <= limit.value;
      const bool scaled = decay.kind >= Decay::Kind::exponential;
      dense.w[i].push_back(in_reach ? plain_weight(decay, scaled ? reach[i].metres : d, limit.value)
                                    : 0);
    }
  }

  analysis::FloatingCatchment ask(AccessMethod method, const Decay& decay) const {
    std::vector<std::size_t> rows(places.service.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return analysis::floating_catchment(method, analysis::weights_of(pairs, rows, decay, limit),
                                        dense.capacity, dense.people);
  }
};

/// Any weights at all between a few homes and places.
struct Random {
  analysis::Weights weights;
  std::vector<double> capacity, people;
};
Random random_case() {
  Random any;
  const auto homes = *rc::gen::inRange<std::uint32_t>(1, 12);
  const auto places = *rc::gen::inRange(1, 6);
  for (std::uint32_t i = 0; i < homes; ++i)
    any.people.push_back(*rc::gen::inRange(0, 9));
  for (int j = 0; j < places; ++j) {
    std::vector<analysis::HomeWeight> row;
    for (std::uint32_t i = 0; i < homes; ++i) {
      const int hundredths = *rc::gen::inRange(-60, 101);
      if (hundredths >= 0) row.push_back({i, hundredths / 100.0});
    }
    any.weights.add_place(row);
    any.capacity.push_back(*rc::gen::inRange(1, 40));
  }
  return any;
}

analysis::FloatingCatchment ask(AccessMethod method, const Random& any) {
  return analysis::floating_catchment(method, any.weights, any.capacity, any.people);
}

double sum_product(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Capacity of the places that anybody wants.
double wanted_capacity(const Random& any, const analysis::FloatingCatchment& result) {
  double sum = 0;
  for (std::size_t j = 0; j < any.capacity.size(); ++j)
    sum += result.ratio[j] ? any.capacity[j] : 0;
  return sum;
}

bool near(double a, double b) {
  return std::fabs(a - b) <= 1e-9 * std::max({1.0, std::fabs(a), std::fabs(b)});
}

}  // namespace

TEST_CASE("two steps by hand: the home between two services draws on both") {
  // Ways: 5 people to the first in 70 s; 7 people to it in 100 s and to the second in 60 s;
  // 9 people to the second in 100 s.
  auto world = districts::draw(R"(
    h    S       h   S       h
    +----+-------+---+-------+
  )");
  const auto district = districts::district_of(world.project, districts::walker());
  const auto places = analysis::places_of(*district, "G04");
  const Limit limit{Limit::Kind::seconds, 100};
  jobs::Context context;
  const auto pairs = analysis::homes_within(*district, places.gates, limit, true, context);
  const std::vector<double> people{5, 7, 9}, capacity{6, 32};
  const auto with = [&](AccessMethod method, const Decay& decay) {
    return analysis::floating_catchment(method, analysis::weights_of(pairs, {0, 1}, decay, limit),
                                        capacity, people);
  };

  const auto plain = with(AccessMethod::two_step, decay_of(Decay::Kind::equal));
  CHECK(plain.ratio[0].value() == Approx(6.0 / 12));
  CHECK(plain.ratio[1].value() == Approx(32.0 / 16));
  CHECK(plain.access == std::vector<double>{0.5, 2.5, 2});

  // Zones end at 33⅓, 66⅔ and 100 s: weights 0.22, 0.22 and 0.68, 0.22.
  const auto zones = with(AccessMethod::enhanced, decay_of(Decay::Kind::zones));
  CHECK(zones.demand[0] == Approx(12 * 0.22));
  CHECK(zones.demand[1] == Approx(7 * 0.68 + 9 * 0.22));
  CHECK(zones.access[0] == Approx(0.5));
  CHECK(zones.access[1] == Approx(0.5 + 32 / 6.74 * 0.68));
  CHECK(zones.access[2] == Approx(32 / 6.74 * 0.22));

  // The middle home turns to the nearer service with 0.68/0.90 of its people.
  const auto chosen = with(AccessMethod::three_step, decay_of(Decay::Kind::zones));
  const double to_first = 0.22 / 0.9, to_second = 0.68 / 0.9;
  CHECK(chosen.demand[0] == Approx(5 * 0.22 + 7 * to_first * 0.22));
  CHECK(chosen.demand[1] == Approx(7 * to_second * 0.68 + 9 * 0.22));

  const auto balanced = with(AccessMethod::balanced, decay_of(Decay::Kind::zones));
  CHECK(balanced.demand[0] == Approx(5 + 7 * to_first));
  CHECK(balanced.demand[1] == Approx(9 + 7 * to_second));
  CHECK(balanced.access[0] == Approx(0.5 * 6 / (5 + 7 * to_first)));
  CHECK(balanced.level[2] == Approx(32 / (9 + 7 * to_second)));

  const auto counted = with(AccessMethod::opportunities, decay_of(Decay::Kind::equal));
  CHECK(counted.access == std::vector<double>{6, 38, 32});
  CHECK_FALSE(counted.ratio[0]);

  auto half = decay_of(Decay::Kind::half);
  half.scale = 50;
  CHECK(with(AccessMethod::gravity, half).access[0] == Approx(6 * std::pow(0.5, 70.0 / 50)));
}

TEST_CASE("weights fall from 1 to 0 as the literature says") {
  const Limit limit{Limit::Kind::metres, 900};
  const auto at = [&](Decay::Kind kind, float metres) {
    return analysis::weight_of(decay_of(kind), {0, base::Millis(5000), metres}, limit);
  };
  CHECK(at(Decay::Kind::zones, 300) == 1);
  CHECK(at(Decay::Kind::zones, 300.5F) == 0.68);
  CHECK(at(Decay::Kind::zones, 600) == 0.68);
  CHECK(at(Decay::Kind::zones, 900) == 0.22);
  CHECK(at(Decay::Kind::gauss, 0) == 1);
  CHECK(at(Decay::Kind::gauss, 450) == Approx((std::exp(-0.125) - std::exp(-0.5)) / 0.3934693));
  CHECK(at(Decay::Kind::gauss, 900) == Approx(0).margin(1e-12));
  CHECK(at(Decay::Kind::half, 80) == 0.25);
  CHECK(at(Decay::Kind::power, 10) == 1);
  CHECK(at(Decay::Kind::power, 160) == Approx(1.0 / 8));
  CHECK(at(Decay::Kind::exponential, 40) == Approx(std::exp(-1.0)));
  auto by_time = decay_of(Decay::Kind::half);
  by_time.scale = 5;
  by_time.scale_is_time = true;
  CHECK(analysis::weight_of(by_time, {0, base::Millis(5000), 77}, limit) == 0.5);
}

TEST_CASE("every method is what full matrices give, on crooked towns") {
  CHECK(rc::check("sparse and dense", [](bool by_metres) {
    const auto seed = *rc::gen::arbitrary<unsigned>();
    const auto kind = *rc::gen::inRange(0, 6);
    const auto decay = decay_of(static_cast<Decay::Kind>(kind));
    const Town town(seed, by_metres, decay);
    for (const auto method : all_methods) {
      const auto sparse = town.ask(method, decay).access;
      const auto dense = town.dense.access(method);
      for (std::size_t i = 0; i < dense.size(); ++i)
        RC_ASSERT(near(sparse[i], dense[i]));
    }
  }));
}

TEST_CASE("2SFCA, E2SFCA and 3SFCA hand out exactly the capacity that anybody wants") {
  CHECK(rc::check("ΣP·A = ΣS", [] {
    const auto any = random_case();
    for (const auto method :
         {AccessMethod::two_step, AccessMethod::enhanced, AccessMethod::three_step}) {
      const auto result = ask(method, any);
      RC_ASSERT(near(sum_product(any.people, result.access), wanted_capacity(any, result)));
    }
  }));
}

TEST_CASE("the balanced method counts every person once and every level once") {
  CHECK(rc::check("ΣΣP·w = ΣP, ΣA = ΣL", [] {
    const auto any = random_case();
    const auto result = ask(AccessMethod::balanced, any);
    double in_reach = 0, access = 0, levels = 0;
    std::vector<double> sums(any.people.size(), 0.0);
    for (const auto& way : any.weights.entries)
      sums[way.home] += way.weight;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      in_reach += sums[i] > 0 ? any.people[i] : 0;
      access += any.people[i] > 0 ? result.access[i] : 0;
    }
    for (const auto& level : result.ratio)
      levels += level.value_or(0);
    RC_ASSERT(near(std::accumulate(result.demand.begin(), result.demand.end(), 0.0), in_reach));
    RC_ASSERT(near(access, levels));
    // And what single persons get adds up to the capacity, too.
    RC_ASSERT(near(sum_product(any.people, result.level), wanted_capacity(any, result)));
  }));
}

TEST_CASE("M2SFCA never gives more than E2SFCA, and the same where every way weighs 1") {
  CHECK(rc::check("M2SFCA ≤ E2SFCA", [] {
    auto any = random_case();
    const auto modified = ask(AccessMethod::modified, any).access;
    const auto enhanced = ask(AccessMethod::enhanced, any).access;
    for (std::size_t i = 0; i < enhanced.size(); ++i)
      RC_ASSERT(modified[i] <= enhanced[i] + 1e-12);
    for (auto& way : any.weights.entries)
      way.weight = 1;
    RC_ASSERT(ask(AccessMethod::modified, any).access == ask(AccessMethod::enhanced, any).access);
  }));
}

TEST_CASE("with one place to choose, choosing changes nothing") {
  CHECK(rc::check("one place", [] {
    auto any = random_case();
    any.weights.begin.resize(2);
    any.weights.entries.resize(any.weights.begin[1]);
    any.capacity.resize(1);
    const auto enhanced = ask(AccessMethod::enhanced, any);
    const auto chosen = ask(AccessMethod::three_step, any);
    for (std::size_t i = 0; i < any.people.size(); ++i)
      RC_ASSERT(near(enhanced.access[i], chosen.access[i]));
  }));
}

TEST_CASE("a place that nobody can reach has no ratio and gives nobody anything") {
  analysis::Weights weights;
  weights.add_place(std::vector<analysis::HomeWeight>{{0, 1}});
  weights.add_place({});
  weights.add_place(std::vector<analysis::HomeWeight>{{1, 1}});
  for (const auto method : all_methods) {
    const auto result = analysis::floating_catchment(method, weights, {4, 8, 3}, {2, 0});
    CHECK_FALSE(result.ratio[1]);
    CHECK_FALSE(result.ratio[2]);  // there is a home, but nobody lives in it
    CHECK(std::isfinite(result.access[0]));
    CHECK(std::isfinite(result.access[1]));
  }
}

TEST_CASE("an additional place never takes anything away from anybody") {
  CHECK(rc::check("more places", [] {
    const auto any = random_case();
    auto fewer = any;
    const auto last = any.weights.begin[any.capacity.size() - 1];
    fewer.weights.begin.pop_back();
    fewer.weights.entries.resize(last);
    fewer.capacity.pop_back();
    for (const auto method : {AccessMethod::two_step, AccessMethod::enhanced,
                              AccessMethod::modified, AccessMethod::gravity}) {
      const auto more = ask(method, any).access;
      const auto less = ask(method, fewer).access;
      for (std::size_t i = 0; i < less.size(); ++i)
        RC_ASSERT(more[i] >= less[i] - 1e-12);
    }
  }));
}
