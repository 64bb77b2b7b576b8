// Keys are the strictest, and come first; then the hash; then development mode.
#include "engine/host/vouch.h"

namespace hjemmel::host {
namespace {

base::Result<Trust> vouch_unlisted(base::Error const& why, bool allow_unlisted) {
  return allow_unlisted ? base::Result<Trust>(Trust::unlisted) : why;
}

}  // namespace

base::Result<Trust> vouch(PluginFile const& file, ListedPlugin const* listed, std::span<PublicKey const> keys,
                          bool allow_unlisted, std::string_view list) {
  std::string const name = "`" + std::string(list) + "`";
  if (!keys.empty() && (listed == nullptr || !listed->signature)) {
    return base::Error{"it has no signature in " + name + ", and this host takes signed plugins only"};
  }
  if (listed == nullptr) {
    return vouch_unlisted(base::Error{"it is not listed in " + name + "; add its id, its file and its hash " +
                                      file.sha256 + " there if you trust it"},
                          allow_unlisted);
  }
  bool const same = listed->sha256 == file.sha256;
  if (!same && (!keys.empty() || !allow_unlisted)) {
    return base::Error{"its file is another than " + name + " lists: the hash is " + file.sha256 + ", not " +
                       listed->sha256 + "; install the listed file, or list this one if you trust it"};
  }
  if (keys.empty()) {
    return same ? Trust::listed : Trust::unlisted;
  }
  if (!is_signed_by_any(file.bytes, *listed->signature, keys)) {
    return base::Error{
        "none of this host's keys made its signature; ask its author for the signature of this very file"};
  }
  return Trust::signed_by_key;
}

}  // namespace hjemmel::host
