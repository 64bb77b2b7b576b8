// Keys are compared by path; values are not looked at: they are read with each package.
#include "engine/facts/split.h"

#include <algorithm>
#include <set>

#include "engine/base/nearest_name.h"
#include "engine/facts/reading.h"

namespace hjemmel::facts {
namespace {

using document::Node;
using document::NodeKind;

using Paths = std::set<std::string, std::less<>>;  // `case`, `case.act_date`

Paths paths_of(ir::Program const& program) {
  Paths paths;
  for (ir::Fact const& fact : program.facts) {
    paths.insert(fact.info.name);
    paths.insert(fact.info.name.substr(0, fact.info.name.find('.')));
  }
  return paths;
}

void report_key(document::Entry const& entry, std::string const& path, std::vector<Paths> const& known,
                diag::Sink& sink) {
  std::vector<std::string> candidates;
  for (Paths const& paths : known) {
    candidates.insert(candidates.end(), paths.begin(), paths.end());
  }
  std::string const nearest = base::nearest_name(path, candidates);
  sink.add(diag::Kind::fact_unknown_key, entry.key_span, quote(path) + " is not a fact of any of these packages",
           nearest.empty() ? "take it out, or name the package that asks for it" : "did you mean `" + nearest + "`?");
}

class Splitter {
 public:
  Splitter(std::span<ir::Program const* const> programs, diag::Sink& sink) : sink_(sink) {
    for (ir::Program const* const program : programs) {
      known_.push_back(paths_of(*program));
    }
  }

  std::vector<Node> run(Node const& root) {
    Node bare = root;
    bare.entries.clear();
    std::vector<Node> parts(known_.size(), bare);
    for (document::Entry const& entry : root.entries) {
      if (!is_known(entry.key)) {
        report_key(entry, entry.key, known_, sink_);
      } else if (entry.value.kind == NodeKind::mapping && is_group(entry.key)) {
        add_group(entry, parts);
      } else {
        add(entry, entry.key, parts);
      }
    }
    return parts;
  }

 private:
  bool is_known(std::string_view path) const {
    return std::any_of(known_.begin(), known_.end(), [&](Paths const& paths) { return paths.contains(path); });
  }

  bool is_group(std::string const& key) const {
    std::string const prefix = key + ".";
    return std::any_of(known_.begin(), known_.end(), [&](Paths const& paths) {
      auto const at = paths.lower_bound(prefix);
      return at != paths.end() && at->starts_with(prefix);
    });
  }

  void add(document::Entry const& entry, std::string_view path, std::vector<Node>& parts) const {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (known_[i].contains(path)) {
        parts[i].entries.push_back(entry);
      }
    }
  }

  void add_group(document::Entry const& group, std::vector<Node>& parts) {
    document::Entry bare = group;
    bare.value.entries.clear();
    std::vector<document::Entry> groups(known_.size(), bare);
    for (document::Entry const& entry : group.value.entries) {
      std::string const path = group.key + "." + entry.key;
      if (!is_known(path)) {
        report_key(entry, path, known_, sink_);
      }
      for (std::size_t i = 0; i < groups.size(); ++i) {
        if (known_[i].contains(path)) {
          groups[i].value.entries.push_back(entry);
        }
      }
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (known_[i].contains(group.key)) {
        parts[i].entries.push_back(std::move(groups[i]));
      }
    }
  }

  diag::Sink& sink_;
  std::vector<Paths> known_;
};

}  // namespace

std::vector<Node> split_by_schema(Node const& root, std::span<ir::Program const* const> programs, diag::Sink& sink) {
  if (root.kind != NodeKind::mapping) {
    return std::vector<Node>(programs.size(), root);  // the readers say what is wrong with it
  }
  return Splitter(programs, sink).run(root);
}

}  // namespace hjemmel::facts
