/// Module 5: what is not known about offers, and what hangs on one provider alone.

#include <algorithm>
#include <set>

#include "app/page_mix_parts.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;

struct Unknown {
  std::vector<std::string> sector, provider;
  std::vector<const Offer*> payer;  ///< without a row that names one
  std::vector<const Offer*> row;    ///< without any row
};

Unknown unknown_of(const MixWork& work) {
  std::set<model::Id> with_row, with_payer;
  for (const auto& row : work.input.project->work->payers) {
    with_row.insert(row.service);
    if (!row.payer.empty()) with_payer.insert(row.service);
  }
  Unknown unknown;
  for (const auto& offer : work.offers) {
    if (sector_of(*offer.service) == planning::Sector::unknown)
      unknown.sector.push_back(offer_name(offer));
    if (offer.service->provider.empty()) unknown.provider.push_back(offer_name(offer));
    if (!with_payer.contains(offer.service->id)) unknown.payer.push_back(&offer);
    if (!with_row.contains(offer.service->id)) unknown.row.push_back(&offer);
  }
  return unknown;
}

PageAction rows_to_fill(const std::vector<const Offer*>& offers) {
  std::vector<model::RecordChange> changes;
  for (const auto* offer : offers) {
    model::Payer row;
    row.service = offer->service->id;
    changes.push_back(model::put_row(row));
  }
  return pieces::edit(tr("Add the payers to be filled in"), std::move(changes));
}

void tell_unnamed(const char* form, const std::vector<std::string>& names, PageBlock& block) {
  if (!names.empty())
    block.lines.push_back(pieces::fact(said(form, names.size(), pieces::listed(names, 5))));
}

/// Ends that are known: a payer's last day.
void tell_ends(const MixWork& work, PageBlock& block) {
  const auto& project = *work.input.project;
  for (const auto& row : project.work->payers) {
    if (row.until.empty()) continue;
    const auto service = std::find_if(project.services.begin(), project.services.end(),
                                      [&](const model::Service& s) { return s.id == row.service; });
    if (service == project.services.end()) continue;
    auto line = pieces::warning(said(tr("{0}: the payer {1} ends on {2}."), service->name,
                                     row.payer.empty() ? tr("unknown") : payer_name(row.payer),
                                     base::format_date(row.until, base::language())));
    line.place = service->at;
    line.actions.push_back(pieces::open_row(tr("Open"), "payers", row.id));
    block.lines.push_back(std::move(line));
  }
}

std::string dependence_text(const MixWork& work, const planning::ProviderDependence& each) {
  const auto* type = work.input.catalogue->find_type(each.field);
  return said(tr("{0}: {1} reach only offers of {2}."),
              type == nullptr ? each.field : scene::name_of(*type),
              pieces::people_65(each.persons, work.input.min_count), each.provider);
}

/// Offers of that kind and provider.
std::optional<geo::Point> place_of(const StressWorld& world,
                                   const planning::ProviderDependence& each) {
  for (std::size_t i = 0; i < world.offers.size(); ++i) {
    if (world.offers[i].field == each.field && world.offers[i].provider == each.provider)
      return world.service[i]->at;
  }
  return std::nullopt;
}

PageLine dependence_line(const MixWork& work, const planning::ProviderDependence& each) {
  auto line = pieces::warning(dependence_text(work, each));
  line.place = place_of(*work.world, each);
  const auto* type = work.input.catalogue->find_type(each.field);
  const auto kind = type == nullptr ? each.field : scene::name_of(*type);
  line.actions = pieces::measure_of(
      work.input, {said(tr("Second provider for {0}"), kind), line.text, "gap", 0, line.place});
  return line;
}

}  // namespace

PageBlock missing_block(const MixWork& work) {
  PageBlock block{"missing", tr("What is not known"), ""};
  const auto unknown = unknown_of(work);
  const auto n = work.offers.size();
  block.sentence =
      unknown.sector.empty() && unknown.provider.empty() && unknown.payer.empty()
          ? std::string(tr("Sector, provider and payer of all offers are known."))
          : said(
                tr_n("Of {0} offer the sector of {1}, the provider of {2} and the payer of {3} are "
                     "not known.",
                     "Of {0} offers the sector of {1}, the provider of {2} and the payer of {3} "
                     "are not known.",
                     n),
                n, unknown.sector.size(), unknown.provider.size(), unknown.payer.size());
  tell_unnamed(tr("Sector unknown ({0}): {1}."), unknown.sector, block);
  tell_unnamed(tr("Provider unknown ({0}): {1}."), unknown.provider, block);
  if (!unknown.sector.empty() || !unknown.provider.empty())
    block.lines.push_back(
        pieces::fact(tr("Sector and provider are entered at the service: click it on the map.")));
  tell_ends(work, block);
  if (!unknown.row.empty()) block.actions.push_back(rows_to_fill(unknown.row));
  block.actions.push_back(pieces::open_row(tr("Open the payers"), "payers", 0));
  block.tables = {"payers"};
  block.method = tr("As the services' data and the table of payers say; unknown is not zero.");
  return block;
}

PageBlock dependence_block(const MixWork& work) {
  PageBlock block{"dependence", tr("Hanging on one provider"), ""};
  if (!work.world) {
    block.sentence = pieces::not_computed_yet();
    return block;
  }
  const auto all = planning::provider_dependence(work.world->offers, work.world->homes);
  constexpr std::size_t most = 8;
  // Few people are told as few, but not in a ranking of their own.
  const long least = std::max(1, work.input.min_count);
  const auto many = static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [&](const auto& each) { return each.persons >= least; }));
  for (std::size_t i = 0; i < std::min(most, many); ++i)
    block.lines.push_back(dependence_line(work, all[i]));
  block.sentence =
      many == 0
          ? said(tr("No kind of offer is known to hang on one provider for {0} or more people "
                    "aged 65 and over {1}."),
                 least, pieces::within(work.input))
          : said(
                tr_n("In {0} case {1} or more people aged 65 and over reach only one provider of a "
                     "kind of offer {2}.",
                     "In {0} cases {1} or more people aged 65 and over reach only one provider "
                     "of a kind of offer {2}.",
                     many),
                many, least, pieces::within(work.input));
  block.method =
      tr("People of 65 and over who within the limit reach offers of a kind, all of one provider; "
         "a home that reaches an offer of an unknown provider is left out [D].") +
      pieces::walking_method(work.input);
  return block;
}

}  // namespace nahraum::app
