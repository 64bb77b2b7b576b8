// Header and record become a Row; then each column in turn adds a fact or says what is wrong. The first fault ends the work.
#include "plugins/norway/police_csv.h"

#include <map>

#include "plugins/norway/csv.h"
#include "plugins/norway/identity_number.h"
#include "plugins/norway/json.h"
#include "plugins/norway/police_fields.h"

namespace norway {
namespace {

constexpr std::array<std::string_view, 6> kSingleColumns{"fodselsnummer",   "fodselsdato", "handlingsdato",
                                                         "avgjorelsesdato", "handling",    "egen_bruk"};
constexpr std::size_t kMaxSeizures = 100;  // maxItems of case.seizures in the schema
constexpr std::string_view kUnknown = "\"unknown\"";
constexpr std::string_view kDateForm = "a date such as 04.05.2026";

std::string substance_column(std::size_t number) { return "stoff_" + std::to_string(number); }
std::string amount_column(std::size_t number) { return "mengde_" + std::to_string(number); }

bool is_column(std::string_view name) {
  if (std::find(kSingleColumns.begin(), kSingleColumns.end(), name) != kSingleColumns.end()) {
    return true;
  }
  for (std::size_t number = 1; number <= kMaxSeizures; ++number) {
    if (name == substance_column(number) || name == amount_column(number)) {
      return true;
    }
  }
  return false;
}

class Row {
 public:
  // Stays without columns where `fault` is then told.
  Row(std::string_view header, std::string_view record) { read(header, record); }

  std::string const& fault() const { return fault_; }
  void refuse(std::string_view column, std::string_view why) {
    if (fault_.empty()) {
      fault_ = "column `" + std::string(column) + "` " + std::string(why);
    }
  }

  bool has(std::string const& column) const { return fields_.count(column) > 0; }
  std::string const& field(std::string const& column) const { return fields_.at(column); }

 private:
  void read(std::string_view header, std::string_view record) {
    CsvLine const names = cut_csv(header);
    CsvLine const values = cut_csv(record);
    if (!names.fault.empty() || !values.fault.empty()) {
      fault_ = names.fault.empty() ? "in the record " + values.fault : "in the header " + names.fault;
    } else if (names.fields.size() != values.fields.size()) {
      fault_ = "the header has " + std::to_string(names.fields.size()) + " fields and the record " +
               std::to_string(values.fields.size());
    } else {
      fill(names.fields, values.fields);
      look_for_missing();
    }
  }

  void fill(std::vector<std::string> const& names, std::vector<std::string> const& values) {
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (!is_column(names[at])) {  // its name stays untold: a record that stands for a header is full of data
        fault_ = "the name of column " + std::to_string(at + 1) + " is none that this adapter knows";
      } else if (!fields_.emplace(names[at], values[at]).second) {
        fault_ = "column `" + names[at] + "` stands twice in the header";
      }
      if (!fault_.empty()) {
        return;
      }
    }
  }

  void look_for_missing() {
    for (std::string_view const name : kSingleColumns) {
      require(std::string(name));
    }
    require(substance_column(1));
    std::size_t last = kMaxSeizures;
    while (last > 0 && !has(substance_column(last)) && !has(amount_column(last))) {
      --last;
    }
    for (std::size_t number = 1; number <= last; ++number) {
      require(substance_column(number));
      require(amount_column(number));
    }
  }

  void require(std::string const& name) {
    if (!has(name)) {
      refuse(name, "is missing");
    }
  }

