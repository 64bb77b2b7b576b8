// A folder of acts.
//
// In: a folder of `.md` files and the acts that are wanted. Out: these acts. Of the others only the front matter is read. Files that do
// not begin with a front matter, symbolic links, folders and files of other endings are no acts and are passed over. Tested in
// tests/unit/sources/corpus_test.cpp and tests/golden/sources.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"
#include "engine/source/source_file.h"
#include "engine/sources/act.h"

namespace hjemmel::sources {

// Files that end in `.md` in one folder.
inline constexpr std::size_t kMaxActFiles = 10'000;

struct Corpus {
  std::string folder;                             // as it was named
  std::map<std::string, Act, std::less<>> acts;   // by refid
  std::set<std::string, std::less<>> unreadable;  // wanted acts with a fault, which the sink tells
  std::vector<std::string> passed_over;           // names of `.md` files without front matter
};

// What an author can mend is in the sink: files at fault, two files of one act. An Error where the folder or a file cannot be read
// or the folder has more files than kMaxActFiles.
[[nodiscard]] base::Result<Corpus> read_corpus(std::string const& folder, std::set<std::string> const& wanted,
                                               source::Sources& sources, diag::Sink& sink);

}  // namespace hjemmel::sources
