// Medians and columns. Floating point is at home here: these are measurements, and no decision reads them.
#include "tests/bench/report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <limits>
#include <ostream>
#include <sstream>

#include "tests/bench/timed_cases.h"

namespace hjemmel::bench {
namespace {

constexpr int kTitleWidth = 38;
constexpr int kColumnWidth = 12;
constexpr double kNotRun = std::numeric_limits<double>::quiet_NaN();
constexpr std::array kWays = {"by_hand", "engine", "trace", "yaml", "json"};

#ifdef __clang__
constexpr char kCompiler[] = __VERSION__;
#else
constexpr char kCompiler[] = "g++ " __VERSION__;
#endif

struct Stage {
  char const* name;
  char const* title;
};
constexpr std::array kStages = {
    Stage{"parse/package", "parse the package's rules"}, Stage{"parse/many_rules", "parse 1,000 rules"},
    Stage{"check/package", "check the package's rules"}, Stage{"check/many_rules", "check 1,000 rules"},
    Stage{"lower/package", "lower the package's rules"}, Stage{"lower/many_rules", "lower 1,000 rules"}};

// Three digits that matter, as the figures are not better than that: `1.97`, `41.3`, `853`, `120,000`.
std::string ratio(double value) {
  if (!std::isfinite(value)) {
    return "-";
  }
  double const digits = value > 0 ? std::floor(std::log10(value)) : 0;
  double const step = std::pow(10.0, digits - 2);
  std::ostringstream text;
  text << std::fixed << std::setprecision(std::clamp(2 - static_cast<int>(digits), 0, 2))
       << std::round(value / step) * step;
  std::string written = text.str();
  for (std::size_t at = std::min(written.find('.'), written.size()); at > 3; at -= 3) {
    written.insert(at - 3, ",");
  }
  return written;
}

// Of what was measured under that name.
double median(std::map<std::string, std::vector<double>> const& measured, std::string const& name) {
  auto const found = measured.find(name);
  if (found == measured.end()) {
    return kNotRun;
  }
  std::vector<double> values = found->second;
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void write_row(std::ostream& out, std::string const& title, std::vector<std::string> const& cells) {
  out << std::left << std::setw(kTitleWidth) << title << std::right;
  for (std::string const& cell : cells) {
    out << std::setw(kColumnWidth) << cell;
  }
  out << "\n";
}

}  // namespace

bool RatioReporter::ReportContext(Context const& context) {
  GetOutputStream() << context.cpu_info.num_cpus << " cores, " << kCompiler << "\n";
  return true;
}

void RatioReporter::ReportRuns(std::vector<Run> const& runs) {
  for (Run const& run : runs) {
    if (run.run_type == Run::RT_Iteration && !run.error_occurred) {
      std::string const name = run.run_name.function_name;
      nanoseconds_[name].push_back(run.GetAdjustedCPUTime());
      if (auto const bytes = run.counters.find("bytes_per_second"); bytes != run.counters.end()) {
        bytes_per_second_[name].push_back(bytes->second.value);
      }
    }
  }
}

double RatioReporter::time(std::string const& name) const { return median(nanoseconds_, name); }

void RatioReporter::write_decisions(std::ostream& out) const {
  out << "\nOne decision, as a multiple of the hand-written function that decides the same case:\n\n";
  write_row(out, "", {"by hand", "engine", "with trace", "YAML facts", "JSON facts", "trace/none", "flip/none"});
  for (TimedCase const& timed : timed_cases()) {
    std::string const name = "decide/" + timed.name + "/";
    std::vector<std::string> cells;
    for (char const* way : kWays) {
      cells.push_back(ratio(time(name + way) / time(name + "by_hand")));
    }
    cells.push_back(ratio(time(name + "trace") / time(name + "engine")));
    cells.push_back(ratio(time(name + "flip") / time(name + "engine")));
    write_row(out, timed.title, cells);
  }
}

void RatioReporter::write_workloads(std::ostream& out) const {
  out << "\nThe workloads, one case at a time, as a multiple of the hand-written function:\n\n";
  write_row(out, "", {"by hand", "engine", "with trace", "trace/none"});
  for (char const* const name : {"reaction", "eligibility"}) {
    double const by_hand = time(std::string(name) + "/by_hand");
    double const engine = time(std::string(name) + "/engine");
    double const trace = time(std::string(name) + "/trace");
    write_row(out, name,
              {ratio(by_hand / by_hand), ratio(engine / by_hand), ratio(trace / by_hand), ratio(trace / engine)});
  }
}

void RatioReporter::write_stages(std::ostream& out) const {
  std::string const unit = "decide/" + timed_cases().front().name + "/";
  out << "\nFrom rules to a plan, as a multiple of one decision (the first above), by hand and by the engine:\n\n";
  write_row(out, "", {"by hand", "engine", "MB/s"});
  for (Stage const& stage : kStages) {
    double const taken = time(stage.name);
    write_row(out, stage.title,
              {ratio(taken / time(unit + "by_hand")), ratio(taken / time(unit + "engine")),
               ratio(median(bytes_per_second_, stage.name) / 1e6)});
  }
}

void RatioReporter::Finalize() {
  write_decisions(GetOutputStream());
  write_workloads(GetOutputStream());
  write_stages(GetOutputStream());
}

}  // namespace hjemmel::bench
