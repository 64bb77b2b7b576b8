// Layout: which keys a record may have at each place, and what each of their values must look like to be plain.
//
// In: a program, its plan and the slots of its columns. Out: the objects of a record as tables. It holds what the reader of facts
// (engine/facts) holds of the same schema, and nothing that is doubtful: such a value has Form::refused. Tested by way of
// tests/unit/records/record_scanner_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/unit.h"
#include "engine/columns/slots.h"
#include "engine/ir/program.h"
#include "engine/records/bytes.h"

namespace hjemmel::records {

enum class Form : std::uint8_t {
  refused,  // no value but the word `unknown` is plain
  boolean,
  enumeration,
  whole,    // a number without a point, not in quotes
  decimal,  // in quotes or not
  date,
  quantity,  // a number and a unit of `dimension`
  amount,    // the same, of the dimension that the value of another field is measured in
  list,
  group
};

struct Place {
  Form form = Form::refused;
  columns::Width width = columns::Width::u8;
  int scale = 0;
  bool has_column = false;
  std::int64_t least = 0;  // of what is stored: within the slot and within the schema's range
  std::int64_t most = 0;
  std::uint32_t names = 0;  // an enumeration: its place in Layout::enumerations
  base::Dimension dimension;
  std::uint32_t key_field = UINT32_MAX;  // an amount
  base::Unit unit;                       // the one that was read last, so that it is found sooner
  std::uint32_t index = 0;               // fact, field, or place in Layout::groups
};

struct Key {
  std::string name;
  std::string text;  // with its closing quote and a colon
  Place place;
  std::uint32_t bit = 0;   // of what was seen
  std::uint32_t next = 0;  // the key that stood behind it last time
};

struct Object {
  explicit Object(std::vector<Key> of);

  std::vector<Key> keys;
  Names names;
  std::uint32_t first = 0;  // the key that stood first last time
};

struct Amount {
  std::uint32_t field = 0;
  std::uint32_t key_field = 0;    // says what it is an amount of
  std::uint32_t enumeration = 0;  // of the key
};

struct Row {
  Object fields;
  std::vector<Amount> amounts;
  std::uint32_t most = 0;  // elements
};

struct Layout {
  Layout(ir::Program const& program, eval::Plan const& plan, columns::Slots const& slots);

  Object root;
  std::vector<Object> groups;
  std::vector<Row> rows;                               // by fact; of a scalar empty
  std::vector<Place> facts;                            // by fact
  std::vector<Names> enumerations;                     // by enumeration
  std::vector<std::vector<base::Dimension>> measured;  // by enumeration and value; kNoDimension: no or any
};

}  // namespace hjemmel::records
