// Fact schemas: what is read from good ones, and what is said of each kind of bad one.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "engine/base/date.h"
#include "engine/schema/compose.h"
#include "tests/unit/schema/schema_text.h"

namespace hjemmel::schema {
namespace {

using Names = std::vector<std::string>;

std::string file(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The one property of a schema, `case.x`.
Property only(std::string const& lines) {
  Reading const reading(schema_with(lines));
  EXPECT_EQ(reading.faults(), "") << lines;
  return reading.schema ? reading.schema->properties.at(0) : Property{};
}

// A schema of the repository with the parts that it refers to; what is wrong with it is in the sink.
struct Composed {
  source::Sources sources;
  diag::Sink sink;
  std::optional<FactSchema> schema;

  explicit Composed(std::string const& name) {
    auto const root = read(name);
    auto const whole = root ? compose(
                                  *root, [this](std::string const& part, source::Span) { return read(part); }, sink)
                            : std::nullopt;
    schema = whole ? read_fact_schema(*whole, sink) : std::nullopt;
  }
  std::optional<document::Node> read(std::string const& name) {
    std::string const path = "schemas/" + name + ".schema.yaml";
    return document::read(sources.add(path, file(path)), document::Format::yaml, sources, sink);
  }
  [[nodiscard]] Property const* find(std::string_view name) const {
    auto const at = std::find_if(schema->properties.begin(), schema->properties.end(),
                                 [&](Property const& property) { return property.info.name == name; });
    return at == schema->properties.end() ? nullptr : &*at;
  }
};

// The fact schemas of Norway, `no/lar_case`.
Names norwegian_schemas() {
  Names names;
  for (auto const& entry : std::filesystem::directory_iterator("schemas/no")) {
    std::string const name = entry.path().filename().string();
    if (name.ends_with(".schema.yaml")) {
      names.push_back("no/" + name.substr(0, name.size() - std::string_view(".schema.yaml").size()));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(FactSchema, every_fact_of_the_norwegian_schemas_has_words_and_a_sensitivity) {
  Names const names = norwegian_schemas();
  ASSERT_GT(names.size(), 2U);
  for (std::string const& name : names) {
    Composed const reading(name);
    ASSERT_TRUE(reading.schema) << name << ": " << document::fault_lines(reading.sink, reading.sources);
    EXPECT_EQ(reading.schema->id, name);
    for (Property const& property : reading.schema->properties) {
      EXPECT_FALSE(property.info.label.nb.empty()) << name << ", " << property.info.name;
      EXPECT_FALSE(property.info.label.en.empty()) << name << ", " << property.info.name;
      EXPECT_FALSE(property.assessment && property.judged_by.empty()) << name << ", " << property.info.name;
    }
  }
}

TEST(FactSchema, reads_the_narcotics_case) {
  Composed const reading("no/narcotics_case");
  ASSERT_TRUE(reading.schema);
  Property const& seizures = *reading.find("case.seizures");
  EXPECT_EQ(seizures.max_items, 100U);
  ASSERT_GT(seizures.fields.size(), 2U);
  EXPECT_EQ(seizures.fields[0].enumeration, "Substance");
  EXPECT_EQ(seizures.fields[0].values.front(), "cannabis");
  EXPECT_EQ(seizures.fields[0].values.back(), "other");
  EXPECT_EQ(seizures.fields[0].value_labels.at(1).nb, "kokain");
  EXPECT_EQ(seizures.fields[1].type, SchemaType::amount);
  EXPECT_EQ(seizures.fields[1].amount_of, "substance");
  Property const& dependent = *reading.find("offender.drug_dependent");
  EXPECT_EQ(dependent.factors.size(), 8U);
  EXPECT_EQ(dependent.info.sensitivity, ir::Sensitivity::health);
  EXPECT_EQ(dependent.judged_by, (Names{"prosecutor", "court"}));
  EXPECT_TRUE(reading.find("offender.risk_shown")->ordered);
  EXPECT_TRUE(reading.find("offender.birth_date")->info.fixed) << "by reference to the part on persons";
  EXPECT_TRUE(reading.find("case.act_date")->info.fixed);
  EXPECT_FALSE(reading.find("case.decision_date")->info.fixed);
}

TEST(FactSchema, reads_each_type) {
  EXPECT_EQ(only("x: {type: boolean}").type, SchemaType::boolean);
  EXPECT_EQ(only("x: {type: integer}").type, SchemaType::integer);
  EXPECT_EQ(only("x: {type: string, format: date}").type, SchemaType::date);
  EXPECT_EQ(only("x: {type: string, format: date-time}").type, SchemaType::moment);
  EXPECT_EQ(only("x: {type: string, x-type: decimal}").type, SchemaType::decimal);
  EXPECT_EQ(only("x: {type: string, x-type: text}").type, SchemaType::text);
  EXPECT_EQ(only("x: {type: string, x-unit: g}").unit, "g");
  EXPECT_EQ(only("x: {type: string, enum: [a, b]}").enumeration, "case.x");
  EXPECT_EQ(only("x: {type: string, enum: [a, b], x-enum: E}").enumeration, "E");
  EXPECT_EQ(only("x: {type: array, maxItems: 3, items: {type: object, properties: {y: {type: boolean}}}}")
                .fields.at(0)
                .info.name,
            "y");
}

TEST(FactSchema, reads_what_stands_beside_the_type) {
  Property const property = only(
      "x:\n  type: boolean\n  title: t\n  description: d\n  $comment: c\n  x-label: {nb: b\xC3\xA5t, en: boat}\n  "
      "x-sensitivity: health\n"
      "  x-not-applicable: true\n  x-fixed: false\n  x-from: [police, offender]\n  x-assessment: {by: [court], "
      "weighing: [one, two]}\n");
  EXPECT_EQ(property.info.label.nb, "b\xC3\xA5t");
  EXPECT_EQ(property.info.sensitivity, ir::Sensitivity::health);
  EXPECT_TRUE(property.info.may_be_not_applicable);
  EXPECT_FALSE(property.info.fixed);
  EXPECT_EQ(property.info.from, (Names{"police", "offender"}));
  EXPECT_TRUE(property.assessment);
  EXPECT_EQ(property.judged_by, (Names{"court"}));
  EXPECT_EQ(property.factors, (Names{"one", "two"}));
}

TEST(FactSchema, reads_bounds_into_the_base_unit) {
  EXPECT_EQ(only("x: {type: integer, minimum: -1, maximum: 3}").info.minimum, base::Decimal::of(-1));
  EXPECT_EQ(only("x: {type: string, x-unit: g, x-minimum: 300 mg}").info.minimum, base::Decimal::of(3, 1));
  EXPECT_EQ(only("x: {type: string, x-unit: years, x-maximum: 2 years}").info.maximum, base::Decimal::of(24));
  EXPECT_EQ(only("x: {type: string, x-unit: blotter, x-minimum: 0 blotter}").info.minimum, base::Decimal{});
  EXPECT_EQ(only("x: {type: string, x-type: decimal, x-maximum: 0.5}").info.maximum, base::Decimal::of(5, 1));
  EXPECT_EQ(only("x: {type: string, format: date, x-minimum: 1970-01-02}").info.minimum, base::Decimal::of(1));
}

TEST(FactSchema, refuses_unknown_keywords_with_the_nearest) {
  EXPECT_EQ(faults_of("x: {type: boolean, x-sensitvity: health}"),
            "[schema_unknown_keyword] 7:26 <x-sensitvity> `x-sensitvity` is no keyword of a fact schema | did you mean "
            "`x-sensitivity`\n");
  EXPECT_EQ(
      faults_of("x: {type: boolean, pattern: a}"),
      "[schema_unknown_keyword] 7:26 <pattern> `pattern` is no keyword of a fact schema | schemas/README.md lists "
      "the keywords\n");
  EXPECT_EQ(
      Reading("$id: t\ntype: object\nrequired: [a]\nproperties: {a: {type: boolean}}\n").faults(),
      "[schema_unknown_keyword] 3:1 <required> `required` is no keyword of a fact schema | every fact may be left "
      "out, and then counts "
      "as not asked; take it out\n");
}

TEST(FactSchema, a_default_is_a_value_of_its_fact) {
  EXPECT_EQ(faults_of("x: {type: boolean, default: true}"), "");
  EXPECT_EQ(faults_of("x: {type: integer, default: 3}"), "");
  EXPECT_EQ(faults_of("x: {type: string, x-unit: g, default: 5 g}"), "");
  EXPECT_NE(faults_of("x: {type: boolean, default: maybe}").find("`default` needs true or false"), std::string::npos);
  EXPECT_NE(faults_of("x: {type: integer, minimum: 4, default: 3}").find("lies outside"), std::string::npos);
  EXPECT_NE(faults_of("x: {type: string, enum: [a, b], default: c}").find("one of the values of `enum`"),
            std::string::npos);
}

TEST(FactSchema, an_assessment_and_an_amount_have_no_default) {
  EXPECT_NE(faults_of("x: {type: boolean, default: true, x-assessment: {by: [court]}}").find("[schema_clash]"),
            std::string::npos);
  EXPECT_NE(faults_of("x: {type: string, x-amount-of: k, default: 0}").find("an amount has no default"),
            std::string::npos);
}

TEST(FactSchema, refuses_keywords_in_the_wrong_place) {
  EXPECT_EQ(faults_of("x: {type: boolean, maxItems: 3}"),
            "[schema_misplaced_keyword] 7:26 <maxItems> `maxItems` means nothing for a fact | take it out\n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-unit: g}"),
            "[schema_misplaced_keyword] 7:26 <x-unit> `x-unit` means nothing for type boolean | take it out\n");
  EXPECT_EQ(faults_of("x: {type: string, format: date, x-ordered: true}"),
            "[schema_misplaced_keyword] 7:39 <x-ordered> `x-ordered` means nothing for what is no enumeration | take "
            "it out\n");
  EXPECT_EQ(faults_of("x: {type: boolean, minimum: 1}"),
            "[schema_misplaced_keyword] 7:26 <minimum> `minimum` means nothing for this type | take it out\n");
  EXPECT_EQ(faults_of("x: {type: string, x-unit: g, minimum: 1}"),
            "[schema_misplaced_keyword] 7:36 <minimum> `minimum` means nothing for this type | write `x-minimum`\n");
  EXPECT_EQ(faults_of("x: {type: integer, x-maximum: 1}"),
            "[schema_misplaced_keyword] 7:26 <x-maximum> `x-maximum` means nothing for this type | write `maximum`\n");
  EXPECT_EQ(faults_of("x: {type: array, maxItems: 1, items: {type: object, properties: {y: {type: boolean, "
                      "x-assessment: {by: [a]}}}}}"),
            "");
}

TEST(FactSchema, a_string_says_exactly_one_thing_that_it_is) {
  EXPECT_EQ(faults_of("x: {type: string}"),
            "[schema_missing_keyword] 7:7 <x> a string must say what it is | add `enum`, `format: date`, `format: "
            "date-time`, `x-unit`, "
            "`x-amount-of`, `x-type: decimal` or `x-type: text`\n");
  EXPECT_EQ(faults_of("x: {type: string, format: date, x-unit: g}"),
            "[schema_clash] 7:39 <x-unit> `x-unit` and `format` exclude each other | a fact is one thing; keep one of "
            "them\n");
  EXPECT_EQ(
      faults_of("x: {type: string, format: time}"),
      "[schema_bad_value] 7:33 <time> `time` is no format of a fact schema | the formats are `date` and `date-time`\n");
  EXPECT_EQ(
      faults_of("x: {type: string, x-type: number}"),
      "[schema_bad_value] 7:33 <number> `number` is no type of a string | write `x-type: decimal` or `x-type: text`\n");
  EXPECT_EQ(faults_of("x: {type: number}"),
            "[schema_bad_value] 7:17 <number> a number may lose digits on its way | write `type: string` with "
            "`x-type: decimal`, or with `x-unit`\n");
  EXPECT_EQ(faults_of("x: {type: bool}"),
            "[schema_bad_value] 7:17 <bool> `bool` is no type of a fact | write boolean, integer or string\n");
  EXPECT_EQ(faults_of("x: {x-fixed: true}"),
            "[schema_missing_keyword] 7:7 <x> `type` is missing | write `type: boolean`, `integer` or `string`, "
            "`array` for a list, `object` for a group\n");
}

TEST(FactSchema, refuses_bad_enumerations) {
  EXPECT_EQ(faults_of("x: {type: string, enum: [a, a]}"),
            "[schema_clash] 7:35 <a> `a` stands twice in `enum` | keep one of them\n");
  EXPECT_EQ(faults_of("x: {type: string, enum: []}"),
            "[schema_bad_value] 7:31 <[]> `enum` needs a list of values | write `enum: [use, acquisition]`\n");
  EXPECT_EQ(faults_of("x: {type: string, enum: [15 g]}"),
            "[schema_bad_value] 7:32 <15 g> a value of an enumeration is a name, and this is none | "
            "a name is letters, digits and `_`, and starts with a letter\n");
  EXPECT_EQ(faults_of("x: {type: string, enum: [a, unknown]}"),
            "[schema_bad_value] 7:35 <unknown> `unknown` cannot be a value of an enumeration | "
            "take another name; the word has a meaning of its own in facts\n");
  EXPECT_EQ(
      faults_of("x: {type: string, enum: [use], x-labels: {us: {nb: a, en: b}}}"),
      "[schema_bad_value] 7:49 <us> `us` is none of the values of `enum` | did you mean `use`\n"
      "[schema_missing_keyword] 7:48 <{us: {nb: a, en: b}}> `use` has no label | write a label for each value, or "
      "leave `x-labels` out\n");
  EXPECT_EQ(faults_of("x: {type: string, enum: [a, b], x-enum: E}\ny: {type: string, enum: [b, a], x-enum: E}"),
            "[schema_clash] 8:7 <y> `E` does not list the same values everywhere | list the same values in the same "
            "order, or give it another "
            "name\nnote 7:7 <x> the first one is here\n");
}

TEST(FactSchema, refuses_bad_lists) {
  EXPECT_EQ(faults_of("x: {type: array, items: {type: object, properties: {y: {type: boolean}}}}"),
            "[schema_missing_keyword] 7:7 <x> a list must say how long it can be | write `maxItems: 100`\n");
  for (std::string const count : {"0", "10001", "1.5", "-1", "many", "1e3"}) {
    EXPECT_NE(
        faults_of("x: {type: array, maxItems: " + count + ", items: {type: object, properties: {y: {type: boolean}}}}")
            .find("`maxItems` needs a whole number from 1 to 10000"),
        std::string::npos)
        << count;
  }
  EXPECT_EQ(faults_of("x: {type: array, maxItems: 10000, items: {type: object, properties: {y: {type: boolean}}}}"),
            "");
  EXPECT_EQ(
      faults_of("x: {type: array, maxItems: 2, items: {type: object, properties: {y: {type: array}}}}"),
      "[schema_nested_list] 7:72 <y> a list's records hold single values, no lists and no groups | make `y` a list "
      "of its own beside this "
      "one\n");
  EXPECT_EQ(faults_of("x: {type: array, maxItems: 2, items: {type: array}}"),
            "[schema_nested_list] 7:44 <{type: array}> a list of lists is not possible | use a list of records\n");
  EXPECT_EQ(faults_of("x: {type: array, maxItems: 2, items: {type: boolean}}"),
            "[schema_bad_value] 7:44 <{type: boolean}> a list holds records | write `type: object` and `properties:` "
            "under `items:`\n");
  EXPECT_EQ(
      faults_of("x: {type: object, properties: {y: {type: boolean}}}"),
      "[schema_bad_value] 7:7 <x> a group inside a group is not possible | write its facts into `case`, or make a "
      "list of it\n");
}

TEST(FactSchema, an_amount_is_of_an_enumeration_beside_it) {
  EXPECT_EQ(faults_of("s: {type: string, enum: [a]}\nx: {type: string, x-amount-of: s, x-minimum: 0}"), "");
  EXPECT_EQ(faults_of("x: {type: string, x-amount-of: s}"),
            "[schema_bad_value] 7:7 <x> `s` is no enumeration beside `case.x` | `x-amount-of` names the "
            "property that says of what the amount is\n");
  EXPECT_EQ(faults_of("s: {type: string, enum: [a]}\nx: {type: string, x-amount-of: s, x-minimum: 1}"),
            "[schema_bad_value] 8:52 <1> `x-minimum` needs `0`, as its unit depends on what it is of | \n");
}

TEST(FactSchema, refuses_bad_values_of_our_keywords) {
  EXPECT_EQ(faults_of("x: {type: boolean, x-sensitivity: secret}"),
            "[schema_bad_value] 7:41 <secret> `secret` is no sensitivity | write none, personal, health or criminal\n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-fixed: \"true\"}"),
            "[schema_bad_value] 7:35 <\"true\"> `x-fixed` needs true or false, without quotes | \n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-label: {en: a}}"), "");
  EXPECT_EQ(faults_of("x: {type: boolean, x-label: {}}"),
            "[schema_bad_value] 7:35 <{}> a label says nothing | write `{nb: …, en: …}`, or one of them\n");
  EXPECT_EQ(Reading("$id: no/t\ntype: object\nproperties: {a: {type: boolean, x-label: {nb: a}}}\n").faults(),
            "[schema_bad_value] 3:42 <{nb: a}> a label says it in both languages | write `{nb: …, en: …}`; one of them "
            "is enough in a schema that is not under `no/`\n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-label: {nb: a, en: b, sv: c}}"),
            "[schema_bad_value] 7:50 <sv> a label has no language `sv` | the languages are nb and en\n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-from: police}"),
            "[schema_bad_value] 7:34 <police> `x-from` needs a list of names, such as `[prosecutor, court]` | \n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-assessment: {by: [a, a]}}"),
            "[schema_clash] 7:49 <a> `a` stands twice in `by` | keep one of them\n");
  EXPECT_EQ(faults_of("x: {type: boolean, x-assessment: {weighing: [a]}}"),
            "[schema_missing_keyword] 7:40 <{weighing: [a]}> an assessment must say who judges | write `x-assessment: "
            "{by: [prosecutor, court]}`\n");
  EXPECT_EQ(
      faults_of("x: {type: boolean, x-assessment: {by: [a], wheighing: [b]}}"),
      "[schema_unknown_keyword] 7:50 <wheighing> `wheighing` is no part of an assessment | its parts are `by` and "
      "`weighing`\n");
  EXPECT_EQ(faults_of("x: {type: string, x-unit: g, x-minimum: 0 kr}"),
            "[schema_bad_value] 7:47 <0 kr> `x-minimum` needs a number and a unit, such as `0 g` | \n");
  EXPECT_EQ(faults_of("x: {type: integer, minimum: 3, maximum: 1}"),
            "[schema_clash] 7:7 <x> the smallest value of `case.x` is greater than the greatest | exchange them\n");
}

