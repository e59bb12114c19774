#include "io/gdal_dataset.hpp"

#include <cpl_conv.h>

#include "base/translate.hpp"

namespace nahraum::io {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;

std::string wkt_of(OGRSpatialReferenceH srs) {
  char* text = nullptr;
  std::string wkt = srs && OSRExportToWkt(srs, &text) == OGRERR_NONE && text ? text : "";
  CPLFree(text);
  return wkt;
}

base::Result<fs::path> ordinary_file(const fs::path& file) {
  std::error_code error;
  const fs::path real = fs::canonical(file, error);
  if (error) return base::fail(ErrorCode::not_found, tr("there is no such file"), file.string());
  if (!fs::is_regular_file(real, error))
    return base::fail(ErrorCode::bad_input, tr("is not a file"), file.string());
  return real;
}

}  // namespace nahraum::io
