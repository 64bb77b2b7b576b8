// Writes the services of a package flat, and finds in such bytes where everything lies.
#include "engine/saved/services_part.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <unordered_map>

#include "engine/base/check.h"
#include "engine/columns/build.h"
#include "engine/saved/codec.h"

namespace hjemmel::saved {
namespace {

static_assert(std::endian::native == std::endian::little, "a saved file's numbers have the lowest byte first");
static_assert(sizeof(rows::CriterionTest) == 24 && std::has_unique_object_representations_v<rows::CriterionTest>);

template <class T>
void append(std::string& bytes, std::span<T const> list) {
  static_assert(std::has_unique_object_representations_v<T>);
  bytes.append(reinterpret_cast<char const*>(list.data()), list.size_bytes());  // NOLINT(*-reinterpret-cast)
}

// Each name once.
class Words {
 public:
  std::uint32_t place(std::string_view word) {
    auto const [found, is_new] = places_.emplace(word, static_cast<std::uint32_t>(ends_.size()));
    if (is_new) {
      letters_ += word;
      ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    }
    return found->second;
  }
  [[nodiscard]] std::span<std::uint32_t const> ends() const { return ends_; }
  [[nodiscard]] std::string const& letters() const { return letters_; }

 private:
  std::unordered_map<std::string_view, std::uint32_t> places_;  // of the plan
  std::vector<std::uint32_t> ends_;
  std::string letters_;
};

// Those whose state hangs on nothing but their criteria.
std::vector<std::uint32_t> ready_services(eval::Plan const& plan) {
  std::vector<std::uint32_t> services;
  for (std::uint32_t at = 0; at < plan.services.size() && !plan.in_force && !plan.milder; ++at) {
    if (!plan.services[at].offered && !plan.services[at].in_force) {
      services.push_back(at);
    }
  }
  return services;
}

ServicesDirectory directory_of(package::LoadedPackage const& package, rows::CriteriaTable table) {
  ServicesDirectory directory;
  directory.package = package.program.name;
  for (eval::FactPlan const& fact : package.plan.facts) {
    bool const named = fact.domain == eval::Domain::enumeration;
    directory.facts.push_back({fact.name, fact.domain, fact.calendar,
                               named ? package.plan.enums[fact.enumeration].values : std::vector<std::string>()});
  }
  directory.slots = std::move(table.computed.kernel.slots.scalars);
  directory.nodes = std::move(table.computed.kernel.nodes);
  directory.sets = std::move(table.computed.kernel.sets);
  directory.roots = std::move(table.computed.roots);
  for (std::uint32_t at = 0; at < package.plan.services.size(); ++at) {
    if (!std::binary_search(table.services.begin(), table.services.end(), at)) {
      directory.others.emplace_back(package.plan.of(package.plan.services[at].name));
    }
  }
  return directory;
}

// Takes arrays from the front of bytes.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  std::span<T const> take(std::size_t count) {
    if (count > bytes_.size() / sizeof(T)) {
      failed_ = true;
      return {};
    }
    auto const* const first = reinterpret_cast<T const*>(bytes_.data());  // NOLINT(*-reinterpret-cast): see the header
    bytes_.remove_prefix(count * sizeof(T));
    return {first, count};
  }
  [[nodiscard]] bool are_all_taken() const { return !failed_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

std::string_view text_of(std::span<char const> letters) { return {letters.data(), letters.size()}; }

bool are_below(std::span<std::uint32_t const> list, std::size_t limit) {
  return std::all_of(list.begin(), list.end(), [limit](std::uint32_t one) { return one < limit; });
}

bool names_are_sound(ServicesView const& view) {
  std::span<std::uint32_t const> const ends = view.name_ends;
  return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() || ends.back() == view.letters.size()) &&
         are_below(view.service_names, ends.size()) && are_below(view.criterion_names, ends.size());
}

bool read_directory(std::string_view bytes, ServicesView& view) {
  In in(bytes);
  ServicesDirectory directory;
  get(in, {}, directory);
  view.package = std::move(directory.package);
  view.facts = std::move(directory.facts);
  view.others = std::move(directory.others);
  view.computed = std::make_unique<rows::ComputedTruths>();
  view.computed->kernel.slots.scalars = std::move(directory.slots);
  view.computed->kernel.nodes = std::move(directory.nodes);
  view.computed->kernel.sets = std::move(directory.sets);
  view.computed->roots = std::move(directory.roots);
  return !in.has_failed() && in.left() == 0 && view.computed->kernel.slots.scalars.size() == view.facts.size();
}

}  // namespace

std::string services_part(package::LoadedPackage const& package) {
  eval::Plan const& plan = package.plan;
  rows::CriteriaTable table = rows::criteria_of(columns::build(plan), ready_services(plan));
  Words words;
  std::vector<std::uint32_t> service_names;
  std::vector<std::uint32_t> criterion_names;
  std::vector<std::uint8_t> of_right;
  for (std::uint32_t const service : table.services) {
    service_names.push_back(words.place(plan.of(plan.services[service].name)));
    of_right.push_back(package.program.services[service].as_of_right ? 1 : 0);
    for (eval::CriterionPlan const& criterion : plan.of(plan.services[service].criteria)) {
      criterion_names.push_back(words.place(plan.of(criterion.name)));
    }
  }
  std::vector<rows::CriterionTest> const tests = std::move(table.tests);
  std::vector<std::uint32_t> const ends = std::move(table.ends);
  Out directory;
  put(directory, {}, directory_of(package, std::move(table)));
  std::string const directory_bytes = directory.take();
  auto const count = [](auto const& list) { return static_cast<std::uint32_t>(list.size()); };
  ServicesCounts const counts{
      count(tests), count(ends), count(words.ends()), count(words.letters()), count(directory_bytes), 0};
  std::string bytes;
  append(bytes, std::span(&counts, 1));
  append(bytes, std::span(tests));
  for (std::span<std::uint32_t const> const list :
       {std::span<std::uint32_t const>(ends), std::span<std::uint32_t const>(service_names),
        std::span<std::uint32_t const>(criterion_names), words.ends()}) {
    append(bytes, list);
  }
  append(bytes, std::span<std::uint8_t const>(of_right));
  return bytes + words.letters() + directory_bytes;
}

std::optional<ServicesView> read_services_part(std::string_view bytes) {
  CHECK(std::bit_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) == 0);
  Parts parts(bytes);
  auto const head = parts.take<ServicesCounts>(1);
  if (head.empty()) {
    return std::nullopt;
  }
  ServicesCounts const counts = head.front();
  ServicesView view;
  view.criteria.tests = parts.take<rows::CriterionTest>(counts.tests);
  view.criteria.ends = parts.take<std::uint32_t>(counts.services);
  view.service_names = parts.take<std::uint32_t>(counts.services);
  view.criterion_names = parts.take<std::uint32_t>(counts.tests);
  view.name_ends = parts.take<std::uint32_t>(counts.names);
  view.of_right = parts.take<std::uint8_t>(counts.services);
  view.letters = text_of(parts.take<char>(counts.letters));
  std::string_view const directory = text_of(parts.take<char>(counts.directory));
  if (!parts.are_all_taken() || counts.nothing != 0 || !read_directory(directory, view) || !names_are_sound(view)) {
    return std::nullopt;
  }
  view.criteria.computed = view.computed.get();
  return rows::is_sound(view.criteria) ? std::optional(std::move(view)) : std::nullopt;
}

}  // namespace hjemmel::saved