TEST(FactSchema, a_cost_is_a_whole_number_from_1_to_9) {
  EXPECT_EQ(only("x: {type: boolean}").info.cost, 1U);
  EXPECT_EQ(only("x: {type: boolean, x-cost: 1}").info.cost, 1U);
  EXPECT_EQ(only("x: {type: boolean, x-cost: 9}").info.cost, 9U);
  EXPECT_EQ(only("x: {type: array, maxItems: 1, x-cost: 3, items: {type: object, properties: {y: {type: boolean}}}}")
                .info.cost,
            3U);
  for (std::string const bad : {"0", "10", "-1", "1.5", "\"3\"", "high", "[1]"}) {
    EXPECT_EQ(faults_of("x: {type: boolean, x-cost: " + bad + "}"),
              "[schema_bad_value] 7:34 <" + bad +
                  "> `x-cost` needs a whole number from 1 to 9 | 1 is what is found out "
                  "at once, 9 what takes the most\n");
  }
}

TEST(FactSchema, refuses_a_bad_head) {
  EXPECT_EQ(Reading("type: object\nproperties: {a: {type: boolean}}\n").faults().substr(0, 28),
            "[schema_missing_keyword] 1:1");
  EXPECT_EQ(
      Reading(
          "$id: t\n$schema: http://json-schema.org/draft-07/schema#\ntype: object\nproperties: {a: {type: boolean}}\n")
          .faults(),
      "[schema_bad_value] 2:10 <http://json-schema.org/draft-07/schema#> this is another dialect of JSON Schema | "
      "write `https://json-schema.org/draft/2020-12/schema`\n");
  EXPECT_EQ(Reading("$id: t\ntype: object\nadditionalProperties: true\nproperties: {a-b: {type: boolean}}\n").faults(),
            "[schema_bad_value] 3:23 <true> a key that the schema does not have is always a fault in facts | write "
            "`additionalProperties: false`\n"
            "[schema_bad_value] 4:14 <a-b> `a-b` is no name that a rule can write | a name is letters, digits and `_`, "
            "and starts with a letter\n");
  EXPECT_FALSE(Reading("[1]").schema);
  EXPECT_FALSE(Reading("text").schema);
  EXPECT_FALSE(Reading("$id: t\ntype: object\n").schema);
}

TEST(FactSchema, tells_every_fault_of_a_file) {
  Reading const reading(schema_with("x: {type: bool}\ny: {type: string}\nz: {type: boolean, x-form: [a]}"));
  EXPECT_EQ(reading.sink.errors(), 3U);
  EXPECT_FALSE(reading.schema);
}

}  // namespace
}  // namespace hjemmel::schema
