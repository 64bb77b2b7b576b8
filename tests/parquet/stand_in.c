/* A library in the place of DuckDB's, for what hjemmel does with one: it has the functions that are used, over a text file.

   A line of the file is a row as the query would give it, and all rows have a few columns of fixed types. Other lines:
     #float, #wide N, #refused WORDS   first: a DOUBLE within a list of structs; N columns; every query of the file fails with WORDS
     !WORDS                            the rows end there with the error WORDS
     ~                                 a row that is null
     -                                 a row that is counted and never given; + one that is given and not counted
   Chunks have at most two rows. STAND_IN_WITHOUT leaves one function out, STAND_IN_CLOSED opens no database. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 4096, ROW_BYTES = 4096, CHUNK = 2 };
enum { BIGINT = 5, DOUBLE = 11, DATE = 13, VARCHAR = 17, DECIMAL = 19, LIST = 24, STRUCT = 25 };

typedef struct Type {
  int id;
  int is_float; /* of the numbers within */
} Type;

typedef struct Table {
  int is_float;
  uint64_t wide;
  char refused[ROW_BYTES];
  char* rows[MOST_ROWS];
  uint64_t count;
} Table;

typedef enum Asked { NOTHING, COLUMNS, COUNT, ROWS } Asked;

typedef struct Statement {
  Asked asked;
  Table table;
  unsigned long long begin;
  unsigned long long end;
  uint64_t at;     /* of the table's lines */
  uint64_t number; /* of rows */
  char const* error;
} Statement;

typedef struct Result {
  uint64_t counts[3];
  void* columns;
  char* error;
  Statement* statement;
} Result;

typedef union Text {
  struct {
    uint32_t size;
    char prefix[4];
    char const* bytes;
  } far_;
  struct {
    uint32_t size;
    char bytes[12];
  } near_;
  int64_t number;
} Text;

typedef struct Chunk {
  uint64_t size;
  uint64_t validity;
  Text texts[CHUNK];
  int64_t number;
  int is_number;
} Chunk;

/* Handles that were not given back. */
static int open_handles = 0;
int stand_in_open_handles(void) { return open_handles; }

static void* take(size_t size) {
  ++open_handles;
  return calloc(1, size);
}
static void give(void** handle) {
  if (*handle != NULL) {
    --open_handles;
    free(*handle);
    *handle = NULL;
  }
}

static char* copy_of(char const* text) {
  char* copy = take(strlen(text) + 1);
  return strcpy(copy, text);
}

int duckdb_create_config(void** config) { return (*config = take(1)) == NULL; }
int duckdb_set_config(void* config, char const* name, char const* value) {
  return config == NULL || *name == 0 || *value == 0;
}
void duckdb_destroy_config(void** config) { give(config); }
void duckdb_free(void* memory) { give(&memory); }
int duckdb_open_ext(char const* path, void** database, void* config, char** error) {
#ifdef STAND_IN_CLOSED
  *error = copy_of("there is no\nroom");
  return path != NULL || config == NULL || database != NULL;
#else
  *error = NULL;
  *database = take(1);
  return path != NULL || config == NULL;
#endif
}
void duckdb_close(void** database) { give(database); }
int duckdb_connect(void* database, void** connection) {
  *connection = take(1);
  return database == NULL;
}
void duckdb_disconnect(void** connection) { give(connection); }

static int read_table(char const* query, Table* table) {
  char path[256];
  char const* const named = strstr(query, "read_parquet('");
  FILE* file = named != NULL && sscanf(named, "read_parquet('%255[^']'", path) == 1 ? fopen(path, "r") : NULL;
  char line[ROW_BYTES];
  if (file == NULL) {
    return 0;
  }
  while (fgets(line, sizeof line, file) != NULL && table->count < MOST_ROWS) {
    line[strcspn(line, "\n")] = 0;
    if (strcmp(line, "#float") == 0) {
      table->is_float = 1;
    } else if (sscanf(line, "#wide %lu", &table->wide) == 1) {
    } else if (strncmp(line, "#refused ", 9) == 0) {
      snprintf(table->refused, sizeof table->refused, "%.2000s\n\t'%s'\n\nLINE 1: %.100s", line + 9, path, query);
    } else {
      table->rows[table->count++] = strdup(line);
    }
  }
  fclose(file);
  return 1;
}

