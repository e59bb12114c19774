/// Any bytes as one of the catalogue's files; the first byte says which. The others are ours.

#include <array>

#include "tests/fuzz/input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nahraum;
  namespace fs = std::filesystem;
  constexpr std::array names = {"services.yaml", "profiles.yaml", "people.yaml", "standards.yaml",
                                "capacity.yaml", "rests.yaml",    "funding.yaml"};
  if (size == 0) return 0;
  const auto folder = fuzz::folder().path() / "catalogue";
  const auto ours = base::share_dir() / "catalogue";
  static const bool copied = (fs::copy(ours, folder, fs::copy_options::recursive), true);
  if (!copied) return 0;
  const char* name = names[bytes[0] % names.size()];
  fuzz::folder().write((std::string("catalogue/") + name).c_str(), bytes + 1, size - 1);
  (void)io::read_catalogue(folder);
  fs::copy_file(ours / name, folder / name, fs::copy_options::overwrite_existing);
  return 0;
}
