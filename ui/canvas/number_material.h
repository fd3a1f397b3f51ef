#pragma once

#include <QSGGeometry>
#include <QSGMaterial>
#include <QSGTexture>

#include <memory>

// Digits from an atlas in the colour of their vertices, some with a shadow.
class NumberMaterial : public QSGMaterial {
 public:
  struct Vertex {
    float x, y, u, v;
    float shadow;  // 0 or 1
    unsigned char ink[4];
  };
  static const QSGGeometry::AttributeSet& attributes();

  NumberMaterial();

  QSGMaterialType* type() const override;
  QSGMaterialShader* createShader(QSGRendererInterface::RenderMode mode) const override;
  int compare(const QSGMaterial* other) const override;

  std::unique_ptr<QSGTexture> atlas;
};
