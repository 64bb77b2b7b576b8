// The labels of a package, the file that its manifest names under `labels`: what people call the names of its rules.
//
// In: the document, the checked program whose names they are, and the manifest, whose grounds may be labelled. Out: labels of definitions, rules, grounds, authorities,
// sources and the like, in English and bokmål. A name that the package does not have is a fault. No decision depends on them;
// explanations are written with them. Tested in tests/golden/package.
#pragma once

#include <optional>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/document/node.h"
#include "engine/ir/program.h"
#include "engine/package/manifest.h"

namespace hjemmel::package {

// In written order. Nothing when the document has a fault; the sink then has all of them.
[[nodiscard]] std::optional<std::vector<ir::NameLabel>> read_labels(document::Node const& root,
                                                                    ir::Program const& program,
                                                                    Manifest const& manifest, diag::Sink& sink);

}  // namespace hjemmel::package
