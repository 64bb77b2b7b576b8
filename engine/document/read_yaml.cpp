// yaml-cpp's events, handed on to the builder. Its marks count bytes behind the byte order mark. The parser gives up by itself
// below 500 levels; what it queues ahead of its events is bounded by scan_layout.
#include "engine/document/read_yaml.h"

#include <sstream>
#include <string>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "engine/document/yaml_builder.h"
#include "engine/document/yaml_message.h"
#include "engine/document/yaml_scan.h"

namespace hjemmel::document {
namespace {

std::size_t offset_of(YAML::Mark const& mark, std::size_t begin, std::string_view text) {
  return mark.pos < 0 ? text.size() : begin + static_cast<std::size_t>(mark.pos);
}

class Events final : public YAML::EventHandler {
 public:
  Events(YamlBuilder& builder, std::size_t begin, std::string_view text)
      : builder_(&builder), begin_(begin), text_(text) {}

  void OnDocumentStart(YAML::Mark const& mark) override { builder_->start_document(at(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override { builder_->null(at(mark), anchor != 0); }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t /*anchor*/) override { builder_->alias(at(mark)); }
  void OnScalar(YAML::Mark const& mark, std::string const& /*tag*/, YAML::anchor_t anchor,
                std::string const& text) override {
    builder_->scalar(at(mark), anchor != 0, text);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    builder_->start(NodeKind::sequence, at(mark), anchor != 0);
  }
  void OnSequenceEnd() override { builder_->end(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    builder_->start(NodeKind::mapping, at(mark), anchor != 0);
  }
  void OnMapEnd() override { builder_->end(); }

 private:
  std::size_t at(YAML::Mark const& mark) const { return offset_of(mark, begin_, text_); }

  YamlBuilder* builder_;
  std::size_t begin_;
  std::string_view text_;  // the whole file, owned by the caller's Sources
};

void parse(TreeChecks& checks, YamlBuilder& builder, std::size_t begin) {
  std::istringstream in{std::string(checks.text().substr(begin))};
  Events events(builder, begin, checks.text());
  try {
    YAML::Parser parser(in);
    bool more = parser.HandleNextDocument(events);
    while (more && !checks.stopped()) {
      more = parser.HandleNextDocument(events);
    }
  } catch (YAML::Exception const& fault) {
    if (!checks.stopped()) {  // past a cap the parser's own complaint is noise
      report_yaml_fault(checks, fault.msg, offset_of(fault.mark, begin, checks.text()), builder.open_bracket());
    }
  }
}

}  // namespace

std::optional<Node> read_yaml(TreeChecks& checks, std::size_t begin) {
  if (!scan_layout(checks, begin)) {
    return std::nullopt;
  }
  YamlBuilder builder(checks);
  parse(checks, builder, begin);
  std::optional<Node> root = builder.take_root();
  bool const empty = !root || (root->kind == NodeKind::scalar && !root->quoted && root->text.empty());
  if (empty && !checks.failed()) {
    checks.fault(diag::Kind::empty_document, checks.span(begin, begin), "the file is empty",
                 "write `key: value`, one a line");
  }
  return root;
}

}  // namespace hjemmel::document
