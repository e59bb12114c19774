/// Module 5: who offers what, by which sector, and what hangs on one provider alone.

#include <algorithm>
#include <set>

#include "app/page_mix_parts.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using pieces::said;

constexpr std::size_t most_signs = 500;

std::string letter_text(const model::ServiceType& type) {
  return {model::letter_of(type.group)};
}

std::vector<std::string> field_letters() {
  std::vector<std::string> letters;
  for (int g = 0; g < model::group_count; ++g)
    letters.push_back({model::letter_of(static_cast<model::Group>(g))});
  return letters;
}

/// A whole one, whatever the language.
std::string first_letter(const std::string& word) {
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80)
    ++end;
  return word.substr(0, end);
}

/// Every offer with the letter of its sector.
void add_offer_signs(const MixWork& work, ModulePage& page) {
  for (const auto& offer : work.offers) {
    if (page.signs.size() == most_signs) return;
    const auto sector = static_cast<std::size_t>(sector_of(*offer.service));
    const auto letter =
        sector == planning::known_sectors ? "?" : first_letter(mix_sector_name(sector));
    page.signs.push_back({offer.service->at, letter,
                          offer_name(offer) + " – " + mix_sector_name(sector), sector, "", 0});
  }
}

std::set<std::uint32_t> homes_that_lose(const planning::StressLoss& loss) {
  std::set<std::uint32_t> homes;
  for (const auto& field : loss.fields)
    homes.insert(field.homes.begin(), field.homes.end());
  return homes;
}

/// What falls, and who loses its last offer of a kind; no counts.
void add_stress_signs(const MixWork& work, const StressChoice& choice, ModulePage& page) {
  const auto result = stress_result(*work.world, choice);
  const auto& homes = work.input.answer->district->project->homes;
  for (std::size_t i = 0; i < result.states.size(); ++i) {
    if (result.states[i] != planning::OfferState::falls) continue;
    const auto& service = *work.world->service[i];
    page.signs.push_back({service.at, "×", said(tr("Falls away: {0}"), service.name), 4, "", 0});
  }
  for (const auto home : homes_that_lose(result.loss)) {
    if (page.signs.size() >= most_signs) return;
    page.signs.push_back(
        {homes[home].at, "•", tr("Loses the last offer of a kind within reach"), 6, "", 0});
  }
}

}  // namespace

std::string mix_field_name(const MixWork& work, const std::string& letter) {
  const auto letters = field_letters();
  const auto at = std::find(letters.begin(), letters.end(), letter) - letters.begin();
  return field_name(*work.input.catalogue, static_cast<model::Group>(at));
}

std::string mix_sector_name(std::size_t sector) {
  return pieces::sector_series()[sector];
}

std::vector<double> mix_parts(const planning::WelfareMix& mix) {
  return {mix.count.begin(), mix.count.end()};
}

MixWork mix_work(const PageInput& input, jobs::Context& context) {
  MixWork work{input, offers_of(*input.project, *input.catalogue), {}, {}, std::nullopt};
  for (const auto& offer : work.offers) {
    const auto& service = *offer.service;
    work.mix_offers.push_back({std::to_string(service.id), letter_text(*offer.type),
                               service.provider, sector_of(service)});
  }
  work.fields = planning::welfare_mix(work.mix_offers, field_letters());
  work.world = stress_world(input, context);
  return work;
}

void add_mix_map(const MixWork& work, ModulePage& page) {
  const auto choice = stress_choice(work.input.view.switched_off);
  if (choice.name.empty() || !work.world) return add_offer_signs(work, page);
  add_stress_signs(work, choice, page);
}

ModulePage mix_page(const PageInput& input, jobs::Context& context) {
  const auto work = mix_work(input, context);
  ModulePage page;
  page.module = 5;
  page.blocks.push_back(mix_block(work));
  if (!work.offers.empty()) {
    page.blocks.push_back(corners_block(work));
    if (auto areas = mix_areas_block(work)) page.blocks.push_back(std::move(*areas));
    page.blocks.push_back(missing_block(work));
    page.blocks.push_back(stress_block(work, context));
    page.blocks.push_back(dependence_block(work));
  }
  add_mix_map(work, page);
  return page;
}

}  // namespace nahraum::app
