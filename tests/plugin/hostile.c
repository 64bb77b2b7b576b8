/* Plugins that the host must refuse, or survive: one for each HOSTILE_<name>, each with one thing wrong. Its id is `hh`. */
#include <stdlib.h>
#include <string.h>

#include "plugins/abi/jurisdiction.h"

static jur_status one(jur_value const* arguments, uint64_t count, jur_value* result) {
  (void)arguments;
  (void)count;
  result->number = 1;
  return JUR_OK;
}

static jur_status empty(char const* header, uint64_t header_size, char const* record, uint64_t record_size, char* facts,
                        uint64_t capacity, uint64_t* facts_size) {
  (void)header;
  (void)header_size;
  (void)record;
  (void)record_size;
  (void)facts;
  (void)capacity;
  *facts_size = 0;
  return JUR_OK;
}

static jur_status self_test(char* message, uint64_t capacity, uint64_t* message_size) {
  (void)message;
  (void)capacity;
  *message_size = 0;
  return JUR_OK;
}

static jur_function functions[] = {{"one", " -> int", "One", one, 0}, {"two", " -> int", "Not two", one, 0}};
static jur_adapter adapters[] = {{"empty", "hh/case", "Nothing", empty}, {"full", "hh/case", "Nothing", empty}};
static jur_policy policies[] = {{"retention", "P5Y"}, {"decimal_sign", ","}};
static char const* packages[] = {"hh.one", "hh.two"};
static char const* schemas[] = {"hh/one", "hh/two"};

static jurisdiction_v1 table = {
    JUR_MAGIC,
    JUR_ABI_MAJOR,
    JUR_ABI_MINOR,
    sizeof(jurisdiction_v1),
    "hh",
    "1.0.0",
    "Nowhere",
    functions,
    2,
    adapters,
    2,
    policies,
    2,
    packages,
    2,
    schemas,
    2,
    self_test,
};

#if defined(HOSTILE_undefined_symbol)
extern int stands_nowhere(void);
#endif

#if defined(HOSTILE_failing_self_test)
static jur_status fails(char* message, uint64_t capacity, uint64_t* message_size) {
  static char const text[] = "1 May 2026 is no holiday";
  (void)capacity;
  memcpy(message, text, sizeof text - 1);
  *message_size = sizeof text - 1;
  return JUR_INTERNAL;
}
#endif
#if defined(HOSTILE_unreadable_self_test)
static jur_status fails(char* message, uint64_t capacity, uint64_t* message_size) {
  (void)message;
  *message_size = capacity + 1;
  return JUR_INTERNAL;
}
#endif
#if defined(HOSTILE_overrunning_self_test)
static jur_status fails(char* message, uint64_t capacity, uint64_t* message_size) {
  message[capacity] = 'x';
  *message_size = 0;
  return JUR_OK;
}
#endif

static jurisdiction_v1 const* change(void) {
#if defined(HOSTILE_null_table)
  return 0;
#elif defined(HOSTILE_wrong_magic)
  table.magic = 1;
#elif defined(HOSTILE_wrong_major)
  table.abi_major = 2;
#elif defined(HOSTILE_short_struct)
  table.struct_size = sizeof(jurisdiction_v1) - 8;
#elif defined(HOSTILE_null_id)
  table.id = 0;
#elif defined(HOSTILE_bad_id)
  table.id = "No";
#elif defined(HOSTILE_other_id)
  table.id = "de";
#elif defined(HOSTILE_null_version)
  table.version = 0;
#elif defined(HOSTILE_bad_version)
  table.version = "1.0";
#elif defined(HOSTILE_null_title)
  table.title = 0;
#elif defined(HOSTILE_control_title)
  table.title = "a\033[2J";
#elif defined(HOSTILE_long_title)
  static char text[5000];
  memset(text, 'x', sizeof text - 1);
  table.title = text;
#elif defined(HOSTILE_null_functions)
  table.functions = 0;
#elif defined(HOSTILE_many_functions)
  table.function_count = JUR_MAX_FUNCTIONS + 1;
#elif defined(HOSTILE_null_adapters)
  table.adapters = 0;
#elif defined(HOSTILE_many_adapters)
  table.adapter_count = UINT64_MAX;
#elif defined(HOSTILE_null_policies)
  table.policies = 0;
#elif defined(HOSTILE_null_packages)
  table.packages = 0;
#elif defined(HOSTILE_null_schemas)
  table.schemas = 0;
#elif defined(HOSTILE_null_function_name)
  functions[1].name = 0;
#elif defined(HOSTILE_bad_function_name)
  functions[1].name = "2nd";
#elif defined(HOSTILE_twice_function_name)
  functions[1].name = "one";
#elif defined(HOSTILE_null_signature)
  functions[1].signature = 0;
#elif defined(HOSTILE_bad_signature)
  functions[1].signature = "money -> int";
#elif defined(HOSTILE_nine_arguments)
  functions[1].signature = "int,int,int,int,int,int,int,int,int -> int";
#elif defined(HOSTILE_null_summary)
  functions[1].summary = 0;
#elif defined(HOSTILE_null_scalar)
  functions[1].scalar = 0;
#elif defined(HOSTILE_null_adapter_name)
  adapters[1].name = 0;
#elif defined(HOSTILE_twice_adapter_name)
  adapters[1].name = "empty";
#elif defined(HOSTILE_null_adapter_schema)
  adapters[1].schema = 0;
#elif defined(HOSTILE_bad_adapter_schema)
  adapters[1].schema = "../etc";
#elif defined(HOSTILE_null_adapter_summary)
  adapters[1].summary = 0;
#elif defined(HOSTILE_null_convert)
  adapters[1].convert = 0;
#elif defined(HOSTILE_null_policy_name)
  policies[1].name = 0;
#elif defined(HOSTILE_twice_policy_name)
  policies[1].name = "retention";
#elif defined(HOSTILE_null_policy_value)
  policies[1].value = 0;
#elif defined(HOSTILE_null_package)
  packages[1] = 0;
#elif defined(HOSTILE_twice_package)
  packages[1] = "hh.one";
#elif defined(HOSTILE_bad_package)
  packages[1] = "hh..one";
#elif defined(HOSTILE_null_schema)
  schemas[1] = 0;
#elif defined(HOSTILE_twice_schema)
  schemas[1] = "hh/one";
#elif defined(HOSTILE_null_self_test)
  table.self_test = 0;
#elif defined(HOSTILE_undefined_symbol)
  table.abi_minor = (uint32_t)stands_nowhere();
#elif defined(HOSTILE_failing_self_test) || defined(HOSTILE_unreadable_self_test) || \
    defined(HOSTILE_overrunning_self_test)
  table.self_test = fails;
#elif defined(HOSTILE_missing_symbol)
#endif
  return &table;
}

#if defined(HOSTILE_missing_symbol)
#define ENTRY hjemmel_jurisdiction_v0
#else
#define ENTRY hjemmel_jurisdiction_v1
#endif

__attribute__((visibility("default"))) jurisdiction_v1 const* ENTRY(uint32_t host_major, uint32_t host_minor) {
  (void)host_major;
  (void)host_minor;
  return change();
}
