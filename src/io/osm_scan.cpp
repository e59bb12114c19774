#include "io/osm_scan.hpp"

#include <algorithm>

#include <osmium/osm/node.hpp>
#include <osmium/osm/timestamp.hpp>
#include <osmium/osm/way.hpp>

#include "io/osm_tags.hpp"

namespace nahraum::io {
namespace {

bool is_area_relation(const osmium::Relation& relation) {
  const auto type = value_of(relation.tags(), "type");
  return type == "multipolygon" || type == "boundary";
}

/// What one read collects before it is put in order.
struct Collected {
  OsmScan scan;
  std::vector<std::int64_t> way_ids;
  std::vector<std::int64_t> deleted;                            // ways, in file order
  std::vector<std::pair<std::int64_t, std::size_t>> relations;  // id, offset; deleted: offset npos
  osmium::Timestamp newest;

  void add(const osmium::Node& node, Report& report) {
    ++scan.node_count;
    const auto at = node.location();
    if (!node.visible()) {
      report.count("info", "deleted_object", "n" + std::to_string(node.id()));
      return scan.nodes.add(node.id(), osmium::Location{}, true);
    }
    if (!at.valid()) report.count("loss", "invalid_coordinates", "n" + std::to_string(node.id()));
    scan.nodes.add(node.id(), at.valid() ? at : osmium::Location{}, !node.tags().empty());
  }

  void add(const osmium::Way& way, Report& report) {
    ++scan.way_count;
    way_ids.push_back(way.id());
    if (way.visible()) return;
    report.count("info", "deleted_object", "w" + std::to_string(way.id()));
    deleted.push_back(way.id());
  }

  void add(const osmium::Relation& relation, Report& report) {
    ++scan.relation_count;
    if (!relation.visible()) {
      report.count("info", "deleted_object", "r" + std::to_string(relation.id()));
      relations.emplace_back(relation.id(), std::string::npos);
      return;
    }
    for (const auto& member : relation.members()) {
      if (member.type() == osmium::item_type::way) scan.all_relation_ways.insert(member.ref());
    }
    if (!is_area_relation(relation)) return;
    relations.emplace_back(relation.id(), scan.relations.committed());
    scan.relations.push_back(relation);
  }

  template <class Object>
  void add_all(const osmium::memory::Buffer& buffer, Report& report) {
    for (const auto& object : buffer.select<Object>()) {
      add(object, report);
      newest = std::max(newest, object.timestamp());
    }
  }

  void add(const osmium::memory::Buffer& buffer, Report& report) {
    add_all<osmium::Node>(buffer, report);
    add_all<osmium::Way>(buffer, report);
    add_all<osmium::Relation>(buffer, report);
  }
};

std::unordered_map<std::int64_t, int> repeats(std::vector<std::int64_t> ids) {
  std::unordered_map<std::int64_t, int> more;
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (ids[i] == ids[i - 1]) ++more[ids[i]];
  }
  return more;
}

void report_doubled(const std::unordered_map<std::int64_t, int>& doubled, char kind,
                    Report& report) {
  std::vector<std::pair<std::int64_t, int>> sorted(doubled.begin(), doubled.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [id, times] : sorted) {
    report.count("loss", "duplicate_object", kind + std::to_string(id), times);
  }
}

void order_relations(Collected& all, Report& report) {
  auto& list = all.relations;
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i + 1 < list.size() && list[i + 1].first == list[i].first) {
      report.count("loss", "duplicate_object", "r" + std::to_string(list[i].first));
    } else if (list[i].second != std::string::npos) {
      all.scan.relation_offsets.push_back(list[i].second);
    }
  }
  for (std::size_t i = 0; i < all.scan.relation_offsets.size(); ++i) {
    for (const auto& member : all.scan.relation(i).members()) {
      if (member.type() == osmium::item_type::way) all.scan.relation_ways.insert(member.ref());
    }
  }
}

