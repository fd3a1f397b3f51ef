#pragma once

#include "canvas_look.h"

#include <QSGMaterial>
#include <QSGTexture>

#include <memory>

// The canvas shader with its colours and its textures.
class PatchMaterial : public QSGMaterial {
 public:
  enum Texture { Picture, Swatches, State, Steps, StepColors, Marks, HeatColors, TextureCount };

  PatchMaterial();

  QSGMaterialType* type() const override;
  QSGMaterialShader* createShader(QSGRendererInterface::RenderMode mode) const override;
  int compare(const QSGMaterial* other) const override;

  CanvasLook look;
  std::unique_ptr<QSGTexture> textures[TextureCount];
};
