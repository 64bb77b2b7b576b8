// Colours stand once, as variables; what is on paper is always dark on white.
#include "engine/explain/html_style.h"

#include "engine/base/hash.h"

namespace hjemmel::explain {
namespace {

constexpr std::string_view kStyle = R"(
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --sheet: #ffffff; --ink: #1c1b18; --quiet: #57534a; --rule: #d8d3c7; --link: #1c4273;
  --good: #14532d; --good-back: #e5f2e8; --open: #6b4300; --open-back: #fbf0d9; --way: #4a2f75; --way-back: #efe8f8;
  --plain: #4b4840; --plain-back: #efede7; --bad: #8c1d18; --bad-back: #fbe7e5;
  --prose: Charter, "Bitstream Charter", "Iowan Old Style", Palatino, Georgia, "DejaVu Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif;
  --code: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --sheet: #1c1f23; --ink: #ebe8e1; --quiet: #b0aca2; --rule: #3b3f45; --link: #9cc3f5;
    --good: #a5dfb8; --good-back: #16301f; --open: #f2cc84; --open-back: #382a10; --way: #d3bdf3; --way-back: #2c2340;
    --plain: #c9c5bb; --plain-back: #2b2e33; --bad: #f6b1ab; --bad-back: #411a17;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--prose); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 54rem; padding: 2.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; }
h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; }
h3 { font: 600 1rem/1.4 var(--sans); margin: 2.25rem 0 0.75rem; }
h3::first-letter, h2::first-letter, .headline::first-letter, .badge::first-letter, summary .name::first-letter { text-transform: uppercase; }
ul, ol { list-style: none; }
a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:focus-visible, summary:focus-visible { outline: 0.15rem solid var(--link); outline-offset: 0.15rem; }
:target { background: var(--open-back); }
code { font: 0.86em/1.45 var(--code); }
.quiet { color: var(--quiet); }
.small, .meta, footer { font: 0.875rem/1.5 var(--sans); }
.meta { color: var(--quiet); }
.top { border-bottom: 0.18rem double var(--rule); padding-bottom: 1.25rem; }
.top h1 { margin: 0.15rem 0 0.5rem; }
.contents { margin-top: 0.75rem; font: 0.9375rem/1.6 var(--sans); }
.contents li { display: inline-block; margin-right: 1.25rem; }
.overview { margin-top: 1.25rem; font: 0.9375rem/1.6 var(--sans); }
.overview a { display: inline-block; min-height: 24px; }
.overview .contents li { margin-right: 1.5rem; }
.overview .contents a { font-weight: 600; }
.overview .lead { margin-top: 0.75rem; }
.overview .services { columns: 15.5rem; column-gap: 1.5rem; }
.overview .services li { break-inside: avoid; line-height: 1.4; padding-bottom: 0.3rem; }
.decision, .duties, .group { margin-top: 2.5rem; }
.decision + .decision { border-top: 0.18rem double var(--rule); padding-top: 2rem; }
.card { background: var(--sheet); border: 1px solid var(--rule); border-left: 0.35rem solid var(--plain); border-radius: 0.25rem;
  padding: 1.1rem 1.25rem 1.2rem; margin-top: 0.9rem; }
.card.decided { border-left-color: var(--good); }
.card.minor.decided { border-left-color: var(--quiet); }
.card.undetermined { border-left-color: var(--open); }
.card.conflict, .card.no_rule, .card.error { border-left-color: var(--bad); }
.card h3 { margin: 0 0 0.35rem; color: var(--quiet); font-weight: 500; }
.card.entitled { border-left-color: var(--good); }
.card.may_be_given { border-left-color: var(--way); }
.card.unknown { border-left-color: var(--open); }
.card.refused { border-left-color: var(--bad); }
.card.missed, .card.done_late { border-left-color: var(--bad); }
.card.open { border-left-color: var(--open); }
.card.done { border-left-color: var(--good); }
.service > h3 { font: 600 1.15rem/1.35 var(--prose); color: var(--ink); }
.service > .rule, .service > .lead, .service > .tree { margin-top: 0.7rem; }
.service > .meta .badge { margin-right: 0.4rem; }
.lead { font: 500 0.875rem/1.5 var(--sans); color: var(--quiet); }
.lead + .tree { margin-top: 0.35rem; }
.service > .tree + .pairs { margin-top: 0.9rem; }
.service .pairs { grid-template-columns: 8.5rem 1fr; }
.service .pairs > dd { grid-column: 2; }
.service .pairs > dd + dd { margin-top: -0.3rem; }
.links { columns: 14rem; column-gap: 1.5rem; }
.links > li { min-height: 24px; break-inside: avoid; }
.headline { font-size: 1.3rem; line-height: 1.35; font-weight: 600; margin-top: 0.35rem; }
.card > .law { margin-top: 0.9rem; }
.options + .law { border-top: 1px solid var(--rule); padding-top: 0.7rem; }
.headline + .headline { margin-top: 0.5rem; }
.minor .headline { font-size: 1.0625rem; }
.said { margin-top: 0.4rem; }
.options { margin-top: 0.9rem; border-top: 1px solid var(--rule); }
.options > li { padding-top: 0.8rem; }
.option { font-weight: 600; }
.pairs { display: grid; grid-template-columns: minmax(6.5rem, max-content) 1fr; gap: 0.3rem 1rem; margin-top: 0.35rem; }
.pairs > dt { font: 500 0.875rem/1.6 var(--sans); color: var(--quiet); }
.pairs > dd { min-width: 0; }
.laws { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
.laws > .card { margin-top: 0; }
.badge { display: inline-block; font: 600 0.78rem/1.35 var(--sans); padding: 0.12rem 0.5rem; border-radius: 0.2rem;
  border: 1px solid currentColor; color: var(--plain); background: var(--plain-back); }
.badge.good { color: var(--good); background: var(--good-back); }
.badge.open { color: var(--open); background: var(--open-back); }
.badge.way { color: var(--way); background: var(--way-back); }
.badge.bad { color: var(--bad); background: var(--bad-back); }
.questions { counter-reset: question; display: grid; gap: 0.9rem; }
.questions > li { counter-increment: question; position: relative; padding-left: 2.4rem; }
.questions > li::before { content: counter(question); position: absolute; left: 0; top: 0.1rem; width: 1.6rem; height: 1.6rem;
  font: 600 0.875rem/1.5rem var(--sans); text-align: center; border: 1px solid var(--open); border-radius: 50%; color: var(--open); }
.question { font-weight: 600; }
.said + .questions { margin-top: 0.9rem; }
.rules { display: grid; gap: 0.6rem; }
.rule { background: var(--sheet); border: 1px solid var(--rule); border-radius: 0.25rem; }
.rule > summary { padding: 0.6rem 0.9rem; cursor: pointer; line-height: 1.45; }
.rule > summary .name { font-weight: 600; margin: 0 0.35rem; }
.rule[open] > summary { border-bottom: 1px solid var(--rule); }
.inside { padding: 0.7rem 0.9rem 0.9rem; }
.inside > * + * { margin-top: 0.6rem; }
.tree li { margin-top: 0.45rem; }
.tree > li:first-child, .tree .law > li { margin-top: 0; }
.tree .tree { margin-left: 0.55rem; padding-left: 1rem; border-left: 1px solid var(--rule); margin-top: 0.45rem; }
.line { display: grid; grid-template-columns: 7.2rem 1fr; gap: 0.75rem; align-items: baseline; }
.line > * { min-width: 0; }
.line > .badge { justify-self: start; }
.tree .tree .line { grid-template-columns: 6.2rem 1fr; }
.line p + p { margin-top: 0.1rem; }
.law { font: 0.875rem/1.5 var(--sans); display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; }
.law > li:first-child { color: var(--quiet); }
.law > li { min-height: 24px; }
.law a { display: inline-block; min-height: 24px; }
table { border-collapse: collapse; width: 100%; font: 0.9rem/1.5 var(--sans); }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.4rem; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.9rem 0.45rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--quiet); font-weight: 500; border-bottom-color: var(--quiet); }
tbody th { width: 36%; }
td:last-child { overflow-wrap: break-word; padding-right: 0; }
tbody th code { display: block; color: var(--quiet); }
.value { font-weight: 600; }
.sources { margin-top: 3rem; border-top: 0.18rem double var(--rule); padding-top: 1.5rem; }
.notes { counter-reset: note; margin-top: 0.9rem; display: grid; gap: 0.8rem; }
.notes > li { counter-increment: note; position: relative; padding-left: 2.4rem; }
.notes > li::before { content: counter(note) "."; position: absolute; left: 0; color: var(--quiet); }
.notes p + p { margin-top: 0.1rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 1.25rem; color: var(--quiet); }
footer h2 { font: 600 1rem/1.4 var(--sans); color: var(--ink); }
footer .pairs { margin: 0.75rem 0; }
footer .pairs > dd { color: var(--ink); }
@media (max-width: 40rem) {
  html { font-size: 1rem; }
  body { padding: 1.25rem 1rem 2rem; }
  h1 { font-size: 1.55rem; }
  .card { padding: 0.9rem 1rem 1rem; }
  .headline { font-size: 1.15rem; }
  .pairs { grid-template-columns: 1fr; gap: 0; }
  .pairs > dd { margin-bottom: 0.5rem; }
  .service .pairs { grid-template-columns: 1fr; }
  .service .pairs > dd { grid-column: 1; }
  .service .pairs > dd + dd { margin-top: -0.5rem; }
  .line, .tree .tree .line { grid-template-columns: 1fr; gap: 0.2rem; }
  .tree .tree { margin-left: 0.2rem; padding-left: 0.75rem; }
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { background: var(--sheet); border: 1px solid var(--rule); border-radius: 0.25rem; padding: 0.6rem 0.9rem; margin-top: 0.6rem; }
  tbody th { width: auto; }
  tbody th, tbody td { border: 0; padding: 0; }
  tbody td { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.75rem; margin-top: 0.3rem; }
  tbody td::before { content: attr(data-label); color: var(--quiet); }
  tbody td:empty { display: none; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; }
  @page { margin: 18mm 16mm 20mm; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .contents { display: none; }
  .overview, .overview .lead { font-size: 0.8rem; }
  .overview .contents { display: block; }
  .overview a { min-height: 0; }
  .card, .rule > summary, .questions > li, .notes > li, tr, .line { break-inside: avoid; }
  .card.service { break-inside: auto; padding: 0.5rem 0.8rem 0.6rem; margin-top: 0.5rem; font-size: 0.92rem; }
  .service .rule > summary { padding: 0.2rem 0.6rem; }
  .service .inside { padding: 0.3rem 0.6rem 0.4rem; }
  .service > .rule, .service > .law, .service > .lead, .service > .tree { margin-top: 0.4rem; }
  .service .pairs { break-inside: avoid; }
  .law > li, .law a, .links > li { min-height: 0; }
  h2, h3, summary, caption, .lead, .service > .meta { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";

std::uint32_t hex_digit(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// Base64 of bytes that are written in hexadecimal.
std::string base64(std::string_view hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (char const digit : hex) {
    bits = (bits << 4U | hex_digit(digit)) & 0x3FFU;
    held += 4;
    if (held >= 6) {
      held -= 6;
      text += kDigits[(bits >> static_cast<unsigned>(held)) & 0x3FU];
    }
  }
  if (held > 0) {
    text += kDigits[(bits << static_cast<unsigned>(6 - held)) & 0x3FU];
  }
  return text.append((4 - text.size() % 4) % 4, '=');
}

}  // namespace

std::string_view page_style() { return kStyle; }

std::string page_style_source() { return "'sha256-" + base64(base::sha256(kStyle)) + "'"; }

}  // namespace hjemmel::explain
