// Which plugins of which folder are believed: hashes, signatures, unlisted files, two folders; and the report on all of them.
#include <array>

#include <sodium/crypto_sign.h>
#include <sodium/utils.h>

#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

// A pair of keys, the same for the same seed.
class Signer {
 public:
  explicit Signer(unsigned char seed) {
    std::array<unsigned char, crypto_sign_SEEDBYTES> bytes{};
    bytes.fill(seed);
    crypto_sign_seed_keypair(key_.bytes.data(), secret_.data(), bytes.data());
  }

  [[nodiscard]] PublicKey key() const { return key_; }
  // `, signature: …` for a line of the list.
  [[nodiscard]] std::string signature(PluginFolder const& folder, std::string const& file) const {
    std::string const bytes = read_plugin_file(folder.path(), file)->bytes;
    std::array<unsigned char, crypto_sign_BYTES> made{};
    crypto_sign_detached(made.data(), nullptr, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                         secret_.data());
    std::array<char, 100> text{};
    sodium_bin2base64(text.data(), text.size(), made.data(), made.size(), sodium_base64_VARIANT_ORIGINAL);
    return ", signature: " + std::string(text.data());
  }

 private:
  PublicKey key_;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
};

// `listed`, or the error without the words that name the plugin.
std::string found(Plugins& plugins, std::string const& id) {
  auto const jurisdiction = plugins.jurisdiction(id);
  if (jurisdiction) {
    return std::string(trust_name((*jurisdiction)->trust()));
  }
  std::string const& message = jurisdiction.error().message;
  std::size_t const named = message.find("`): ");
  return named == std::string::npos ? message : message.substr(named + 4);
}

std::string found_in(PluginSettings settings, std::string const& id) {
  auto const plugins = plugins_of(std::move(settings));
  return plugins ? found(*plugins, id) : "";
}

TEST(PluginsTest, a_listed_plugin_is_loaded_once_and_kept) {
  PluginFolder const folder;
  folder.add("aa", "aa-1.2.3.so");
  folder.list(folder.line("aa", "aa-1.2.3.so"));
  auto const plugins = plugins_of({{folder.path()}, {}, false});
  EXPECT_EQ(found(*plugins, "aa"), "listed");
  std::filesystem::remove(folder.at("aa-1.2.3.so"));
  EXPECT_EQ(*plugins->jurisdiction("aa"), *plugins->jurisdiction("aa"));
}

TEST(PluginsTest, the_engine_finds_code_or_the_two_halves_of_an_error) {
  PluginFolder const folder;
  folder.add("aa", "aa.so");
  folder.write("bb.so", "text");
  folder.list(folder.line("aa", "aa.so") + folder.line("bb", "bb.so"));
  auto const plugins = plugins_of({{folder.path()}, {}, false});
  base::ForeignFinder const& finder = *plugins;
  ASSERT_NE(finder.find("aa").code, nullptr);
  EXPECT_EQ(finder.find("aa").code, finder.find("aa").code);
  EXPECT_EQ(finder.find("aa").code->version(), "1.2.3");
  EXPECT_EQ(finder.find("bb").code, nullptr);
  EXPECT_EQ(finder.find("bb").fault, "plugin `bb` (`" + folder.path() + "/bb.so`): it is no ELF file");
  EXPECT_EQ(finder.find("bb").help, "take a shared library");
}

TEST(PluginsTest, an_id_that_no_folder_offers_is_told) {
  PluginFolder const folder;
  EXPECT_EQ(
      found_in({{folder.path()}, {}, true}, "aa"),
      "no plugins folder offers jurisdiction `aa`; put its plugin into one, and list it in the `plugins.yaml` there");
}

TEST(PluginsTest, an_error_names_the_plugin_and_its_file) {
  PluginFolder const folder;
  folder.write("aa.so", "text");
  folder.list(folder.line("aa", "aa.so"));
  auto const plugins = plugins_of({{folder.path()}, {}, false});
  EXPECT_EQ(plugins->jurisdiction("aa").error().message,
            "plugin `aa` (`" + folder.path() + "/aa.so`): it is no ELF file; take a shared library");
}

