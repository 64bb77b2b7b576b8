// What stands behind api::Bundles: private to this folder.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/api/bundles.h"
#include "engine/base/foreign.h"
#include "engine/host/plugins.h"

namespace hjemmel::api {

// Any number of threads may use it at once.
class Bundles final : public base::ForeignFinder {
 public:
  Bundles(std::vector<std::string> folders, std::shared_ptr<host::Plugins const> plugins)
      : folders_(std::move(folders)), plugins_(std::move(plugins)) {}

  [[nodiscard]] Found find(std::string_view id) const override;

  [[nodiscard]] std::vector<std::string> const& folders() const { return folders_; }
  [[nodiscard]] host::Plugins const& plugins() const { return *plugins_; }

 private:
  std::vector<std::string> folders_;
  std::shared_ptr<host::Plugins const> plugins_;
};

}  // namespace hjemmel::api
