#pragma once
/// The course's work within a project: a value, shared between copies until one of them changes.

#include <memory>

namespace nahraum::model {

struct Work;

class HeldWork {
 public:
  HeldWork();
  explicit HeldWork(Work work);
  const Work& operator*() const { return *held_; }
  const Work* operator->() const { return held_.get(); }
  /// A copy of its own, to be changed: snapshots keep what they have. Cost: O(rows).
  Work& edit();
  friend bool operator==(const HeldWork& a, const HeldWork& b);

 private:
  std::shared_ptr<const Work> held_;  ///< never null
};

}  // namespace nahraum::model
