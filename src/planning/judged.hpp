#pragma once
/// What a rule says where facts may be missing.

namespace nahraum::planning {

enum class Judged : unsigned char {
  no,
  yes,
  open,  ///< hangs on what is not known
};

}  // namespace nahraum::planning
