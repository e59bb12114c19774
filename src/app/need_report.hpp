#pragma once
/// The answer of `need` as sentences, tables, JSON and features. Nothing that disclosure keeps back
/// passes here.

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/need_question.hpp"
#include "io/feature_table.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

/// "In Lindenhof 588 people are 80 and over (8.3 %); in 2035 it will be …" and what stands out.
std::string need_sentences(const NeedAnswer& answer, int min_count);
std::vector<scene::MethodLine> need_card(const NeedAnswer& answer, const Workspace& workspace);
/// Cells of one line of a table; the first is a name.
using Cells = std::vector<std::string>;
/// Each with its heading first: indicators of the district or a unit beside the reference; what is
/// to be expected; the projection (empty where nothing can be projected); the units (empty: none).
std::vector<Cells> need_ratios(const NeedAnswer& answer, const NeedRow& row, int min_count);
std::vector<Cells> need_estimates(const NeedRow& row, int min_count);
std::vector<Cells> need_years(const NeedAnswer& answer, const NeedRow& row, int min_count);
std::vector<Cells> need_units(const NeedAnswer& answer, int min_count);
/// What the star behind an indicator means; "" where there is none.
std::string need_interpolated(const NeedRow& row);
/// The district beside its reference, then its units, one line each.
std::string need_text(const NeedAnswer& answer, int min_count);
/// Stable keys; what is unknown or kept back is null.
nlohmann::json need_json(const NeedAnswer& answer, const model::Project& project, int min_count);
/// One row per unit, the district's alone without units; shapes are the units' outlines.
io::FeatureTable need_table(const NeedAnswer& answer, const model::Project& project, int min_count);
/// Per home of the district the basket index; no persons.
io::FeatureTable basket_homes(const NeedAnswer& answer, const model::Project& project);
/// Method, rates, assumptions and uncertainty of the answer, before the card's common lines.
std::vector<scene::MethodLine> need_method(const NeedAnswer& answer);

/// In the user's language: "Share of 80 and over", "In need of care".
std::string ratio_name(const std::string& id);
std::string estimate_name(const std::string& id);

}  // namespace nahraum::app
