// A range, round the end of 64 bits where it is turned, or a set of at most as many ordinals as a word has bits.
#include "engine/rows/truth_of_fact.h"

namespace hjemmel::rows {
namespace {

constexpr std::size_t kBitsOfWord = 64;

std::optional<TruthOfFact> range_of(Node const& node, bool inverted) {
  std::int64_t low = INT64_MIN;
  std::int64_t high = INT64_MAX;
  switch (node.op) {
    case Op::is_set:
      low = 1;
      break;
    case Op::below:
      high = node.k - 1;
      break;
    case Op::above:
      low = node.k + 1;
      break;
    case Op::equals:
      low = high = node.k;
      break;
    default:
      return std::nullopt;
  }
  std::uint64_t const first = inverted ? static_cast<std::uint64_t>(high) + 1 : static_cast<std::uint64_t>(low);
  std::uint64_t const last = inverted ? static_cast<std::uint64_t>(low) - 1 : static_cast<std::uint64_t>(high);
  return TruthOfFact{node.a, {true, first, last - first, 0, 0}, node.op == Op::is_set ? 0 : node.k};
}

std::optional<TruthOfFact> set_of(Kernel const& kernel, Node const& node, bool inverted) {
  if (node.op != Op::among || kernel.sets[node.b].size() > kBitsOfWord) {
    return std::nullopt;
  }
  TruthOfFact result{node.a, {}, 0};
  result.truth.between = false;
  std::vector<std::uint8_t> const& set = kernel.sets[node.b];
  for (std::size_t ordinal = 0; ordinal < set.size(); ++ordinal) {
    bool const in = (set[ordinal] != 0) != inverted;
    result.truth.span |= std::uint64_t{in ? 1U : 0U} << ordinal;
  }
  return result;
}

}  // namespace

std::optional<TruthOfFact> truth_of_fact(Kernel const& kernel, std::uint32_t index) {
  bool const inverted = kernel.nodes[index].op == Op::negation;
  Node const& node = kernel.nodes[inverted ? kernel.nodes[index].a : index];
  auto found = range_of(node, inverted);
  found = found ? found : set_of(kernel, node, inverted);
  bool const of_fact = found && kernel.nodes[found->load].op == Op::load && kernel.nodes[found->load].list == kNone;
  return of_fact ? found : std::nullopt;
}

}  // namespace hjemmel::rows
