// plugins.yaml: what it may say, and a message with its place for each mistake.
#include "engine/host/plugin_list.h"

#include <gtest/gtest.h>

#include "engine/document/read.h"
#include "engine/source/source_file.h"

namespace hjemmel::host {
namespace {

std::string const kHash(64, 'a');

// The lines as `id file`, or the faults as `[kind] line:column message | help`, with the place of a note behind.
std::string reading(std::string text) {
  source::Sources sources;
  diag::Sink sink;
  auto const file = sources.add("plugins.yaml", std::move(text));
  auto const root = document::read(file, document::Format::yaml, sources, sink);
  auto const plugins = root ? read_plugin_list(*root, sink) : std::nullopt;
  std::string out;
  for (diag::Diagnostic const& diagnostic : sink.all()) {
    auto const at = source::locate(sources.file(file).text, diagnostic.span.begin);
    out += "[" + std::string(diag::kind_name(diagnostic.kind)) + "] " + std::to_string(at.line) + ":" +
           std::to_string(at.column) + " " + diagnostic.message + " | " + diagnostic.help + "\n";
  }
  EXPECT_EQ(plugins.has_value(), out.empty());
  for (ListedPlugin const& plugin : plugins.value_or(std::vector<ListedPlugin>())) {
    out += plugin.id + " " + plugin.file + (plugin.signature ? " with a signature" : "") + "\n";
  }
  return out;
}

std::string line(std::string const& id, std::string const& file, std::string const& sha256 = kHash) {
  return "  - {id: " + id + ", file: " + file + ", sha256: " + sha256 + "}\n";
}

TEST(PluginList, lines_are_read) {
  std::string const signature = std::string(86, 'A') + "==";
  EXPECT_EQ(reading("plugins:\n" + line("no", "no.so") + "  - {id: de, file: de-1.so, sha256: " + kHash +
                    ", signature: " + signature + "}\n"),
            "no no.so\nde de-1.so with a signature\n");
  EXPECT_EQ(reading("plugins: []\n"), "");
}

TEST(PluginList, an_id_has_two_to_eight_letters) {
  EXPECT_TRUE(is_jurisdiction_id("no"));
  EXPECT_TRUE(is_jurisdiction_id("abcdefgh"));
  for (std::string_view const id : {"", "n", "abcdefghi", "No", "n0", "n-"}) {
    EXPECT_FALSE(is_jurisdiction_id(id)) << id;
  }
}

TEST(PluginList, unknown_keys_are_told_with_what_was_meant) {
  EXPECT_EQ(reading("plugin: []\n"),
            "[document_unknown_key] 1:1 `plugin` is not a key of `plugins.yaml` | did you mean `plugins`?\n"
            "[document_missing_key] 1:1 `plugins.yaml` lacks `plugins` | add a line `plugins:` and under it a line for "
            "each\n");
  EXPECT_EQ(reading("plugins:\n  - {id: no, file: no.so, sha256: " + kHash + ", colour: red}\n"),
            "[document_unknown_key] 2:" + std::to_string(37 + kHash.size()) +
                " `colour` is not a key of a plugin | the keys are `id`, `file`, `sha256`, `signature`\n");
}

TEST(PluginList, a_list_of_another_form_is_told) {
  EXPECT_EQ(reading("- a\n"),
            "[document_wrong_form] 1:1 `plugins.yaml` is not written as keys with values | the key is `plugins`\n");
  EXPECT_EQ(
      reading("plugins: no\n"),
      "[document_wrong_form] 1:10 `plugins` is not a list | write a line `- {id: …, file: …, sha256: …}` for each, or "
      "`[]`\n");
  EXPECT_EQ(
      reading("plugins:\n  - no\n"),
      "[document_wrong_form] 2:5 a plugin is not written as keys with values | the keys are `id`, `file`, `sha256`, "
      "`signature`\n");
}

TEST(PluginList, what_is_missing_is_told_all_at_once) {
  std::string const help = " | write each as `{id: no, file: no.so, sha256: …}`\n";
  EXPECT_EQ(reading("plugins:\n  - {signature: x}\n"),
            "[document_missing_key] 2:5 a plugin lacks `id`" + help +
                "[document_missing_key] 2:5 a plugin lacks `file`" + help +
                "[document_missing_key] 2:5 a plugin lacks `sha256`" + help +
                "[plugins_file_form] 2:17 `signature` is not an Ed25519 signature in base64 | write its 64 bytes as 88 "
                "characters of base64, or leave the key out\n");
}

TEST(PluginList, each_wrong_value_is_told) {
  EXPECT_EQ(reading("plugins:\n" + line("NO", "no.so")),
            "[plugins_file_form] 2:10 `NO` is not the id of a jurisdiction | write two to eight letters a to z\n");
  EXPECT_EQ(
      reading("plugins:\n" + line("no", "../no.so")),
      "[plugins_file_form] 2:20 `../no.so` is not the plain name of a file | write the name alone, as in `no.so`; the "
      "file stands beside `plugins.yaml`\n");
  EXPECT_EQ(
      reading("plugins:\n" + line("no", "no.so", "abc")),
      "[plugins_file_form] 2:35 `sha256` is not a hash of 64 hexadecimal digits | write what `sha256sum` says of the "
      "file\n");
  EXPECT_EQ(reading("plugins:\n" + line("[no]", "no.so")),
            "[document_wrong_form] 2:10 `id` is not one word | write one value after the colon\n");
}

TEST(PluginList, nothing_is_listed_twice) {
  std::string const help =
      " is listed twice | a folder offers one plugin for a jurisdiction, and a file is one plugin; take one of the two "
      "lines "
      "away\n";
  EXPECT_EQ(reading("plugins:\n" + line("no", "a.so") + line("no", "b.so")), "[plugin_listed_twice] 3:10 `no`" + help);
  EXPECT_EQ(reading("plugins:\n" + line("no", "a.so") + line("de", "a.so")),
            "[plugin_listed_twice] 3:20 `a.so`" + help);
}

TEST(PluginList, a_folder_has_a_thousand_at_the_most) {
  std::string most = "plugins:\n";
  for (std::size_t at = 0; at < kMaxListed; ++at) {
    std::string const id{static_cast<char>('a' + at / 100), static_cast<char>('a' + at / 10 % 10),
                         static_cast<char>('a' + at % 10)};
    most += line(id, id + ".so");
  }
  EXPECT_TRUE(reading(most).starts_with("aaa aaa.so\n"));
  EXPECT_EQ(reading(most + line("zzz", "zzz.so")),
            "[plugins_file_form] 2:3 `plugins` lists more than 1000 plugins | spread them over several folders\n");
}

}  // namespace
}  // namespace hjemmel::host