int duckdb_prepare(void* connection, char const* query, void** out) {
  Statement* const statement = take(sizeof(Statement));
  char const* const range = strstr(query, "WHERE file_row_number");
  *out = statement;
  statement->end = UINT64_MAX;
  if (strncmp(query, "SET ", 4) == 0) {
    return connection == NULL;
  }
  statement->asked = strncmp(query, "SELECT * ", 9) == 0          ? COLUMNS
                     : strncmp(query, "SELECT count(*)", 15) == 0 ? COUNT
                                                                  : ROWS;
  if (range != NULL) {
    sscanf(range, "WHERE file_row_number >= %llu AND file_row_number < %llu", &statement->begin, &statement->end);
  }
  if (!read_table(query, &statement->table)) {
    statement->error = "there is no such file";
  } else if (statement->table.refused[0] != 0) {
    statement->error = statement->table.refused;
  }
  return statement->error != NULL;
}
char const* duckdb_prepare_error(Statement* statement) { return statement->error; }
void duckdb_destroy_prepare(void** handle) {
  Statement* const statement = *handle;
  for (uint64_t at = 0; statement != NULL && at < statement->table.count; ++at) {
    free(statement->table.rows[at]);
  }
  give(handle);
}
int duckdb_execute_prepared_streaming(Statement* statement, Result* result) {
  ++open_handles;
  result->statement = statement;
  return 0;
}
char const* duckdb_result_error(Result* result) { return result->statement->error; }
void duckdb_destroy_result(Result* result) {
  open_handles -= result->statement != NULL;
  result->statement = NULL;
}

uint64_t duckdb_column_count(Result* result) {
  return result->statement->table.wide > 0 ? result->statement->table.wide : 4;
}
char const* duckdb_column_name(Result* result, uint64_t column) {
  static char const* const names[] = {"id", "substances", "born", "act"};
  return result->statement->table.wide > 0 ? "id" : names[column];
}
static Type* type_of(int id, int is_float) {
  Type* const type = take(sizeof(Type));
  type->id = id;
  type->is_float = is_float;
  return type;
}
Type* duckdb_column_logical_type(Result* result, uint64_t column) {
  static int const types[] = {BIGINT, LIST, DATE, VARCHAR};
  return type_of(result->statement->table.wide > 0 ? BIGINT : types[column], result->statement->table.is_float);
}
int duckdb_get_type_id(Type* type) { return type->id; }
Type* duckdb_list_type_child_type(Type* type) { return type_of(STRUCT, type->is_float); }
uint64_t duckdb_struct_type_child_count(Type* type) { return type->id == STRUCT ? 2 : 0; }
char* duckdb_struct_type_child_name(Type* type, uint64_t at) {
  return type->id == STRUCT && at == 0 ? copy_of("name") : copy_of("grams");
}
Type* duckdb_struct_type_child_type(Type* type, uint64_t at) {
  return type_of(at == 0 ? VARCHAR : type->is_float ? DOUBLE : DECIMAL, 0);
}
void duckdb_destroy_logical_type(void** type) { give(type); }

static int is_counted(char const* row) { return row[0] != '!' && row[0] != '+'; }

static Chunk* count_of(Statement* statement) {
  Chunk* chunk = NULL;
  if (statement->at++ == 0) {
    chunk = take(sizeof(Chunk));
    chunk->size = 1;
    chunk->is_number = 1;
    for (uint64_t at = 0; at < statement->table.count; ++at) {
      chunk->number += is_counted(statement->table.rows[at]);
    }
  }
  return chunk;
}

static void add_row(Chunk* chunk, char const* row) {
  Text* const text = &chunk->texts[chunk->size];
  const size_t size = strlen(row);
  chunk->validity |= (uint64_t)(strcmp(row, "~") != 0) << chunk->size;
  text->far_.size = (uint32_t)size;
  if (size <= sizeof text->near_.bytes) {
    memcpy(text->near_.bytes, row, size);
  } else {
    text->far_.bytes = row;
  }
  ++chunk->size;
}

#ifdef STAND_IN_WITHOUT
#define duckdb_fetch_chunk duckdb_fetch_another
#endif
Chunk* duckdb_fetch_chunk(Result result) {
  Statement* const statement = result.statement;
  if (statement->asked == COUNT) {
    return count_of(statement);
  }
  Chunk* chunk = take(sizeof(Chunk));
  while (statement->asked == ROWS && chunk->size < CHUNK && statement->at < statement->table.count) {
    char const* const row = statement->table.rows[statement->at];
    if (row[0] == '!') {
      statement->error = row + 1;
      break;
    }
    if (row[0] != '-' && statement->number >= statement->begin && statement->number < statement->end) {
      add_row(chunk, row);
    }
    ++statement->at;
    ++statement->number;
  }
  if (chunk->size == 0) {
    give((void**)&chunk);
  }
  return chunk;
}
uint64_t duckdb_data_chunk_get_size(Chunk* chunk) { return chunk->size; }
Chunk* duckdb_data_chunk_get_vector(Chunk* chunk, uint64_t column) { return column == 0 ? chunk : NULL; }
void duckdb_destroy_data_chunk(void** chunk) { give(chunk); }
void* duckdb_vector_get_data(Chunk* chunk) { return chunk->is_number ? (void*)&chunk->number : (void*)chunk->texts; }
uint64_t* duckdb_vector_get_validity(Chunk* chunk) {
  return chunk->validity == (1U << chunk->size) - 1 ? NULL : &chunk->validity;
}
