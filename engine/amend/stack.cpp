// Orders the amendments, and finds the pairs that speak of the same thing without one being `after` the other.
#include "engine/amend/stack.h"

#include <algorithm>
#include <map>

namespace hjemmel::amend {
namespace {

using diag::Kind;

class StackBuilder {
 public:
  StackBuilder(std::string_view package, diag::Sink& sink) : package_(package), sink_(sink) {}

  std::optional<Stack> run(std::span<syntax::Tree const> files) {
    for (syntax::Tree const& tree : files) {
      auto amendment = read_amendment(tree, sink_);
      good_ = good_ && amendment;
      if (amendment) {
        stack_.amendments.push_back(*std::move(amendment));
      }
    }
    for (std::size_t i = 0; i < stack_.amendments.size(); ++i) {
      check_head(i);
    }
    if (good_) {
      resolve_after();
      order();
      find_clashes();
    }
    return good_ ? std::optional(std::move(stack_)) : std::nullopt;
  }

 private:
  void report(diag::Diagnostic diagnostic) {
    sink_.add(std::move(diagnostic));
    good_ = false;
  }

  void check_head(std::size_t index) {
    Amendment const& one = stack_.amendments[index];
    if (one.package != package_) {
      report({Kind::amendment_of_another_package,
              one.package_span,
              "the amendment `" + one.name + "` is to `" + one.package + "`, and this package is `" +
                  std::string(package_) + "`",
              "lay it on the package that it names",
              {}});
    }
    for (std::size_t i = 0; i < index; ++i) {
      if (stack_.amendments[i].name == one.name) {
        report({Kind::amendment_twice,
                one.span,
                "two amendments are called `" + one.name + "`",
                "name it once, or give one of them another name",
                {{stack_.amendments[i].span, "the first one is here"}}});
      }
    }
  }

  void resolve_after() {
    std::size_t const count = stack_.amendments.size();
    after_.assign(count, std::vector<bool>(count));
    for (std::size_t i = 0; i < count; ++i) {
      for (syntax::NameView const name : stack_.amendments[i].after) {
        auto const at = std::find_if(stack_.amendments.begin(), stack_.amendments.end(),
                                     [&](Amendment const& other) { return other.name == name.text(); });
        if (at == stack_.amendments.end()) {
          report(
              {Kind::amendment_order,
               name.span(),
               "`" + stack_.amendments[i].name + "` builds on `" + std::string(name.text()) +
                   "`, which is not among the amendments",
               "give both, as in `--amend " + std::string(name.text()) + " --amend " + stack_.amendments[i].name + "`",
               {}});
          continue;
        }
        after_[i][static_cast<std::size_t>(at - stack_.amendments.begin())] = true;
      }
    }
    for (std::size_t middle = 0; middle < count; ++middle) {  // what is after an amendment is after what that is after
      for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count && after_[i][middle]; ++j) {
          after_[i][j] = after_[i][j] || after_[middle][j];
        }
      }
    }
  }

