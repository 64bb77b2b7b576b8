// Looking up a key. Mappings are short and read once, so a walk in written order is all there is.
#include "engine/document/node.h"

namespace hjemmel::document {

Node const* Node::find(std::string_view key) const {
  for (Entry const& entry : entries) {
    if (entry.key == key) {
      return &entry.value;
    }
  }
  return nullptr;
}

}  // namespace hjemmel::document
