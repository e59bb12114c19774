/// Any bytes as an office's list of services.

#include "io/service_list.hpp"
#include "tests/fuzz/input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nahraum;
  const auto& catalogue = fuzz::catalogue();
  const auto file = fuzz::folder().write("input.csv", bytes, size);
  std::vector<model::ReportEntry> report;
  (void)io::read_service_list(file, catalogue, 25832, report);
  return 0;
}
