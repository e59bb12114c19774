#pragma once
/// Small worlds drawn in the test that uses them. Row by row from the north, one cell = `cell_m`:
///
///   +  a junction; A, C…G the same, to be asked for by name; X a junction at the edge of the data
///   - |  street     # steps     ~ grass path     = sett     : footway
///   > < ^ v  moving stairs that way only
///   h  home         S  pharmacy (G04)            B  bakery (N03)        o  bench, beside the
///   street
///
/// Every run of equal signs between two junctions is one way of its own.

#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/reach.hpp"

namespace nahraum::districts {

struct AsciiWorld {
  model::Project project;
  std::map<char, geo::Point> named;

  std::uint32_t node_at(geo::Point p) const {
    for (std::uint32_t i = 0; i < project.streets.nodes.size(); ++i) {
      if (project.streets.nodes[i].at == p) return i;
    }
    return 0xFFFFFFFFu;
  }
};

class AsciiReader {
 public:
  AsciiReader(std::string_view drawing, double cell_m) : cell_m_(cell_m) {
    std::string row;
    for (const char c : drawing) {
      if (c != '\n') {
        row += c;
      } else if (!rows_.empty() || row.find_first_not_of(' ') != std::string::npos) {
        rows_.push_back(row);
        row.clear();
      } else {
        row.clear();
      }
    }
    if (row.find_first_not_of(' ') != std::string::npos) rows_.push_back(row);
  }

  AsciiWorld read() {
    each([&](int column, int row, char c) { read_place(column, row, c); });
    each([&](int column, int row, char c) {
      if (!is_junction(c)) return;
      read_way(column, row, 1, 0, "-#~=:><");
      read_way(column, row, 0, 1, "|#~=:^v");
    });
    return std::move(world_);
  }

 private:
  template <class Visit>
  void each(Visit visit) {
    for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
      for (int column = 0; column < static_cast<int>(rows_[row].size()); ++column) {
        visit(column, row, rows_[row][column]);
      }
    }
  }
  static bool is_junction(char c) {
    return c == '+' || (c >= 'A' && c <= 'G' && c != 'B') || c == 'X';
  }
  char sign(int column, int row) const {
    const bool there = row >= 0 && row < static_cast<int>(rows_.size()) && column >= 0 &&
                       column < static_cast<int>(rows_[row].size());
    return there ? rows_[row][column] : ' ';
  }
  geo::Point at(int column, int row) const {
    return {500000 + column * cell_m_, 5600000 + (static_cast<int>(rows_.size()) - row) * cell_m_};
  }

  void read_place(int column, int row, char c) {
    auto& project = world_.project;
    const geo::Point here = at(column, row);
    if (is_junction(c)) {
      index_[{column, row}] = static_cast<std::uint32_t>(project.streets.nodes.size());
      const auto osm_id = static_cast<std::int64_t>(1000 + project.streets.nodes.size());
      project.streets.nodes.push_back({osm_id, here, {}, c == 'X'});
      if (c != '+') world_.named[c] = here;
    } else if (c == 'h') {
      model::Home home;
      home.id = static_cast<std::int32_t>(project.homes.size() + 1);
      home.at = here;
      home.residents = {3 + 2 * home.id, 1 + home.id, home.id / 2};
      project.homes.push_back(home);
    } else if (c == 'o') {
      project.elements.push_back({model::PointKind::bench, here, {}, {}});
    } else if (c == 'S' || c == 'B') {
      model::Service service;
      service.id = static_cast<std::int32_t>(project.services.size() + 1);
      service.type = c == 'S' ? "G04" : "N03";
      service.at = here;
      project.services.push_back(service);
    }
  }

  static model::Tags tags_of(char c) {
    switch (c) {
      case '#':
        return {{"highway", "steps"}};
      case '~':
        return {{"highway", "path"}, {"surface", "grass"}};
      case '=':
        return {{"highway", "residential"}, {"surface", "sett"}};
      case ':':
        return {{"highway", "footway"}};
      // Ways are drawn eastwards and southwards.
      case '>':
      case 'v':
        return {{"highway", "steps"}, {"conveying", "forward"}};
      case '<':
      case '^':
        return {{"highway", "steps"}, {"conveying", "backward"}};
      default:
        return {{"highway", "residential"}};
    }
  }

  void read_way(int column, int row, int step_x, int step_y, std::string_view signs) {
    const char kind = sign(column + step_x, row + step_y);
    if (signs.find(kind) == std::string_view::npos) return;
    int x = column + step_x;
    int y = row + step_y;
    while (sign(x, y) == kind) {
      x += step_x;
      y += step_y;
    }
    if (!is_junction(sign(x, y))) return;
    auto& streets = world_.project.streets;
    const auto osm_id = static_cast<std::int64_t>(1 + streets.ways.size());
    streets.ways.push_back({osm_id, {index_.at({column, row}), index_.at({x, y})}, tags_of(kind)});
  }

  double cell_m_;
  std::vector<std::string> rows_;
  std::map<std::pair<int, int>, std::uint32_t> index_;
  AsciiWorld world_;
};

inline AsciiWorld draw(std::string_view drawing, double cell_m = 10) {
  return AsciiReader(drawing, cell_m).read();
}

}  // namespace nahraum::districts
