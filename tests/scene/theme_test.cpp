#include "scene/theme.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "scene/choropleth.hpp"
#include "scene/home_looks.hpp"
#include "scene/style.hpp"

using namespace nahraum::scene;
using nahraum::model::AreaKind;

namespace {

std::vector<Style> every_style() {
  std::vector<Style> styles;
  for (const auto theme : all_themes)
    styles.push_back(style_for(theme));
  return styles;
}

struct Rgb {
  double r, g, b;
};

double linear(std::uint8_t byte) {
  const double v = byte / 255.0;
  return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

Rgb linear(Color c) {
  return {linear(c.r), linear(c.g), linear(c.b)};
}

/// Machado, Oliveira, Fernandes 2009, severity 1.0: on linear light.
enum class Eyes { all_colours, protan, deutan, tritan };
constexpr std::array every_eyes{Eyes::all_colours, Eyes::protan, Eyes::deutan, Eyes::tritan};

Rgb seen(Color color, Eyes eyes) {
  static constexpr double matrices[3][9] = {
      {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
      {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
      {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
       0.303900}};
  const Rgb c = linear(color);
  if (eyes == Eyes::all_colours) return c;
  const auto& m = matrices[static_cast<int>(eyes) - 1];
  const auto row = [&](int i) {
    return std::clamp(m[i] * c.r + m[i + 1] * c.g + m[i + 2] * c.b, 0.0, 1.0);
  };
  return {row(0), row(3), row(6)};
}

struct Lab {
  double l, a, b;
};

Lab lab(Rgb c) {
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505);
  const double y = f(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b);
  const double z = f((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIE 1976: 2.3 is just noticeable.
double difference(Color one, Color other, Eyes eyes) {
  const Lab a = lab(seen(one, eyes)), b = lab(seen(other, eyes));
  return std::sqrt((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) +
                   (a.b - b.b) * (a.b - b.b));
}

constexpr double twice_noticeable = 4.6;

bool other_pattern(const std::optional<Hatch>& a, const std::optional<Hatch>& b) {
  if (a.has_value() != b.has_value()) return true;
  if (!a) return false;
  const bool turned = a->pattern == Pattern::lines && std::abs(a->angle_deg - b->angle_deg) >= 45;
  const double density = a->spacing_mm / b->spacing_mm;
  return a->pattern != b->pattern || turned || density > 1.3 || density < 1 / 1.3;
}

void check_told_apart(const Fill& a, const Fill& b, const Style& style) {
  INFO(id_of(style.theme));
  for (const auto eyes : every_eyes) {
    INFO(static_cast<int>(eyes));
    const bool by_colour = difference(over(*a.color, style.ground), over(*b.color, style.ground),
                                      eyes) > twice_noticeable;
    CHECK((by_colour || other_pattern(a.hatch, b.hatch)));
  }
}

bool is_grey(Color c) {
  return c.r == c.g && c.g == c.b;
}

/// All that a name can lie on: the base map's faces.
std::vector<Color> faces_of(const Style& style) {
  std::vector<Color> faces{style.ground, style.building, style.home, style.water};
  for (const auto& area : style.areas)
    faces.push_back(area.fill);
  for (const auto kind : {StreetClass::steps, StreetClass::residential, StreetClass::primary,
                          StreetClass::motorway, StreetClass::pedestrian})
    faces.push_back(style.street(kind).fill);
  return faces;
}

}  // namespace

TEST_CASE("each theme is found by its word, and no other word is one") {
  for (const auto theme : all_themes)
    CHECK(theme_named(id_of(theme)) == theme);
  CHECK(theme_named("bw") == Theme::bw);
  CHECK_FALSE(theme_named("dark "));
  for (const auto theme : all_themes)
    CHECK(style_for(theme).theme == theme);
}

TEST_CASE("the simulated eyes keep white white and see a red as dark olive where red is missing") {
  for (const auto eyes : every_eyes) {
    const Rgb white = seen(color("#ffffff"), eyes);
    CHECK(std::abs(white.r - 1) < 1e-3);
    CHECK(std::abs(white.g - 1) < 1e-3);
    CHECK(std::abs(white.b - 1) < 1e-3);
  }
  const Rgb red = seen(color("#ff0000"), Eyes::protan);
  CHECK(std::abs(red.r - linear(0x6d)) < 0.01);  // #6d5f00
  CHECK(std::abs(red.g - linear(0x5f)) < 0.01);
  CHECK(red.b == 0);
}

TEST_CASE("names are read at 4.5 to 1 on their halo and on every face of the base map") {
  for (const auto& style : every_style()) {
    INFO(id_of(style.theme));
    for (const auto text : {style.label, style.label_place}) {
      CHECK(contrast(text, style.halo) >= 4.5);
      for (const auto face : faces_of(style))
        CHECK(contrast(text, face) >= 4.5);
    }
    for (const auto face : {style.halo, style.home, style.building, style.ground})
      CHECK(contrast(style.label_house, face) >= 4.5);
    CHECK(contrast(style.label_water, style.halo) >= 4.5);
    CHECK(contrast(style.label_water, style.water) >= 4.5);
    CHECK(contrast(style.label_green, style.halo) >= 4.5);
    for (const auto kind : {AreaKind::park, AreaKind::wood, AreaKind::cemetery, AreaKind::grass,
                            AreaKind::garden, AreaKind::allotments})
      CHECK(contrast(style.label_green, style.area(kind).fill) >= 4.5);
  }
}

TEST_CASE("names outside the district step back, but stay readable") {
  for (const auto& style : every_style()) {
    INFO(id_of(style.theme));
    for (const auto text : {style.label, style.label_place, style.label_water, style.label_green}) {
      const auto outside = stepped_back(text, style.halo);
      CHECK(contrast(outside, style.halo) >= 4.5);
      CHECK(contrast(outside, style.halo) <= contrast(text, style.halo));
    }
  }
}

TEST_CASE("the sheet's words and the map's notes are read at 4.5 to 1") {
  for (const auto& style : every_style()) {
    INFO(id_of(style.theme));
    CHECK(contrast(style.ink, style.paper) >= 4.5);
    CHECK(contrast(style.ink_soft, style.paper) >= 4.5);
    CHECK(contrast(style.note, style.halo) >= 4.5);
  }
}

TEST_CASE("pictures and results stand out from what they lie on") {
  for (const auto& style : every_style()) {
    INFO(id_of(style.theme));
    for (const auto& group : style.groups) {
      CHECK(contrast(style.on_group, group.color) >= 4.5);
      CHECK(std::max(contrast(group.color, style.ground), contrast(style.rim, style.ground)) >= 3);
    }
    for (const auto result : {style.gap, style.good, style.sufficient, style.unknown, style.unsure,
                              style.route, style.accent, style.district})
      CHECK(contrast(result, style.ground) >= 3);
  }
}

TEST_CASE("bands are told apart by all eyes, however many there are") {
  for (const auto& style : every_style()) {
    for (const int count : {2, 3, 4, 5}) {
      const auto looks = band_looks(style, count);
      REQUIRE(looks.size() == static_cast<std::size_t>(count));
      for (std::size_t i = 1; i < looks.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k)
          check_told_apart({{}, looks[i].fill, looks[i].hatch, {}},
                           {{}, looks[k].fill, looks[k].hatch, {}}, style);
      }
    }
  }
}

TEST_CASE("classes of an indicator are told apart by all eyes, and from what has no figure") {
  for (const auto& style : every_style()) {
    for (const std::size_t count : {2, 3, 4, 5}) {
      const auto looks = class_looks(style, count);
      REQUIRE(looks.size() == count);
      for (std::size_t i = 0; i < count; ++i) {
        check_told_apart(looks[i], no_figure(style), style);
        for (std::size_t k = 0; k < i; ++k)
          check_told_apart(looks[i], looks[k], style);
      }
    }
    CHECK(contrast(style.on_count, style.count) >= 4.5);
  }
}

TEST_CASE("grades, gaps and changes are told apart by all eyes") {
  for (const auto& style : every_style()) {
    const std::vector<HomeLook> grades{good_homes(style), sufficient_homes(style), gap_homes(style),
                                       unknown_homes(style)};
    for (std::size_t i = 1; i < grades.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        check_told_apart(grades[i].building, grades[k].building, style);
        const auto &a = grades[i].marker, &b = grades[k].marker;
        for (const auto eyes : every_eyes)
          CHECK((a.plate != b.plate || difference(a.tint, b.tint, eyes) > 4 * twice_noticeable));
      }
    }
    check_told_apart(gained_homes(style).building, lost_homes(style).building, style);
    check_told_apart(nearer_homes(style).building, farther_homes(style).building, style);
    check_told_apart(gap_homes(style).building, unsure_homes(style).building, style);
  }
}

TEST_CASE("black and white knows greys only") {
  const auto style = style_for(Theme::bw);
  for (const auto face : faces_of(style))
    CHECK(is_grey(face));
  for (const auto& look : band_looks(style, 5)) {
    CHECK(is_grey(look.fill));
    CHECK(look.hatch);
    CHECK(is_grey(look.outline.color));
  }
  for (const auto& group : style.groups)
    CHECK(is_grey(group.color));
  for (const auto c : {style.gap, style.good, style.sufficient, style.unknown, style.unsure,
                       style.gain, style.loss, style.gain_pale, style.loss_pale, style.route,
                       style.delay, style.accent, style.district, style.label, style.label_water,
                       style.label_green, style.furniture, style.note, style.ink})
    CHECK(is_grey(c));
  CHECK_FALSE(is_grey(style_for(Theme::light).gap));
}
