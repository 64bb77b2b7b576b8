/* The border between a host and a jurisdiction plugin. Plain C, and the only file that both sides share.
 *
 * A plugin is one shared library that exports one symbol, JUR_ENTRY_NAME. Called once, it returns one table, which stays as it
 * is for as long as the process lives: the host loads it at start and never unloads it. Through the table the host finds named,
 * typed, pure functions, adapters that turn a record of some register into facts, and policies.
 *
 * Rules for both sides:
 *   - Memory never changes owner. Texts and tables of the plugin are constant. What a function writes, it writes into memory of
 *     the host, never past the capacity that the host states, and keeps no pointer to it after it returns.
 *   - Functions are pure and safe to call from many threads at once: the same arguments give the same result, today and when a
 *     decision is replayed in ten years. No clock, no file, no locale, no random number.
 *   - Nothing is thrown across the border. Authors in C++ use author.h, which catches.
 *   - Texts are UTF-8 with a length, not ended by a zero byte, but for those of the table, which are ended by one.
 *   - Reserved fields are zero. Within one major version the table grows at its end only, and no other struct changes.
 *
 * A function is called with arguments that are known only; the host answers for the others (an argument that does not apply
 * gives a result that does not apply, an unknown one an unknown result). JUR_UNKNOWN says that for these very arguments there is
 * no answer: `unknown` is then what the rules see, never false. */
#ifndef HJEMMEL_PLUGINS_ABI_JURISDICTION_H
#define HJEMMEL_PLUGINS_ABI_JURISDICTION_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define JUR_MAGIC UINT32_C(0x4C4D4A48) /* the bytes H J M L in a little-endian file */
#define JUR_ABI_MAJOR UINT32_C(1)      /* another major version is refused */
#define JUR_ABI_MINOR UINT32_C(0)      /* what was added at the end since */
#define JUR_ENTRY_NAME "hjemmel_jurisdiction_v1"

/* Caps. What is past them is refused when the plugin is loaded or the function is called. */
#define JUR_MAX_ARGUMENTS 8
#define JUR_MAX_TEXT 4096      /* bytes of a text that is an argument or a result */
#define JUR_MAX_FUNCTIONS 1024 /* and adapters, policies, packages, schemas: each */
#define JUR_MAX_RECORD 1048576 /* bytes of a record, and of the facts that an adapter makes of it */

typedef int32_t jur_status;
#define JUR_OK 0
#define JUR_UNKNOWN 1          /* the arguments are sound, and there is no answer for them */
#define JUR_BAD_ARGUMENT 2     /* an argument is outside of what the function takes: the decision ends in `error` */
#define JUR_BUFFER_TOO_SMALL 3 /* the size that is needed is told; the host calls again with as much */
#define JUR_INTERNAL 4         /* a fault of the plugin: the decision ends in `error` */

typedef uint32_t jur_type;
#define JUR_BOOL 1    /* number: 0 or 1 */
#define JUR_INT 2     /* number */
#define JUR_DECIMAL 3 /* number * 10^-scale, scale from 0 to 9 */
#define JUR_DATE 4    /* number: days since 1970-01-01 of the Gregorian calendar, years 1 to 9999 */
#define JUR_TEXT 5    /* text and text_size */

/* One argument, or one result. */
typedef struct jur_value {
  jur_type type;
  int32_t scale;      /* decimal; otherwise 0 */
  int64_t number;     /* bool, int, decimal, date */
  char const* text;   /* argument: the text, never null */
  char* buffer;       /* result: room for `capacity` bytes, of the host */
  uint64_t text_size; /* argument: bytes; result: bytes written, or needed where the buffer is too small */
  uint64_t capacity;  /* result */
} jur_value;

/* Many arguments of one type, or many results, one a row. Fields that the type does not use are null. */
typedef struct jur_column {
  jur_type type;
  int32_t scale;           /* decimal: of all rows */
  int64_t const* numbers;  /* argument, `count` of them */
  char const* text;        /* argument: the texts of all rows, one after the other */
  uint64_t const* offsets; /* argument: where row i begins and, at i + 1, ends: `count` + 1 of them */
} jur_column;

