#include "patch_material.h"

#include <QSGMaterialShader>

#include <cstring>

namespace {

// The uniform block of canvas.vert, std140.
struct Uniforms {
  float matrix[16];
  float size[4], grid[4], ghost[4], layer[4];
  float emptyFill[4], emptyLine[4], glow[4], glowEdge[4], dot[4], gridLine[4];
};
static_assert(sizeof(Uniforms) == 224);

void put(float (&target)[4], qreal a, qreal b, qreal c, qreal d) {
  target[0] = float(a), target[1] = float(b), target[2] = float(c), target[3] = float(d);
}

void put(float (&target)[4], const QColor& color) {
  put(target, color.redF(), color.greenF(), color.blueF(), color.alphaF());
}

class PatchShader : public QSGMaterialShader {
 public:
  PatchShader() {
    setShaderFileName(VertexStage, QStringLiteral(":/shaders/canvas.vert.qsb"));
    setShaderFileName(FragmentStage, QStringLiteral(":/shaders/canvas.frag.qsb"));
  }

  bool updateUniformData(RenderState& state, QSGMaterial* material, QSGMaterial*) override {
    const CanvasLook& look = static_cast<PatchMaterial*>(material)->look;
    auto* uniforms = reinterpret_cast<Uniforms*>(state.uniformData()->data());
    std::memcpy(uniforms->matrix, state.combinedMatrix().constData(), sizeof uniforms->matrix);
    put(uniforms->size, look.gridSize.width(), look.gridSize.height(), look.devicePixelRatio, state.opacity());
    put(uniforms->grid, look.columns, look.rows, look.pictureMix, 0);
    put(uniforms->ghost, look.ghostStrength, look.ghostFront, 0, 0);
    put(uniforms->layer, look.layerMix, look.blend, look.heat ? 1 : 0, look.gridStrength);
    put(uniforms->emptyFill, look.emptyFill);
    put(uniforms->emptyLine, look.emptyLine);
    put(uniforms->glow, look.glow);
    put(uniforms->glowEdge, look.glowEdge);
    put(uniforms->dot, look.dot);
    put(uniforms->gridLine, look.gridLine);
    return true;
  }

  void updateSampledImage(RenderState& state, int binding, QSGTexture** texture, QSGMaterial* material,
                          QSGMaterial*) override {
    *texture = static_cast<PatchMaterial*>(material)->textures[binding - 1].get();
    (*texture)->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
  }
};

}  // namespace

PatchMaterial::PatchMaterial() {
  setFlag(Blending);
}

QSGMaterialType* PatchMaterial::type() const {
  static QSGMaterialType type;
  return &type;
}

QSGMaterialShader* PatchMaterial::createShader(QSGRendererInterface::RenderMode) const {
  return new PatchShader;
}

int PatchMaterial::compare(const QSGMaterial* other) const {
  // Each canvas has textures of its own, so two are equal only where they are the same.
  return this == other ? 0 : (this < other ? -1 : 1);
}
