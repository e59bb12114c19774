#pragma once
/// Residents by cell, from the files that municipalities have.

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "geo/values.hpp"
#include "jobs/context.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// Reads all files together; only cells that touch `box` (project CRS, metres) are returned, in the
/// order polygons, then grid cells from fine to coarse, each by id.
///
/// - Census grids (CSV, `Gitter_ID_…`): Zensus 2011 and 2022, 100 m, 1 km, 10 km, wide or long; the
///   cell's square in EPSG:3035 is transformed corner by corner.
/// - Polygons (GeoJSON, GeoPackage, Shapefile …) with residents and ages in their attributes, or
///   joined by the best common key to a statistics table (CSV).
///
/// Several grids are combined per figure (all, 65+, 80+): a home takes the figure from the finest
/// cell that states it. Where a coarse and finer cells state the same figure, the coarse one keeps
/// what its finer cells leave (never below zero), for homes outside them. Polygons and grids may
/// not state the same figure.
///
/// Suppressed values ("–", "x", "-1", …) are unknown. What is unreadable, dropped or changed is
/// counted in `report`. Errors: not_found, unsupported, bad_input. Throws Cancelled.
/// Cost: one pass over each grid file; memory is that of the cells near the box.
base::Result<std::vector<model::PopulationCell>> read_population(
    const std::vector<std::filesystem::path>& files, int epsg, const geo::Box& box,
    std::vector<model::ReportEntry>& report, jobs::Context& context);

}  // namespace nahraum::io
