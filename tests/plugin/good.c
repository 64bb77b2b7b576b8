/* A sound plugin in C: one function for each type and status, an adapter, policies. The tests know what each gives. */
#include <string.h>

#include "plugins/abi/jurisdiction.h"

static jur_status next_day(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)count;
  result->number = arguments[0].number + 1;
  return JUR_OK;
}

static jur_status next_day_batch(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  (void)columns;
  for (uint64_t row = 0; row < count; ++row) {
    results->numbers[row] = arguments[0].numbers[row] + 1;
    results->statuses[row] = JUR_OK;
  }
  return JUR_OK;
}

/* Of a number below zero there is no answer; above a million it is not asked. */
static jur_status is_even(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)count;
  int64_t const number = arguments[0].number;
  if (number < 0) {
    return JUR_UNKNOWN;
  }
  if (number > 1000000) {
    return JUR_BAD_ARGUMENT;
  }
  result->number = number % 2 == 0;
  return JUR_OK;
}

static jur_status is_even_batch(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  (void)columns;
  for (uint64_t row = 0; row < count; ++row) {
    int64_t const number = arguments[0].numbers[row];
    results->statuses[row] = number < 0 ? JUR_UNKNOWN : number > 1000000 ? JUR_BAD_ARGUMENT : JUR_OK;
    results->numbers[row] = number % 2 == 0;
  }
  return JUR_OK;
}

static jur_status tenth(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)count;
  if (arguments[0].scale == 9) {
    return JUR_BAD_ARGUMENT;
  }
  result->number = arguments[0].number;
  result->scale = arguments[0].scale + 1;
  return JUR_OK;
}

static jur_status sum(jur_value const* arguments, uint64_t count, jur_value* result) {
  result->number = 0;
  for (uint64_t at = 0; at < count; ++at) {
    result->number += arguments[at].number;
  }
  return JUR_OK;
}

static jur_status holds(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)arguments;
  (void)count;
  result->number = 1;
  return JUR_OK;
}

static jur_status greeting(jur_value const* arguments, uint64_t count, jur_value* result) {
  static char const before[] = "h\xC3\xA5per ";
  uint64_t const front = sizeof before - 1;
  (void)count;
  result->text_size = front + arguments[0].text_size;
  if (result->text_size > result->capacity) {
    return JUR_BUFFER_TOO_SMALL;
  }
  memcpy(result->buffer, before, front);
  memcpy(result->buffer + front, arguments[0].text, arguments[0].text_size);
  return JUR_OK;
}

/* So many letters. */
static jur_status letters(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)count;
  result->text_size = (uint64_t)arguments[0].number;
  if (result->text_size > result->capacity) {
    return JUR_BUFFER_TOO_SMALL;
  }
  memset(result->buffer, 'x', result->text_size);
  return JUR_OK;
}

static jur_status letters_batch(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results) {
  (void)columns;
  results->text_size = 0;
  for (uint64_t row = 0; row < count; ++row) {
    uint64_t const size = (uint64_t)arguments[0].numbers[row];
    if (results->text_size + size <= results->capacity) {
      memset(results->text + results->text_size, 'x', size);
    }
    results->text_size += size;
    results->offsets[row + 1] = results->text_size;
    results->statuses[row] = JUR_OK;
  }
  return results->text_size > results->capacity ? JUR_BUFFER_TOO_SMALL : JUR_OK;
}

/* The record as it is, so many times as the header has bytes; `bad` is none. */
static jur_status repeated(char const* header, uint64_t header_size, char const* record, uint64_t record_size,
                           char* facts, uint64_t capacity, uint64_t* facts_size) {
  static char const complaint[] = "the field `x` is\nempty";
  (void)header;
  if (record_size == 3 && memcmp(record, "bad", 3) == 0) {
    *facts_size = sizeof complaint - 1;
    memcpy(facts, complaint, sizeof complaint - 1);
    return JUR_BAD_ARGUMENT;
  }
  *facts_size = header_size * record_size;
  if (*facts_size > capacity) {
    return JUR_BUFFER_TOO_SMALL;
  }
  for (uint64_t at = 0; at < header_size; ++at) {
    memcpy(facts + at * record_size, record, record_size);
  }
  return JUR_OK;
}

static jur_status self_test(char* message, uint64_t capacity, uint64_t* message_size) {
  (void)message;
  (void)capacity;
  *message_size = 0;
  return JUR_OK;
}

static jur_function const functions[] = {
    {"next_day", "date -> date", "The day after a day", next_day, next_day_batch},
    {"is_even", "int -> bool", "Whether a number is even", is_even, is_even_batch},
    {"tenth", "decimal -> decimal", "A tenth of a number", tenth, 0},
    {"sum", "int,int,int,int,int,int,int,int -> int", "The sum of eight numbers", sum, 0},
    {"holds", " -> bool", "Yes", holds, 0},
    {"greeting", "text -> text", "A greeting", greeting, 0},
    {"letters", "int -> text", "So many letters", letters, letters_batch},
};

static jur_adapter const adapters[] = {{"repeated", "aa/repeated_case", "Repeats a record", repeated}};
static jur_policy const policies[] = {{"milder_law", "yes"}, {"severity.penal", "warning < fine = confiscation"}};
static char const* const packages[] = {"aa.penal.minor"};
static char const* const schemas[] = {"aa/repeated_case"};

static jurisdiction_v1 const table = {
    JUR_MAGIC,
    JUR_ABI_MAJOR,
    JUR_ABI_MINOR,
    sizeof(jurisdiction_v1),
    "aa",
    "1.2.3",
    "The land of C",
    functions,
    sizeof functions / sizeof functions[0],
    adapters,
    1,
    policies,
    2,
    packages,
    1,
    schemas,
    1,
    self_test,
};

__attribute__((visibility("default"))) jurisdiction_v1 const* hjemmel_jurisdiction_v1(uint32_t host_major,
                                                                                      uint32_t host_minor) {
  (void)host_major;
  (void)host_minor;
  return &table;
}
