/* A plugin whose table is sound and whose functions each break the contract in one way. Its id is `hh`. */
#include <string.h>

#include "plugins/abi/jurisdiction.h"

/* Gives a number and a scale, with a status. */
#define GIVES(name, status, given, given_scale)                                           \
  static jur_status name(jur_value const* arguments, uint64_t count, jur_value* result) { \
    (void)arguments;                                                                      \
    (void)count;                                                                          \
    result->number = (given);                                                             \
    result->scale = (given_scale);                                                        \
    return (status);                                                                      \
  }

GIVES(garbage_status, 77, 1, 0)
GIVES(negative_status, -1, 1, 0)
GIVES(internal_fault, JUR_INTERNAL, 1, 0)
GIVES(number_asks_for_buffer, JUR_BUFFER_TOO_SMALL, 1, 0)
GIVES(bool_two, JUR_OK, 2, 0)
GIVES(bool_minus, JUR_OK, -1, 0)
GIVES(date_early, JUR_OK, -719163, 0)
GIVES(date_late, JUR_OK, 2932897, 0)
GIVES(date_first, JUR_OK, -719162, 0)
GIVES(date_last, JUR_OK, 2932896, 0)
GIVES(int_large, JUR_OK, INT64_C(1000000000000000000), 0)
GIVES(int_largest, JUR_OK, INT64_C(999999999999999999), 0)
GIVES(int_scaled, JUR_OK, 1, 1)
GIVES(decimal_scale_ten, JUR_OK, 1, 10)
GIVES(decimal_scale_minus, JUR_OK, 1, -1)
GIVES(decimal_scale_nine, JUR_OK, 1, 9)

static jur_status gives_nothing(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)arguments;
  (void)count;
  (void)result;
  return JUR_OK;
}

static jur_status other_type(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)arguments;
  (void)count;
  result->type = JUR_DATE;
  result->number = 1;
  return JUR_OK;
}

static jur_status own_buffer(jur_value const* arguments, uint64_t count, jur_value* result) {
  static char own[] = "own";
  (void)arguments;
  (void)count;
  result->buffer = own;
  result->text_size = 3;
  return JUR_OK;
}

static jur_status text_of(jur_value* result, char const* text, uint64_t size) {
  memcpy(result->buffer, text, size);
  result->text_size = size;
  return JUR_OK;
}

static jur_status invalid_utf8(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)arguments;
  (void)count;
  return text_of(result, "a\xC3", 2);
}

static jur_status past_capacity(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)arguments;
  (void)count;
  result->text_size = result->capacity + 1;
  return JUR_OK;
}

/* With so many bytes told as needed: 0, no more than there are; 4097, more than a text has; 300, and again when there is room. */
static jur_status always_too_small(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)count;
  result->text_size = (uint64_t)arguments[0].number;
  return JUR_BUFFER_TOO_SMALL;
}

/* As a batch each gives one row with a fault among sound ones, or makes all of it useless. */
static jur_status batch_forgets_row(jur_column const* arguments, uint64_t columns, uint64_t count,
                                    jur_results* results) {
  (void)columns;
  for (uint64_t row = 0; row < count; ++row) {
    if (row != 1) {
      results->numbers[row] = arguments[0].numbers[row];
      results->statuses[row] = JUR_OK;
    }
  }
  return JUR_OK;
}

static jur_status batch_large_row(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  (void)columns;
  for (uint64_t row = 0; row < count; ++row) {
    results->numbers[row] = row == 1 ? INT64_MAX : arguments[0].numbers[row];
    results->statuses[row] = JUR_OK;
  }
  return JUR_OK;
}

static jur_status batch_scaled(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  results->scale = 1;
  return batch_large_row(arguments, columns, count, results);
}

static jur_status batch_unknown(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  (void)arguments;
  (void)columns;
  (void)count;
  (void)results;
  return JUR_UNKNOWN;
}

static jur_status batch_offsets(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  (void)arguments;
  (void)columns;
  for (uint64_t row = 0; row < count; ++row) {
    results->offsets[row + 1] = count - row;
    results->statuses[row] = JUR_OK;
  }
  results->text_size = count;
  return JUR_OK;
}

