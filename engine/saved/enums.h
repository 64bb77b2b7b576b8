// Of each enumeration that is saved, its last value: a file with a greater one is refused. Part of a file's format (shape.h).
#pragma once

#include <cstdint>
#include <type_traits>

#include "engine/columns/kernel.h"
#include "engine/diag/diagnostic.h"
#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/cost.h"

namespace hjemmel::saved {

// No default: what is not named here cannot be saved.
template <class E>
struct Last;

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): one line an enumeration
#define LAST(type, value)                       \
  template <>                                   \
  struct Last<type> {                           \
    static constexpr type kValue = type::value; \
  }

LAST(base::TermUnit, months);
LAST(ir::TypeKind, list);
LAST(ir::ExprOp, call);
LAST(ir::SourceKind, group);
LAST(ir::Sensitivity, criminal);
LAST(ir::Modality, may_be);
LAST(ir::QualifierKind, decided_by);
LAST(ir::BoundKind, at_most);
LAST(ir::PropertyOp, mildest);
LAST(eval::Comparison::Kind, ratios);
LAST(eval::LoopKind, only);
LAST(eval::Domain, list);
LAST(eval::Calendar, moment);
LAST(eval::State, error);
LAST(eval::BoundSide, at_most);
LAST(eval::Modality, may_also_be);
LAST(eval::QualifierKind, decided_by);
LAST(lower::CostOf, service);
LAST(columns::Op, spread);
LAST(columns::Width, i64);

#undef LAST

template <>
struct Last<diag::Kind> {
  enum class Names {
#define DIAG(name, severity) name,
#include "engine/diag/diag_kind.def"
#undef DIAG
    end
  };
  static constexpr auto kValue = static_cast<diag::Kind>(static_cast<int>(Names::end) - 1);
};

template <>
struct Last<eval::Opcode> {
  enum class Names {
#define OPCODE(name) name,
#include "engine/eval/opcode.def"
#undef OPCODE
    end
  };
  static constexpr auto kValue = static_cast<eval::Opcode>(static_cast<int>(Names::end) - 1);
};

}  // namespace hjemmel::saved
