// Over rows by size, so many bytes a row.
#include "engine/native/arrays.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "engine/native/expression.h"

namespace hjemmel::native {
namespace {

using columns::Kernel;
using columns::Op;

struct Array {
  std::string name;
  std::string type;
  std::size_t size = 1;  // of a value
  std::uint32_t list = kNone;
  std::uint32_t node = 0;
};

std::size_t size_of(std::string const& type) {
  if (type == "u8") {
    return 1;
  }
  return type == "i16" ? 2 : (type == "i32" || type == "u32") ? 4 : 8;
}

class Placer {
 public:
  Placer(Kernel const& kernel, Shape const& shape, std::vector<std::uint32_t> const& lists)
      : kernel_(kernel), shape_(shape), lists_(lists), last_read_(kernel.nodes.size(), shape.groups.size()) {
    result_.element_arrays.assign(lists.size(), 0);
    result_.element_bytes.assign(lists.size(), 0);
  }

  Arrays place() {
    find_last_reads();
    result_.text +=
        fmt::format("  u64 const s = (n + {}) / {} * {};\n", 2 * kArrayAlignment - 1, kArrayAlignment, kArrayAlignment);
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> ends(shape_.groups.size() + 1);
    for (std::size_t at = 0; at < shape_.groups.size(); ++at) {
      for (std::uint32_t const node : shape_.groups[at].nodes) {
        for (Array const& array : arrays_of_node(node)) {
          if (array.list != kNone) {
            elements_.push_back(array);
            continue;
          }
          std::size_t const offset = take(array.size);
          declare(array, fmt::format("call->scratch + {} * s", offset));
          ends[std::max(last_read_[node], at)].emplace_back(array.size, offset);
        }
      }
      for (auto const& [size, offset] : ends[at]) {
        free_[size].push_back(offset);
      }
    }
    place_elements();
    return std::move(result_);
  }

 private:
  // The outcomes read behind all groups what is not read by one.
  void find_last_reads() {
    for (std::size_t at = 0; at < shape_.groups.size(); ++at) {
      for (std::uint32_t const node : shape_.groups[at].nodes) {
        for (std::uint32_t const operand : operands_of(kernel_, shape_, node)) {
          last_read_[operand] = at;
        }
      }
    }
    for (std::uint32_t const node : shape_.results) {
      last_read_[node] = shape_.groups.size();
    }
  }

  [[nodiscard]] std::vector<Array> arrays_of_node(std::uint32_t node) const {
    NodeShape const& shape = shape_.nodes[node];
    if (!shape.stored) {
      return {};
    }
    bool const over = shape.home == Home::loop;
    std::uint32_t const list = over ? kNone : shape.list;
    std::string const type = type_of(kernel_, shape_, node);
    std::vector<Array> arrays{{fmt::format("A{}", node), type, size_of(type), list, node}};
    if (shape.may_be_open) {
      arrays.push_back({fmt::format("O{}", node), "u8", 1, list, node});
    }
    if (over) {
      Op const op = kernel_.nodes[node].op;
      std::string const each = op == Op::total ? "u64" : op == Op::count ? "u32" : "u8";
      arrays.push_back({fmt::format("B{}", node), each, size_of(each), shape.list, node});
      if (shape.may_be_open) {
        arrays.push_back({fmt::format("Q{}", node), "u8", 1, shape.list, node});
      }
    }
    return arrays;
  }

  std::size_t take(std::size_t size) {
    std::vector<std::size_t>& free = free_[size];
    if (free.empty()) {
      std::size_t const offset = result_.row_bytes;
      result_.row_bytes += size;
      return offset;
    }
    std::size_t const offset = free.back();
    free.pop_back();
    return offset;
  }

  void declare(Array const& array, std::string const& at) {
    result_.text += fmt::format("  {0}* const {1} = ({0}*)({2});\n", array.type, array.name, at);
  }

  void place_elements() {
    if (elements_.empty()) {
      return;
    }
    result_.text += fmt::format("  unsigned char* free = call->scratch + {} * s;\n", result_.row_bytes);
    for (Array const& array : elements_) {
      auto const list = static_cast<std::size_t>(std::find(lists_.begin(), lists_.end(), array.list) - lists_.begin());
      declare(array, "free");
      result_.text += fmt::format("  free += ({} * (e{} + {}) + {}) / {} * {};\n", array.size, list, kPastEnd,
                                  kArrayAlignment - 1, kArrayAlignment, kArrayAlignment);
      result_.element_arrays[list] += 1;
      result_.element_bytes[list] += array.size;
    }
  }

  Kernel const& kernel_;
  Shape const& shape_;
  std::vector<std::uint32_t> const& lists_;
  std::vector<std::size_t> last_read_;                    // by node: the group
  std::map<std::size_t, std::vector<std::size_t>> free_;  // by size
  std::vector<Array> elements_;
  Arrays result_;
};

}  // namespace

Arrays arrays_of(Kernel const& kernel, Shape const& shape, std::vector<std::uint32_t> const& lists) {
  return Placer(kernel, shape, lists).place();
}

}  // namespace hjemmel::native
