#include "tests/bench/raw_read.hpp"

#include <benchmark/benchmark.h>
#include <osmium/io/any_input.hpp>

namespace nahraum::bench {

void read_raw(const std::filesystem::path& file) {
  osmium::io::Reader reader(file.string());
  std::size_t objects = 0;
  while (const osmium::memory::Buffer buffer = reader.read()) {
    for (const auto& object : buffer.select<osmium::OSMObject>()) {
      objects += static_cast<std::size_t>(object.id() & 1);
    }
  }
  benchmark::DoNotOptimize(objects);
  reader.close();
}

}  // namespace nahraum::bench
