#pragma once
/// Blocks of module 8's page: what it costs, who pays, until when; programmes; texts for
/// applications.

#include "app/page_bricks.hpp"
#include "planning/funding.hpp"

namespace nahraum::app {

std::string name_of(const model::CostItem& cost);
std::string name_of(const model::FundingSource& source);
const std::string& text_of(const model::Label& label);

/// The costs and sources as planning takes them, and what cannot be taken: rows whose year, amount
/// or type is not known are in no sum, and are told.
struct MoneyPlan {
  planning::FundingPlan plan;
  std::vector<PageLine> left_out;
  std::vector<int> open_years;  ///< of which a cost's amount is not known
  bool costs_unknown = false, shares_unknown = false;
};
MoneyPlan money_plan(const model::Work& work, const model::Catalogue& catalogue);

/// The plan after the decision that is looked at (WorkView::scenario), about every grant in it.
planning::FundingPlan decided_plan(const MoneyPlan& money, const std::string& scenario, int year);
/// Id of the source that takes over, which the project does not have.
inline constexpr const char* takes_over = "takes over";
/// Of a cut: a share, our assumption.
inline constexpr double cut_share = 0.2;

/// What a rule says, in words.
PageLine rule_line(const planning::FundingRemark& remark, const model::Work& work);

PageBlock plan_block(const PageInput& input);
PageBlock programmes_block(const PageInput& input);
PageBlock texts_block(const PageInput& input);

/// A source of money with the rules of a programme.
model::FundingSource source_of(const model::Programme& programme, model::Id id);
/// Half a post for four years: costs, a grant for three of them, own money.
std::vector<model::RecordChange> half_a_post(const PageInput& input);

}  // namespace nahraum::app
