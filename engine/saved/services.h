// The services of a saved package, ready at once: a host asks which a person is entitled to, with every criterion that is not met,
// before anything else of the package has been read.
//
// In: the path of a `.hjc`. Out: the services whose state follows from criteria that are held against the numbers of facts, which is
// most of them; the others' names. Missing here are services that are offered in some places or at some times only, and all of a
// package that is itself in force for a time or follows two laws. What is told is what the machine finds, where no criterion is
// open; where one is, and none fails, the package says what is possible, as it says why and by which law (restore_file: its
// digest is the same). It is read and not mapped: a file that is changed or cut short after its digest was proven shall not
// matter any more. Tested in tests/unit/saved/services_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/eval/plan.h"
#include "engine/rows/criteria.h"

namespace hjemmel::saved {

struct ServiceFact {
  std::string name;
  eval::Domain domain = eval::Domain::boolean;
  eval::Calendar calendar = eval::Calendar::none;
  std::vector<std::string> values;  // of an enumeration, by ordinal
};

// Where the parts lie.
struct ServicesView {
  std::string package;
  std::vector<ServiceFact> facts;
  std::vector<std::string> others;
  std::unique_ptr<rows::ComputedTruths> computed;
  rows::CriteriaView criteria;
  std::span<std::uint32_t const> service_names;
  std::span<std::uint32_t const> criterion_names;  // by test
  std::span<std::uint32_t const> name_ends;
  std::span<std::uint8_t const> of_right;
  std::string_view letters;
};

class SavedServices {
 public:
  SavedServices(std::unique_ptr<char[]> bytes, std::string digest, ServicesView view)
      : bytes_(std::move(bytes)), digest_(std::move(digest)), view_(std::move(view)) {}

  [[nodiscard]] std::string const& package() const { return view_.package; }
  [[nodiscard]] std::string const& digest() const { return digest_; }  // the package's, `sha256:…`
  [[nodiscard]] std::vector<ServiceFact> const& facts() const { return view_.facts; }
  // How a fact's number is stored, but for its width; none where it has none.
  [[nodiscard]] std::optional<columns::Slot> const& slot(std::size_t fact) const {
    return view_.computed->kernel.slots.scalars[fact];
  }
  [[nodiscard]] std::vector<std::string> const& others() const { return view_.others; }

  [[nodiscard]] std::size_t size() const { return view_.service_names.size(); }
  [[nodiscard]] std::string_view name(std::size_t service) const { return word(view_.service_names[service]); }
  [[nodiscard]] bool is_of_right(std::size_t service) const { return view_.of_right[service] != 0; }
  [[nodiscard]] std::size_t criteria(std::size_t service) const {
    return view_.criteria.ends[service] - first_test(service);
  }
  [[nodiscard]] std::string_view criterion(std::size_t service, std::size_t at) const {
    return word(view_.criterion_names[first_test(service) + at]);
  }

  // For rows::Criteria; this outlives it.
  [[nodiscard]] rows::CriteriaView const& tests() const { return view_.criteria; }

 private:
  [[nodiscard]] std::size_t first_test(std::size_t service) const {
    return service == 0 ? 0 : view_.criteria.ends[service - 1];
  }
  [[nodiscard]] std::string_view word(std::uint32_t name) const {
    std::uint32_t const begin = name == 0 ? 0 : view_.name_ends[name - 1];
    return view_.letters.substr(begin, view_.name_ends[name] - begin);
  }

  std::unique_ptr<char[]> bytes_;
  std::string digest_;
  ServicesView view_;
};

// Only the head of the file and its services are read, and proven by their own digest.
[[nodiscard]] base::Result<SavedServices> open_services(std::string const& path);

}  // namespace hjemmel::saved
