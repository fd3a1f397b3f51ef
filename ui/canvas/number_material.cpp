#include "number_material.h"

#include <QSGMaterialShader>

#include <cstring>

namespace {

// The uniform block of numbers.vert, std140.
struct Uniforms {
  float matrix[16];
  float opacity;
};

class NumberShader : public QSGMaterialShader {
 public:
  NumberShader() {
    setShaderFileName(VertexStage, QStringLiteral(":/shaders/numbers.vert.qsb"));
    setShaderFileName(FragmentStage, QStringLiteral(":/shaders/numbers.frag.qsb"));
  }

  bool updateUniformData(RenderState& state, QSGMaterial*, QSGMaterial*) override {
    auto* uniforms = reinterpret_cast<Uniforms*>(state.uniformData()->data());
    std::memcpy(uniforms->matrix, state.combinedMatrix().constData(), sizeof uniforms->matrix);
    uniforms->opacity = state.opacity();
    return true;
  }

  void updateSampledImage(RenderState& state, int, QSGTexture** texture, QSGMaterial* material, QSGMaterial*) override {
    *texture = static_cast<NumberMaterial*>(material)->atlas.get();
    (*texture)->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
  }
};

}  // namespace

const QSGGeometry::AttributeSet& NumberMaterial::attributes() {
  static const QSGGeometry::Attribute kAttributes[] = {
      QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
      QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, QSGGeometry::TexCoordAttribute),
      QSGGeometry::Attribute::createWithAttributeType(2, 1, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
      QSGGeometry::Attribute::createWithAttributeType(3, 4, QSGGeometry::UnsignedByteType,
                                                      QSGGeometry::ColorAttribute)};
  static const QSGGeometry::AttributeSet kSet{4, sizeof(Vertex), kAttributes};
  return kSet;
}

NumberMaterial::NumberMaterial() {
  setFlag(Blending);
}

QSGMaterialType* NumberMaterial::type() const {
  static QSGMaterialType type;
  return &type;
}

QSGMaterialShader* NumberMaterial::createShader(QSGRendererInterface::RenderMode) const {
  return new NumberShader;
}

int NumberMaterial::compare(const QSGMaterial* other) const {
  return this == other ? 0 : (this < other ? -1 : 1);  // each canvas has an atlas of its own
}