typedef struct jur_results {
  jur_type type;
  int32_t scale;        /* decimal: of all rows; written by the function */
  int64_t* numbers;     /* `count` of them */
  jur_status* statuses; /* `count` of them: how it went with each row; never null */
  char* text;           /* room for `capacity` bytes */
  uint64_t* offsets;    /* `count` + 1 of them, the first is 0 */
  uint64_t capacity;
  uint64_t text_size; /* bytes written, or needed */
} jur_results;

/* `signature` names the types of the arguments and of the result: "date, int -> date", " -> bool" without arguments.
 * Types: bool, int, decimal, date, text. */
typedef struct jur_function {
  char const* name; /* `next_working_day`: letters a to z, digits and _, beginning with a letter */
  char const* signature;
  char const* summary; /* one sentence in English, for lists; the law it rests on belongs in it */
  /* Never null. `result->type` is set, and for a text `buffer` and `capacity`. */
  jur_status (*scalar)(jur_value const* arguments, uint64_t count, jur_value* result);
  /* May be null: the host then calls `scalar` for each row. `columns` arguments of `count` rows each. JUR_OK: every row has its
   * status. */
  jur_status (*batch)(jur_column const* arguments, uint64_t columns, uint64_t count, jur_results* results);
} jur_function;

/* Turns one record of a register or a case system into facts of a schema, written as YAML or JSON. */
typedef struct jur_adapter {
  char const* name;   /* `police_csv` */
  char const* schema; /* `no/narcotics_case` */
  char const* summary;
  /* `header` is the register's header line, empty where the format has none. Writes the facts, or with JUR_BAD_ARGUMENT one
   * sentence that says what is wrong with the record, naming the field and never a person's data. */
  jur_status (*convert)(char const* header, uint64_t header_size, char const* record, uint64_t record_size, char* facts,
                        uint64_t capacity, uint64_t* facts_size);
} jur_adapter;

/* What the jurisdiction has settled about decisions as such. Names that hosts know, with the form of their values:
 *   milder_law           yes, no            whether the law at the time of decision applies where it is milder
 *   severity.<subject>   a < b = c < d      the order of what a decision gives, mildest first
 *   retention            P5Y                how long decision records are kept (ISO 8601)
 *   date_format          d. month yyyy      an example with the parts d, dd, m, mm, month, yyyy
 *   decimal_sign         ,
 *   thousands_sign       (a no-break space) */
typedef struct jur_policy {
  char const* name;
  char const* value;
} jur_policy;

typedef struct jurisdiction_v1 {
  uint32_t magic;
  uint32_t abi_major;
  uint32_t abi_minor;
  uint32_t struct_size; /* sizeof(jurisdiction_v1) where the plugin was compiled */
  char const* id;       /* `no`: two to eight letters a to z */
  char const* version;  /* `1.0.0` */
  char const* title;    /* `Norway` */
  jur_function const* functions;
  uint64_t function_count;
  jur_adapter const* adapters; /* null where there are none; likewise below */
  uint64_t adapter_count;
  jur_policy const* policies;
  uint64_t policy_count;
  char const* const* packages; /* rule packages that belong to it: `no.penal.minor_narcotics` */
  uint64_t package_count;
  char const* const* schemas; /* `no/narcotics_case` */
  uint64_t schema_count;
  /* Checks the plugin against itself, in less than a second. Not JUR_OK: `message` says what is wrong, in at most `capacity`
   * bytes, and `message_size` of them are written. Never null. */
  jur_status (*self_test)(char* message, uint64_t capacity, uint64_t* message_size);
} jurisdiction_v1;

/* The type of the one symbol. `host_major` and `host_minor` are the host's; a plugin may return null where they do not do. */
typedef jurisdiction_v1 const* (*jur_entry)(uint32_t host_major, uint32_t host_minor);

#ifdef __cplusplus
}
#endif

#endif
