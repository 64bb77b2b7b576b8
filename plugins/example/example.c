/* The smallest plugin that loads, in plain C: one function, no adapter, no policy.
 *
 * It compiles as C11 and as C++ alike. `./dev new-plugin --c` copies it, so its names are what a new plugin begins with. Tested in
 * tests/plugin_functions/border_test.cpp, as compiled by three compilers. */
#include <stddef.h>
#include <string.h>

#include "plugins/abi/jurisdiction.h"

/* 1970-01-01, day 0, was a Thursday; counted from a Monday, Saturday and Sunday are 5 and 6. */
static int is_weekend_day(int64_t day) { return ((day + 3) % 7 + 7) % 7 >= 5; }

static jur_status is_weekend(jur_value const* arguments, uint64_t count, jur_value* result) {
  if (count != 1 || arguments[0].type != JUR_DATE) {
    return JUR_BAD_ARGUMENT;
  }
  result->number = is_weekend_day(arguments[0].number);
  return JUR_OK;
}

static jur_status self_test(char* message, uint64_t capacity, uint64_t* message_size) {
  static char const fault[] = "1970-01-03 is not a Saturday";
  if (is_weekend_day(2) && !is_weekend_day(4)) {
    *message_size = 0;
    return JUR_OK;
  }
  *message_size = sizeof fault - 1 < capacity ? sizeof fault - 1 : capacity;
  memcpy(message, fault, (size_t)*message_size);
  return JUR_INTERNAL;
}

static jur_function const functions[] = {
    {"is_weekend", "date -> bool", "Whether the day is a Saturday or a Sunday", is_weekend, NULL},
};

static jurisdiction_v1 const table = {
    JUR_MAGIC,
    JUR_ABI_MAJOR,
    JUR_ABI_MINOR,
    sizeof(jurisdiction_v1),
    "example", /* id */
    "1.0.0",   /* version */
    "Example", /* title */
    functions,
    sizeof functions / sizeof functions[0],
    NULL, /* adapters */
    0,
    NULL, /* policies */
    0,
    NULL, /* packages */
    0,
    NULL, /* schemas */
    0,
    self_test,
};

/* The declaration first: it carries the C linkage where the file is compiled as C++, and the visibility. */
#ifdef __cplusplus
extern "C"
#endif
    __attribute__((visibility("default"))) jurisdiction_v1 const*
    hjemmel_jurisdiction_v1(uint32_t host_major, uint32_t host_minor);

jurisdiction_v1 const* hjemmel_jurisdiction_v1(uint32_t host_major, uint32_t host_minor) {
  (void)host_minor;
  return host_major == JUR_ABI_MAJOR ? &table : NULL;
}
