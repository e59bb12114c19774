#pragma once
/// GDAL's datasets and complaints as values, for the reading child process.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include "base/result.hpp"

namespace nahraum::io {

/// What GDAL complained about while it was opened and read.
struct Complaints {
  std::string first_failure;
  std::vector<std::string> warnings;

  static void CPL_STDCALL note(CPLErr level, CPLErrorNum, const char* message) {
    auto& all = *static_cast<Complaints*>(CPLGetErrorHandlerUserData());
    if (level >= CE_Failure && all.first_failure.empty())
      all.first_failure = std::string(message).substr(0, 300);
    if (level == CE_Warning && all.warnings.size() < 5)
      all.warnings.push_back(std::string(message).substr(0, 300));
  }
  Complaints() { CPLPushErrorHandlerEx(note, this); }
  ~Complaints() { CPLPopErrorHandler(); }
  Complaints(const Complaints&) = delete;
  Complaints& operator=(const Complaints&) = delete;
};

struct DatasetCloser {
  void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, DatasetCloser>;

/// WKT of a CRS, "" for none.
std::string wkt_of(OGRSpatialReferenceH srs);

/// The file itself, links followed. Errors: not_found, bad_input for what is no file.
base::Result<std::filesystem::path> ordinary_file(const std::filesystem::path& file);

}  // namespace nahraum::io
