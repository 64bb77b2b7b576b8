// The reader that takes members in any order, as a programmer writes it with simdjson On-Demand.
#include <algorithm>
#include <cmath>

#include <simdjson.h>

#include "tests/bench/files_by_hand.h"

namespace hjemmel::bench::files {
namespace {

namespace ondemand = simdjson::ondemand;
using drawn::Act;

constexpr std::size_t kBatch = std::size_t{1} << 20;  // bytes that simdjson looks through at a time

template <class Names>
std::uint8_t place_of(Names const& names, std::string_view name) {
  auto const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    throw simdjson::simdjson_error(simdjson::NO_SUCH_FIELD);
  }
  return static_cast<std::uint8_t>(found - names.begin());
}

std::int32_t whole(ondemand::value value) {
  auto const number = static_cast<std::int64_t>(value.get_int64());
  if (number < INT32_MIN || number > INT32_MAX) {
    throw simdjson::simdjson_error(simdjson::NUMBER_OUT_OF_RANGE);
  }
  return static_cast<std::int32_t>(number);
}

void read_weight(ondemand::object members, drawn::Weight& weight) {
  for (auto member : members) {
    std::string_view const key = member.unescaped_key();
    ondemand::value value = member.value();
    if (key == "name") {
      weight.substance = place_of(drawn::kSubstanceNames, value.get_string());
    } else if (key == "grams") {
      weight.hundredths = static_cast<std::int32_t>(std::lround(static_cast<double>(value.get_double()) * 100));
    }
  }
}

void read_weights(ondemand::array elements, Act& act) {
  for (auto element : elements) {
    if (act.count == act.weights.size()) {
      throw simdjson::simdjson_error(simdjson::CAPACITY);
    }
    read_weight(element.get_object(), act.weights[act.count++]);
  }
}

void read_member(std::string_view key, ondemand::value value, std::uint64_t& id, Act& act) {
  if (key == "id") {
    id = value.get_uint64();
  } else if (key == "age_at_act") {
    act.age = whole(value);
  } else if (key == "addicted") {
    act.addicted = value.get_bool();
  } else if (key == "at_risk") {
    act.at_risk = value.get_bool();
  } else if (key == "own_use") {
    act.own_use = value.get_bool();
  } else if (key == "act") {
    act.act = place_of(drawn::kActNames, value.get_string());
  } else if (key == "substances") {
    read_weights(value.get_array(), act);
  } else if (key == "prior_offences") {
    act.earlier = whole(value);
  } else if (key == "penal_purpose_requires") {
    act.penalty_required = value.get_bool();
  }
}

void read_all(std::string_view lines, OutcomeLines& outcomes) {
  ondemand::parser parser;
  ondemand::document_stream documents = parser.iterate_many(lines.data(), lines.size(), kBatch);
  for (auto document : documents) {
    Act act;
    std::uint64_t id = 0;
    for (auto member : document.get_object()) {
      read_member(member.unescaped_key(), member.value(), id, act);
    }
    outcomes.add(id, drawn::decide(act));
  }
}

}  // namespace

std::string decide_by_simdjson(std::string_view lines, OutcomeLines& outcomes) {
  try {
    read_all(lines, outcomes);
  } catch (simdjson::simdjson_error const& error) {
    return error.what();
  }
  return "";
}

}  // namespace hjemmel::bench::files
