#include "io/gdal.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <unistd.h>

namespace nahraum::io {
namespace {

/// What users bring, and no driver that opens other files, URLs or programs on its own. KML goes
/// through the expat driver: LIBKML crashes on gx:Track without <when> (GDAL 3.6).
constexpr const char* allowed_drivers[] = {
    "AAIGrid", "CSV",     "ESRI Shapefile", "FlatGeobuf", "GML", "GPKG", "GPX",
    "GTiff",   "GeoJSON", "JPEG",           "KML",        "MEM", "PNG",  "SRTMHGT",
    "XYZ"};

constexpr const char* network_prefixes[] = {"/vsicurl/",
                                            "/vsicurl?",
                                            "/vsicurl_streaming/",
                                            "/vsis3/",
                                            "/vsis3_streaming/",
                                            "/vsigs/",
                                            "/vsigs_streaming/",
                                            "/vsiaz/",
                                            "/vsiaz_streaming/",
                                            "/vsiadls/",
                                            "/vsioss/",
                                            "/vsioss_streaming/",
                                            "/vsiswift/",
                                            "/vsiswift_streaming/",
                                            "/vsiwebhdfs/",
                                            "/vsihdfs/"};

struct Setting {
  const char* key;
  const char* value;
};
constexpr Setting settings[] = {
    {"GDAL_PAM_ENABLED", "NO"},
    {"GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"},
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"GDAL_DRIVER_PATH", "disable"},
    {"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"},
    {"GDAL_HTTP_PROXY", "127.0.0.1:9"},
    {"GDAL_HTTP_TIMEOUT", "1"},
    {"GDAL_HTTP_CONNECTTIMEOUT", "1"},
    {"PROJ_NETWORK", "OFF"},
    {"GDAL_CACHEMAX", "256"},
    {"OGR_GEOJSON_MAX_OBJ_SIZE", "200"},
    {"OGR_GML_DOWNLOAD_SCHEMA", "NO"},
    {"GML_DOWNLOAD_SCHEMA", "NO"},
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},
    {"KML_RESOLVE_NETWORK_LINK", "NO"},
    {"CPL_ZIP_ENCODING", "UTF-8"},
    {"SHAPE_RESTORE_SHX", "NO"},
};

void clear_environment() {
  std::vector<std::string> names;
  for (char** entry = environ; entry && *entry; ++entry) {
    for (const auto* stem :
         {"GDAL_", "OGR_", "CPL_", "VSI_", "AWS_", "PROJ_NETWORK", "SHAPE_", "GML_"}) {
      if (std::strncmp(*entry, stem, std::strlen(stem)) == 0) {
        names.emplace_back(*entry, static_cast<std::size_t>(std::strchr(*entry, '=') - *entry));
      }
    }
  }
  for (const auto& name : names)
    unsetenv(name.c_str());
}

CPLHTTPResult* deny_request(const char*, CSLConstList, GDALProgressFunc, void*,
                            CPLHTTPFetchWriteFunc, void*, void*) {
  auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
  result->nStatus = 403;
  result->pszErrBuf = CPLStrdup("network access is off");
  return result;
}

int deny_stat(void*, const char*, VSIStatBufL*, int) {
  return -1;
}
void* deny_open(void*, const char*, const char*) {
  return nullptr;
}

void deny_network_files() {
  VSIFilesystemPluginCallbacksStruct* callbacks = VSIAllocFilesystemPluginCallbacksStruct();
  callbacks->stat = deny_stat;
  callbacks->open = deny_open;
  for (const auto* prefix : network_prefixes)
    VSIInstallPluginHandler(prefix, callbacks);
  VSIFreeFilesystemPluginCallbacksStruct(callbacks);
}

bool is_allowed(GDALDriverH driver) {
  return std::any_of(std::begin(allowed_drivers), std::end(allowed_drivers), [&](const char* name) {
    return std::strcmp(name, GDALGetDriverShortName(driver)) == 0;
  });
}

void keep_allowed_drivers() {
  GDALAllRegister();
  for (int i = GDALGetDriverCount() - 1; i >= 0; --i) {
    GDALDriverH driver = GDALGetDriver(i);
    if (is_allowed(driver)) continue;
    GDALDeregisterDriver(driver);
    GDALDestroyDriver(driver);
  }
}

}  // namespace

void harden_gdal() {
  static std::once_flag once;
  std::call_once(once, [] {
    clear_environment();
    for (const auto& [key, value] : settings)
      CPLSetConfigOption(key, value);
    CPLHTTPSetFetchCallback(deny_request, nullptr);
    deny_network_files();
    keep_allowed_drivers();
  });
}

std::vector<std::string> registered_drivers() {
  harden_gdal();
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(GDALGetDriverCount()));
  for (int i = 0; i < GDALGetDriverCount(); ++i)
    names.emplace_back(GDALGetDriverShortName(GDALGetDriver(i)));
  std::sort(names.begin(), names.end());
  return names;
}

std::string wkt_of(int epsg) {
  OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
  char* wkt = nullptr;
  CPLPushErrorHandler(CPLQuietErrorHandler);
  const bool known =
      OSRImportFromEPSG(srs, epsg) == OGRERR_NONE && OSRExportToWkt(srs, &wkt) == OGRERR_NONE;
  CPLPopErrorHandler();
  std::string text = known && wkt ? wkt : "undefined";
  CPLFree(wkt);
  OSRDestroySpatialReference(srs);
  return text;
}

}  // namespace nahraum::io
