#include "base/translate.hpp"
#include "model/table_lists.hpp"
#include "model/table_of_rows.hpp"

namespace nahraum::model {
namespace {

using base::tr_noop;
using enum ColumnKind;

const std::vector<Choice> payers = {{"municipality", tr_noop("Municipality")},
                                    {"district", tr_noop("County")},
                                    {"state", tr_noop("Federal state (Land)")},
                                    {"federation", tr_noop("Federation")},
                                    {"health", tr_noop("Health insurance")},
                                    {"care", tr_noop("Care insurance")},
                                    {"users", tr_noop("Users themselves")},
                                    {"foundation", tr_noop("Foundation or lottery")},
                                    {"donations", tr_noop("Donations and volunteers")},
                                    {"housing", tr_noop("Housing company")}};
const std::vector<Choice> statuses = {{"idea", tr_noop("Idea")},
                                      {"planned", tr_noop("planned")},
                                      {"running", tr_noop("running")},
                                      {"done", tr_noop("done")},
                                      {"dropped", tr_noop("dropped")}};
const std::vector<Choice> origins = {
    {"", tr_noop("no origin")},      {"gap", tr_noop("Gap")},
    {"finding", tr_noop("Finding")}, {"cluster", tr_noop("Cluster of pins")},
    {"dissent", tr_noop("Dissent")}, {"tie", tr_noop("Missing tie")}};
const std::vector<Choice> cost_types = {{"personnel", tr_noop("Personnel")},
                                        {"material", tr_noop("Material")},
                                        {"investment", tr_noop("Investment")},
                                        {"overhead", tr_noop("Overhead")}};

}  // namespace

template <>
const RecordTable& table_of<Payer>() {
  static const TableOfRows<Payer> table{
      {"payers", tr_noop("Payers"), tr_noop("Payer added"), tr_noop("Payer changed"),
       tr_noop("Payer removed")},
      &Work::payers,
      {{{"service", tr_noop("Service"), reference, "service"}, &Payer::service},
       {{"payer", tr_noop("Payer"), choice, "", payers}, &Payer::payer},
       {{"share", tr_noop("Share (%)"), number}, &Payer::share},
       {{"until", tr_noop("Until"), date}, &Payer::until}}};
  return table;
}

template <>
const RecordTable& table_of<Measure>() {
  static const TableOfRows<Measure> table{
      {"measures", tr_noop("Measures"), tr_noop("Measure added"), tr_noop("Measure changed"),
       tr_noop("Measure removed")},
      &Work::measures,
      {{{"title", tr_noop("Planned measure")}, &Measure::title},
       {{"goal", tr_noop("Goal")}, &Measure::goal},
       {{"people", tr_noop("For whom")}, &Measure::people},
       {{"owner", tr_noop("Owner")}, &Measure::owner},
       {{"start", tr_noop("Start"), date}, &Measure::start},
       {{"end", tr_noop("End"), date}, &Measure::end},
       {{"status", tr_noop("Status"), choice, "", statuses}, &Measure::status},
       {{"cost", tr_noop("Cost (€)"), number}, &Measure::cost},
       {{"indicator", tr_noop("Indicator")}, &Measure::indicator},
       {{"unit", tr_noop("Unit")}, &Measure::unit},
       {{"baseline", tr_noop("Baseline"), number}, &Measure::baseline},
       {{"baseline_text", tr_noop("Baseline in words")}, &Measure::baseline_text},
       {{"baseline_date", tr_noop("Baseline of"), date}, &Measure::baseline_date},
       {{"question", tr_noop("Computed by")}, &Measure::question},
       {{"target", tr_noop("Target"), number}, &Measure::target},
       {{"target_date", tr_noop("Target by"), date}, &Measure::target_date},
       {{"scenario", tr_noop("Scenario")}, &Measure::scenario},
       {{"after", tr_noop("Waits for"), references, "measures"}, &Measure::after},
       {{"origin", tr_noop("Origin"), choice, "", origins}, &Measure::origin},
       {{"origin_id", tr_noop("Number of the origin"), reference, "origin"}, &Measure::origin_id}},
      &Measure::at};
  return table;
}

template <>
const RecordTable& table_of<Milestone>() {
  static const TableOfRows<Milestone> table{
      {"milestones", tr_noop("Milestones"), tr_noop("Milestone added"),
       tr_noop("Milestone changed"), tr_noop("Milestone removed")},
      &Work::milestones,
      {{{"measure", tr_noop("Planned measure"), reference, "measures"}, &Milestone::measure},
       {{"title", tr_noop("Milestone")}, &Milestone::title},
       {{"date", tr_noop("Calendar day"), date}, &Milestone::date},
       {{"done", tr_noop("done"), flag}, &Milestone::done}}};
  return table;
}

template <>
const RecordTable& table_of<Role>() {
  static const TableOfRows<Role> table{
      {"roles", tr_noop("Roles"), tr_noop("Role added"), tr_noop("Role changed"),
       tr_noop("Role removed")},
      &Work::roles,
      {{{"name", tr_noop("Role")}, &Role::name},
       {{"unit", tr_noop("Office or department")}, &Role::unit},
       {{"fte", tr_noop("Posts (FTE)"), number}, &Role::fte},
       {{"weekly_hours", tr_noop("Hours a week of a full post"), number}, &Role::weekly_hours},
       {{"deputy", tr_noop("Deputy"), reference, "roles"}, &Role::deputy}}};
  return table;
}

template <>
const RecordTable& table_of<Task>() {
  static const TableOfRows<Task> table{
      {"tasks", tr_noop("Tasks"), tr_noop("Task added"), tr_noop("Task changed"),
       tr_noop("Task removed")},
      &Work::tasks,
      {{{"title", tr_noop("Task")}, &Task::title},
       {{"measure", tr_noop("Planned measure"), reference, "measures"}, &Task::measure},
       {{"hours", tr_noop("Hours a week"), number}, &Task::hours}}};
  return table;
}

template <>
const RecordTable& table_of<Responsibility>() {
  static const TableOfRows<Responsibility> table{
      {"responsibilities", tr_noop("Responsibilities"), tr_noop("Responsibility added"),
       tr_noop("Responsibility changed"), tr_noop("Responsibility removed")},
      &Work::responsibilities,
      {{{"task", tr_noop("Task"), reference, "tasks"}, &Responsibility::task},
       {{"role", tr_noop("Role"), reference, "roles"}, &Responsibility::role},
       {{"letter",
         tr_noop("Letter"),
         choice,
         "",
         {{"R", tr_noop("R – does it")},
          {"A", tr_noop("A – answers for it")},
          {"AR", tr_noop("A/R – does it and answers for it")},
          {"C", tr_noop("C – is asked")},
          {"I", tr_noop("I – is told")}}},
        &Responsibility::letter}}};
  return table;
}

template <>
const RecordTable& table_of<DecisionStep>() {
  static const TableOfRows<DecisionStep> table{
      {"decisions", tr_noop("Decision path"), tr_noop("Step of a decision added"),
       tr_noop("Step of a decision changed"), tr_noop("Step of a decision removed")},
      &Work::decisions,
      {{{"subject", tr_noop("Decision")}, &DecisionStep::subject},
       {{"position", tr_noop("Position"), whole}, &DecisionStep::position},
       {{"body", tr_noop("Body")}, &DecisionStep::body},
       {{"part",
         tr_noop("What it does in it"),
         choice,
         "",
         {{"prepares", tr_noop("prepares")},
          {"advises", tr_noop("advises")},
          {"decides", tr_noop("decides")},
          {"informed", tr_noop("is told")}}},
        &DecisionStep::part},
       {{"days", tr_noop("Days"), whole}, &DecisionStep::days}}};
  return table;
}

template <>
const RecordTable& table_of<Competence>() {
  static const TableOfRows<Competence> table{
      {"competences", tr_noop("Competences"), tr_noop("Competence added"),
       tr_noop("Competence changed"), tr_noop("Competence removed")},
      &Work::competences,
      {{{"person", tr_noop("Card number"), whole}, &Competence::person},
       {{"competence",
         tr_noop("Competence"),
         choice,
         "",
         {{"self", tr_noop("Self-competence")},
          {"social", tr_noop("Social competence")},
          {"method", tr_noop("Methodical competence")},
          {"action", tr_noop("Competence to act")}}},
        &Competence::competence},
       {{"before", tr_noop("Before (1–5)"), number}, &Competence::before},
       {{"after", tr_noop("Afterwards (1–5)"), number}, &Competence::after}}};
  return table;
}

template <>
const RecordTable& table_of<CostItem>() {
  static const TableOfRows<CostItem> table{
      {"costs", tr_noop("Costs"), tr_noop("Cost added"), tr_noop("Cost changed"),
       tr_noop("Cost removed")},
      &Work::costs,
      {{{"title", tr_noop("Cost")}, &CostItem::title},
       {{"type", tr_noop("Type"), choice, "", cost_types}, &CostItem::type},
       {{"year", tr_noop("Year"), whole}, &CostItem::year},
       {{"amount", tr_noop("Amount (€)"), number}, &CostItem::amount},
       {{"measure", tr_noop("Planned measure"), reference, "measures"}, &CostItem::measure}}};
  return table;
}

template <>
const RecordTable& table_of<FundingSource>() {
  static const TableOfRows<FundingSource> table{
      {"sources_of_money", tr_noop("Sources of money"), tr_noop("Source of money added"),
       tr_noop("Source of money changed"), tr_noop("Source of money removed")},
      &Work::sources,
      {{{"name", tr_noop("Source")}, &FundingSource::name},
       {{"programme", tr_noop("Programme")}, &FundingSource::programme},
       {{"rate", tr_noop("Rate at most (%)"), number}, &FundingSource::rate},
       {{"cap", tr_noop("At most a year (€)"), number}, &FundingSource::cap},
       {{"own_share", tr_noop("Own share at least (%)"), number}, &FundingSource::own_share},
       {{"from", tr_noop("From (year)"), whole}, &FundingSource::from},
       {{"to", tr_noop("To (year)"), whole}, &FundingSource::to},
       {{"eligible", tr_noop("Pays for")}, &FundingSource::eligible},
       {{"status",
         tr_noop("Status"),
         choice,
         "",
         {{"planned", tr_noop("planned")},
          {"applied", tr_noop("applied for")},
          {"granted", tr_noop("granted")},
          {"own", tr_noop("own money")}}},
        &FundingSource::status},
       {{"afterwards",
         tr_noop("Afterwards"),
         choice,
         "",
         {{"", tr_noop("unknown")},
          {"renewed", tr_noop("renewed")},
          {"cut", tr_noop("cut")},
          {"taken_over", tr_noop("taken over")},
          {"ends", tr_noop("ends")}}},
        &FundingSource::afterwards},
       {{"stand", tr_noop("Known as of"), date}, &FundingSource::stand}}};
  return table;
}

template <>
const RecordTable& table_of<Share>() {
  static const TableOfRows<Share> table{
      {"shares", tr_noop("Who pays what"), tr_noop("Share added"), tr_noop("Share changed"),
       tr_noop("Share removed")},
      &Work::shares,
      {{{"source", tr_noop("Source"), reference, "sources_of_money"}, &Share::source},
       {{"cost", tr_noop("Cost"), reference, "costs"}, &Share::cost},
       {{"year", tr_noop("Year"), whole}, &Share::year},
       {{"amount", tr_noop("Amount (€)"), number}, &Share::amount}}};
  return table;
}

template <>
const RecordTable& table_of<ApplicationText>() {
  static const TableOfRows<ApplicationText> table{
      {"application_texts", tr_noop("Texts for applications"), tr_noop("Text added"),
       tr_noop("Text changed"), tr_noop("Text removed")},
      &Work::texts,
      {{{"part",
         tr_noop("Section of the form"),
         choice,
         "",
         {{"boundary", tr_noop("Boundary")},
          {"description", tr_noop("Description")},
          {"infrastructure", tr_noop("Infrastructure")}}},
        &ApplicationText::part},
       {{"text", tr_noop("Text")}, &ApplicationText::text}}};
  return table;
}

template <>
const RecordTable& table_of<Contribution>() {
  static const TableOfRows<Contribution> table{
      {"contributions", tr_noop("Contributions of the groups"), tr_noop("Contribution added"),
       tr_noop("Contribution changed"), tr_noop("Contribution removed")},
      &Work::contributions,
      {{{"group", tr_noop("Group")}, &Contribution::group},
       {{"object", tr_noop("Object")}, &Contribution::object},
       {{"what",
         tr_noop("What was done"),
         choice,
         "",
         {{"added", tr_noop("added")},
          {"changed", tr_noop("changed")},
          {"removed", tr_noop("removed")}}},
        &Contribution::what}}};
  return table;
}

template <>
const RecordTable& table_of<Conflict>() {
  static const TableOfRows<Conflict> table{
      {"conflicts", tr_noop("Conflicts of the groups"), tr_noop("Conflict added"),
       tr_noop("Conflict settled"), tr_noop("Conflict removed")},
      &Work::conflicts,
      {{{"object", tr_noop("Object")}, &Conflict::object},
       {{"group", tr_noop("Group")}, &Conflict::group},
       {{"version", tr_noop("Version")}, &Conflict::version},
       {{"edit", tr_noop("As an edit")}, &Conflict::edit},
       {{"taken", tr_noop("taken"), flag}, &Conflict::taken}}};
  return table;
}

std::vector<const RecordTable*> tables_of_planning() {
  return {&table_of<Payer>(),         &table_of<Measure>(),    &table_of<Milestone>(),
          &table_of<Role>(),          &table_of<Task>(),       &table_of<Responsibility>(),
          &table_of<DecisionStep>(),  &table_of<Competence>(), &table_of<CostItem>(),
          &table_of<FundingSource>(), &table_of<Share>(),      &table_of<ApplicationText>(),
          &table_of<Contribution>(),  &table_of<Conflict>()};
}

template Record to_record(const Payer&);
template Payer from_record(const Record&);
template Record to_record(const Measure&);
template Measure from_record(const Record&);
template Record to_record(const Milestone&);
template Milestone from_record(const Record&);
template Record to_record(const Role&);
template Role from_record(const Record&);
template Record to_record(const Task&);
template Task from_record(const Record&);
template Record to_record(const Responsibility&);
template Responsibility from_record(const Record&);
template Record to_record(const DecisionStep&);
template DecisionStep from_record(const Record&);
template Record to_record(const Competence&);
template Competence from_record(const Record&);
template Record to_record(const CostItem&);
template CostItem from_record(const Record&);
template Record to_record(const FundingSource&);
template FundingSource from_record(const Record&);
template Record to_record(const Share&);
template Share from_record(const Record&);
template Record to_record(const ApplicationText&);
template ApplicationText from_record(const Record&);
template Record to_record(const Contribution&);
template Contribution from_record(const Record&);
template Record to_record(const Conflict&);
template Conflict from_record(const Record&);

}  // namespace nahraum::model
