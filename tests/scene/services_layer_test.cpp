#include "scene/services_layer.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace nahraum;

namespace {

model::ServiceType type(const char* id, model::Group group, bool core) {
  model::ServiceType made;
  made.id = id;
  made.symbol = id;
  made.group = group;
  made.core = core;
  return made;
}

model::Service service(std::int32_t id, const char* of, double x, double y) {
  model::Service made;
  made.id = id;
  made.type = of;
  made.at = {x, y};
  return made;
}

struct Street {
  Street() {
    catalogue.types = {
        type("G04", model::Group::health, true), type("N03", model::Group::supply, true),
        type("F03", model::Group::green, false), type("M08", model::Group::mobility, true)};
    catalogue.types[3].network_attribute = true;
    shown.types = {"G04"};
    project.services = {service(1, "G04", 100, 40), service(2, "N03", 160, 70),
                        service(3, "F03", 166, 71), service(4, "M08", 230, 15),
                        service(5, "F03", 300, 22)};
  }
  /// Ids that are drawn at a scale, as they follow each other.
  std::vector<std::int64_t> drawn_at(double denominator, double* size_mm = nullptr) const {
    std::vector<std::int64_t> ids;
    for (const auto& layer : scene::other_services_layers(project, catalogue, style, shown)) {
      if (denominator < layer->min_denominator || denominator >= layer->max_denominator) continue;
      for (const auto& item : layer->items) {
        const auto& symbol = std::get<scene::Symbol>(item);
        ids.push_back(symbol.id);
        if (size_mm) *size_mm = symbol.size_mm;
      }
    }
    return ids;
  }
  static std::vector<scene::Symbol> at(const std::vector<scene::LayerPtr>& layers,
                                       double denominator) {
    std::vector<scene::Symbol> symbols;
    for (const auto& layer : layers) {
      if (denominator < layer->min_denominator || denominator >= layer->max_denominator) continue;
      for (const auto& item : layer->items)
        symbols.push_back(std::get<scene::Symbol>(item));
    }
    return symbols;
  }
  std::vector<scene::Symbol> asked_at(double denominator) const {
    return at(scene::services_layers(project, catalogue, style, shown), denominator);
  }
  scene::Symbol other_at(double denominator, std::int64_t id) const {
    for (const auto& symbol :
         at(scene::other_services_layers(project, catalogue, style, shown), denominator)) {
      if (symbol.id == id) return symbol;
    }
    return {};
  }
  model::Catalogue catalogue;
  model::Project project;
  scene::ServicesShown shown;
  scene::Style style = scene::light_style();
};

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE_METHOD(Street, "other services are drawn without the chosen type and parts of the way") {
  double size_mm = 0;
  CHECK(drawn_at(500, &size_mm) == Ids{3, 2, 5});  // from north to south
  CHECK(size_mm < shown.size_mm);
}

TEST_CASE_METHOD(Street, "where two would cover each other stands their number, core types first") {
  CHECK(drawn_at(5000) == Ids{2, 5});
  const auto pair = other_at(5000, 2);
  CHECK(pair.sign == "2");
  CHECK(pair.members == Ids{2, 3});
  CHECK(pair.name.empty());
  CHECK(pair.tint == style.paper);  // supply and green: of no group
  CHECK(other_at(5000, 5).members.empty());
}

TEST_CASE_METHOD(Street, "a number of one group stands on the group's plate") {
  project.services.push_back(service(6, "F03", 302, 24));
  const auto pair = other_at(5000, 5);
  CHECK(pair.members == Ids{5, 6});
  CHECK(pair.plate == style.group(model::Group::green).plate);
  CHECK(pair.tint == style.group(model::Group::green).color);
}

TEST_CASE_METHOD(Street, "farther off plates are left, and then nothing") {
  CHECK(drawn_at(10000) == Ids{2, 5});
  CHECK(other_at(10000, 5).name.empty());
  CHECK(drawn_at(12500).empty());
}

TEST_CASE_METHOD(Street,
                 "who is asked for is drawn or counted, at every scale, and overlaps nobody") {
  shown.types = {"G04", "F03"};
  shown.clustered = true;
  std::int32_t id = 10;
  for (int i = 0; i < 90; ++i)  // a crooked row, ever denser
    project.services.push_back(
        service(id++, i % 3 == 0 ? "F03" : "G04", 400 - i * i * 0.045, 90 + (i * 37) % 53));
  for (const double denominator : {600.0, 1500.0, 5000.0, 10000.0, 25000.0, 45000.0, 150000.0}) {
    INFO(denominator);
    const auto symbols = asked_at(denominator);
    std::vector<std::int64_t> told;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
      const auto& a = symbols[i];
      if (a.members.empty()) told.push_back(a.id);
      told.insert(told.end(), a.members.begin(), a.members.end());
      for (std::size_t k = 0; k < i; ++k)
        CHECK(geo::distance(a.at, symbols[k].at) * 1000 / denominator >=
              (a.size_mm + symbols[k].size_mm) / 2);
    }
    std::sort(told.begin(), told.end());
    Ids all{1, 3, 5};
    for (std::int64_t each = 10; each < id; ++each)
      all.push_back(each);
    CHECK(told == all);
  }
}

TEST_CASE_METHOD(Street,
                 "the service that was clicked stands alone beside its neighbours' number") {
  shown.clustered = true;
  shown.highlighted = 7;
  for (const std::int32_t id : {6, 7, 8})
    project.services.push_back(service(id, "G04", 500 + id, 60));
  const auto symbols = asked_at(10000);
  REQUIRE(symbols.size() == 3);
  CHECK(symbols.front().members == Ids{6, 8});  // the northernmost
  CHECK(symbols.back().id == 7);
  CHECK(symbols.back().members.empty());
}

TEST_CASE_METHOD(Street, "another service that was clicked is drawn large and only once") {
  shown.highlighted = 5;
  CHECK(drawn_at(5000) == Ids{2});
  const auto layers = scene::services_layers(project, catalogue, style, shown);
  REQUIRE(layers[0]->items.size() == 2);
  const auto& last = std::get<scene::Symbol>(layers[0]->items.back());
  CHECK(last.id == 5);
  CHECK(last.size_mm > shown.size_mm);
}

TEST_CASE_METHOD(Street, "the legend is told the groups that are there") {
  using model::Group;
  CHECK(scene::other_groups(project, catalogue, shown) ==
        std::vector<Group>{Group::supply, Group::green});
}
