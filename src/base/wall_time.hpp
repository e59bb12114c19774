#pragma once
/// This machine's clock, for what happens in a room.

namespace nahraum::base {

struct WallTime {
  long seconds = 0;     ///< since 1970
  long day_second = 0;  ///< the same moment in this machine's time zone: seconds since midnight
};
/// Now; the moment of $SOURCE_DATE_EPOCH where that is set, so that a picture can be made again.
WallTime wall_time();

}  // namespace nahraum::base
