/// Module 5: the mix by field, between four corners, and by area.

#include <algorithm>
#include <map>

#include "analysis/areas.hpp"
#include "app/page_mix_parts.hpp"
#include "geo/overlay.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;
using planning::Judged;
using planning::WelfareMix;

std::string mix_method() {
  return tr(
      "Four sectors after Evers & Olk (1996 [K]) and the Welfare Mix (socialnet Lexikon [V]); "
      "shares and concentration (HHI, sum of the squared shares: 0.25 even, 1 a single sector; "
      "Herfindahl 1950, Hirschman 1964 [K]) are of the offers whose sector is known; the "
      "bounds say what they could be if the unknown ones were known. A sector of more than "
      "80 % is marked [D]. Benches, stops and other things that nobody could close as an "
      "offer do not count.");
}

WelfareMix whole_of(const MixWork& work) {
  auto offers = work.mix_offers;
  for (auto& offer : offers)
    offer.group = "";
  return planning::welfare_mix(offers, {""}).front();
}

std::size_t largest(const WelfareMix& mix) {
  return static_cast<std::size_t>(std::max_element(mix.count.begin(), mix.count.end() - 1) -
                                  mix.count.begin());
}

/// "HHI 0.42 (0.38 to 0.55, as some sectors are unknown)"
std::string hhi_text(const WelfareMix& mix) {
  if (!mix.hhi) return tr("no sector is known");
  auto text = said(tr("HHI {0}"), pieces::number(*mix.hhi, 2));
  if (mix.count[planning::known_sectors] == 0) return text;
  return text + said(tr(" (between {0} and {1}, as sectors are unknown)"),
                     pieces::number(*mix.hhi_least, 2), pieces::number(*mix.hhi_most, 2));
}

std::string shares_text(const WelfareMix& mix) {
  std::vector<std::string> shares;
  for (std::size_t s = 0; s < planning::known_sectors; ++s) {
    if (mix.share[s]) shares.push_back(mix_sector_name(s) + " " + pieces::percent(*mix.share[s]));
  }
  return pieces::listed(shares);
}

std::string summary(const MixWork& work) {
  if (work.offers.empty())
    return tr("The project names no offers in the district: add services first.");
  const auto mix = whole_of(work);
  const auto known = mix.offers - mix.count[planning::known_sectors];
  auto text = said(tr_n("The sector is known of {0} of {1} offer ({2}).",
                        "The sector is known of {0} of {1} offers ({2}).", mix.offers),
                   known, mix.offers,
                   pieces::percent(static_cast<double>(known) / static_cast<double>(mix.offers)));
  if (known == 0) return text;
  return text + " " + said(tr("Of these: {0}; {1}."), shares_text(mix), hhi_text(mix));
}

void tell_field(const MixWork& work, const WelfareMix& mix, PageBlock& block) {
  const auto name = mix_field_name(work, mix.group);
  if (mix.offers == 0) {
    block.lines.push_back(pieces::warning(said(tr("{0}: no offer at all is known."), name)));
    return;
  }
  if (surely(mix.single_sector))
    block.lines.push_back(
        pieces::warning(said(tr("{0}: more than 80 % of the offers are of one sector, “{1}”."),
                             name, mix_sector_name(largest(mix)))));
  if (surely(mix.no_informal))
    block.lines.push_back(pieces::warning(said(tr("{0}: no informal offer."), name)));
  if (surely(mix.single_provider) && mix.offers > 1)
    block.lines.push_back(pieces::warning(said(tr("{0}: all offers are of one provider."), name)));
  if (mix.single_sector == Judged::open || mix.no_informal == Judged::open)
    block.lines.push_back(pieces::fact(said(
        tr_n("{0}: of {1} offer the sector is unknown; whether one sector has nearly all, and "
             "whether informal offers are missing, is open.",
             "{0}: of {1} offers the sector is unknown; whether one sector has nearly all, and "
             "whether informal offers are missing, is open.",
             mix.count[planning::known_sectors]),
        name, mix.count[planning::known_sectors])));
}

/// Kinds of which there are several offers, all of one provider: it shows only by kind.
void tell_single_kinds(const MixWork& work, PageBlock& block) {
  std::map<std::string, std::vector<const Offer*>> kinds;
  for (const auto& offer : work.offers)
    kinds[offer.type->id].push_back(&offer);
  for (const auto& [id, offers] : kinds) {
    const auto& provider = offers.front()->service->provider;
    const bool one = std::all_of(offers.begin(), offers.end(), [&](const Offer* each) {
      return each->service->provider == provider;
    });
    if (offers.size() < 2 || provider.empty() || !one) continue;
    auto line =
        pieces::warning(said(tr("{0}: {1} offers, all of one provider, {2}."),
                             scene::name_of(*offers.front()->type), offers.size(), provider));
    line.place = offers.front()->service->at;
    line.actions = pieces::measure_of(
        work.input, {said(tr("Second provider for {0}"), scene::name_of(*offers.front()->type)),
                     line.text, "gap", 0, line.place});
    block.lines.push_back(std::move(line));
  }
}

