// The tables of the page's own words. A new language: one more table, one more case in page_words_in.
#include "engine/explain/html_words.h"

#include "engine/base/check.h"

namespace hjemmel::explain {
namespace {

constexpr PageWords kEnglish{
    .language = "en",
    .contents = "Contents",
    .decision = "Decision",
    .outcome = "Outcome",
    .duties = "Duties",
    .two_laws = "The two laws, side by side",
    .why = "Why: the rules that the outcome rests on",
    .why_conflict = "The rules that apply",
    .why_open = "The rules that apply so far",
    .gave_way = "What gave way",
    .not_met = "Rules whose conditions are not met",
    .open = "Rules that may still apply",
    .aside = "Rules that apply, but only to other options",
    .whether_it_arises = "Whether the question arises",
    .overridden = "gave way",
    .disapplied = "taken out",
    .applied = "applies",
    .applied_whatever = "applies in any case",
    .rule_not_met = "not met",
    .rule_open = "open",
    .rule_error = "error",
    .by = "to",
    .unless_word = "unless",
    .depends_on = "depends on",
    .law = "Authority",
    .conditions = "Conditions",
    .facts = "The facts, and where they came from",
    .fact = "Fact",
    .value = "Value",
    .origin = "Where it came from",
    .kept = "Kind",
    .personal = "personal",
    .health = "health",
    .criminal = "criminal matter",
    .terms = "Terms that the rules define",
    .term = "Term",
    .tables = "Rows of tables that were read",
    .parameters = "Figures of the rules",
    .sources = "Sources",
    .catalogue = "Catalogue",
    .cited_by = "Behind",
    .recompute = "To recompute this",
    .recompute_lead = "The same package and the same facts give this page again, byte for byte.",
    .package = "Package",
    .version = "Version",
    .digest = "Digest of the package",
    .facts_digest = "Digest of the facts",
    .amendment = "Amendment",
    .uses = "Uses",
    .jurisdiction = "Code of jurisdiction",
    .as_of = "Rules as of",
    .decided_on = "Decided on",
    .as_known_on = "As known on",
    .readings = "Readings chosen",
    .not_stated = "not stated",
    .holds_personal = "This page holds personal data. Keep and delete it as the case file.",
};

constexpr PageWords kBokmaal{
    .language = "nb",
    .contents = "Innhold",
    .decision = "Avgjørelse",
    .outcome = "Utfall",
    .duties = "Plikter",
    .two_laws = "De to lovene, side om side",
    .why = "Hvorfor: reglene utfallet hviler på",
    .why_conflict = "Reglene som kommer til anvendelse",
    .why_open = "Reglene som så langt kommer til anvendelse",
    .gave_way = "Det som måtte vike",
    .not_met = "Regler der vilkårene ikke er oppfylt",
    .open = "Regler som fortsatt kan komme til anvendelse",
    .aside = "Regler som gjelder, men bare for andre alternativer",
    .whether_it_arises = "Om spørsmålet oppstår",
    .overridden = "veket",
    .disapplied = "satt til side",
    .applied = "gjelder",
    .applied_whatever = "gjelder uansett",
    .rule_not_met = "ikke oppfylt",
    .rule_open = "åpen",
    .rule_error = "feil",
    .by = "for",
    .unless_word = "med mindre",
    .depends_on = "avhenger av",
    .law = "Hjemmel",
    .conditions = "Vilkår",
    .facts = "Faktum, og hvor det kommer fra",
    .fact = "Faktum",
    .value = "Verdi",
    .origin = "Hvor det kommer fra",
    .kept = "Art",
    .personal = "personopplysning",
    .health = "helseopplysning",
    .criminal = "straffbart forhold",
    .terms = "Begreper som reglene definerer",
    .term = "Begrep",
    .tables = "Tabellrader som er lest",
    .parameters = "Tall i reglene",
    .sources = "Kilder",
    .catalogue = "Katalog",
    .cited_by = "Ligger bak",
    .recompute = "For å regne etter",
    .recompute_lead = "Samme pakke og samme faktum gir denne siden på nytt, byte for byte.",
    .package = "Pakke",
    .version = "Versjon",
    .digest = "Pakkens kontrollsum",
    .facts_digest = "Faktums kontrollsum",
    .amendment = "Endring",
    .uses = "Bruker",
    .jurisdiction = "Programkode for jurisdiksjon",
    .as_of = "Regler per",
    .decided_on = "Avgjort",
    .as_known_on = "Slik kjent",
    .readings = "Valgte lesemåter",
    .not_stated = "ikke oppgitt",
    .holds_personal = "Siden inneholder personopplysninger. Oppbevar og slett den som saksdokumentene.",
};

}  // namespace

PageWords const& page_words_in(Language language) {
  switch (language) {
    case Language::english:
      return kEnglish;
    case Language::bokmaal:
      return kBokmaal;
  }
  base::fail_check("a language of the enumeration", __FILE__, __LINE__);
}

}  // namespace hjemmel::explain
