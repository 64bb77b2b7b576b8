// The package's properties, tried on its own cases and on cases that are made up.
#include <algorithm>

#include "engine/api/counterexample.h"
#include "engine/api/package_data.h"
#include "engine/package/cases.h"

namespace hjemmel::api {
namespace {

static_assert(kMaxRandomCases == analysis::kMostRandom);

// The package's own cases; those about the package with amendments are not about this one.
struct OwnCases {
  std::vector<std::string> names;
  std::vector<eval::Case> facts;
};

OwnCases own_cases(package::CaseFiles const& files) {
  OwnCases own;
  for (package::PackageCase const& one : files.cases) {
    if (!one.amended) {
      own.names.push_back(one.name);
      own.facts.push_back(one.facts);
    }
  }
  return own;
}

std::string where_from(analysis::Counterexample const& found, OwnCases const& own, std::uint64_t seed) {
  return found.own ? "the case `" + own.names[*found.own] + "`"
                   : "what was made up with the seed " + std::to_string(seed);
}

PropertyResult try_one(Package const& package, std::uint32_t index, OwnCases const& own,
                       PropertyOptions const& options) {
  package::LoadedPackage const& loaded = package.loaded();
  ir::Property const& property = loaded.program.properties[index];
  analysis::Tried const tried =
      analysis::try_property(loaded.program, loaded.plan, index, own.facts, {options.random, options.seed});
  source::SourceFile const& file = package.sources().file(property.span.file);
  PropertyResult result;
  result.name = property.name;
  result.path = file.path;
  result.line = source::locate(file.text, property.span.begin).line;
  result.fails = tried.counterexample.has_value();
  result.own_counted = tried.own.counted();
  result.own_tried = tried.own.tried();
  result.own_left_out = tried.own_incomplete;
  result.random_counted = tried.random.counted();
  result.random_tried = tried.random.tried();
  if (tried.counterexample) {
    ShownCase const shown{loaded.program, loaded.plan, property, *tried.counterexample,
                          where_from(*tried.counterexample, own, options.seed)};
    result.text = counterexample_text(shown);
    result.json = counterexample_json(shown);
  }
  return result;
}

void warn_if_never_met(ir::Property const& property, PropertyResult const& result, diag::Sink& sink) {
  if (result.fails || result.own_counted + result.random_counted > 0) {
    return;
  }
  sink.add(
      diag::Kind::property_never_met, property.span,
      "none of the cases that were tried says anything of `" + property.name + "`, so it is not known to hold",
      "write a case in which its `when` holds and the decisions that it names are decided, or make up more of them "
      "with `--random`");
}

PropertiesResult try_all(Package const& package, PropertyOptions const& options) {
  auto const& properties = package.loaded().program.properties;
  for (std::string const& name : options.names) {
    auto const named = [&](ir::Property const& property) { return property.name == name; };
    if (std::none_of(properties.begin(), properties.end(), named)) {
      return failed<PropertiesResult>(Failure::use, "`" + package.about().name + "` has no property `" + name + "`");
    }
  }
  if (options.random > kMaxRandomCases) {
    return failed<PropertiesResult>(Failure::use, "no more than 1,000,000 cases are made up for a property");
  }
  PropertiesResult result;
  if (properties.empty()) {
    return result;
  }
  source::Sources sources = package.sources();
  diag::Sink unread;  // run_cases tells of faults in case files
  auto const files = package::read_cases(package.loaded(), sources, unread, package::WhichCases::all);
  if (!files) {
    return failed<PropertiesResult>(Failure::world, files.error().message);
  }
  OwnCases const own = own_cases(*files);
  diag::Sink sink;
  for (std::uint32_t i = 0; i < properties.size(); ++i) {
    bool const asked = options.names.empty() ||
                       std::find(options.names.begin(), options.names.end(), properties[i].name) != options.names.end();
    if (asked) {
      result.properties.push_back(try_one(package, i, own, options));
      warn_if_never_met(properties[i], result.properties.back(), sink);
    }
  }
  result.findings = to_findings(sink, package.sources());
  return result;
}

}  // namespace

PropertiesResult try_properties(Package const& package, PropertyOptions const& options) {
  return guarded<PropertiesResult>([&] { return try_all(package, options); });
}

}  // namespace hjemmel::api
