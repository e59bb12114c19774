// The attribute table at a million homes: what a frame costs while it scrolls, and while jobs sort
// and filter. Without a window: what is drawn goes nowhere.

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "tests/bench/floor.hpp"
#include "ui/table_panel.hpp"

using namespace nahraum;

namespace {

constexpr int frames = 240;

model::Snapshot project_of(int homes) {
  auto project = std::make_shared<model::Project>();
  project->info.title = "Million";
  for (int i = 0; i < homes; ++i) {
    auto& home = project->homes.emplace_back();
    home.id = i + 1;
    home.at = {500000.0 + i % 1000 * 3, 5600000.0 + i / 1000 * 7};
    home.residents.all = i * 37 % 61;
    home.dwellings = i * 7 % 13;
    home.floors = i % 9;
    home.in_district = i % 3 > 0;
    home.address =
        fmt::format("{}straße {}", i * 31 % 2903 % 2 ? "Linden" : "Am Bach", i * 7 % 997);
  }
  return project;
}

/// A table of so many homes in a frame of 1100 × 340, as below a map of 1920 × 1080.
class Table {
 public:
  explicit Table(int homes) {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {1200, 800};
    fonts_ = ui::load_fonts({}, 1);
    ui::apply_theme(theme_, 1);
    unsigned char* pixels = nullptr;
    int columns = 0, rows = 0;
    ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &columns, &rows);
    state_.project = project_of(homes);
    panel_.toggle();
    settle();
    click("Residential buildings");
    settle();
    mouse_over_rows();
  }
  ~Table() { ImGui::DestroyContext(); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  /// Its time, seconds. `most_cpu_s()` has the most that one took without waiting for a core.
  double frame() {
    const double begun = cpu_s();
    const double seconds = draw();
    most_cpu_s_ = std::max(most_cpu_s_, cpu_s() - begun);
    return seconds;
  }
  void forget_most() { most_cpu_s_ = 0; }
  double most_cpu_s() const { return most_cpu_s_; }
  double draw() {
    return bench::seconds_of([this] {
      jobs_.deliver();
      ImGui::GetIO().DeltaTime = 1 / 60.f;
      ImGui::NewFrame();
      registry_.clear();
      actions_.clear();
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize({1100, 340});
      ImGui::Begin("table", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
      panel_.show(ui::Kit{theme_, fonts_, 1, registry_, actions_}, state_, catalogue_, jobs_,
                  memory_);
      benchmark::DoNotOptimize(panel_.marked().places.size());
      ImGui::End();
      ImGui::Render();
    });
  }
  /// Frames until no job runs; the longest of them.
  std::size_t marked() { return panel_.marked().places.size(); }
  double settle() {
    double most = frame();
    do {
      // As the window, which waits for the screen between two frames.
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      most = std::max(most, frame());
    } while (!jobs_.idle());
    return std::max(most, frame());
  }
  double click(const std::string& label) {
    frame();
    const auto at = registry_.middle(label);
    if (!at) return 0;
    ImGui::GetIO().MousePos = *at;
    double most = frame();
    for (const bool down : {true, false}) {
      ImGui::GetIO().MouseDown[0] = down;
      most = std::max(most, frame());
    }
    return most;
  }
  /// The lowest that is drawn.
  std::string last_row() const {
    std::string last;
    for (const auto& [label, rect] : registry_.all()) {
      if (label.rfind("row ", 0) == 0 && (label.size() > last.size() || label > last)) last = label;
    }
    return last;
  }
  void mouse_over_rows() { ImGui::GetIO().MousePos = {500, 250}; }
  std::vector<double> scrolling() {
    mouse_over_rows();
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
      ImGui::GetIO().MouseWheel = i < frames / 2 ? -5.f : -400.f;
      times.push_back(frame() * 1000);
    }
    std::sort(times.begin(), times.end());
    return times;
  }

 private:
  /// Of this thread.
  static double cpu_s() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
  }

  double most_cpu_s_ = 0;
  ui::Theme theme_;
  ui::Fonts fonts_;
  ui::Registry registry_;
  std::vector<app::Action> actions_;
  app::State state_;
  std::shared_ptr<const model::Catalogue> catalogue_ = std::make_shared<const model::Catalogue>();
  ui::PanelMemory memory_;
  ui::TablePanel panel_;
  jobs::Queue jobs_;
};

/// Floor: the same with a thousand rows. `ratio` is of medians.
void table_scrolling(benchmark::State& state) {
  const auto of = [](int homes) { return Table(homes).scrolling(); };
  for (auto _ : state) {
    const auto floor = of(1000), times = of(1'000'000);
    state.SetIterationTime(times[frames / 2] / 1000);
    state.counters["floor_ms"] = floor[frames / 2];
    state.counters["p95_ms"] = times[frames * 95 / 100];
    state.counters["most_ms"] = times.back();
    state.counters["ratio"] = times[frames / 2] / floor[frames / 2];
  }
}

/// Until the rows stand in their new order; `most_ms`: the longest frame until then.
template <class Ask>
void until_settled(benchmark::State& state, const Ask& ask) {
  Table table(1'000'000);
  for (auto _ : state) {
    double most = 0;
    table.forget_most();
    state.SetIterationTime(bench::seconds_of([&] {
      most = ask(table);
      most = std::max(most, table.settle());
    }));
    state.counters["most_ms"] = most * 1000;
    state.counters["most_cpu_ms"] = table.most_cpu_s() * 1000;
  }
  state.counters["chosen"] = static_cast<double>(table.marked());
}

void table_sorting_numbers(benchmark::State& state) {
  until_settled(state, [](Table& table) { return table.click("column Residents"); });
}
void table_sorting_texts(benchmark::State& state) {
  until_settled(state, [](Table& table) {
    table.click("column Residents");
    table.settle();
    return table.click("column Address");
  });
}
/// Six letters, one in each frame.
void table_filtering(benchmark::State& state) {
  until_settled(state, [](Table& table) {
    double most = table.click("Table filter");
    for (const char letter : std::string("linden")) {
      ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(letter));
      most = std::max(most, table.frame());
    }
    return most;
  });
}
/// From the first row to one far below.
void table_choosing_all(benchmark::State& state) {
  until_settled(state, [](Table& table) {
    double most = table.click("row 1");
    table.mouse_over_rows();
    ImGui::GetIO().MouseWheel = -1e6f;
    for (int i = 0; i < 3; ++i)
      most = std::max(most, table.frame());
    ImGui::GetIO().KeyMods = ImGuiKeyModFlags_Shift;
    ImGui::GetIO().KeyShift = true;
    most = std::max(most, table.click(table.last_row()));
    ImGui::GetIO().KeyMods = 0;
    ImGui::GetIO().KeyShift = false;
    return most;
  });
}

}  // namespace

BENCHMARK(table_scrolling)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(table_sorting_numbers)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(table_sorting_texts)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(table_filtering)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(table_choosing_all)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
