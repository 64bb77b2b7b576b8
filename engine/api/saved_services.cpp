// engine/saved/services.h and engine/rows/criteria.h for a host, which knows facts by their names.
#include "engine/api/saved_services.h"

#include <algorithm>

#include "engine/saved/services.h"

namespace hjemmel::api {

class SavedServices {
 public:
  explicit SavedServices(saved::SavedServices opened) : opened_(std::move(opened)) {}
  [[nodiscard]] saved::SavedServices const& opened() const { return opened_; }

 private:
  saved::SavedServices opened_;
};

class ServiceChecker::Run {
 public:
  Run(std::shared_ptr<SavedServices const> services, std::vector<rows::HostField> fields)
      : services_(std::move(services)), criteria_(services_->opened().tests(), std::move(fields)) {}

  [[nodiscard]] saved::SavedServices const& services() const { return services_->opened(); }
  [[nodiscard]] rows::Criteria& criteria() { return criteria_; }

 private:
  std::shared_ptr<SavedServices const> services_;
  rows::Criteria criteria_;
};

namespace {

FactKind kind_of(saved::ServiceFact const& fact, bool has_number) {
  if (!has_number) {
    return FactKind::unheld;
  }
  if (fact.domain == eval::Domain::boolean) {
    return FactKind::truth;
  }
  if (fact.domain == eval::Domain::enumeration) {
    return FactKind::choice;
  }
  return fact.calendar == eval::Calendar::date ? FactKind::day : FactKind::number;
}

CheckerResult wrong_use(std::string error) {
  CheckerResult result;
  result.failure = Failure::use;
  result.error = std::move(error);
  return result;
}

rows::Width width_of(NumberWidth width) {
  switch (width) {
    case NumberWidth::one_byte:
      return rows::Width::u8;
    case NumberWidth::two_bytes:
      return rows::Width::i16;
    case NumberWidth::four_bytes:
      return rows::Width::i32;
    case NumberWidth::eight_bytes:
      break;
  }
  return rows::Width::i64;
}

}  // namespace

SavedServicesResult open_services(std::string const& path) {
  SavedServicesResult result;
  auto opened = saved::open_services(path);
  if (!opened) {
    result.failure = Failure::world;
    result.error = opened.error().message;
    return result;
  }
  result.services = std::make_shared<SavedServices const>(*std::move(opened));
  return result;
}

SavedServicesInfo info(SavedServices const& services) {
  saved::SavedServices const& opened = services.opened();
  SavedServicesInfo result{opened.package(), opened.digest(), {}, opened.others()};
  for (std::size_t at = 0; at < opened.facts().size(); ++at) {
    saved::ServiceFact const& fact = opened.facts()[at];
    auto const& slot = opened.slot(at);
    columns::Slot const stored = slot.value_or(columns::Slot{});
    result.facts.push_back(
        {fact.name, kind_of(fact, slot.has_value()), stored.scale, stored.least, stored.most, fact.values});
  }
  return result;
}

std::size_t size(SavedServices const& services) { return services.opened().size(); }

std::string_view name(SavedServices const& services, std::size_t service) { return services.opened().name(service); }

std::size_t criteria(SavedServices const& services, std::size_t service) { return services.opened().criteria(service); }

std::string_view criterion(SavedServices const& services, std::size_t service, std::size_t at) {
  return services.opened().criterion(service, at);
}

CheckerResult make_checker(std::shared_ptr<SavedServices const> services, std::vector<FactField> const& fields) {
  saved::SavedServices const& opened = services->opened();
  std::vector<rows::HostField> places(opened.facts().size());
  for (FactField const& field : fields) {
    auto const found = std::find_if(opened.facts().begin(), opened.facts().end(),
                                    [&](saved::ServiceFact const& fact) { return fact.name == field.fact; });
    auto const at = static_cast<std::size_t>(found - opened.facts().begin());
    if (found == opened.facts().end()) {
      return wrong_use("`" + opened.package() + "` has no fact `" + field.fact + "`");
    }
    if (!opened.slot(at)) {
      return wrong_use("fact `" + field.fact + "` is no number, and no criterion of the saved services reads it");
    }
    if (places[at].place.offset != rows::kNone) {
      return wrong_use("fact `" + field.fact + "` is given twice");
    }
    places[at] = {{field.offset, field.open.value_or(rows::kNone)}, width_of(field.width)};
  }
  CheckerResult result;
  result.checker.emplace(std::make_unique<ServiceChecker::Run>(std::move(services), std::move(places)));
  return result;
}

ServiceChecker::ServiceChecker(std::unique_ptr<Run> run) : run_(std::move(run)) {}
ServiceChecker::ServiceChecker(ServiceChecker&& other) noexcept = default;
ServiceChecker& ServiceChecker::operator=(ServiceChecker&& other) noexcept = default;
ServiceChecker::~ServiceChecker() = default;

void ServiceChecker::check(void const* facts) { run_->criteria().check(facts); }

SavedState ServiceChecker::state(std::size_t service) const {
  if (failed(service) != 0) {
    return SavedState::refused;
  }
  if (open(service) != 0) {
    return SavedState::open;
  }
  return run_->services().is_of_right(service) ? SavedState::entitled : SavedState::may_be_given;
}

std::uint64_t ServiceChecker::failed(std::size_t service) const { return run_->criteria().failed(service); }

std::uint64_t ServiceChecker::open(std::size_t service) const { return run_->criteria().open(service); }

}  // namespace hjemmel::api
