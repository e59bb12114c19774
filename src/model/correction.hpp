#pragma once
/// What the map data have wrong, in the words of scenarios. Corrections are always in force: every
/// answer is of the project with them (analysis/corrections.hpp); the imported tables stay as they
/// came, so that each correction can be taken back and told to those who keep the data.

#include "model/scenario.hpp"

namespace nahraum::model {

struct Correction {
  std::int32_t id = 0;  ///< 1…n, stays for the project's life
  Change change;
  std::string note;  ///< "Ortstermin, Frau am Kiosk gefragt"
  std::string date;  ///< ISO date on which it was stated
  friend bool operator==(const Correction&, const Correction&) = default;
};

/// A service that a correction brings has this plus the correction's id as its own.
inline constexpr std::int32_t corrected_service = 1'000'000;

}  // namespace nahraum::model
