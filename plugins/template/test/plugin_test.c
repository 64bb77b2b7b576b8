/* Loads the plugin as a host does, looks at its table, runs its self-test and calls a function: plugin_test FILE
 *
 * In: the shared library. Out: exit status 0, or a line on what is wrong and 1. Add a check for each function that you add. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "plugins/abi/jurisdiction.h"

static int faults = 0;

static void check(int holds, char const* what) {
  if (!holds) {
    ++faults;
    printf("not so: %s\n", what);
  }
}

static jur_function const* named(jurisdiction_v1 const* table, char const* name) {
  for (uint64_t at = 0; at < table->function_count; ++at) {
    if (strcmp(table->functions[at].name, name) == 0) {
      return &table->functions[at];
    }
  }
  return NULL;
}

static void check_table(jurisdiction_v1 const* table) {
  char message[256];
  uint64_t size = 0;
  check(table->magic == JUR_MAGIC, "the magic number is the border's");
  check(table->abi_major == JUR_ABI_MAJOR, "the major version is the border's");
  check(table->struct_size == sizeof(jurisdiction_v1), "the table has the size that the header gives it");
  check(strcmp(table->id, "@ID@") == 0, "the id is `@ID@`");
  if (table->self_test(message, sizeof message, &size) != JUR_OK) {
    ++faults;
    printf("the self-test fails: %.*s\n", (int)size, message);
  }
}

/* Day numbers count from 1970-01-01: 20589 is Saturday 2026-05-16. */
static void check_is_weekend(jurisdiction_v1 const* table) {
  jur_function const* const function = named(table, "is_weekend");
  jur_value day = {0};
  jur_value result = {0};
  check(function != NULL, "there is a function `is_weekend`");
  if (function == NULL) {
    return;
  }
  day.type = JUR_DATE;
  result.type = JUR_BOOL;
  day.number = 20589;
  check(function->scalar(&day, 1, &result) == JUR_OK && result.number == 1, "a Saturday is a weekend day");
  day.number = 20591;
  check(function->scalar(&day, 1, &result) == JUR_OK && result.number == 0, "a Monday is none");
  check(function->scalar(&day, 0, &result) == JUR_BAD_ARGUMENT, "a call without arguments is refused");
}

int main(int count, char** words) {
  void* const library = count == 2 ? dlopen(words[1], RTLD_NOW | RTLD_LOCAL) : NULL;
  void* const symbol = library == NULL ? NULL : dlsym(library, JUR_ENTRY_NAME);
  jur_entry entry = NULL;
  if (symbol == NULL) {
    printf("%s\n", count == 2 ? dlerror() : "usage: plugin_test FILE");
    return 1;
  }
  memcpy(&entry, &symbol, sizeof entry); /* C has no conversion from a pointer to an object to one to a function */
  jurisdiction_v1 const* const table = entry(JUR_ABI_MAJOR, JUR_ABI_MINOR);
  check(table != NULL, "the plugin takes this host's version of the border");
  if (table != NULL) {
    check_table(table);
    check_is_weekend(table);
    check(entry(JUR_ABI_MAJOR + 1, 0) == NULL, "a host of another major version gets nothing");
  }
  printf("%d faults\n", faults);
  return faults == 0 ? 0 : 1;
}
