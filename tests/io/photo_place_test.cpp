#include "io/photo_place.hpp"

#include <catch2/catch.hpp>

#include "io/photo.hpp"
#include "tests/io/geotag.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;
using io::test::Folder;
using io::test::Geotag;
using io::test::geotagged;

namespace {

/// Any picture as a JPEG without a tag.
const std::string& plain_jpeg() {
  static const auto jpeg =
      io::read_photo(NAHRAUM_SOURCE_DIR "/geodata/lindenhof/ruhebaenke.png").value().photo->jpeg;
  return jpeg;
}

}  // namespace

TEST_CASE("a photo tells its place and day, and only the copy loses them") {
  const Folder folder;
  const auto file = folder.write("a.jpg", geotagged(plain_jpeg(), {{51, 51, 1224}, {8, 25, 1800}}));
  const auto place = io::photo_place(file);
  REQUIRE(place.at);
  CHECK(place.at->lat == Approx(51 + 51 / 60.0 + 12.24 / 3600));
  CHECK(place.at->lon == Approx(8 + 25 / 60.0 + 18.0 / 3600));
  CHECK(place.taken == "2026-11-27");
  const auto copy = io::read_photo(file);
  REQUIRE(copy);
  const auto kept = folder.write("b.jpg", copy->photo->jpeg);
  CHECK_FALSE(io::photo_place(kept).at);
  CHECK(io::photo_place(kept).taken.empty());
}

TEST_CASE("south and west are negative; what cannot be is no place") {
  const Folder folder;
  const auto place_of = [&](const Geotag& tag) {
    return io::photo_place(folder.write("c.jpg", geotagged(plain_jpeg(), tag)));
  };
  const auto far = place_of({{33, 30, 0}, {70, 15, 0}, 'S', 'W'});
  REQUIRE(far.at);
  CHECK(far.at->lat == Approx(-33.5));
  CHECK(far.at->lon == Approx(-70.25));
  CHECK_FALSE(place_of({{97, 0, 0}, {8, 0, 0}}).at);
  CHECK(place_of({{51, 0, 0}, {8, 0, 0}, 'N', 'E', "0000:00:00 00:00:00"}).taken.empty());
  CHECK_FALSE(io::photo_place(folder.write("d.jpg", plain_jpeg())).at);
  CHECK_FALSE(io::photo_place(folder.write("e.jpg", "no picture at all")).at);
  CHECK_FALSE(io::photo_place(folder / "nowhere.jpg").at);
}
