// The adapter police_csv: records that become facts, and records that are refused in words that repeat nothing of them.
#include <gtest/gtest.h>

#include "tests/plugin_functions/plugin.h"

namespace plugin_functions {
namespace {

constexpr std::string_view kHeader =
    "fodselsnummer;fodselsdato;handlingsdato;avgjorelsesdato;handling;egen_bruk;stoff_1;mengde_1;stoff_2;mengde_2";

Answer convert(std::string_view record, std::string_view header = kHeader) {
  return norway().convert("police_csv", header, record);
}

Answer refused(std::string_view sentence) { return {JUR_BAD_ARGUMENT, 0, 0, std::string(sentence)}; }

TEST(PoliceCsv, a_full_record) {
  EXPECT_EQ(convert(";20.01.1996;01.03.2026;04.05.2026;innehav;ja;Hasj;12,5 g;brunt\xC2\xA0stoff;"),
            refused("column `stoff_2` is not a name in the table of substances"));
  EXPECT_EQ(
      convert(";20.01.1996;01.03.2026;2026-05-04;innehav;ja;Hasj;12,5 g;kokain;300 mg"),
      text(
          R"({"case": {"act_date": "2026-03-01", "decision_date": "2026-05-04", "act": "holding", "for_own_use": true, )"
          R"("seizures": [{"substance": "cannabis", "amount": "12.5 g"}, {"substance": "cocaine", "amount": "300 mg"}]}, )"
          R"("offender": {"birth_date": "1996-01-20"}})"));
}

TEST(PoliceCsv, an_empty_field_is_left_out_and_ukjent_is_unknown) {
  EXPECT_EQ(convert(";;;;;;;;;"), text("{}"));
  EXPECT_EQ(
      convert("ukjent;;ukjent;ukjent;ukjent;ukjent;ukjent;ukjent;;"),
      text(
          R"({"case": {"act_date": "unknown", "decision_date": "unknown", "act": "unknown", "for_own_use": "unknown", )"
          R"("seizures": [{"substance": "unknown", "amount": "unknown"}]}, "offender": {"birth_date": "unknown"}})"));
  EXPECT_EQ(convert(";;;;bruk;;heroin;;;"), text(R"({"case": {"act": "use", "seizures": [{"substance": "heroin"}]}})"));
  EXPECT_EQ(convert(";;;;;;;;;0,9 g"), text(R"({"case": {"seizures": [{"amount": "0.9 g"}]}})"));
}

TEST(PoliceCsv, ingen_says_that_nothing_was_found) {
  EXPECT_EQ(convert(";;;;bruk;ja;ingen;;;"), text(R"({"case": {"act": "use", "for_own_use": true, "seizures": []}})"));
  EXPECT_EQ(convert(";;;;bruk;ja;ingen;;heroin;1 g"),
            refused("column `stoff_1` says that nothing was found, and another column names a find"));
  EXPECT_EQ(convert(";;;;bruk;ja;ingen;1 g;;"), refused("column `stoff_1` is not a name in the table of substances"));
}

// The number is a synthetic one of a birth on 15 October 1976.
TEST(PoliceCsv, an_identity_number_tells_the_day_of_birth_and_goes_no_further) {
  std::string const synthetic = "15907600316";
  ASSERT_EQ(norway().call("identity_number_kind", {synthetic}), text("synthetic"));
  std::string const facts = R"("offender": {"birth_date": "1976-10-15"}})";
  EXPECT_EQ(convert(synthetic + ";;;;;;;;;"), text("{" + facts));
  EXPECT_EQ(convert(synthetic + ";15.10.1976;01.03.2026;;;;;;;"),
            text(R"({"case": {"act_date": "2026-03-01"}, )" + facts));
  EXPECT_EQ(convert(synthetic + ";ukjent;;;;;;;;"), text("{" + facts));
  EXPECT_EQ(convert(synthetic + ";16.10.1976;;;;;;;;"),
            refused("column `fodselsdato` tells another day than column `fodselsnummer`"));
  EXPECT_EQ(convert("15907600317;;;;;;;;;"), refused("column `fodselsnummer` is no valid identity number"));
  EXPECT_EQ(convert(synthetic + ";;01.01.1970;;;;;;;"), refused("column `fodselsnummer` is no valid identity number"));
}

// A number that only the rules from 2032 make good.
TEST(PoliceCsv, an_identity_number_is_judged_by_the_day_of_the_decision_or_else_of_the_act) {
  std::string const made = "15907600170";
  EXPECT_EQ(
      convert(made + ";;01.12.2031;04.05.2032;;;;;;"),
      text(
          R"({"case": {"act_date": "2031-12-01", "decision_date": "2032-05-04"}, "offender": {"birth_date": "1976-10-15"}})"));
  EXPECT_EQ(convert(made + ";;01.01.2032;;;;;;;"),
            text(R"({"case": {"act_date": "2032-01-01"}, "offender": {"birth_date": "1976-10-15"}})"));
  EXPECT_EQ(convert(made + ";;01.12.2031;;;;;;;"), refused("column `fodselsnummer` is no valid identity number"));
  EXPECT_EQ(convert(made + ";;;;;;;;;"), refused("column `fodselsnummer` is no valid identity number"));
}

TEST(PoliceCsv, values_of_another_form) {
  struct Case {
    std::string_view record, fault;
  };
  for (Case const& one : {Case{";1.1.1996;;;;;;;;", "column `fodselsdato` is not a date such as 04.05.2026"},
                          Case{";;30.02.2026;;;;;;;", "column `handlingsdato` is not a date such as 04.05.2026"},
                          Case{";;;2026/05/04;;;;;;", "column `avgjorelsesdato` is not a date such as 04.05.2026"},
                          Case{";;;;Bruk;;;;;", "column `handling` is not one of bruk, erverv, innehav and annen"},
                          Case{";;;;;yes;;;;", "column `egen_bruk` is not ja or nei"},
                          Case{";;;;;;hasj;12;;", "column `mengde_1` is not an amount such as 12,5 g"},
                          Case{";;;;;;hasj;-1 g;;", "column `mengde_1` is not an amount such as 12,5 g"},
                          Case{";;;;;;hasj;1 000 g;;", "column `mengde_1` is not an amount such as 12,5 g"},
                          Case{";;;;;;hasj;1, g;;", "column `mengde_1` is not an amount such as 12,5 g"},
                          Case{";;;;;;hasj;1,1234567 g;;", "column `mengde_1` is not an amount such as 12,5 g"},
                          Case{";;;;;;hasj;1234567890 g;;", "column `mengde_1` is not an amount such as 12,5 g"},
                          Case{";;;;;;hasj;12 lbs;;", "column `mengde_1` is not an amount such as 12,5 g"}}) {
    EXPECT_EQ(convert(one.record), refused(one.fault)) << one.record;
  }
}

TEST(PoliceCsv, units) {
  struct Case {
    std::string written, amount;
  };
  for (Case const& one :
       {Case{"3 papirlapper", "3 blotter"}, Case{"1 papirlapp", "1 blotter"}, Case{"0,5 dl", "0.5 dl"},
        Case{"50ml", "50 ml"}, Case{"2 l", "2 l"}, Case{"0.25 kg", "0.25 kg"}, Case{"80 µg", "80 µg"}}) {
    EXPECT_EQ(convert(";;;;;;;" + one.written + ";;"),
              text(R"({"case": {"seizures": [{"amount": ")" + one.amount + R"("}]}})"));
  }
}

TEST(PoliceCsv, columns) {
  EXPECT_EQ(convert("a;b", "x;y"), refused("the name of column 1 is none that this adapter knows"));
  EXPECT_EQ(convert(";;", "handling;egen_bruk;handling"), refused("column `handling` stands twice in the header"));
  EXPECT_EQ(
      convert(";;;;;;;", "fodselsnummer;fodselsdato;handlingsdato;avgjorelsesdato;handling;egen_bruk;stoff_1;stoff_2"),
      refused("column `mengde_1` is missing"));
  EXPECT_EQ(
      convert(";;;;;;;", "fodselsdato;fodselsnummer;handlingsdato;avgjorelsesdato;handling;egen_bruk;mengde_3;stoff_3"),
      refused("column `stoff_1` is missing"));
  EXPECT_EQ(convert(";;;;;;", "fodselsnummer;handlingsdato;avgjorelsesdato;handling;egen_bruk;stoff_1;mengde_1"),
            refused("column `fodselsdato` is missing"));
  EXPECT_EQ(convert(";;;;;;;;", kHeader), refused("the header has 10 fields and the record 9"));
  EXPECT_EQ(convert("", ""), refused("the name of column 1 is none that this adapter knows"));
  EXPECT_EQ(
      convert(";;;;;;;", "stoff_1;mengde_1;egen_bruk;handling;avgjorelsesdato;handlingsdato;fodselsdato;fodselsnummer"),
      text("{}"));
}

TEST(PoliceCsv, quotation_marks_and_line_ends) {
  EXPECT_EQ(convert("\"\";\"20.01.1996\";;; \"bruk\" ;;;;;\r\n"),
            text(R"({"case": {"act": "use"}, "offender": {"birth_date": "1996-01-20"}})"));
  EXPECT_EQ(convert(";;;;bruk;;;;;\n", "\xEF\xBB\xBF" + std::string(kHeader) + "\r\n"),
            text(R"({"case": {"act": "use"}})"));
  EXPECT_EQ(convert(";;;;\"bru\"\"k;\";;;;;"),
            refused("column `handling` is not one of bruk, erverv, innehav and annen"));
  EXPECT_EQ(convert(";;;;\"bruk;;;;;"), refused("in the record field 5 has a quotation mark that is never closed"));
  EXPECT_EQ(convert(";;;;\"bruk\"x;;;;;"), refused("in the record field 5 goes on after its closing quotation mark"));
  EXPECT_EQ(convert(";;;;br\"uk;;;;;"), refused("in the record field 5 has a quotation mark in its middle"));
  EXPECT_EQ(convert(";;;;br\nuk;;;;;"), refused("in the record field 5 has a control character"));
}

TEST(PoliceCsv, a_hundred_finds_and_no_more) {
  std::string header = "fodselsnummer;fodselsdato;handlingsdato;avgjorelsesdato;handling;egen_bruk";
  std::string record = ";;;;;";
  for (int find = 1; find <= 100; ++find) {
    header += ";stoff_" + std::to_string(find) + ";mengde_" + std::to_string(find);
    record += ";hasj;1 g";
  }
  EXPECT_EQ(convert(record, header).status, JUR_OK);
  EXPECT_EQ(convert(record + ";hasj;1 g", header + ";stoff_101;mengde_101"),
            refused("the name of column 207 is none that this adapter knows"));
}

// Whatever stands in a record, the sentence that refuses it never repeats it.
TEST(PoliceCsv, no_refusal_repeats_what_stands_in_the_record) {
  std::string const secret = "Zxqj";
  for (std::size_t field = 0; field < 10; ++field) {
    std::string record;
    for (std::size_t at = 0; at < 10; ++at) {
      record += (at > 0 ? ";" : "") + (at == field ? secret : std::string());
    }
    for (Answer const& answer :
         {convert(record), convert(record, record), convert(kHeader, record), convert(record + "\"")}) {
      EXPECT_EQ(answer.status, JUR_BAD_ARGUMENT);
      EXPECT_EQ(answer.text.find(secret), std::string::npos) << answer.text;
      EXPECT_LT(answer.text.size(), 200U);
    }
  }
}

// Bytes of any kind end in facts or a sentence, never in a fault of the plugin.
TEST(PoliceCsv, any_bytes) {
  std::uint32_t state = 7;
  auto const next = [&](std::uint32_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16) % below;
  };
  constexpr std::string_view kPieces = ";\"\n\r -.,0123456789ghuk\xC3\xB8\xFF\x01";
  for (int round = 0; round < 20'000; ++round) {
    std::string record;
    for (std::uint32_t left = next(40); left > 0; --left) {
      record += kPieces[next(static_cast<std::uint32_t>(kPieces.size()))];
    }
    jur_status const status = convert(record, round % 3 == 0 ? record : kHeader).status;
    ASSERT_TRUE(status == JUR_OK || status == JUR_BAD_ARGUMENT) << record;
  }
}

}  // namespace
}  // namespace plugin_functions