TEST(PluginsTest, one_flipped_bit_is_another_hash) {
  PluginFolder const folder;
  folder.add("aa", "aa.so");
  folder.list(folder.line("aa", "aa.so"));
  std::string const before = folder.hash("aa.so");
  std::string bytes = read_plugin_file(folder.path(), "aa.so")->bytes;
  for (std::size_t const at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 1U);
    folder.write("aa.so", flipped);
    EXPECT_EQ(found_in({{folder.path()}, {}, false}, "aa"),
              "its file is another than `plugins.yaml` lists: the hash is " + folder.hash("aa.so") + ", not " + before +
                  "; install the listed file, or list this one if you trust it");
  }
}

TEST(PluginsTest, a_listed_file_with_another_hash_counts_as_unlisted_in_development) {
  PluginFolder const folder;
  folder.add("bb", "aa.so");
  folder.list(folder.line("aa", "aa.so"));
  folder.add("aa", "aa.so");
  EXPECT_EQ(found_in({{folder.path()}, {}, true}, "aa"), "unlisted");
  auto const plugins = plugins_of({{folder.path()}, {}, true});
  EXPECT_TRUE((*plugins->jurisdiction("aa"))->is_unlisted());
}

TEST(PluginsTest, an_unlisted_file_is_loaded_in_development_only) {
  PluginFolder const folder;
  folder.add("aa", "aa.so");
  EXPECT_EQ(found_in({{folder.path()}, {}, true}, "aa"), "unlisted");
  EXPECT_EQ(found_in({{folder.path()}, {}, false}, "aa"),
            "it is not listed in `plugins.yaml`; add its id, its file and its hash " + folder.hash("aa.so") +
                " there if you trust it");
}

TEST(PluginsTest, a_signature_by_a_configured_key_is_told) {
  PluginFolder const folder;
  Signer const signer(1);
  Signer const other(2);
  folder.add("aa", "aa.so");
  folder.list(folder.line("aa", "aa.so", signer.signature(folder, "aa.so")));
  EXPECT_EQ(found_in({{folder.path()}, {}, false}, "aa"), "listed");
  EXPECT_EQ(found_in({{folder.path()}, {signer.key()}, false}, "aa"), "signed");
  EXPECT_EQ(found_in({{folder.path()}, {other.key(), signer.key()}, false}, "aa"), "signed");
}

TEST(PluginsTest, once_there_are_keys_only_what_they_signed_is_loaded) {
  PluginFolder const folder;
  Signer const signer(1);
  Signer const other(2);
  folder.add("aa", "aa.so");
  folder.add("bb", "bb.so");
  std::string const none = "it has no signature in `plugins.yaml`, and this host takes signed plugins only";
  std::string const wrong =
      "none of this host's keys made its signature; ask its author for the signature of this very file";
  folder.list(folder.line("aa", "aa.so", other.signature(folder, "aa.so")));
  EXPECT_EQ(found_in({{folder.path()}, {signer.key()}, true}, "aa"), wrong);
  EXPECT_EQ(found_in({{folder.path()}, {signer.key()}, true}, "bb"), none);
  folder.list(folder.line("aa", "aa.so", signer.signature(folder, "bb.so")));
  EXPECT_EQ(found_in({{folder.path()}, {signer.key()}, true}, "aa"), wrong);
  folder.list(folder.line("aa", "aa.so"));
  EXPECT_EQ(found_in({{folder.path()}, {signer.key()}, true}, "aa"), none);
}

