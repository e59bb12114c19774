#pragma once
/// Crooked little towns with everything that makes a way cost different things in its two
/// directions.

#include <algorithm>
#include <random>

#include "model/project.hpp"

namespace nahraum::districts {

class RandomTown {
 public:
  explicit RandomTown(unsigned seed, int side = 7) : random_(seed), side_(side) {}

  model::Project build(int homes, int services) {
    place_nodes();
    for (int i = 0; i < side_ * side_; ++i)
      add_way();
    for (int i = 0; i < homes; ++i) {
      model::Home home;
      home.id = i + 1;
      home.at = anywhere();
      home.residents = {below(9), below(4), std::nullopt};
      if (below(3) > 0) home.residents.age_80 = below(3);
      project_.homes.push_back(home);
    }
    for (int i = 0; i < services; ++i) {
      model::Service service;
      service.id = services - i;  // ids against the order of the list
      service.type = below(4) == 0 ? "N03" : "G04";
      service.at = anywhere();
      if (below(3) == 0) service.entrances = {anywhere(), anywhere()};
      project_.services.push_back(service);
    }
    return std::move(project_);
  }

 private:
  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  double metres(double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random_);
  }
  geo::Point anywhere() {
    return {500000 + metres(-40, side_ * spacing_m), 5600000 + metres(-40, side_ * spacing_m)};
  }

  void place_nodes() {
    static const std::vector<model::Tags> kinds = {
        {{"highway", "crossing"}, {"crossing", "traffic_signals"}},
        {{"highway", "crossing"}, {"crossing", "unmarked"}},
        {{"barrier", "kerb"}, {"kerb", "raised"}},
        {{"barrier", "kerb"}, {"kerb", "lowered"}},
        {{"highway", "elevator"}},
        {{"barrier", "fence"}},
        {{"barrier", "kissing_gate"}}};
    for (int y = 0; y < side_; ++y) {
      for (int x = 0; x < side_; ++x) {
        model::StreetNode node;
        node.osm_id = 5000 - static_cast<std::int64_t>(project_.streets.nodes.size()) * 7;
        node.at = {500000 + x * spacing_m + metres(-12, 12),
                   5600000 + y * spacing_m + metres(-9, 9)};
        if (below(5) == 0) node.tags = kinds[static_cast<std::size_t>(below(7))];
        node.frontier = below(40) == 0;
        project_.streets.nodes.push_back(node);
      }
    }
  }

  void add_way() {
    static const std::vector<model::Tags> kinds = {
        {{"highway", "residential"}, {"maxspeed", "50"}},
        {{"highway", "residential"}, {"surface", "sett"}},
        {{"highway", "footway"}},
        {{"highway", "footway"}, {"footway", "crossing"}},
        {{"highway", "steps"}},
        {{"highway", "steps"}, {"conveying", "forward"}},
        {{"highway", "footway"}, {"oneway:foot", "-1"}},
        {{"highway", "path"}, {"surface", "grass"}},
        {{"highway", "service"}, {"access", "private"}},
        {{"highway", "footway"}, {"width", "0.7"}}};
    const int many = below(3) > 0 ? 4 : 10;  // mostly ordinary streets
    model::Street way{100 + static_cast<std::int64_t>(project_.streets.ways.size()),
                      {},
                      kinds[static_cast<std::size_t>(below(many))]};
    int x = below(side_);
    int y = below(side_);
    const int steps = 1 + below(5);
    way.nodes.push_back(static_cast<std::uint32_t>(y * side_ + x));
    for (int i = 0; i < steps; ++i) {
      const int turn = below(4);
      x = std::clamp(x + (turn == 0) - (turn == 1), 0, side_ - 1);
      y = std::clamp(y + (turn == 2) - (turn == 3), 0, side_ - 1);
      way.nodes.push_back(static_cast<std::uint32_t>(y * side_ + x));
    }
    project_.streets.ways.push_back(way);
  }

  static constexpr double spacing_m = 37;
  std::mt19937 random_;
  int side_;
  model::Project project_;
};

inline model::Project random_town(unsigned seed, int homes = 25, int services = 5, int side = 7) {
  return RandomTown(seed, side).build(homes, services);
}

}  // namespace nahraum::districts