  void order() {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < stack_.amendments.size(); ++i) {
      left.push_back(i);
    }
    std::sort(left.begin(), left.end(),
              [&](std::size_t a, std::size_t b) { return stack_.amendments[a].name < stack_.amendments[b].name; });
    while (!left.empty()) {
      auto const next = std::find_if(left.begin(), left.end(), [&](std::size_t one) {
        return std::none_of(left.begin(), left.end(), [&](std::size_t other) { return after_[one][other]; });
      });
      if (next == left.end()) {
        Amendment const& one = stack_.amendments[left.front()];
        report({Kind::amendment_order,
                one.after.empty() ? one.span : one.after.front().span(),
                "the amendment `" + one.name + "` comes after itself: its `after` runs in a circle",
                "take one `after` of the circle away",
                {}});
        return;
      }
      stack_.order.push_back(*next);
      left.erase(next);
    }
  }

  void find_clashes() {
    struct Touch {
      std::size_t amendment;
      Operation const* operation;
    };
    std::map<std::pair<std::string, std::string>, std::vector<Touch>> touches;
    auto add = [&](std::string const& kind, std::string const& name, Touch touch) {
      std::vector<Touch>& others = touches[{kind, name}];
      for (Touch const& other : others) {
        compare(other.amendment, *other.operation, touch.amendment, *touch.operation);
      }
      others.push_back(touch);
    };
    for (std::size_t const i : stack_.order) {
      for (Operation const& operation : stack_.amendments[i].operations) {
        add(operation.target.kind, operation.target.name, {i, &operation});
      }
    }
    for (std::size_t const i : stack_.order) {
      for (Operation const& operation : stack_.amendments[i].operations) {
        if (operation.target.kind != "group" || operation.target.part.empty() || operation.action != Action::add) {
          continue;
        }
        for (std::string const kind : {"rule", "group"}) {
          for (Touch const& other : touches[{kind, operation.target.part}]) {
            refuse_member(i, operation, other.amendment, *other.operation);
          }
        }
      }
    }
  }

  [[nodiscard]] bool ordered(std::size_t a, std::size_t b) const { return after_[a][b] || after_[b][a]; }

  // In one amendment: the period of a version is changed and another set beside it, or two periods of two versions.
  static bool of_versions(Operation const& first, Operation const& second) {
    auto const dates = [](Operation const& one) {
      return one.action == Action::change_period || (one.action == Action::add && syntax::in_force_of(one.body));
    };
    bool const unnamed = first.action == Action::change_period && second.action == Action::change_period &&
                         !(first.version_on && second.version_on);
    return dates(first) && dates(second) && !unnamed;
  }

  void compare(std::size_t a, Operation const& first, std::size_t b, Operation const& second) {
    bool const meet =
        first.target.part.empty() || second.target.part.empty() || first.target.part == second.target.part;
    bool const same_words = first.action == Action::add && second.action == Action::add && first.target.part.empty() &&
                            second.target.part.empty() && first.body.text() == second.body.text();
    if (!meet || ordered(a, b) || (a != b && same_words) || (a == b && of_versions(first, second))) {
      return;
    }
    Amendment const& one = stack_.amendments[a];
    Amendment const& other = stack_.amendments[b];
    std::string message = "the amendments `" + one.name + "` and `" + other.name + "` both speak of ";
    message += described(second.target) + ": the one " + std::string(verb(first.action)) + " it, the other " +
               std::string(verb(second.action)) + " it";
    std::string help = "write `after " + one.name + "` in the head of `" + other.name + "` if it builds on `" +
                       one.name + "`, or the other way round";
    if (a == b) {
      message = "the amendment `" + one.name + "` speaks twice of " + described(second.target);
      help = "say it once";
    } else if (first.action == Action::add && second.action == Action::add) {
      help = "give one of them another name, or keep one of the two";
    }
    report(
        {Kind::amendment_clash, second.span, std::move(message), std::move(help), {{first.span, "the other is here"}}});
  }

  void refuse_member(std::size_t a, Operation const& member, std::size_t b, Operation const& other) {
    if (other.action != Action::repeal || !other.target.part.empty() || a == b) {
      return;
    }
    report({Kind::amendment_clash,
            member.span,
            "the amendment `" + stack_.amendments[a].name + "` adds `" + member.target.part + "` to the group `" +
                member.target.name + "`, and `" + stack_.amendments[b].name + "` repeals " + described(other.target),
            "keep one of the two amendments, or take the member out of this one",
            {{other.span, "the other is here"}}});
  }

  std::string_view package_;
  diag::Sink& sink_;
  Stack stack_;
  std::vector<std::vector<bool>> after_;  // [a][b]: a comes after b, directly or not
  bool good_ = true;
};

}  // namespace

std::string_view verb(Action action) {
  switch (action) {
    case Action::add:
      return "adds";
    case Action::replace:
      return "replaces";
    case Action::repeal:
      return "repeals";
    case Action::change_period:
      break;
  }
  return "changes the period of";
}

std::optional<Stack> build_stack(std::span<syntax::Tree const> files, std::string_view package, diag::Sink& sink) {
  return StackBuilder(package, sink).run(files);
}

}  // namespace hjemmel::amend
