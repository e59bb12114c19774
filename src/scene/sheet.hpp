#pragma once
/// A printable map page: the map large and calm, one column or band with everything that makes its
/// figures defensible.

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"
#include "scene/sheet_answer.hpp"
#include "scene/text_size.hpp"

namespace nahraum::scene {

/// What the user chose.
struct SheetSpec {
  std::string paper = "A3";  ///< A4 … A0
  bool landscape = true;
  double denominator = 5000;  ///< 1 000 m at 1:5 000 are 200 mm; 0: what fits the district
  double dpi = 300;           ///< of PNG files
  std::string title;          ///< "": the project's
  std::string author;         ///< person or organisation; "": left out
  std::string status;         ///< "": "Draft"
  Theme theme = Theme::light;
  std::string print_date;  ///< ISO; handed in, so that a sheet can be made again; "": none
  friend bool operator==(const SheetSpec&, const SheetSpec&) = default;
};

/// Errors: bad_input for an unknown paper or a scale outside 1:100 … 1:1 000 000 (0 is allowed).
base::Result<SheetSpec> sheet_spec(const std::string& paper, bool landscape, double denominator);

struct PaperSize {
  double width_mm = 0;
  double height_mm = 0;
};
PaperSize paper_size(const SheetSpec& spec);

struct SheetContent {
  model::Snapshot project;
  const model::Catalogue* catalogue = nullptr;  ///< outlives the call
  std::optional<SheetAnswer> answer;            ///< none: an overview map
  std::vector<std::string> types;    ///< services drawn; empty: the answer's, else the core
  std::optional<geo::Point> centre;  ///< default: the district's
};

struct Sheet {
  DisplayList list;
  std::string title;                  ///< for the file's properties
  std::vector<std::string> warnings;  ///< "The district does not fit at 1:5.000 …"
};

/// In the language set by base::set_language. Pure but for that.
Sheet sheet(const SheetContent& content, const SheetSpec& spec, const TextMeasure& measure);

}  // namespace nahraum::scene