static jur_status batch_invalid_utf8(jur_column const* arguments, uint64_t columns, uint64_t count,
                                     jur_results* results) {
  (void)arguments;
  (void)columns;
  for (uint64_t row = 0; row < count; ++row) {
    results->text[row] = row == 1 ? '\xC3' : 'x';
    results->offsets[row + 1] = row + 1;
    results->statuses[row] = JUR_OK;
  }
  results->text_size = count;
  return JUR_OK;
}

static jur_status same(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)count;
  result->number = arguments[0].number;
  return JUR_OK;
}

static jur_status convert_status(char const* header, uint64_t header_size, char const* record, uint64_t record_size,
                                 char* facts, uint64_t capacity, uint64_t* facts_size) {
  (void)header;
  (void)header_size;
  (void)record_size;
  (void)facts;
  *facts_size = record[0] == 'l' ? capacity + 1 : 0;
  switch (record[0]) {
    case 'u':
      return JUR_UNKNOWN;
    case 'i':
      return JUR_INTERNAL;
    case 's':
      return JUR_BUFFER_TOO_SMALL;
    case 'm':
      *facts_size = JUR_MAX_RECORD + 1;
      return JUR_BUFFER_TOO_SMALL;
    case '8':
      facts[0] = '\xFF';
      *facts_size = 1;
      return JUR_OK;
    case 'c':
    case 'd':
      memset(facts, 'x', 1025);
      *facts_size = record[0] == 'c' ? 1024 : 1025;
      return JUR_BAD_ARGUMENT;
    case 'n':
      *facts_size = UINT64_MAX;
      return JUR_OK;
    default:
      return JUR_OK;
  }
}

static jur_status self_test(char* message, uint64_t capacity, uint64_t* message_size) {
  (void)message;
  (void)capacity;
  *message_size = 0;
  return JUR_OK;
}

#define FUNCTION(name, signature) \
  { #name, signature, "Breaks the contract", name, 0 }
#define BATCH(name, signature) \
  { #name, signature, "Breaks the contract", same, name }

static jur_function const functions[] = {
    FUNCTION(garbage_status, " -> int"),
    FUNCTION(negative_status, " -> int"),
    FUNCTION(internal_fault, " -> int"),
    FUNCTION(number_asks_for_buffer, " -> int"),
    FUNCTION(bool_two, " -> bool"),
    FUNCTION(bool_minus, " -> bool"),
    FUNCTION(date_early, " -> date"),
    FUNCTION(date_late, " -> date"),
    FUNCTION(date_first, " -> date"),
    FUNCTION(date_last, " -> date"),
    FUNCTION(int_large, " -> int"),
    FUNCTION(int_largest, " -> int"),
    FUNCTION(int_scaled, " -> int"),
    FUNCTION(decimal_scale_ten, " -> decimal"),
    FUNCTION(decimal_scale_minus, " -> decimal"),
    FUNCTION(decimal_scale_nine, " -> decimal"),
    FUNCTION(gives_nothing, " -> int"),
    {"gives_no_text", " -> text", "Breaks the contract", gives_nothing, 0},
    FUNCTION(other_type, " -> int"),
    FUNCTION(own_buffer, " -> text"),
    FUNCTION(invalid_utf8, " -> text"),
    FUNCTION(past_capacity, " -> text"),
    FUNCTION(always_too_small, "int -> text"),
    BATCH(batch_forgets_row, "int -> int"),
    BATCH(batch_large_row, "int -> int"),
    BATCH(batch_scaled, "int -> int"),
    BATCH(batch_unknown, "int -> int"),
    BATCH(batch_offsets, "int -> text"),
    BATCH(batch_invalid_utf8, "int -> text"),
};
static jur_adapter const adapters[] = {{"convert_status", "hh/case", "Breaks the contract", convert_status}};

static jurisdiction_v1 const table = {
    JUR_MAGIC,
    JUR_ABI_MAJOR,
    JUR_ABI_MINOR,
    sizeof(jurisdiction_v1),
    "hh",
    "1.0.0",
    "Nowhere",
    functions,
    sizeof functions / sizeof functions[0],
    adapters,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    self_test,
};

__attribute__((visibility("default"))) jurisdiction_v1 const* hjemmel_jurisdiction_v1(uint32_t host_major,
                                                                                      uint32_t host_minor) {
  (void)host_major;
  (void)host_minor;
  return &table;
}
