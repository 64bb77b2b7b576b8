// What the border costs: functions of a plugin called through the host, beside the same functions linked in.
//
// `measure_plugins [OPTIONS OF GOOGLE BENCHMARK]` beside the folder test_plugins. The functions linked in are those of
// speed_functions.h, compiled by the same flags as the plugin's.
#include <filesystem>
#include <numeric>

#include <benchmark/benchmark.h>

#include "engine/host/plugin_loader.h"
#include "tests/plugin/speed_functions.h"

namespace hjemmel::host {
namespace {

constexpr std::int64_t kFirstDay = 18'000;
constexpr std::size_t kRows = 4096;

Jurisdiction const& plugin() {
  static auto const loaded = [] {
    auto const folder = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "test_plugins";
    return *load_jurisdiction(*read_plugin_file(folder.string(), "speed.so"), "sp", Trust::unlisted);
  }();
  return *loaded;
}

std::size_t place_of(std::string_view name) {
  auto const& functions = plugin().functions();
  std::size_t at = 0;
  while (functions[at].name != name) {
    ++at;
  }
  return at;
}

// The machine's own view of a value, in and out, around a function that is linked in.
template <auto function>
base::ForeignAnswer linked_in(std::span<base::ForeignValue const> arguments) {
  std::int64_t const number = function(jur::Date{arguments[0].number.coefficient()}).days;
  return {base::ForeignStatus::ok, {base::Decimal::of(number), {}}};
}

template <auto function>
void linked(benchmark::State& state) {
  std::int64_t day = kFirstDay;
  for (auto _ : state) {
    benchmark::DoNotOptimize(function(jur::Date{day}).days);
    day = day < kFirstDay + 3000 ? day + 1 : kFirstDay;
  }
}

template <auto function>
void linked_as_value(benchmark::State& state) {
  std::int64_t day = kFirstDay;
  for (auto _ : state) {
    std::array const arguments{base::ForeignValue{base::Decimal::of(day), {}}};
    auto const answer = linked_in<function>(arguments);
    benchmark::DoNotOptimize(&answer);
    day = day < kFirstDay + 3000 ? day + 1 : kFirstDay;
  }
}

void called(benchmark::State& state, std::string_view name) {
  std::size_t const place = place_of(name);
  base::Foreign const& foreign = plugin();
  base::ForeignScratch scratch;
  std::int64_t day = kFirstDay;
  for (auto _ : state) {
    std::array const arguments{base::ForeignValue{base::Decimal::of(day), {}}};
    auto const answer = foreign.call(place, arguments, scratch);
    benchmark::DoNotOptimize(&answer);
    day = day < kFirstDay + 3000 ? day + 1 : kFirstDay;
  }
}

std::vector<std::int64_t> days() {
  std::vector<std::int64_t> values(kRows);
  std::iota(values.begin(), values.end(), kFirstDay);
  return values;
}

template <auto function>
void linked_rows(benchmark::State& state) {
  auto const arguments = days();
  std::vector<std::int64_t> results(kRows);
  std::vector<std::int32_t> statuses(kRows);
  for (auto _ : state) {
    for (std::size_t row = 0; row < kRows; ++row) {
      results[row] = function(jur::Date{arguments[row]}).days;
      statuses[row] = JUR_OK;
    }
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kRows));
}

void called_rows(benchmark::State& state, std::string_view name) {
  std::size_t const place = place_of(name);
  auto const arguments = days();
  jur_column const column{JUR_DATE, 0, arguments.data(), nullptr, nullptr};
  BatchScratch scratch;
  for (auto _ : state) {
    auto const answer = plugin().call_batch(place, {&column, 1}, kRows, scratch);
    benchmark::DoNotOptimize(&answer);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kRows));
}

BENCHMARK(linked<next_day>)->Name("next_day/linked");
BENCHMARK(linked_as_value<next_day>)->Name("next_day/linked_as_value");
BENCHMARK_CAPTURE(called, next_day, "next_day")->Name("next_day/plugin");
BENCHMARK(linked_rows<next_day>)->Name("next_day/linked_rows");
BENCHMARK_CAPTURE(called_rows, next_day, "next_day")->Name("next_day/plugin_rows");
BENCHMARK(linked<next_working_day>)->Name("next_working_day/linked");
BENCHMARK(linked_as_value<next_working_day>)->Name("next_working_day/linked_as_value");
BENCHMARK_CAPTURE(called, next_working_day, "next_working_day")->Name("next_working_day/plugin");
BENCHMARK(linked_rows<next_working_day>)->Name("next_working_day/linked_rows");
BENCHMARK_CAPTURE(called_rows, next_working_day, "next_working_day")->Name("next_working_day/plugin_rows");

}  // namespace
}  // namespace hjemmel::host

BENCHMARK_MAIN();