scene::BarsSpec field_bars(const MixWork& work) {
  scene::BarsSpec bars;
  bars.series = pieces::sector_series();
  bars.first = tr("Field of action");
  bars.shares = true;
  for (const auto& mix : work.fields) {
    if (mix.offers == 0) continue;
    scene::BarRow row;
    row.name = mix_field_name(work, mix.group);
    row.parts = mix_parts(mix);
    if (surely(mix.single_provider) && mix.offers > 1) row.remark = tr("one provider alone");
    bars.rows.push_back(std::move(row));
  }
  return bars;
}

/// Per offer the area it lies in, −1 in none.
std::vector<int> areas_of_offers(const MixWork& work, const std::vector<std::uint32_t>& cells) {
  const auto& population = work.input.project->population;
  std::vector<int> of_offer;
  for (const auto& offer : work.offers) {
    int found = -1;
    for (std::size_t i = 0; found < 0 && i < cells.size(); ++i) {
      if (geo::contains(population[cells[i]].outline, offer.service->at))
        found = static_cast<int>(i);
    }
    of_offer.push_back(found);
  }
  return of_offer;
}

std::vector<WelfareMix> mixes_by_area(const MixWork& work,
                                      const std::vector<std::uint32_t>& cells) {
  const auto of_offer = areas_of_offers(work, cells);
  auto offers = work.mix_offers;
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < cells.size(); ++i)
    groups.push_back(std::to_string(i));
  for (std::size_t i = 0; i < offers.size(); ++i)
    offers[i].group = of_offer[i] < 0 ? "" : std::to_string(of_offer[i]);
  return planning::welfare_mix(offers, groups);
}

}  // namespace

PageBlock mix_block(const MixWork& work) {
  PageBlock block{"mix", tr("Mix by field"), summary(work)};
  block.method = mix_method();
  if (work.offers.empty()) return block;
  for (const auto& mix : work.fields)
    tell_field(work, mix, block);
  tell_single_kinds(work, block);
  block.chart = field_bars(work);
  return block;
}

PageBlock corners_block(const MixWork& work) {
  PageBlock block{"corners", tr("Between state, market and neighbourhood"), ""};
  scene::CornersSpec corners;
  corners.corners = {mix_sector_name(0), mix_sector_name(1), mix_sector_name(2),
                     mix_sector_name(3)};
  corners.first = tr("Field of action");
  const WelfareMix* most = nullptr;
  for (const auto& mix : work.fields) {
    if (mix.offers == 0) continue;
    scene::CornerPoint point{mix.group, mix_field_name(work, mix.group), {}};
    for (std::size_t s = 0; s < planning::known_sectors; ++s)
      point.parts[s] = static_cast<double>(mix.count[s]);
    corners.points.push_back(std::move(point));
    if (mix.hhi && (most == nullptr || *mix.hhi > *most->hhi)) most = &mix;
    if (mix.hhi)
      block.lines.push_back(pieces::fact(said(tr("{0}: {1}; {2}."), mix_field_name(work, mix.group),
                                              shares_text(mix), hhi_text(mix))));
  }
  block.sentence =
      most == nullptr
          ? std::string(tr("No sector is known yet: the fields cannot be placed."))
          : said(tr("Most one-sided is {0}: {1} of the offers with a known sector are {2}."),
                 mix_field_name(work, most->group), pieces::percent(*most->share[largest(*most)]),
                 mix_sector_name(largest(*most)));
  block.chart = std::move(corners);
  block.method = mix_method();
  return block;
}

std::optional<PageBlock> mix_areas_block(const MixWork& work) {
  const auto& population = work.input.project->population;
  auto cells = analysis::areas_of(*work.input.project).cells;
  std::erase_if(cells, [&](std::uint32_t i) { return population[i].statistics.name.empty(); });
  if (cells.empty()) return std::nullopt;
  const auto mixes = mixes_by_area(work, cells);
  PageBlock block{"areas", tr("Mix by area"), ""};
  scene::BarsSpec bars;
  bars.series = pieces::sector_series();
  bars.first = tr("Area");
  std::vector<std::string> empty, without_informal;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto& name = population[cells[i]].statistics.name;
    if (mixes[i].offers == 0) empty.push_back(name);
    if (mixes[i].offers > 0 && surely(mixes[i].no_informal)) without_informal.push_back(name);
    bars.rows.push_back({name, mix_parts(mixes[i]), "", ""});
  }
  block.sentence = empty.empty()
                       ? std::string(tr("Every area has at least one offer."))
                       : said(tr_n("In {0} of {1} areas there is no offer: {2}.",
                                   "In {0} of {1} areas there are no offers: {2}.", empty.size()),
                              empty.size(), cells.size(), pieces::listed(empty));
  if (!without_informal.empty())
    block.lines.push_back(pieces::warning(
        said(tr("Without an informal offer: {0}."), pieces::listed(without_informal))));
  block.chart = std::move(bars);
  block.method = tr("Offers by the statistical area that they lie in, whoever walks there [D].");
  return block;
}

}  // namespace nahraum::app
