#include "app/need_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/need_shown.hpp"
#include "app/need_words.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

using base::tr;

namespace {

std::string unit_of(const analysis::RatioKind& kind) {
  return kind.factor == 100 ? " %" : "";
}

std::string value_text(const std::optional<double>& value, const analysis::RatioKind& kind) {
  return value ? decimal(*value, kind.decimals) + unit_of(kind) : "–";
}

std::string count_text(const std::optional<long>& count) {
  return count ? whole(*count) : "–";
}

std::string range_text(const std::optional<std::pair<long, long>>& range) {
  if (!range) return "–";
  return range->first == range->second ? whole(range->first)
                                       : whole(range->first) + "–" + whole(range->second);
}

std::string year_text(const std::optional<ShownYear>& year) {
  return year ? say(tr("{0} ({1} to {2})"), whole(year->expected), whole(year->low),
                    whole(year->high))
              : "–";
}

const analysis::Estimate& estimate(const NeedRow& row, std::string_view id) {
  const auto& all = row.need.estimates;
  return *std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
}

/// Pads by letters, not bytes: umlauts and dashes are longer than they look.
std::string padded(std::string text, std::size_t width, bool right) {
  std::size_t letters = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (letters == width) break;
    ++letters;
    end = i;
  }
  if (letters == width) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
      ++end;
    text.resize(end);
  }
  const std::string blanks(width - std::min(width, letters), ' ');
  return right ? blanks + text : text + blanks;
}

/// The first cell is a name, the others figures.
std::string line(const Cells& cells, const std::vector<std::size_t>& widths) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i)
    text += (i > 0 ? " " : "") + padded(cells[i], widths[i], i > 0);
  while (!text.empty() && text.back() == ' ')
    text.pop_back();
  return text + "\n";
}

std::string lines(const std::vector<Cells>& table, const std::vector<std::size_t>& widths) {
  std::string text;
  for (const auto& cells : table)
    text += line(cells, widths);
  return text;
}

std::string difference(const std::optional<double>& here, const std::optional<double>& there,
                       const analysis::RatioKind& kind) {
  if (!here || !there) return "–";
  const double by = *here - *there;
  return (by >= 0 ? "+" : "") + decimal(by, kind.decimals);
}

Cells ratio_cells(const NeedAnswer& answer, const NeedRow& row, std::size_t i, int min_count) {
  const auto& here = row.need.ratios[i];
  const auto value = shown_value(row, here);
  const auto& there = answer.reference.ratios[i];
  const auto without = shown_without(row, i, min_count);
  return {ratio_name(here.kind->id) + (here.interpolated && value ? " *" : ""),
          (value && at_least(row, *here.kind) ? "≥ " : "") + value_text(value, *here.kind),
          value_text(without, *here.kind), value_text(there.value, *here.kind),
          difference(value, there.value, *here.kind)};
}

std::string share_text(const std::optional<std::pair<long, long>>& range,
                       const std::optional<long>& of) {
  if (!range || !of || *of == 0) return "";
  const double low = 100.0 * static_cast<double>(range->first) / static_cast<double>(*of);
  const double high = 100.0 * static_cast<double>(range->second) / static_cast<double>(*of);
  return range->first == range->second ? decimal(low, 1) + " %"
                                       : decimal(low, 1) + "–" + decimal(high, 1) + " %";
}

Cells unit_heading(const NeedAnswer& answer) {
  Cells cells{answer.by == "area" ? tr("Area") : tr("Cluster"),
              tr("residents"),
              "65+ %",
              "80+ %",
              tr("w/o care h."),
              "80+",
              tr("care need")};
  for (const auto& year : answer.district.years)
    cells.push_back(fmt::format("80+ {}", year.year));
  if (!answer.walked) return cells;
  cells.insert(cells.end(), {tr("basket %"), tr("priority"), tr("rank")});
  return cells;
}

std::string percent_text(const std::optional<double>& value) {
  return value ? decimal(*value, 1) : "–";
}

Cells unit_cells(const NeedAnswer& answer, const NeedRow& row, int min_count) {
  const bool cluster = answer.by == "cluster";
  Cells cells{cluster ? row.unit.id : row.unit.name,
              count_text(shown_persons(row, 0)),
              percent_text(shown_value(row, ratio(row.need.ratios, "share_65"))),
              percent_text(shown_value(row, ratio(row.need.ratios, "share_80"))),
              percent_text(shown_without(row, position("share_80"), min_count)),
              count_text(shown_persons(row, 80)),
              range_text(shown_estimate(row, estimate(row, "care_need"), min_count))};
  for (std::size_t i = 0; i < answer.district.years.size(); ++i) {
    const auto year =
        i < row.years.size() ? shown_year(row, row.years[i], 80, min_count) : std::nullopt;
    cells.push_back(year_text(year));
  }
  if (!row.basket) return cells;
  const bool known = row.basket->index.has_value();
  cells.push_back(known ? decimal(*row.basket->index * 100, 0) : "–");
  cells.push_back(row.rank > 0 ? decimal(*row.basket->priority, 0) : "–");
  cells.push_back(row.rank > 0 ? std::to_string(row.rank) : "–");
  return cells;
}

