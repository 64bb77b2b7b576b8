// The shape of what is saved, as one number that is worked out while this is compiled: a file of another shape is refused.
//
// It hangs on the types of all fields in their order, on the last value of each enumeration and on the machine's opcodes. What it
// cannot see (two fields of one type that change places, a value with another meaning) is what kFormat is for.
#pragma once

#include "engine/saved/codec.h"

namespace hjemmel::saved {

// One more whenever the files of older programs mean something else than they did and the shape does not tell.
inline constexpr std::uint64_t kFormat = 4;

class Shape {
 public:
  template <class... All>
  static consteval std::uint64_t of() {
    Shape shape;
    shape.mix(kFormat);
    (shape.template add<All>(), ...);
    shape.add_fields<eval::FactPlan>();
    shape.add_opcodes();
    return shape.hash_;
  }

 private:
  enum class Part : std::uint64_t { list = 1, optional, enumeration, id, integer, text, decimal, code, self, fields };

  constexpr void mix(std::uint64_t word) { hash_ = (hash_ ^ word) * 0x100000001b3 + (hash_ >> 47U); }
  constexpr void mix(Part part) { mix(static_cast<std::uint64_t>(part)); }

  // NOLINTBEGIN(misc-no-recursion): as deep as the types
  template <class T>
  constexpr void add() {
    if constexpr (kIsVector<T>) {
      mix(Part::list);
      add<typename T::value_type>();
    } else if constexpr (kIsOptional<T>) {
      mix(Part::optional);
      add<typename T::value_type>();
    } else if constexpr (kLiesApart<T>) {
      add<std::decay_t<decltype(*std::declval<T>())>>();
    } else if constexpr (std::is_enum_v<T>) {
      mix(Part::enumeration);
      mix(static_cast<std::uint64_t>(Last<T>::kValue));
    } else if constexpr (kIsId<T>) {
      mix(Part::id);
    } else if constexpr (std::is_arithmetic_v<T>) {
      mix(Part::integer);
      mix(sizeof(T) * 2 + (std::is_signed_v<T> ? 1 : 0));
    } else if constexpr (std::is_same_v<T, std::string>) {
      mix(Part::text);
    } else if constexpr (std::is_same_v<T, base::Decimal>) {
      mix(Part::decimal);
    } else if constexpr (kIsCode<T> || kIsFinder<T>) {
      mix(Part::code);
    } else if constexpr (std::is_same_v<T, eval::FactPlan>) {
      mix(Part::self);  // it holds itself: its fields are added once
    } else {
      add_fields<T>();
    }
  }

  template <class T>
  constexpr void add_fields() {
    mix(Part::fields);
    mix(kFields<T>);
    [this]<std::size_t... places>(std::index_sequence<places...>) {
      (this->template add<boost::pfr::tuple_element_t<places, T>>(), ...);
    }
    (std::make_index_sequence<kFields<T>>());
  }
  // NOLINTEND(misc-no-recursion)

  constexpr void add_opcodes() {
    for (char const letter : std::string_view(
#define OPCODE(name) #name ","
#include "engine/eval/opcode.def"
#undef OPCODE
             )) {
      mix(static_cast<std::uint64_t>(letter));
    }
  }

  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace hjemmel::saved
