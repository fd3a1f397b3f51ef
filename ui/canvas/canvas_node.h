#pragma once

#include "number_node.h"
#include "patch_node.h"

// What a canvas draws: the patches, and the numbers over them when there are any. Lives on the render thread.
class CanvasNode : public QSGNode {
 public:
  CanvasNode() : patches(new PatchNode) { appendChildNode(patches); }

  PatchNode* const patches;
  bool hasNumbers() const { return m_numbers != nullptr; }
  NumberNode* numbers() { return m_numbers; }
  void showNumbers(QQuickWindow* window, const NumberAtlas& atlas) {
    if (!m_numbers) appendChildNode(m_numbers = new NumberNode);
    m_numbers->setAtlas(window, atlas);
  }
  void hideNumbers() {
    delete m_numbers;  // leaves the tree by itself
    m_numbers = nullptr;
  }

 private:
  NumberNode* m_numbers = nullptr;
};