  std::map<std::string, std::string> fields_;
  std::string fault_;
};

using Members = std::vector<JsonMember>;

// Adds the fact of one column: nothing for an empty field, unknown for `ukjent`, else what `read` makes of it.
template <class Read>
void add(Row& row, std::string const& column, std::string_view fact, Read const& read, std::string_view form,
         Members& members) {
  std::string const& field = row.field(column);
  if (field.empty()) {
    return;
  }
  std::optional<std::string> value = field == "ukjent" ? std::optional<std::string>(kUnknown) : read(field);
  if (!value) {
    row.refuse(column, "is not " + std::string(form));
    return;
  }
  members.push_back({fact, std::move(*value)});
}

std::optional<std::string> read_json_date(std::string_view field) {
  std::optional<jur::Date> const date = read_date(field);
  return date ? std::optional(json_text(iso_text(*date))) : std::nullopt;
}

std::string seizure(Row& row, std::size_t number) {
  Members members;
  add(row, substance_column(number), "substance", read_substance, "a name in the table of substances", members);
  add(row, amount_column(number), "amount", read_amount, "an amount such as 12,5 g", members);
  return members.empty() ? std::string() : json_object(members);
}

void add_seizures(Row& row, Members& members) {
  bool const none = row.field(substance_column(1)) == "ingen";
  std::vector<std::string> seizures;
  for (std::size_t number = 1; row.has(substance_column(number)); ++number) {
    if (none && number == 1 && row.field(amount_column(1)).empty()) {
      continue;
    }
    std::string one = seizure(row, number);
    if (!one.empty()) {
      seizures.push_back(std::move(one));
    }
  }
  if (none && !seizures.empty()) {
    row.refuse(substance_column(1), "says that nothing was found, and another column names a find");
  }
  if (none || !seizures.empty()) {
    members.push_back({"seizures", json_array(seizures)});
  }
}

std::string case_facts(Row& row) {
  Members members;
  add(row, "handlingsdato", "act_date", read_json_date, kDateForm, members);
  add(row, "avgjorelsesdato", "decision_date", read_json_date, kDateForm, members);
  add(row, "handling", "act", read_act, "one of bruk, erverv, innehav and annen", members);
  add(row, "egen_bruk", "for_own_use", read_yes_no, "ja or nei", members);
  add_seizures(row, members);
  return members.empty() ? std::string() : json_object(members);
}

// The day whose rules the identity number has to follow, where the record tells one.
std::optional<jur::Date> judged_on(Row const& row) {
  std::optional<jur::Date> const decided = read_date(row.field("avgjorelsesdato"));
  return decided ? decided : read_date(row.field("handlingsdato"));
}

// Empty where the number tells none; a number that is not valid refuses the record.
std::optional<jur::Date> told_by_number(Row& row) {
  std::string const& number = row.field("fodselsnummer");
  if (number.empty() || number == "ukjent") {
    return std::nullopt;
  }
  std::optional<jur::Date> const day = judged_on(row);
  if (day ? !identity_number_is_valid_on(number, *day) : !identity_number_is_valid(number)) {
    row.refuse("fodselsnummer", "is no valid identity number");
    return std::nullopt;
  }
  return day ? identity_number_birth_date_on(number, *day) : identity_number_birth_date(number);
}

std::string offender_facts(Row& row) {
  std::optional<jur::Date> const told = told_by_number(row);
  std::optional<jur::Date> const given = read_date(row.field("fodselsdato"));
  if (told && given && *told != *given) {
    row.refuse("fodselsdato", "tells another day than column `fodselsnummer`");
  }
  Members members;
  add(row, "fodselsdato", "birth_date", read_json_date, kDateForm, members);
  if (told) {
    members.assign(1, {"birth_date", json_text(iso_text(*told))});
  } else if (members.empty() && row.field("fodselsnummer") == "ukjent") {
    members.push_back({"birth_date", std::string(kUnknown)});
  }
  return members.empty() ? std::string() : json_object(members);
}

}  // namespace

jur::Converted convert_police_csv(std::string_view header, std::string_view record) {
  Row row(header, record);
  if (!row.fault().empty()) {
    return {false, row.fault()};
  }
  std::string const of_case = case_facts(row);
  std::string const of_offender = offender_facts(row);
  if (!row.fault().empty()) {
    return {false, row.fault()};
  }
  Members groups;
  if (!of_case.empty()) {
    groups.push_back({"case", of_case});
  }
  if (!of_offender.empty()) {
    groups.push_back({"offender", of_offender});
  }
  return {true, json_object(groups)};
}

}  // namespace norway