/// Extracts hold whole ways and relations that reach far outside, so without a header's box the
/// outermost nodes say little: 0.5 % on each side are left out where that shrinks the box a lot.
osmium::Box box_of_nodes(const NodeTable& nodes) {
  std::vector<std::int32_t> xs, ys;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const auto at = nodes.at(i);
    if (!at.valid()) continue;
    xs.push_back(at.x());
    ys.push_back(at.y());
  }
  if (xs.empty()) return {};
  std::sort(xs.begin(), xs.end());
  std::sort(ys.begin(), ys.end());
  const std::size_t cut = xs.size() / 200, last = xs.size() - 1;
  const double whole = (double(xs[last]) - xs[0]) * (double(ys[last]) - ys[0]);
  const double inner = (double(xs[last - cut]) - xs[cut]) * (double(ys[last - cut]) - ys[cut]);
  const std::size_t k = whole > 1.5 * inner ? cut : 0;
  return {osmium::Location(xs[k], ys[k]), osmium::Location(xs[last - k], ys[last - k])};
}

std::string date_of(const osmium::io::Header& header, osmium::Timestamp newest) {
  for (const auto* key : {"osmosis_replication_timestamp", "timestamp", "xml_josm_upload"}) {
    const std::string value = header.get(key);
    if (value.size() >= 10 && value[4] == '-') return value.substr(0, 10);
  }
  // Dates before the project began mean that the file carries none.
  return newest > osmium::Timestamp("2004-08-09T00:00:00Z") ? newest.to_iso().substr(0, 10) : "";
}

void choose_box(OsmScan& scan) {
  const osmium::Box header = scan.end.header.box();
  scan.box_from_header = header.valid() && header.size() > 0;
  scan.box = scan.box_from_header ? header : box_of_nodes(scan.nodes);
}

}  // namespace

void NodeTable::add(std::int64_t id, osmium::Location at, bool tagged) {
  if (!entries_.empty() && entries_.back().id >= id) sorted_ = false;
  entries_.push_back({id, at.x(), at.y()});
  used_.push_back(tagged);
}

std::vector<std::int64_t> NodeTable::finish() {
  if (sorted_) return {};
  std::vector<std::uint32_t> order(entries_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return entries_[a].id < entries_[b].id;
  });
  std::vector<Entry> entries;
  std::vector<bool> used;
  std::vector<std::int64_t> doubled;
  for (const std::uint32_t i : order) {
    if (!entries.empty() && entries.back().id == entries_[i].id) {
      doubled.push_back(entries_[i].id);
      entries.back() = entries_[i];
      used.back() = used_[i];
    } else {
      entries.push_back(entries_[i]);
      used.push_back(used_[i]);
    }
  }
  entries_ = std::move(entries);
  used_ = std::move(used);
  sorted_ = true;
  return doubled;
}

std::uint32_t NodeTable::find(std::int64_t id, std::uint32_t near) const {
  // Doubling steps away from `near` until the id lies between `low` and `high`.
  std::size_t low = std::min<std::size_t>(near, entries_.size());
  std::size_t high = low;
  for (std::size_t step = 1; low > 0 && entries_[low - 1].id >= id; step *= 2) {
    high = low - 1;
    low -= std::min(step, low);
  }
  for (std::size_t step = 1; high < entries_.size() && entries_[high].id < id; step *= 2) {
    low = high + 1;
    high = std::min(high + step, entries_.size());
  }
  const auto first = entries_.begin();
  const auto at = std::lower_bound(
      first + static_cast<std::ptrdiff_t>(low), first + static_cast<std::ptrdiff_t>(high), id,
      [](const Entry& entry, std::int64_t wanted) { return entry.id < wanted; });
  if (at == entries_.end() || at->id != id) return none;
  const auto index = static_cast<std::uint32_t>(at - first);
  return this->at(index).valid() ? index : none;
}

std::size_t NodeTable::orphans() const {
  return static_cast<std::size_t>(std::count(used_.begin(), used_.end(), false));
}

OsmScan scan_osm(const OsmFile& file, Report& report, jobs::Context& context) {
  Collected all;
  all.scan.end = read_osm(file, osmium::osm_entity_bits::object, context,
                          [&](osmium::memory::Buffer& buffer) { all.add(buffer, report); });
  for (const std::int64_t id : all.scan.nodes.finish())
    ++all.scan.doubled_nodes[id];
  all.scan.doubled_ways = repeats(std::move(all.way_ids));
  all.scan.deleted_ways.insert(all.deleted.begin(), all.deleted.end());
  report_doubled(all.scan.doubled_nodes, 'n', report);
  report_doubled(all.scan.doubled_ways, 'w', report);
  order_relations(all, report);
  all.scan.data_date = date_of(all.scan.end.header, all.newest);
  choose_box(all.scan);
  return std::move(all.scan);
}

}  // namespace nahraum::io
