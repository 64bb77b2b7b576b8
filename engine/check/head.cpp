// The package head and the sources; and the names of everything that the package declares.
#include "engine/base/date.h"
#include "engine/check/versions.h"

namespace hjemmel::check {
namespace {

using syntax::NodeKind;

ir::FactId date_fact(Workbench& bench, syntax::NameView path) {
  if (!path) {
    return {};
  }
  auto const fact = find_fact(bench, path.text());
  if (!fact) {
    bench.sink.add(diag::Kind::unknown_name, path.span(), "the facts have no `" + std::string(path.text()) + "`",
                   did_you_mean(path.text(), bench.fact_paths));
    return {};
  }
  if (bench.program.facts[fact->index].info.type.kind != ir::TypeKind::date) {
    bench.sink.add(diag::Kind::wrong_kind_of_fact, path.span(), "`" + std::string(path.text()) + "` is not a date",
                   "name the fact that holds the date");
    return {};
  }
  return *fact;
}

// `language nb` says what the file's words already show; it is there for the reader and must not mislead.
void check_language(Workbench& bench, syntax::PackageView head) {
  syntax::NameView const named = head.language();
  if (!named) {
    return;
  }
  bool const known = named.text() == "nb" || named.text() == "en";
  bool const bokmaal = syntax::language_of(head.tree->source_text()) == syntax::Language::nb;
  if (!known) {
    bench.sink.add(diag::Kind::wrong_language, named.span(),
                   "rules are not written in `" + std::string(named.text()) + "`",
                   "write `nb` for bokmål or `en` for English");
  } else if (bokmaal != (named.text() == "nb")) {
    bench.sink.add(diag::Kind::wrong_language, named.span(),
                   std::string("the words of this file are ") + (bokmaal ? "bokmål" : "English"),
                   std::string("write ") + (bokmaal ? "`nb`" : "`en`") +
                       ", or change the words with `hjemmel format --language " + (bokmaal ? "en`" : "nb`"));
  }
}

void read_package(Workbench& bench, syntax::PackageView head) {
  ir::Program& program = bench.program;
  refuse_repeats(bench, head,
                 {NodeKind::head_title, NodeKind::head_jurisdiction, NodeKind::head_status, NodeKind::head_facts,
                  NodeKind::head_language, NodeKind::head_as_of, NodeKind::head_decided_on, NodeKind::head_law_known_on,
                  NodeKind::in_force});
  check_language(bench, head);
  program.name = std::string(head.path().text());
  program.title.en = head.title() ? head.title().value() : "";
  program.title.nb = head.title_nb() ? head.title_nb().value() : "";
  program.jurisdiction = head.jurisdiction() ? std::string(head.jurisdiction().text()) : "";
  program.status = head.status() ? std::string(head.status().text()) : "";
  program.status_by = head.status_by() ? head.status_by().value() : "";
  program.schema = head.facts() ? head.facts().value() : "";
  if (head.law_known_on()) {
    program.law_known_on = base::parse_date(head.law_known_on().text());
  }
}

// The word that a broken declaration would have declared, so that its users get no second message.
void declare_broken(Workbench& bench) {
  for (syntax::Tree const& tree : bench.files) {
    for (syntax::NodeRef const node : tree.broken()) {
      for (NodeKind const kind : {NodeKind::name, NodeKind::path}) {
        syntax::NodeRef const name = tree.child(node, kind);
        if (name.has_value()) {
          for (Names* names : {&bench.types, &bench.values, &bench.rules, &bench.source_names, &bench.conditions}) {
            names->declare_broken(tree.text(name));
          }
        }
      }
    }
  }
}

}  // namespace

std::optional<std::string> schema_name(std::span<syntax::Tree const> files, diag::Sink& sink) {
  for (syntax::Tree const& tree : files) {
    for (syntax::NodeRef const node : tree.declarations()) {
      if (tree.kind(node) != NodeKind::package_declaration) {
        continue;
      }
      auto const head = syntax::view<syntax::PackageView>(&tree, node);
      if (head.facts()) {
        return head.facts().value();
      }
      sink.add(diag::Kind::no_fact_schema, head.path().span(), "the head of the package names no fact schema",
               "add a line under `package`, such as `facts \"no/narcotics_case\"`");
      return std::nullopt;
    }
  }
  source::Span const start = files.empty() ? source::Span{} : source::Span{files.front().file(), 0, 0};
  sink.add(diag::Kind::no_package_head, start, "no file of the package has a package head",
           "begin the first file with `package` and the package's name");
  return std::nullopt;
}

void read_head(Workbench& bench) {
  source::Span first;
  bench.each<syntax::PackageView>(NodeKind::package_declaration, [&](syntax::PackageView head) {
    if (!first.file.has_value()) {
      read_package(bench, head);
      first = head.path().span();
      return;
    }
    bench.sink.add({diag::Kind::several_package_heads,
                    head.path().span(),
                    "the package has a second head",
                    "keep one head; the other files begin with their declarations",
                    {{first, "the first one is here"}}});
  });
  bench.each<syntax::SourceView>(NodeKind::source_declaration, [&](syntax::SourceView source) {
    bench.source_names.declare(source.name().text(), static_cast<std::uint32_t>(bench.program.sources.size()),
                               source.name().span(), bench.sink);
    bench.program.sources.push_back(
        {std::string(source.name().text()), source.title().value(), source.id() ? source.id().value() : ""});
  });
}

void declare_names(Workbench& bench) {
  std::size_t declarations = 0;
  declare_broken(bench);
  for (syntax::Tree const& tree : bench.files) {
    declarations += tree.declarations().size();
  }
  bench.values.expect(declarations);
  auto count = [](std::size_t& next) { return static_cast<std::uint32_t>(next++); };
  std::size_t units = 0;
  std::size_t enums = 0;
  std::size_t conditions = 0;
  std::size_t tables = 0;
  std::size_t decisions = 0;
  std::size_t groups = 0;
  auto declare = [&](Names& names, syntax::NameView name, std::uint32_t index) {
    names.declare(name.text(), index, name.span(), bench.sink);
  };
  bench.each<syntax::UnitView>(NodeKind::unit_declaration,
                               [&](auto d) { declare(bench.types, d.name(), kUnitBit | count(units)); });
  bench.each<syntax::MoneyView>(NodeKind::money_declaration, [&](auto d) {
    std::uint32_t const unit = kUnitBit | count(units);
    declare(bench.types, d.name(), unit);
    if (d.minor()) {
      declare(bench.types, d.minor(), unit);
    }
  });
  bench.each<syntax::EnumView>(NodeKind::enum_declaration,
                               [&](auto d) { declare(bench.types, d.name(), count(enums)); });
  bench.each<syntax::ConditionView>(NodeKind::condition_declaration,
                                    [&](auto d) { declare(bench.conditions, d.name(), count(conditions)); });
  bench.each<syntax::TableView>(NodeKind::table_declaration, [&](auto d) {
    declare(bench.values, d.name(), value_entry(ValueKind::table, tables++));
  });
  declare_definition_names(bench);
  bench.each<syntax::DecisionView>(NodeKind::decision_declaration, [&](auto d) {
    declare(bench.values, d.name(), value_entry(ValueKind::decision, decisions++));
  });
  bench.each<syntax::ServiceView>(NodeKind::service_declaration, [&](auto d) {
    declare(bench.values, d.name(), value_entry(ValueKind::decision, decisions++));
  });
  bench.each<syntax::DutyView>(NodeKind::duty_declaration, [&](auto d) {
    declare(bench.values, d.name(), value_entry(ValueKind::decision, decisions++));
  });
  declare_rule_names(bench);
  bench.each<syntax::GroupView>(NodeKind::group_declaration,
                                [&](auto d) { declare(bench.rules, d.name(), kGroupBit | count(groups)); });
}

void build_facts(Workbench& bench) {
  add_schema_facts(bench);
  bench.each<syntax::PackageView>(NodeKind::package_declaration, [&](syntax::PackageView head) {
    bench.program.as_of = date_fact(bench, head.as_of());
    bench.program.decided_on = date_fact(bench, head.decided_on());
  });
}

}  // namespace hjemmel::check
