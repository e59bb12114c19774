#pragma once
/// A picture that the user put on the map: small, upright, without what the camera wrote into it.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace nahraum::model {

/// Rows from the top, three bytes a pixel.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
  friend bool operator==(const Image&, const Image&) = default;
};

/// `preview` follows from `jpeg`: what the map, the inspector and the sheet show.
struct Photo {
  std::string name;  ///< of the file, without folder
  std::string jpeg;
  std::shared_ptr<const Image> preview;
};

/// Never changes, so that snapshots share it.
struct PhotoRef {
  std::shared_ptr<const Photo> photo;
  friend bool operator==(const PhotoRef& a, const PhotoRef& b) {
    if (a.photo == b.photo) return true;
    return a.photo && b.photo && a.photo->name == b.photo->name && a.photo->jpeg == b.photo->jpeg;
  }
};

}  // namespace nahraum::model
