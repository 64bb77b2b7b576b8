// Following references, each part read once.
#include "engine/schema/compose.h"

#include <algorithm>
#include <map>
#include <vector>

namespace hjemmel::schema {
namespace {

using document::Entry;
using document::Node;
using document::NodeKind;

constexpr std::string_view kReference = "$ref";

// `no/narcotics_case` and `parts/person` -> `no/parts/person`.
std::string name_beside(std::string const& id, std::string const& relative) {
  std::size_t const slash = id.rfind('/');
  return slash == std::string::npos ? relative : id.substr(0, slash + 1) + relative;
}

std::string id_of(Node const& root) {
  Node const* const id = root.find("$id");
  return id == nullptr ? std::string() : id->text;
}

class Composer {
 public:
  Composer(PartReader const& read_part, diag::Sink& sink) : read_part_(read_part), sink_(sink) {}

  std::optional<Node> run(Node const& root) {
    chain_.push_back(id_of(root));
    Node composed = composed_of(root);
    return good_ ? std::optional(std::move(composed)) : std::nullopt;
  }

 private:
  // NOLINTNEXTLINE(misc-no-recursion): as deep as documents nest, times the references in a row
  Node composed_of(Node const& node) {
    if (Node const* const reference = node.find(kReference)) {
      return referred(node, *reference);
    }
    Node copy = node;
    for (Entry& entry : copy.entries) {
      entry.value = composed_of(entry.value);
    }
    return copy;
  }

  Node refuse(source::Span at, std::string const& message, std::string const& help) {
    good_ = false;
    sink_.add(diag::Kind::schema_reference, at, message, help);
    return {};
  }

  // NOLINTNEXTLINE(misc-no-recursion): see composed_of
  Node referred(Node const& node, Node const& reference) {
    if (node.entries.size() != 1 || reference.kind != NodeKind::scalar) {
      return refuse(reference.span, "`$ref` stands alone: what it leads to says everything of the fact",
                    "take the other keywords out, or write the fact out here");
    }
    std::size_t const hash = reference.text.find('#');
    std::string const relative = reference.text.substr(0, hash);
    std::string const pointer = hash == std::string::npos ? "" : reference.text.substr(hash + 1);
    if (relative.empty() || relative.find("..") != std::string::npos || relative.front() == '/' || pointer.empty()) {
      return refuse(reference.span, "`" + reference.text + "` does not lead to a fact of another schema",
                    "write it as `parts/person#/properties/person/properties/birth_date`, relative to this schema");
    }
    return from_part(name_beside(chain_.back(), relative), pointer, reference);
  }

  // NOLINTNEXTLINE(misc-no-recursion): see composed_of
  Node from_part(std::string const& name, std::string const& pointer, Node const& reference) {
    bool const circle = std::find(chain_.begin(), chain_.end(), name) != chain_.end();
    if (circle || chain_.size() > kMaxReferences) {
      return refuse(reference.span,
                    circle ? "schemas refer to one another in a circle, by way of `" + name + "`"
                           : "more than " + std::to_string(kMaxReferences) + " schemas refer to one another in a row",
                    "describe the fact where it is used");
    }
    Node const* const part = part_named(name, reference.span);
    if (part == nullptr) {
      good_ = false;
      return {};
    }
    Node const* const found = follow(*part, pointer);
    if (found == nullptr || found->kind != NodeKind::mapping) {
      return refuse(reference.span, "the schema `" + name + "` has nothing at `" + pointer + "`",
                    "`/properties/GROUP/properties/FACT` leads to a fact, `/properties/GROUP` to a group");
    }
    chain_.push_back(name);
    Node composed = composed_of(*found);
    chain_.pop_back();
    return composed;
  }

  Node const* part_named(std::string const& name, source::Span at) {
    auto const known = parts_.find(name);
    if (known != parts_.end()) {
      return known->second ? &*known->second : nullptr;
    }
    auto const& read = parts_.emplace(name, read_part_(name, at)).first->second;
    if (read && id_of(*read) != name) {
      refuse(at, "the schema `" + name + "` calls itself `" + id_of(*read) + "`", "give it the `$id` of its place");
    }
    return read ? &*read : nullptr;
  }

  static Node const* follow(Node const& root, std::string const& pointer) {
    Node const* at = &root;
    for (std::size_t begin = 1; at != nullptr && begin <= pointer.size();) {
      std::size_t const end = std::min(pointer.find('/', begin), pointer.size());
      at = at->find(pointer.substr(begin, end - begin));
      begin = end + 1;
    }
    return pointer.front() == '/' ? at : nullptr;
  }

  PartReader const& read_part_;
  diag::Sink& sink_;
  bool good_ = true;
  std::vector<std::string> chain_;  // of schemas, from the first one to the one that is read now
  std::map<std::string, std::optional<Node>> parts_;
};

}  // namespace

std::optional<Node> compose(Node const& root, PartReader const& read_part, diag::Sink& sink) {
  return Composer(read_part, sink).run(root);
}

}  // namespace hjemmel::schema