std::string units_text(const NeedAnswer& answer, int min_count) {
  if (answer.units.empty()) return "";
  std::vector<std::size_t> widths{28, 11, 7, 7, 11, 6, 11};
  widths.insert(widths.end(), answer.district.years.size(), 20);
  widths.insert(widths.end(), {9, 9, 5});
  return "\n" + lines(need_units(answer, min_count), widths);
}

}  // namespace

std::string ratio_name(const std::string& id) {
  if (id == "share_65") return tr("Share of 65 and over");
  if (id == "share_80") return tr("Share of 80 and over");
  if (id == "greying") return tr("Greying (80+ of 65+)");
  if (id == "old_age_ratio") return tr("Old-age ratio (65+ of 20–64)");
  if (id == "old_age_ratio_60") return tr("Old-age ratio (60+ of 20–59)");
  if (id == "youth_ratio") return tr("Youth ratio (0–19 of 20–64)");
  if (id == "total_ratio") return tr("Total ratio (of 20–64)");
  if (id == "care_potential") return tr("Care potential (80+ of 50–64)");
  if (id == "billeter") return tr("Billeter index");
  return id;
}

std::string estimate_name(const std::string& id) {
  if (id == "care_need") return tr("In need of care");
  if (id == "care_allowance") return tr("  cared for by relatives");
  if (id == "care_home") return tr("  with home care");
  if (id == "care_residential") return tr("  in a care home");
  if (id == "dementia") return tr("With dementia (epidemiological)");
  if (id == "basic_security") return tr("On basic security in old age");
  if (id == "living_alone") return tr("Living alone, 65 and over");
  if (id == "no_step_free_access") return tr("Dwellings without low-barrier access");
  return id;
}

std::vector<Cells> need_ratios(const NeedAnswer& answer, const NeedRow& row, int min_count) {
  std::vector<Cells> table{{tr("Indicator"), row.unit.name, tr("w/o care homes"),
                            answer.reference.name, tr("difference")}};
  for (std::size_t i = 0; i < row.need.ratios.size(); ++i)
    table.push_back(ratio_cells(answer, row, i, min_count));
  return table;
}

std::string need_interpolated(const NeedRow& row) {
  const bool interpolated =
      std::any_of(row.need.ratios.begin(), row.need.ratios.end(),
                  [&](const auto& r) { return r.interpolated && shown_value(row, r); });
  return interpolated ? tr("* ages interpolated inside published bands: assumption") : "";
}

std::vector<Cells> need_estimates(const NeedRow& row, int min_count) {
  std::vector<Cells> table{{tr("To be expected"), tr("persons"), tr("of all")}};
  for (const auto& each : row.need.estimates) {
    const auto range = shown_estimate(row, each, min_count);
    const bool dwellings = std::string_view(each.id) == "no_step_free_access";
    table.push_back({estimate_name(each.id), range_text(range),
                     dwellings ? "" : share_text(range, shown_persons(row, 0))});
  }
  return table;
}

std::vector<Cells> need_years(const NeedAnswer& answer, const NeedRow& row, int min_count) {
  if (row.years.empty()) return {};
  std::vector<Cells> table{{tr("Year"), tr("65 and over"), tr("80 and over")},
                           {std::to_string(answer.base_year), count_text(shown_persons(row, 65)),
                            count_text(shown_persons(row, 80))}};
  for (const auto& year : row.years) {
    table.push_back({std::to_string(year.year), year_text(shown_year(row, year, 65, min_count)),
                     year_text(shown_year(row, year, 80, min_count))});
  }
  return table;
}

std::vector<Cells> need_units(const NeedAnswer& answer, int min_count) {
  if (answer.units.empty()) return {};
  std::vector<Cells> table{unit_heading(answer)};
  for (const auto& row : answer.units)
    table.push_back(unit_cells(answer, row, min_count));
  return table;
}

std::string need_text(const NeedAnswer& answer, int min_count) {
  const auto& row = answer.district;
  std::string text = lines(need_ratios(answer, row, min_count), {38, 14, 14, 22, 11});
  if (const auto note = need_interpolated(row); !note.empty()) text += note + "\n";
  text += "\n" + lines(need_estimates(row, min_count), {38, 14, 14});
  if (!row.years.empty()) text += "\n" + lines(need_years(answer, row, min_count), {38, 24, 24});
  return text + units_text(answer, min_count);
}

}  // namespace nahraum::app
