#include "geo/crs.hpp"

#include <cmath>
#include <cstring>

#include <fmt/format.h>
#include <geodesic.h>
#include <proj.h>

#include "base/translate.hpp"

namespace nahraum::geo {

using base::tr;
namespace {

struct ContextDeleter {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

ContextPtr make_context() {
  ContextPtr context(proj_context_create());
  proj_context_set_enable_network(context.get(), 0);
  proj_log_level(context.get(), PJ_LOG_NONE);
  return context;
}

bool in_germany(LonLat p) {
  return p.lon >= 5.8 && p.lon <= 15.1 && p.lat >= 47.2 && p.lat <= 55.1;
}

bool is_metric_projected(PJ_CONTEXT* context, const PJ* crs) {
  if (!crs || proj_get_type(crs) != PJ_TYPE_PROJECTED_CRS) return false;
  const PjPtr axes(proj_crs_get_coordinate_system(context, crs));
  double to_metres = 0;
  return axes &&
         proj_cs_get_axis_info(context, axes.get(), 0, nullptr, nullptr, nullptr, &to_metres,
                               nullptr, nullptr, nullptr) &&
         to_metres == 1.0;
}

}  // namespace

struct Projection::Handle {
  ContextPtr context = make_context();
  PjPtr transform;
};

Projection::Projection(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

int choose_epsg(LonLat place) {
  if (in_germany(place)) return place.lon < 12.0 ? 25832 : 25833;
  const int zone = std::min(60, static_cast<int>(std::floor((place.lon + 180.0) / 6.0)) + 1);
  return (place.lat >= 0 ? 32600 : 32700) + zone;
}

base::Result<Projection> Projection::to_epsg(int epsg) {
  return between("OGC:CRS84", epsg);
}

base::Result<Projection> Projection::between(const std::string& source, int target_epsg) {
  auto handle = std::make_unique<Handle>();
  PJ_CONTEXT* context = handle->context.get();
  const PjPtr from(proj_create(context, source.c_str()));
  const PjPtr to(proj_create(context, fmt::format("EPSG:{}", target_epsg).c_str()));
  if (!is_metric_projected(context, to.get())) {
    return base::fail(
        base::ErrorCode::unsupported,
        fmt::format(fmt::runtime(tr("EPSG:{} is not a projected CRS in metres")), target_epsg), {},
        tr("use for example EPSG:25832"));
  }
  if (!from) {
    return base::fail(base::ErrorCode::unsupported,
                      tr("the coordinate reference system is not known"), source.substr(0, 80));
  }
  const PjPtr raw(proj_create_crs_to_crs_from_pj(context, from.get(), to.get(), nullptr, nullptr));
  if (raw) handle->transform.reset(proj_normalize_for_visualization(context, raw.get()));
  if (!handle->transform) {
    return base::fail(base::ErrorCode::unsupported,
                      fmt::format(fmt::runtime(tr("no transformation to EPSG:{}")), target_epsg),
                      source.substr(0, 80));
  }
  return Projection(std::move(handle));
}

Point Projection::forward(Point source) const {
  const PJ_COORD out =
      proj_trans(handle_->transform.get(), PJ_FWD, proj_coord(source.x, source.y, 0, HUGE_VAL));
  return {out.xy.x, out.xy.y};
}

LonLat Projection::inverse(Point target) const {
  const PJ_COORD out =
      proj_trans(handle_->transform.get(), PJ_INV, proj_coord(target.x, target.y, 0, HUGE_VAL));
  return {out.xy.x, out.xy.y};
}

void Projection::forward(std::vector<Point>& points) const {
  if (points.empty()) return;
  proj_trans_generic(handle_->transform.get(), PJ_FWD, &points[0].x, sizeof(Point), points.size(),
                     &points[0].y, sizeof(Point), points.size(), nullptr, 0, 0, nullptr, 0, 0);
}

std::string crs_name(int epsg) {
  const ContextPtr context = make_context();
  const PjPtr crs(proj_create(context.get(), fmt::format("EPSG:{}", epsg).c_str()));
  const char* name = crs ? proj_get_name(crs.get()) : nullptr;
  return name ? fmt::format("{} (EPSG:{})", name, epsg) : fmt::format("EPSG:{}", epsg);
}

double grid_per_ground(const Projection& projection, LonLat place) {
  const LonLat north{place.lon, place.lat + 0.001};
  return distance(projection.forward(place), projection.forward(north)) /
         geodesic_distance(place, north);
}

double geodesic_distance(LonLat a, LonLat b) {
  geod_geodesic grs80{};
  geod_init(&grs80, 6378137.0, 1.0 / 298.257222101);
  double metres = 0;
  geod_inverse(&grs80, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres;
}

}  // namespace nahraum::geo
