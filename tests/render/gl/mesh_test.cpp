#include "render/gl/mesh.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "scene/layers.hpp"

using namespace nahraum;
using render::gl::Batch;
using render::gl::build_mesh;
using render::gl::Mesh;

namespace {

geo::MultiPolygon box(double x, double y, double width, double height) {
  return {{geo::ring_of({x, y, x + width, y + height}), {}}};
}

scene::Fill fill(geo::MultiPolygon shape, const char* color) {
  return {std::move(shape), scene::color(color), {}, {}};
}

double filled_area(const Mesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < mesh.fills.size(); i += 3) {
    const auto &a = mesh.fills[i], &b = mesh.fills[i + 1], &c = mesh.fills[i + 2];
    sum += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
  }
  return sum;
}

Mesh mesh_of(std::vector<scene::Item> items) {
  jobs::Context context;
  return build_mesh({"test", std::move(items), 0, 1e12}, context);
}

}  // namespace

TEST_CASE("triangles cover a polygon with a hole, no more and no less") {
  geo::MultiPolygon shape = box(500000, 5600000, 170, 90);
  geo::Ring hole = geo::ring_of({500020, 5600010, 500060, 5600050});
  std::reverse(hole.begin(), hole.end());
  shape[0].holes.push_back(hole);
  const Mesh mesh = mesh_of({fill(shape, "#cbdfe8")});
  CHECK(filled_area(mesh) == Approx(170 * 90 - 40 * 40).epsilon(1e-4));
  CHECK(mesh.bounds.width() == Approx(170));
}

TEST_CASE("a shape with a crossing border is mended, not lost") {
  const geo::Ring bow{{0, 0}, {40, 30}, {40, 0}, {0, 30}, {0, 0}};
  CHECK(filled_area(mesh_of({fill({{bow, {}}}, "#cbdfe8")})) == Approx(600).epsilon(1e-4));
}

TEST_CASE("where fills of few colours overlap, the later one is drawn later") {
  const Mesh mesh =
      mesh_of({fill(box(0, 0, 900, 900), "#111111"), fill(box(850, 850, 20, 20), "#222222"),
               fill(box(10, 10, 20, 20), "#111111")});
  REQUIRE(mesh.batches.size() == 3);
  const auto first = mesh.fills[mesh.batches[1].buckets[0].first].rgba;
  CHECK((first & 0xFF) == 0x22);
}

TEST_CASE("buildings with outlines make two batches, not two for each") {
  std::vector<scene::Item> items;
  for (int i = 0; i < 500; ++i) {
    auto house = fill(box(i * 31.0, i % 7 * 40.0, 12, 9), i % 2 ? "#dfd3c4" : "#e6e3dd");
    house.outline = scene::mm_wide(scene::color("#c4b5a2"), 0.2);
    items.push_back(house);
  }
  const Mesh mesh = mesh_of(std::move(items));
  CHECK(mesh.batches.size() == 2);
  CHECK(mesh.batches[0].kind == Batch::Kind::fill);
  CHECK(mesh.batches[1].kind == Batch::Kind::line);
  CHECK(mesh.lines.size() == 2000);
  CHECK(mesh.batches[1].buckets.size() > 30);
}

TEST_CASE("every bucket's bounds hold what is in it") {
  std::vector<scene::Item> items{fill(box(-900, -300, 2700, 1100), "#cbdfe8")};
  items.push_back(scene::Polyline{{{-950, 20}, {1700, 40}, {1710, 700}}, {}});
  const Mesh mesh = mesh_of(std::move(items));
  for (const auto& batch : mesh.batches) {
    for (const auto& bucket : batch.buckets) {
      const auto box_here = bucket.bounds.grown(0.01);
      for (std::uint32_t i = bucket.first; i < bucket.first + bucket.count; ++i) {
        if (batch.kind == Batch::Kind::fill) {
          CHECK(box_here.contains(
              {mesh.origin.x + double(mesh.fills[i].x), mesh.origin.y + double(mesh.fills[i].y)}));
        } else {
          CHECK(box_here.contains({mesh.origin.x + double(mesh.lines[i].qx),
                                   mesh.origin.y + double(mesh.lines[i].qy)}));
        }
      }
    }
  }
}

TEST_CASE("far from the CRS's origin places keep their centimetres") {
  const geo::Point p{500123.456, 5712345.678};
  const Mesh mesh = mesh_of({scene::Polyline{{{500000, 5712000}, p, {500124, 5712346}}, {}}});
  CHECK(mesh.origin.x + double(mesh.lines[0].qx) == Approx(p.x).margin(0.005));
  CHECK(mesh.origin.y + double(mesh.lines[0].qy) == Approx(p.y).margin(0.005));
}

TEST_CASE("colours are premultiplied by their alpha") {
  CHECK(render::gl::premultiplied({200, 100, 50, 128}) ==
        (100u | 50u << 8 | 25u << 16 | 128u << 24));
}

TEST_CASE("making a mesh stops when the job is cancelled") {
  jobs::Context context;
  context.cancel();
  const scene::Layer layer{"x", {fill(box(0, 0, 3, 4), "#000000")}, 0, 1e12};
  CHECK_THROWS_AS(build_mesh(layer, context), jobs::Cancelled);
}

TEST_CASE("a text along a line brings halo and ink of each letter") {
  scene::Text text;
  text.text = "Weg";
  text.halo = scene::color("#ffffff");
  text.along = {{0, 0}, {40, 5}};
  text.glyphs = {{"W", -3, 3}, {"e", 0, 1.5}, {"g", 1.5, 1.5}};
  const auto mesh = mesh_of({text});
  REQUIRE(mesh.sprites.size() == 1);
  const auto& letters = mesh.sprites[0].letters;
  REQUIRE(letters.size() == 6);
  CHECK(std::get<scene::Text>(letters[2].item).text == "e");
  CHECK(std::get<scene::Text>(letters[2].item).halo);
  CHECK_FALSE(std::get<scene::Text>(letters[3].item).halo);
}
