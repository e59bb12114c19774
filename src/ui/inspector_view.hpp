#pragma once
/// What the inspector says about the selected thing.

#include <string>
#include <utility>
#include <vector>

#include "app/state.hpp"
#include "ui/minutes_bars.hpp"
#include "ui/why_so_long.hpp"

namespace nahraum::ui {

struct InspectorView {
  enum class Kind {
    nothing,
    home,
    service,
    note,
    thing,
    correction,
    statistics,
    project
  } kind = Kind::nothing;
  std::string title;
  std::string headline;  ///< "8 min · 412 m"
  std::string remark;    ///< why there is no way, what is uncertain
  std::vector<std::pair<std::string, std::string>> facts;  ///< name, value
  std::vector<analysis::HeightOnWay> profile;  ///< home: heights along the way; empty: unknown
  std::vector<PieceRow> pieces;                ///< home: what the way's time is made of
  std::vector<MinutesBar> bars;                ///< home: what else it reaches
  std::vector<std::string> report;             ///< project: the import report
  std::vector<std::string> sources;
  std::vector<std::pair<std::string, app::Selection>> under;  ///< all that lies there; of two on
  std::size_t under_chosen = 0;
  std::string ask_type;  ///< service of another type than the question's: that type
  std::int32_t note = 0;
  std::int32_t correction = 0;
  int min_count = 5;
  std::optional<std::uint32_t> area;        ///< statistical area: its index
  const model::Home* home = nullptr;        ///< of the project; may be edited
  const model::Service* service = nullptr;  ///< of the project; may be edited
  std::vector<Choice> types;                ///< that it may be of
};

InspectorView make_inspector_view(const app::State& state, const model::Catalogue& catalogue);

/// A delay's stable code in words: "steps" → "steps".
std::string name_of_delay(const std::string& code);

}  // namespace nahraum::ui
