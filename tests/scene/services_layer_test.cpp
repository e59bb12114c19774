#include "scene/services_layer.hpp"

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

TEST_CASE_METHOD(Street, "where two would cover each other the core type stays") {
  CHECK(drawn_at(5000) == Ids{2, 5});
}

TEST_CASE_METHOD(Street, "farther off only core types are left, and then none") {
  CHECK(drawn_at(10000) == Ids{2});
  CHECK(drawn_at(12500).empty());
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
