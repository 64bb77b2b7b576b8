// report: the figures of one run as tables of ratios. Seconds differ from machine to machine, ratios much less.
//
// In: what Google Benchmark measured, by the names of tests/bench/stages.h. Out: the median of each benchmark's repetitions as
// a multiple of the hand-written function's, in processor time. What was not run is a dash.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

namespace hjemmel::bench {

class RatioReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(Context const& context) override;
  void ReportRuns(std::vector<Run> const& runs) override;
  // Writes the tables.
  void Finalize() override;

 private:
  void write_decisions(std::ostream& out) const;
  void write_workloads(std::ostream& out) const;
  void write_stages(std::ostream& out) const;
  // Nanoseconds, the median; not a number when it was not run.
  [[nodiscard]] double time(std::string const& name) const;

  // By benchmark, one a repetition.
  std::map<std::string, std::vector<double>> nanoseconds_;
  std::map<std::string, std::vector<double>> bytes_per_second_;
};

}  // namespace hjemmel::bench