TEST(PluginsTest, with_keys_another_hash_is_refused_in_development_too) {
  PluginFolder const folder;
  Signer const signer(1);
  folder.add("bb", "aa.so");
  folder.list(folder.line("aa", "aa.so", signer.signature(folder, "aa.so")));
  folder.add("aa", "aa.so");
  EXPECT_TRUE(found_in({{folder.path()}, {signer.key()}, true}, "aa").starts_with("its file is another than"));
}

TEST(PluginsTest, a_link_out_of_the_folder_is_refused) {
  PluginFolder const folder;
  PluginFolder const elsewhere;
  elsewhere.add("aa", "aa.so");
  std::filesystem::create_symlink(elsewhere.at("aa.so"), folder.at("aa.so"));
  folder.list("  - {id: aa, file: aa.so, sha256: " + elsewhere.hash("aa.so") + "}\n");
  EXPECT_EQ(found_in({{folder.path()}, {}, true}, "aa"),
            "it is a symbolic link, which is not followed; put the file itself into the folder");
}

TEST(PluginsTest, the_first_folder_counts_also_when_its_plugin_is_refused) {
  PluginFolder const first;
  PluginFolder const second;
  first.write("aa.so", "text");
  first.list(first.line("aa", "aa.so"));
  second.add("aa", "aa.so");
  second.list(second.line("aa", "aa.so"));
  EXPECT_EQ(found_in({{second.path(), first.path()}, {}, false}, "aa"), "listed");
  EXPECT_EQ(found_in({{first.path(), second.path()}, {}, false}, "aa"), "it is no ELF file; take a shared library");
}

TEST(PluginsTest, the_report_tells_of_every_plugin) {
  PluginFolder const first;
  PluginFolder const second;
  first.add("aa", "aa.so");
  first.add("bb", "bb.so");
  first.write("notes.txt", "not a plugin");
  first.list(first.line("aa", "aa.so"));
  second.add("aa", "aa.so");
  second.add("wrong_major", "hh.so");
  second.list(second.line("aa", "aa.so") + second.line("hh", "hh.so"));
  auto const reports = plugins_of({{first.path(), second.path()}, {}, false})->report();
  ASSERT_EQ(reports.size(), 4U);
  EXPECT_EQ(reports[0].id, "aa");
  EXPECT_EQ(reports[0].trust, Trust::listed);
  EXPECT_EQ(reports[0].error, "");
  EXPECT_EQ(reports[0].digest, "sha256:" + first.hash("aa.so"));
  ASSERT_TRUE(reports[0].jurisdiction);
  EXPECT_EQ(reports[0].jurisdiction->version(), "1.2.3");
  EXPECT_EQ(reports[1].id, "bb");
  EXPECT_EQ(reports[1].trust, std::nullopt);
  EXPECT_NE(reports[1].error.find("it is not listed"), std::string::npos);
  EXPECT_EQ(reports[2].hidden_by, first.path());
  EXPECT_FALSE(reports[2].jurisdiction);
  EXPECT_EQ(reports[3].trust, Trust::listed);
  EXPECT_NE(reports[3].error.find("it is built for contract 2"), std::string::npos);
}

TEST(PluginsTest, a_mistake_in_a_list_is_told_with_its_place) {
  PluginFolder const folder;
  folder.list("  - {id: aa, file: aa.so}\n");
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = load_plugins({{folder.path()}, {}, false}, sources, sink);
  ASSERT_TRUE(loaded);
  EXPECT_FALSE(loaded->has_value());
  EXPECT_NE(diag::render_text(sink, sources).find("plugins.yaml:2:5: error: a plugin lacks `sha256`"),
            std::string::npos)
      << diag::render_text(sink, sources);
}

TEST(PluginsTest, a_folder_that_is_not_there_is_an_error) {
  source::Sources sources;
  diag::Sink sink;
  PluginFolder const folder;
  auto const loaded = load_plugins({{folder.path() + "/none"}, {}, false}, sources, sink);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().message,
            "the plugins folder `" + folder.path() + "/none` cannot be read: No such file or directory");
}

}  // namespace
}  // namespace hjemmel::host
